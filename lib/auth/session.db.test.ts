import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { listCurrentActors } from "@/lib/live/current-actors";
import { apiTokenOf, makeDesk, makeMember, sessionCookieOf } from "@/prisma/test-accounts";
import { actorOfMembership, getActor, systemActor } from "./actor";
import { hashSecret } from "./one-time-secret";
import type { Actor } from "./policy";
import { createSession, endSession, readSession, touchSession } from "./session";
import { openSessionCookie, SESSION_COOKIE, sealSessionId } from "./session-cookie";
import { SESSION_IDLE_SECONDS, SESSION_LIFETIME_SECONDS } from "./session-lifetime";

const later = (start: Date, seconds: number) => new Date(start.getTime() + seconds * 1000);

function request(headers: Record<string, string>): Request {
  return new Request("http://localhost:3000/api/v1/session", { headers });
}

/** What an open stream asks about the actor who opened it. */
async function isActorCurrent(actor: Actor): Promise<boolean> {
  return (await listCurrentActors([actor], new Date())).has(actor);
}

async function actorByCookie(cookie: string, now?: Date) {
  return await getActor(request({ cookie }), now);
}

describe("getActor", () => {
  it("knows the person, desk and role of a session cookie", async () => {
    const member = await makeMember("REVIEWER", { name: "Ada" });
    const actor = await actorByCookie(await sessionCookieOf(member));
    const { userId, deskId } = member;
    expect(actor).toMatchObject({ userId, deskId, name: "Ada", role: "REVIEWER", tokenId: null });
    expect(actor?.sessionId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("knows them of an API token, which wins over a cookie", async () => {
    const member = await makeMember("VIEWER");
    const other = await makeMember("ADMIN");
    const actor = await getActor(
      request({
        authorization: `Bearer ${await apiTokenOf(member)}`,
        cookie: await sessionCookieOf(other),
      }),
    );
    expect(actor).toMatchObject({ userId: member.userId, role: "VIEWER", sessionId: null });
  });

  it("never takes a cookie for a wrong Authorization header", async () => {
    const cookie = await sessionCookieOf(await makeMember("ADMIN"));
    for (const authorization of [
      "",
      "Bearer",
      "Bearer nonsense",
      "Basic YTpi",
      `Bearer beleg_${"x".repeat(43)}`,
    ]) {
      expect(await getActor(request({ authorization, cookie }))).toBeNull();
    }
  });

  it("never takes a session cookie as a bearer token", async () => {
    const cookie = await sessionCookieOf(await makeMember("ADMIN"));
    const sealed = cookie.slice(SESSION_COOKIE.name.length + 1);
    const sid = await openSessionCookie(sealed);
    for (const token of [sealed, sid]) {
      expect(await getActor(request({ authorization: `Bearer ${token}` }))).toBeNull();
    }
  });

  it("refuses cookies that this instance did not seal", async () => {
    const member = await makeMember("ADMIN");
    const sid = await createSession({ ...member, replaces: null, now: new Date() });
    const foreign = await encode({ token: { sid }, secret: "another secret of sufficient length" });
    const withoutSid = await encode({ token: { sub: member.userId, role: "ADMIN" }, secret: "for-tests" });
    for (const value of [foreign, withoutSid, sid, "", "a.b.c", "x".repeat(10_000)]) {
      expect(await actorByCookie(`${SESSION_COOKIE.name}=${value}`)).toBeNull();
    }
  });

  it("refuses a cookie that is there twice, since one of them was planted", async () => {
    const [first, second] = [
      await sessionCookieOf(await makeMember("ADMIN")),
      await sessionCookieOf(await makeMember("ADMIN")),
    ];
    expect(await actorByCookie(`${first}; ${second}`)).toBeNull();
  });

  it("keeps only the hash of a session id and of a token", async () => {
    const member = await makeMember("EDITOR");
    const token = await apiTokenOf(member);
    const sid = await createSession({ ...member, replaces: null, now: new Date() });
    const rows = JSON.stringify([
      await db.session.findMany({ where: { userId: member.userId } }),
      await db.apiToken.findMany({ where: { userId: member.userId } }),
    ]);
    expect(rows).toContain(hashSecret(sid));
    expect(rows).not.toContain(sid);
    expect(rows).not.toContain(token);
  });
});

describe("the end of a session", () => {
  it("comes after eight idle hours", async () => {
    const start = new Date();
    const cookie = await sessionCookieOf(await makeMember("EDITOR"), start);
    expect(await actorByCookie(cookie, later(start, SESSION_IDLE_SECONDS + 1))).toBeNull();
    expect(await actorByCookie(cookie, later(start, SESSION_IDLE_SECONDS - 60))).not.toBeNull();
    expect(await actorByCookie(cookie, later(start, 2 * SESSION_IDLE_SECONDS - 120))).not.toBeNull();
  });

  it("comes after seven days of use without a break", async () => {
    const start = new Date();
    const cookie = await sessionCookieOf(await makeMember("EDITOR"), start);
    const step = SESSION_IDLE_SECONDS - 60;
    for (let seconds = step; seconds < SESSION_LIFETIME_SECONDS; seconds += step) {
      expect(await actorByCookie(cookie, later(start, seconds))).not.toBeNull();
    }
    expect(await actorByCookie(cookie, later(start, SESSION_LIFETIME_SECONDS + 1))).toBeNull();
  });

  it("is final: a late note of use does not bring the session back", async () => {
    const start = new Date();
    const member = await makeMember("EDITOR");
    const sid = await createSession({ ...member, replaces: null, now: start });
    const identity = await readSession(sid, start);
    await endSession(db, sid);
    expect(await touchSession(identity?.credentialId ?? "", later(start, 120))).toBe(false);
    expect(await db.session.count({ where: { tokenHash: hashSecret(sid) } })).toBe(0);
    expect(await readSession(sid, later(start, 120))).toBeNull();
  });

  it("comes for the session that a browser held before it signed in again", async () => {
    const member = await makeMember("EDITOR");
    const planted = await createSession({ ...member, replaces: null, now: new Date() });
    const fresh = await createSession({ ...member, replaces: planted, now: new Date() });
    expect(fresh).not.toBe(planted);
    expect(await readSession(planted, new Date())).toBeNull();
    expect(await readSession(fresh, new Date())).not.toBeNull();
  });

  it.each([
    ["the membership is gone", async (id: string) => db.membership.delete({ where: { id } })],
    [
      "the member is disabled",
      async (id: string) => db.membership.update({ where: { id }, data: { disabledAt: new Date() } }),
    ],
  ])("comes within one request when %s, for cookie and token alike", async (_, end) => {
    const member = await makeMember("ADMIN");
    const cookie = await sessionCookieOf(member);
    const authorization = `Bearer ${await apiTokenOf(member)}`;
    const actors = [await actorByCookie(cookie), await getActor(request({ authorization }))];
    for (const actor of actors) expect(actor && (await isActorCurrent(actor))).toBe(true);
    await end(member.membershipId);
    expect(await actorByCookie(cookie)).toBeNull();
    expect(await getActor(request({ authorization }))).toBeNull();
    for (const actor of actors) expect(actor && (await isActorCurrent(actor))).toBe(false);
  });

  it("comes for a token when it is revoked", async () => {
    const member = await makeMember("ADMIN");
    const authorization = `Bearer ${await apiTokenOf(member)}`;
    const actor = await getActor(request({ authorization }));
    expect(actor).not.toBeNull();
    await db.apiToken.updateMany({ where: { userId: member.userId }, data: { revokedAt: new Date() } });
    expect(await getActor(request({ authorization }))).toBeNull();
    expect(actor && (await isActorCurrent(actor))).toBe(false);
  });

  it("is not brought about by a membership in another desk", async () => {
    const member = await makeMember("EDITOR");
    const cookie = await sessionCookieOf(member);
    const elsewhere = await makeDesk();
    await db.membership.create({
      data: { userId: member.userId, deskId: elsewhere, role: "ADMIN", disabledAt: new Date() },
    });
    expect(await actorByCookie(cookie)).toMatchObject({ deskId: member.deskId, role: "EDITOR" });
  });
});

describe("other actors", () => {
  it("takes the role of a membership as it is now", async () => {
    const member = await makeMember("VIEWER");
    await db.membership.update({ where: { id: member.membershipId }, data: { role: "REVIEWER" } });
    expect(await actorOfMembership(member.membershipId)).toMatchObject({ role: "REVIEWER" });
  });

  it("makes none of a disabled membership", async () => {
    const { membershipId } = await makeMember("ADMIN");
    await db.membership.update({ where: { id: membershipId }, data: { disabledAt: new Date() } });
    await expect(actorOfMembership(membershipId)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("cannot be given another role or desk afterwards", async () => {
    const actor = systemActor({ deskId: await makeDesk() });
    expect(() => Object.assign(actor, { deskId: "other" })).toThrow(TypeError);
    expect(await isActorCurrent(actor)).toBe(true);
  });

  it("seals a session id anew each time, and opens each to the same id", async () => {
    const sid = "s".repeat(43);
    const [first, second] = [await sealSessionId(sid), await sealSessionId(sid)];
    expect(first).not.toBe(second);
    expect(await openSessionCookie(first)).toBe(sid);
    expect(await openSessionCookie(second)).toBe(sid);
  });
});
