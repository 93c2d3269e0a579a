import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { getActor, systemActor } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/password";
import { signIn } from "@/lib/auth/sign-in";
import { db } from "@/lib/db/client";
import { listCurrentActors } from "@/lib/live/current-actors";
import type { TestMember } from "@/prisma/test-accounts";
import { apiTokenOf, makeDesk, makeMember, sessionCookieOf } from "@/prisma/test-accounts";
import {
  acceptInvitation,
  addInvitation,
  changePassword,
  createApiToken,
  endSessions,
  revokeApiToken,
  revokeInvitation,
  setUserPassword,
  updateMember,
  updateProfile,
} from "./mutations";
import {
  getOpenInvitation,
  getProfile,
  listApiTokens,
  listInvitations,
  listMembers,
  listSessions,
} from "./queries";

const PASSWORD = "correct horse battery";
const NEW_PASSWORD = "a fresh and longer one";
const passwordHash = await hashPassword(PASSWORD);
let addresses = 0;
const newAddress = () => `192.0.2.${++addresses}`;
const fresh = () => ({ mutationId: randomUUID() });
const issue = (path: string, rule: string) => ({ code: "INVALID", details: { issues: [{ path, rule }] } });

async function actorBy(headers: Record<string, string>) {
  return await getActor(new Request("http://localhost:3000/", { headers }));
}

/** The member as they come by browser. */
async function inBrowser(member: TestMember) {
  const cookie = await sessionCookieOf(member);
  const actor = await actorBy({ cookie });
  if (!actor) throw new Error("The session did not start.");
  return { cookie, actor };
}

async function typesOf(deskId: string): Promise<string[]> {
  const entries = await db.activity.findMany({ where: { chainId: deskId }, orderBy: { seq: "asc" } });
  return entries.map((entry) => entry.type);
}

