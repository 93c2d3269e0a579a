import { describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { makeMember } from "@/prisma/test-accounts";
import { hashPassword } from "./password";
import { readSession } from "./session";
import type { SignInOutcome } from "./sign-in";
import { signIn } from "./sign-in";

const PASSWORD = "correct horse battery";
const passwordHash = await hashPassword(PASSWORD);
const later = (start: Date, seconds: number) => new Date(start.getTime() + seconds * 1000);
let addresses = 0;
/** Each test comes from an address of its own. */
const newAddress = () => `192.0.2.${++addresses}`;

function attempt(input: {
  email: string;
  password?: string;
  clientAddress: string;
  now?: Date;
}): Promise<SignInOutcome> {
  const { email, password = "wrong password", clientAddress, now = new Date() } = input;
  return signIn({ credentials: { email, password }, clientAddress, previousSid: null, now });
}

const count = (outcomes: SignInOutcome[], kind: SignInOutcome["kind"]) =>
  outcomes.filter((outcome) => outcome.kind === kind).length;

describe("signIn", () => {
  it("starts a session in the person's desk, however the address was typed", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    const outcome = await attempt({
      email: `  ${member.email.toUpperCase()} `,
      password: PASSWORD,
      clientAddress: newAddress(),
    });
    expect(outcome).toMatchObject({ kind: "signedIn", userId: member.userId });
    const sid = outcome.kind === "signedIn" ? outcome.sid : "";
    expect(await readSession(sid, new Date())).toMatchObject({ deskId: member.deskId, role: "EDITOR" });
  });

  it("says the same of a wrong password, an unknown address, a disabled member and one without a desk", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    const disabled = await makeMember("EDITOR", { passwordHash });
    const gone = await makeMember("EDITOR", { passwordHash });
    await db.membership.update({ where: { id: disabled.membershipId }, data: { disabledAt: new Date() } });
    await db.membership.delete({ where: { id: gone.membershipId } });
    const clientAddress = newAddress();
    const outcomes = await Promise.all([
      attempt({ email: member.email, clientAddress }),
      attempt({ email: "nobody@example.org", clientAddress }),
      attempt({ email: disabled.email, password: PASSWORD, clientAddress }),
      attempt({ email: gone.email, password: PASSWORD, clientAddress }),
    ]);
    expect(outcomes).toEqual(Array.from({ length: 4 }, () => ({ kind: "wrong" })));
  });

  it("takes as long for nobody's account as for one that exists", async () => {
    const median = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] };
    for (let round = 0; round < 15; round++) {
      for (const kind of ["known", "unknown"] as const) {
        const email =
          kind === "known" ? (await makeMember("EDITOR", { passwordHash })).email : `${round}@x.org`;
        const clientAddress = newAddress();
        const startedAt = performance.now();
        await attempt({ email, clientAddress });
        times[kind].push(performance.now() - startedAt);
      }
    }
    const ratio = median(times.unknown) / median(times.known);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.7);
  });

  it.each([
    null,
    {},
    { email: "a@b.de" },
    { email: {}, password: [] },
    { email: { not: "" }, password: "x" },
  ])("is wrong for %j", async (credentials) => {
    const outcome = await signIn({
      credentials,
      clientAddress: newAddress(),
      previousSid: null,
      now: new Date(),
    });
    expect(outcome).toEqual({ kind: "wrong" });
  });

  it("is wrong for characters the database cannot keep and for endless passwords", async () => {
    const clientAddress = newAddress();
    expect(await attempt({ email: "a\0@b.de", clientAddress })).toEqual({ kind: "wrong" });
    expect(await attempt({ email: "a@b.de", password: "x".repeat(300), clientAddress })).toEqual({
      kind: "wrong",
    });
  });
});

describe("attempt limits", () => {
  it("let five of a hundred wrong passwords at once be looked at, and the right one after the window", async () => {
    const { email } = await makeMember("EDITOR", { passwordHash });
    const start = new Date();
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => attempt({ email, clientAddress: newAddress(), now: start })),
    );
    expect(count(outcomes, "wrong")).toBe(5);
    expect(count(outcomes, "tooMany")).toBe(95);
    const blocked = await attempt({
      email,
      password: PASSWORD,
      clientAddress: newAddress(),
      now: later(start, 30),
    });
    expect(blocked).toEqual({ kind: "tooMany", retryAfterSeconds: 30 });
    const free = await attempt({
      email,
      password: PASSWORD,
      clientAddress: newAddress(),
      now: later(start, 60),
    });
    expect(free.kind).toBe("signedIn");
  });

  it("hold for accounts that do not exist just the same", async () => {
    const now = new Date();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        attempt({ email: "ghost@example.org", clientAddress: newAddress(), now }),
      ),
    );
    expect(count(outcomes, "wrong")).toBe(5);
  });

  it("let twenty tries from one address through, whatever accounts they name", async () => {
    const clientAddress = newAddress();
    const now = new Date();
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        attempt({ email: `${index}@example.org`, clientAddress, now }),
      ),
    );
    expect(count(outcomes, "wrong")).toBe(20);
  });

  it("do not count passwords that were right", async () => {
    const { email } = await makeMember("EDITOR", { passwordHash });
    const clientAddress = newAddress();
    for (let round = 0; round < 8; round++) {
      expect((await attempt({ email, password: PASSWORD, clientAddress })).kind).toBe("signedIn");
    }
  });

  it("hold across processes that serve the same instance", async () => {
    const { email } = await makeMember("EDITOR", { passwordHash });
    const now = new Date();
    const signIns = [signIn];
    for (let process = 0; process < 4; process++) {
      vi.resetModules();
      signIns.push((await import("./sign-in")).signIn);
    }
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, index) => {
        const credentials = { email, password: "wrong password" };
        const start = signIns[index % signIns.length] ?? signIn;
        return start({ credentials, clientAddress: newAddress(), previousSid: null, now });
      }),
    );
    expect(count(outcomes, "wrong")).toBe(5);
  });

  it("survive a restart", async () => {
    const { email } = await makeMember("EDITOR", { passwordHash });
    const now = new Date();
    for (let round = 0; round < 5; round++) await attempt({ email, clientAddress: newAddress(), now });
    vi.resetModules();
    const restarted = await import("./sign-in");
    const outcome = await restarted.signIn({
      credentials: { email, password: PASSWORD },
      clientAddress: newAddress(),
      previousSid: null,
      now: later(now, 1),
    });
    expect(outcome).toEqual({ kind: "tooMany", retryAfterSeconds: 59 });
  });

  it("keep neither addresses nor accounts in clear, and nothing for longer than the window", async () => {
    const now = new Date();
    await attempt({ email: "someone@example.org", clientAddress: "198.51.100.7", now: later(now, 1_000) });
    const rows = await db.signInAttempt.findMany();
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows.map((row) => row.key))).not.toMatch(/someone|198\.51/);
  });
});
