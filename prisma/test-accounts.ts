import { randomUUID } from "node:crypto";
import { actorOfMembership } from "@/lib/auth/actor";
import { API_TOKEN_PREFIX } from "@/lib/auth/api-token";
import { hashSecret, makeSecret } from "@/lib/auth/one-time-secret";
import type { Actor, Role } from "@/lib/auth/policy";
import { createSession } from "@/lib/auth/session";
import { SESSION_COOKIE, sealSessionId } from "@/lib/auth/session-cookie";
import { db } from "@/lib/db/client";

/** For tests: accounts as the database holds them, and the credentials with which they come. */

export type TestMember = {
  actor: Actor;
  userId: string;
  deskId: string;
  membershipId: string;
  email: string;
};

/** The hash is of no password: most tests never sign in by form. */
const NO_PASSWORD = "$argon2id$v=19$m=19456,t=2,p=1$bm90IGEgcGFzc3dvcmQ$bm90IGEgaGFzaA";

export async function makeDesk(name = `Desk ${randomUUID()}`): Promise<string> {
  return (await db.desk.create({ data: { name } })).id;
}

export async function makeMember(
  role: Role,
  input: { deskId?: string; name?: string; email?: string; passwordHash?: string } = {},
): Promise<TestMember> {
  const deskId = input.deskId ?? (await makeDesk());
  const email = input.email ?? `${randomUUID()}@example.org`;
  const { id: userId } = await db.user.create({
    data: { email, name: input.name ?? "Jana Roth", passwordHash: input.passwordHash ?? NO_PASSWORD },
  });
  const { id: membershipId } = await db.membership.create({ data: { userId, deskId, role } });
  return { actor: await actorOfMembership(membershipId), userId, deskId, membershipId, email };
}

/** The Cookie header of a browser in which the member is signed in. */
export async function sessionCookieOf(
  member: Pick<TestMember, "userId" | "deskId">,
  now = new Date(),
): Promise<string> {
  const { userId, deskId } = member;
  const sid = await createSession({ userId, deskId, replaces: null, now });
  return `${SESSION_COOKIE.name}=${await sealSessionId(sid)}`;
}

/** An API token of the member. */
export async function apiTokenOf(member: Pick<TestMember, "userId" | "deskId">): Promise<string> {
  const token = makeSecret(API_TOKEN_PREFIX);
  const { userId, deskId } = member;
  await db.apiToken.create({ data: { userId, deskId, name: "test", tokenHash: hashSecret(token) } });
  return token;
}
