import { describe, expect, it } from "vitest";
import { hashSecret } from "@/lib/auth/one-time-secret";
import { signIn } from "@/lib/auth/sign-in";
import { db } from "@/lib/db/client";
import { addUser, completeSetup, createSetupLink } from "./mutations";
import { isSetupLinkValid, isSetupOpen } from "./queries";

const person = {
  deskName: "Verifikation",
  name: "Ada Blum",
  email: "ada@example.org",
  password: "correct horse battery",
};

/** One instance has one set-up: these tests tell its story in order. */
describe("set-up", () => {
  it("is open on an empty instance, and each link ends the one before", async () => {
    expect(await isSetupOpen()).toBe(true);
    const first = (await createSetupLink()) ?? "";
    const second = (await createSetupLink()) ?? "";
    expect(await isSetupLinkValid(first)).toBe(false);
    expect(await isSetupLinkValid(second)).toBe(true);
    expect(JSON.stringify(await db.setupLink.findMany())).not.toContain(second);
    await expect(completeSetup({ ...person, token: first })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(completeSetup({ ...person, token: "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db.user.count()).toBe(0);
  });

  it("makes exactly one admin when the link is used many times at once", async () => {
    const token = (await createSetupLink()) ?? "";
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        completeSetup({ ...person, token, email: `${index}@example.org`, deskName: `Desk ${index}` }),
      ),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await db.user.count()).toBe(1);
    expect(await db.desk.count()).toBe(1);
    expect(await db.membership.findMany({ select: { role: true } })).toEqual([{ role: "ADMIN" }]);
  });

  it("is on the record of the desk, without secrets", async () => {
    const entries = await db.activity.findMany({ orderBy: { seq: "asc" } });
    expect(entries.map((entry) => entry.type)).toEqual(["desk.added", "member.added"]);
    expect(entries.every((entry) => entry.actorName === person.name && entry.actorId !== null)).toBe(true);
    const text = JSON.stringify(entries);
    expect(text).not.toContain(person.password);
    expect(text).not.toContain("argon2");
    expect(text).not.toContain("@example.org");
  });

  it("lets the new admin sign in", async () => {
    const { email } = await db.user.findFirstOrThrow();
    const credentials = { email, password: person.password };
    const now = new Date();
    const outcome = await signIn({ credentials, clientAddress: "192.0.2.1", previousSid: null, now });
    expect(outcome.kind).toBe("signedIn");
  });

  it("is closed for good, also when the admin is disabled", async () => {
    expect(await createSetupLink()).toBeNull();
    await db.setupLink.create({ data: { tokenHash: hashSecret("left over") } });
    await db.membership.updateMany({ data: { disabledAt: new Date() } });
    expect(await createSetupLink()).toBeNull();
    expect(await isSetupOpen()).toBe(false);
    expect(await isSetupLinkValid("left over")).toBe(false);
    await expect(completeSetup({ ...person, token: "left over" })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});

describe("addUser", () => {
  it("adds to the only desk, refuses an address that is taken, and asks which of several desks", async () => {
    const user = { ...person, deskName: undefined, role: "EDITOR" as const, email: "cli@example.org" };
    const { deskId } = await addUser(user);
    expect(await db.desk.findMany({ select: { id: true } })).toEqual([{ id: deskId }]);
    await expect(addUser(user)).rejects.toMatchObject({
      details: { issues: [{ path: "email", rule: "taken" }] },
    });
    await db.desk.create({ data: { name: "Second" } });
    const next = { ...user, email: "next@example.org" };
    await expect(addUser(next)).rejects.toMatchObject({
      details: { issues: [{ path: "deskName", rule: "required" }] },
    });
    await expect(addUser({ ...next, deskName: "Third" })).rejects.toMatchObject({
      details: { issues: [{ path: "deskName", rule: "unknown" }] },
    });
    expect((await addUser({ ...next, deskName: "Second" })).deskId).not.toBe(deskId);
    const last = await db.activity.findFirstOrThrow({ where: { deskId, seq: 3 } });
    expect(last).toMatchObject({ type: "member.added", actorId: null, actorName: "system" });
  });
});
