import { randomUUID } from "node:crypto";
import { API_TOKEN_PREFIX } from "@/lib/auth/api-token";
import { hashSecret, makeSecret } from "@/lib/auth/one-time-secret";
import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/auth/policy";
import { createSession } from "@/lib/auth/session";
import { SESSION_COOKIE, sealSessionId } from "@/lib/auth/session-cookie";
import { db } from "@/lib/db/client";

/** A person of a desk, with everything a browser or a program of theirs holds. */
export type Member = {
  role: Role;
  name: string;
  email: string;
  userId: string;
  deskId: string;
  /** An API token. */
  token: string;
};

/** A desk of its own with one person in each role. */
export type Desk = {
  id: string;
  name: string;
  admin: Member;
  reviewer: Member;
  editor: Member;
  viewer: Member;
};

export const PASSWORD = "korrekt Pferd Batterie Heftklammer";

let hash: Promise<string> | undefined;

const NAMES: Readonly<Record<Role, string>> = {
  ADMIN: "Aylin Demir",
  REVIEWER: "Jonas Feld",
  EDITOR: "Jana Roth",
  VIEWER: "Paul Winter",
};

export async function makeMember(deskId: string, role: Role, name = NAMES[role]): Promise<Member> {
  hash ??= hashPassword(PASSWORD);
  const email = `${role.toLowerCase()}-${randomUUID()}@example.org`;
  const user = await db.user.create({ data: { email, name, passwordHash: await hash } });
  await db.membership.create({ data: { userId: user.id, deskId, role } });
  const token = makeSecret(API_TOKEN_PREFIX);
  await db.apiToken.create({
    data: { userId: user.id, deskId, name: "e2e", tokenHash: hashSecret(token) },
  });
  return { role, name, email, userId: user.id, deskId, token };
}

export async function makeDesk(name = `Redaktion ${randomUUID().slice(0, 8)}`): Promise<Desk> {
  const { id } = await db.desk.create({ data: { name } });
  const [admin, reviewer, editor, viewer] = await Promise.all([
    makeMember(id, "ADMIN"),
    makeMember(id, "REVIEWER"),
    makeMember(id, "EDITOR"),
    makeMember(id, "VIEWER"),
  ]);
  return { id, name, admin, reviewer, editor, viewer };
}

/** The cookie of a browser in which the member is signed in; each call is a session of its own. */
export async function sessionCookieOf({ userId, deskId }: Member): Promise<{ name: string; value: string }> {
  const sid = await createSession({ userId, deskId, replaces: null, now: new Date() });
  return { name: SESSION_COOKIE.name, value: await sealSessionId(sid) };
}