describe("members", () => {
  it("are those of the desk, with addresses for admins alone", async () => {
    const admin = await makeMember("ADMIN", { name: "Ada" });
    const viewer = await makeMember("VIEWER", { deskId: admin.deskId, name: "Ben" });
    await makeMember("EDITOR");
    const seenByAdmin = await listMembers(admin.actor);
    expect(seenByAdmin.map(({ name, role }) => [name, role])).toEqual([
      ["Ada", "ADMIN"],
      ["Ben", "VIEWER"],
    ]);
    expect(seenByAdmin[1]?.email).toBe(viewer.email);
    expect((await listMembers(viewer.actor)).map((member) => member.email)).toEqual([null, null]);
  });

  it("lose their sessions within one request when their role changes", async () => {
    const admin = await makeMember("ADMIN");
    const editor = await makeMember("EDITOR", { deskId: admin.deskId });
    const { cookie, actor } = await inBrowser(editor);
    await updateMember(admin.actor, editor.userId, { ...fresh(), role: "VIEWER" });
    expect(await actorBy({ cookie })).toBeNull();
    expect(await listCurrentActors([actor], new Date())).toEqual(new Set());
    expect(await actorBy({ cookie: await sessionCookieOf(editor) })).toMatchObject({ role: "VIEWER" });
  });

  it("are shut out with session, token and password when they are disabled, and let in again", async () => {
    const admin = await makeMember("ADMIN");
    const editor = await makeMember("EDITOR", { deskId: admin.deskId, passwordHash });
    const { cookie } = await inBrowser(editor);
    const authorization = `Bearer ${await apiTokenOf(editor)}`;
    const trySignIn = async () => {
      const credentials = { email: editor.email, password: PASSWORD };
      const options = { clientAddress: newAddress(), previousSid: null, now: new Date() };
      return (await signIn({ credentials, ...options })).kind;
    };
    await updateMember(admin.actor, editor.userId, { ...fresh(), isDisabled: true });
    expect(await actorBy({ cookie })).toBeNull();
    expect(await actorBy({ authorization })).toBeNull();
    expect(await trySignIn()).toBe("wrong");
    expect((await listMembers(admin.actor)).some((member) => member.isDisabled)).toBe(true);
    await updateMember(admin.actor, editor.userId, { ...fresh(), isDisabled: false });
    expect(await actorBy({ cookie })).toBeNull();
    expect(await actorBy({ authorization })).not.toBeNull();
    expect(await trySignIn()).toBe("signedIn");
  });

  it("are changed by admins alone", async () => {
    const admin = await makeMember("ADMIN");
    for (const role of ["VIEWER", "EDITOR", "REVIEWER"] as const) {
      const { actor, userId } = await makeMember(role, { deskId: admin.deskId });
      await expect(updateMember(actor, userId, { ...fresh(), role: "ADMIN" })).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
  });

  it("of another desk are not found", async () => {
    const admin = await makeMember("ADMIN");
    const stranger = await makeMember("EDITOR");
    for (const memberId of [stranger.userId, randomUUID(), "not an id"]) {
      await expect(updateMember(admin.actor, memberId, { ...fresh(), role: "VIEWER" })).rejects.toMatchObject(
        {
          code: "NOT_FOUND",
        },
      );
    }
    const system = systemActor({ deskId: admin.deskId });
    await expect(
      updateMember(system, stranger.userId, { ...fresh(), isDisabled: true }),
    ).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("do not leave the desk without an admin", async () => {
    const admin = await makeMember("ADMIN");
    const disabled = await makeMember("ADMIN", { deskId: admin.deskId });
    await updateMember(admin.actor, disabled.userId, { ...fresh(), isDisabled: true });
    for (const change of [{ role: "EDITOR" as const }, { isDisabled: true }]) {
      await expect(updateMember(admin.actor, admin.userId, { ...fresh(), ...change })).rejects.toMatchObject(
        issue("role", "lastAdmin"),
      );
    }
  });

  it("keep at least one admin when two demote each other at once, fifty times", async () => {
    for (let round = 0; round < 50; round++) {
      const deskId = await makeDesk();
      const [one, other] = [await makeMember("ADMIN", { deskId }), await makeMember("ADMIN", { deskId })];
      const results = await Promise.allSettled([
        updateMember(one.actor, other.userId, { ...fresh(), role: "VIEWER" }),
        updateMember(other.actor, one.userId, { ...fresh(), role: "VIEWER" }),
      ]);
      expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
      expect(await db.membership.count({ where: { deskId, role: "ADMIN", disabledAt: null } })).toBe(1);
    }
  });

  it("stand on the record with old and new role, once for each mutationId", async () => {
    const admin = await makeMember("ADMIN", { name: "Ada" });
    const editor = await makeMember("EDITOR", { deskId: admin.deskId, name: "Ben" });
    const change = { ...fresh(), role: "REVIEWER" as const };
    await updateMember(admin.actor, editor.userId, change);
    await updateMember(admin.actor, editor.userId, change);
    await updateMember(admin.actor, editor.userId, { ...fresh(), role: "REVIEWER" });
    const entries = await db.activity.findMany({ where: { chainId: admin.deskId } });
    const identity = { memberId: editor.userId, name: "Ben" };
    expect(entries).toMatchObject([
      {
        type: "member.changed",
        actorName: "Ada",
        before: { ...identity, role: "EDITOR" },
        after: { ...identity, role: "REVIEWER" },
      },
    ]);
    await expect(
      updateMember(admin.actor, editor.userId, { ...change, role: "VIEWER" }),
    ).rejects.toMatchObject(issue("mutationId", "mutationIdReused"));
  });
});

describe("invitations", () => {
  const person = { email: "new@example.org", name: "Cem", role: "EDITOR" as const };
  const invite = async (admin: TestMember, email = `${randomUUID()}@example.org`) =>
    await addInvitation(admin.actor, { ...fresh(), ...person, email });

  it("let a person in once, with the role that was offered", async () => {
    const admin = await makeMember("ADMIN");
    const email = `${randomUUID()}@example.org`;
    const { token, invitation } = await invite(admin, email);
    expect(await listInvitations(admin.actor)).toEqual([invitation]);
    expect(await getOpenInvitation(token)).toMatchObject({ email, name: "Cem", role: "EDITOR" });
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => acceptInvitation({ token, name: "Cem Kaya", password: PASSWORD })),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(await listInvitations(admin.actor)).toEqual([]);
    expect(await getOpenInvitation(token)).toBeNull();
    const credentials = { email, password: PASSWORD };
    const options = { clientAddress: newAddress(), previousSid: null, now: new Date() };
    expect((await signIn({ credentials, ...options })).kind).toBe("signedIn");
    expect((await listMembers(admin.actor)).find((member) => member.email === email)).toMatchObject({
      name: "Cem Kaya",
      role: "EDITOR",
    });
    expect(await typesOf(admin.deskId)).toEqual(["invitation.added", "member.added"]);
  });

  it("last seven days", async () => {
    const admin = await makeMember("ADMIN");
    const { token, invitation } = await invite(admin);
    const end = Date.parse(invitation.expiresAt);
    expect(end - Date.parse(invitation.createdAt)).toBe(7 * 24 * 60 * 60 * 1000);
    expect(await getOpenInvitation(token, new Date(end - 1))).not.toBeNull();
    expect(await getOpenInvitation(token, new Date(end))).toBeNull();
    await db.invitation.update({ where: { id: invitation.id }, data: { expiresAt: new Date() } });
    await expect(acceptInvitation({ token, name: "x", password: PASSWORD })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("are kept without their secret, also in the record and in the remembered answers", async () => {
    const admin = await makeMember("ADMIN");
    const { token } = await invite(admin);
    const where = { deskId: admin.deskId };
    const rows = JSON.stringify([
      await db.invitation.findMany({ where }),
      await db.mutation.findMany({ where }),
      await db.activity.findMany({ where }),
    ]);
    expect(rows).not.toContain(token);
  });

  it("answer a repeated request with the same invitation and a link that works", async () => {
    const admin = await makeMember("ADMIN");
    const input = { ...fresh(), ...person, email: `${randomUUID()}@example.org` };
    const first = await addInvitation(admin.actor, input);
    const second = await addInvitation(admin.actor, input);
    expect(second.invitation).toEqual(first.invitation);
    expect(await getOpenInvitation(first.token)).toBeNull();
    expect(await getOpenInvitation(second.token)).not.toBeNull();
    await acceptInvitation({ token: second.token, name: "x", password: PASSWORD });
    await expect(addInvitation(admin.actor, input)).rejects.toMatchObject(
      issue("mutationId", "noLongerOpen"),
    );
  });

  it("replace an earlier one to the same address", async () => {
    const admin = await makeMember("ADMIN");
    const email = `${randomUUID()}@example.org`;
    const first = await invite(admin, email);
    const second = await invite(admin, email);
    expect(await getOpenInvitation(first.token)).toBeNull();
    expect(await listInvitations(admin.actor)).toEqual([second.invitation]);
  });

  it("can be taken back, once, by an admin of the desk", async () => {
    const admin = await makeMember("ADMIN");
    const editor = await makeMember("EDITOR", { deskId: admin.deskId });
    const stranger = await makeMember("ADMIN");
    const { token, invitation } = await invite(admin);
    await expect(revokeInvitation(editor.actor, invitation.id, fresh())).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(revokeInvitation(stranger.actor, invitation.id, fresh())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await getOpenInvitation(token)).not.toBeNull();
    await revokeInvitation(admin.actor, invitation.id, fresh());
    expect(await getOpenInvitation(token)).toBeNull();
    await expect(revokeInvitation(admin.actor, invitation.id, fresh())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("are for admins to make and see", async () => {
    const { actor } = await makeMember("REVIEWER");
    await expect(addInvitation(actor, { ...fresh(), ...person })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(listInvitations(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("are refused to an admin who was demoted while asking", async () => {
    const deskId = await makeDesk();
    const admin = await makeMember("ADMIN", { deskId });
    await db.membership.update({ where: { id: admin.membershipId }, data: { role: "EDITOR" } });
    await expect(addInvitation(admin.actor, { ...fresh(), ...person })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });

  it("are not for members, and not accepted for an address that has an account", async () => {
    const admin = await makeMember("ADMIN");
    const member = await makeMember("EDITOR", { deskId: admin.deskId });
    await expect(invite(admin, member.email)).rejects.toMatchObject(issue("email", "alreadyMember"));
    const elsewhere = await makeMember("EDITOR");
    const { token } = await invite(admin, elsewhere.email);
    await expect(acceptInvitation({ token, name: "x", password: PASSWORD })).rejects.toMatchObject(
      issue("email", "taken"),
    );
    expect(await getOpenInvitation(token)).not.toBeNull();
  });
});

describe("the own account", () => {
  it("tells who one is", async () => {
    const { actor, email, userId, deskId } = await makeMember("REVIEWER", { name: "Ada" });
    expect(await getProfile(actor)).toMatchObject({
      id: userId,
      name: "Ada",
      email,
      role: "REVIEWER",
      locale: null,
      theme: null,
      desk: { id: deskId },
    });
    await expect(getProfile(systemActor({ deskId }))).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("takes a new name, language and theme; the name is on the record", async () => {
    const { actor, deskId } = await makeMember("VIEWER", { name: "Ada" });
    await updateProfile(actor, { ...fresh(), locale: "en", theme: "dark" });
    await updateProfile(actor, { ...fresh(), name: "Ada Blum" });
    expect(await getProfile(actor)).toMatchObject({ name: "Ada Blum", locale: "en", theme: "dark" });
    await updateProfile(actor, { ...fresh(), theme: null });
    expect(await getProfile(actor)).toMatchObject({ locale: "en", theme: null });
    expect(await typesOf(deskId)).toEqual(["member.renamed"]);
  });

  it("ends the other sessions, not the one at hand, with a new password", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    const [here, there] = [await inBrowser(member), await inBrowser(member)];
    await changePassword(here.actor, {
      ...fresh(),
      clientAddress: newAddress(),
      currentPassword: PASSWORD,
      newPassword: NEW_PASSWORD,
    });
    expect(await actorBy({ cookie: here.cookie })).not.toBeNull();
    expect(await actorBy({ cookie: there.cookie })).toBeNull();
    const sealed = there.cookie.split("=")[1];
    expect(await actorBy({ authorization: `Bearer ${sealed}` })).toBeNull();
    const kinds = [];
    for (const password of [PASSWORD, NEW_PASSWORD]) {
      const credentials = { email: member.email, password };
      const options = { clientAddress: newAddress(), previousSid: null, now: new Date() };
      kinds.push((await signIn({ credentials, ...options })).kind);
    }
    expect(kinds).toEqual(["wrong", "signedIn"]);
    const rows = JSON.stringify([
      await db.activity.findMany({ where: { chainId: member.deskId } }),
      await db.mutation.findMany({ where: { deskId: member.deskId } }),
    ]);
    expect(rows).toContain("member.passwordChanged");
    expect(rows).not.toContain(NEW_PASSWORD);
    expect(rows).not.toContain("argon2");
  });

  it("answers a repeated change of the password as the first time, and no other under its id", async () => {
    const { actor } = await inBrowser(await makeMember("EDITOR", { passwordHash }));
    const input = { ...fresh(), currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    await changePassword(actor, { ...input, clientAddress: newAddress() });
    await changePassword(actor, { ...input, clientAddress: newAddress() });
    const other = { ...input, newPassword: `${NEW_PASSWORD} x`, clientAddress: newAddress() };
    await expect(changePassword(actor, other)).rejects.toMatchObject(issue("mutationId", "mutationIdReused"));
    expect(await typesOf(actor.deskId)).toEqual(["member.passwordChanged"]);
  });

  it("keeps password and sessions when the current password is wrong, and stops guessing", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    const [here, there] = [await inBrowser(member), await inBrowser(member)];
    const input = { currentPassword: "wrong password", newPassword: NEW_PASSWORD };
    for (let round = 0; round < 5; round++) {
      await expect(
        changePassword(here.actor, { ...fresh(), ...input, clientAddress: newAddress() }),
      ).rejects.toMatchObject(issue("currentPassword", "wrong"));
    }
    await expect(
      changePassword(here.actor, {
        ...fresh(),
        ...input,
        clientAddress: newAddress(),
        currentPassword: PASSWORD,
      }),
    ).rejects.toMatchObject({ code: "RATE_LIMITED" });
    expect(await actorBy({ cookie: there.cookie })).not.toBeNull();
  });

  it("gets a new password from whoever runs the server, which is on the record", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    const { cookie } = await inBrowser(member);
    await setUserPassword({ email: member.email, password: NEW_PASSWORD });
    expect(await actorBy({ cookie })).toBeNull();
    const credentials = { email: member.email, password: NEW_PASSWORD };
    const options = { clientAddress: newAddress(), previousSid: null, now: new Date() };
    expect((await signIn({ credentials, ...options })).kind).toBe("signedIn");
    const entries = await db.activity.findMany({ where: { chainId: member.deskId } });
    expect(entries).toMatchObject([
      { type: "member.passwordSet", actorId: null, actorName: "system", after: { memberId: member.userId } },
    ]);
    const nobody = setUserPassword({ email: "nobody@example.org", password: NEW_PASSWORD });
    await expect(nobody).rejects.toMatchObject(issue("email", "unknown"));
  });

  it("cannot be taken over with a leaked token", async () => {
    const member = await makeMember("ADMIN", { passwordHash });
    const actor = await actorBy({ authorization: `Bearer ${await apiTokenOf(member)}` });
    if (!actor) throw new Error("The token does not work.");
    const attempts = [
      changePassword(actor, {
        ...fresh(),
        clientAddress: newAddress(),
        currentPassword: PASSWORD,
        newPassword: NEW_PASSWORD,
      }),
      createApiToken(actor, { ...fresh(), name: "another" }),
      endSessions(actor, "others", fresh()),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("sessions", () => {
  it("are listed with the one at hand first, and only the own ones", async () => {
    const member = await makeMember("EDITOR");
    const { actor } = await inBrowser(member);
    await inBrowser(member);
    await inBrowser(await makeMember("EDITOR", { deskId: member.deskId }));
    const sessions = await listSessions(actor);
    expect(sessions.map((session) => session.isCurrent)).toEqual([true, false]);
  });

  it("can be ended one by one or all others at once, by their owner alone", async () => {
    const member = await makeMember("EDITOR");
    const [here, there, third] = [await inBrowser(member), await inBrowser(member), await inBrowser(member)];
    const stranger = await inBrowser(await makeMember("ADMIN", { deskId: member.deskId }));
    const sessionId = there.actor.sessionId ?? "";
    await expect(endSessions(stranger.actor, { sessionId }, fresh())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await actorBy({ cookie: there.cookie })).not.toBeNull();
    await endSessions(here.actor, { sessionId }, fresh());
    expect(await actorBy({ cookie: there.cookie })).toBeNull();
    await endSessions(here.actor, "others", fresh());
    expect(await actorBy({ cookie: third.cookie })).toBeNull();
    expect(await actorBy({ cookie: here.cookie })).not.toBeNull();
    expect(await actorBy({ cookie: stranger.cookie })).not.toBeNull();
  });
});

describe("API tokens", () => {
  it("act as their owner until they are revoked, and are kept without their secret", async () => {
    const member = await makeMember("REVIEWER");
    const { actor } = await inBrowser(member);
    const { token, apiToken } = await createApiToken(actor, { ...fresh(), name: "import script" });
    expect(token).toMatch(/^beleg_[\w-]{43}$/);
    const authorization = `Bearer ${token}`;
    expect(await actorBy({ authorization })).toMatchObject({ userId: member.userId, role: "REVIEWER" });
    const [listed] = await listApiTokens(actor);
    expect(listed).toMatchObject({ id: apiToken.id, name: "import script" });
    expect(listed?.lastUsedAt).not.toBeNull();
    await revokeApiToken(actor, apiToken.id, fresh());
    expect(await actorBy({ authorization })).toBeNull();
    expect(await listApiTokens(actor)).toEqual([]);
    const where = { deskId: member.deskId };
    const rows = JSON.stringify([
      await db.apiToken.findMany({ where }),
      await db.mutation.findMany({ where }),
      await db.activity.findMany({ where }),
    ]);
    expect(rows).not.toContain(token);
    expect(await typesOf(member.deskId)).toEqual(["token.added", "token.revoked"]);
  });

  it("answer a repeated request with the same token and a secret that works", async () => {
    const { actor } = await inBrowser(await makeMember("EDITOR"));
    const input = { ...fresh(), name: "script" };
    const first = await createApiToken(actor, input);
    const second = await createApiToken(actor, input);
    expect(second.apiToken).toEqual(first.apiToken);
    expect(await actorBy({ authorization: `Bearer ${first.token}` })).toBeNull();
    expect(await actorBy({ authorization: `Bearer ${second.token}` })).not.toBeNull();
  });

  it("of others are neither seen nor revoked, not even by an admin", async () => {
    const admin = await makeMember("ADMIN");
    const editor = await inBrowser(await makeMember("EDITOR", { deskId: admin.deskId }));
    const { apiToken } = await createApiToken(editor.actor, { ...fresh(), name: "script" });
    expect(await listApiTokens(admin.actor)).toEqual([]);
    await expect(revokeApiToken(admin.actor, apiToken.id, fresh())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
