import { hashSecret } from "@/lib/auth/one-time-secret";
import type { Actor } from "@/lib/auth/policy";
import { assertCan, can } from "@/lib/auth/policy";
import { SESSION_IDLE_SECONDS } from "@/lib/auth/session-lifetime";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { isLocale, isTheme } from "@/lib/i18n/locales";
import type {
  ApiTokenView,
  InvitationView,
  MemberView,
  OpenInvitation,
  Profile,
  SessionView,
} from "./member-views";

/**
 * The actor's own account. Roles and desk are those of the session or token at hand.
 * @throws FORBIDDEN for the system, which is no person
 */
export async function getProfile(actor: Actor): Promise<Profile> {
  assertCan(actor, "account.own");
  const membership = await db.membership.findFirst({
    where: { deskId: actor.deskId, userId: actor.userId ?? undefined, disabledAt: null },
    select: {
      role: true,
      desk: { select: { id: true, name: true } },
      user: { select: { id: true, name: true, email: true, locale: true, theme: true } },
    },
  });
  if (!membership || actor.userId === null) throw new AppError("FORBIDDEN");
  const { user, desk, role } = membership;
  return {
    id: user.id,
    name: user.name,
    email: user.email,
    role,
    desk,
    locale: isLocale(user.locale) ? user.locale : null,
    theme: isTheme(user.theme) ? user.theme : null,
  };
}

/** Everyone of the desk, by name; also the disabled, whose names stand in the record. */
export async function listMembers(actor: Actor): Promise<MemberView[]> {
  assertCan(actor, "member.read");
  const memberships = await db.membership.findMany({
    where: { deskId: actor.deskId },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    select: {
      role: true,
      createdAt: true,
      disabledAt: true,
      user: { select: { id: true, name: true, email: true } },
    },
  });
  const seesAddresses = can(actor, "member.manage");
  return memberships.map(({ user, role, createdAt, disabledAt }) => ({
    id: user.id,
    name: user.name,
    email: seesAddresses ? user.email : null,
    role,
    isDisabled: disabledAt !== null,
    joinedAt: createdAt.toISOString(),
  }));
}

/** The invitations of the desk that can still be accepted, newest first. */
export async function listInvitations(actor: Actor, now = new Date()): Promise<InvitationView[]> {
  assertCan(actor, "member.manage");
  const invitations = await db.invitation.findMany({
    where: { deskId: actor.deskId, acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: { id: true, email: true, name: true, role: true, createdAt: true, expiresAt: true },
  });
  return invitations.map((invitation) => ({
    ...invitation,
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
  }));
}

/** The invitation behind a link; null when it was used, revoked or is too old. Whoever holds the link may ask. */
export async function getOpenInvitation(token: string, now = new Date()): Promise<OpenInvitation | null> {
  const invitation = await db.invitation.findFirst({
    where: { tokenHash: hashSecret(token), acceptedAt: null, revokedAt: null, expiresAt: { gt: now } },
    select: { email: true, name: true, role: true, desk: { select: { name: true } } },
  });
  if (!invitation) return null;
  const { desk, ...rest } = invitation;
  return { ...rest, deskName: desk.name };
}

/** True while the instance has no admin and waits for its set-up link. */
export async function isSetupOpen(): Promise<boolean> {
  const admin = await db.membership.findFirst({ where: { role: "ADMIN" }, select: { id: true } });
  return admin === null;
}

/** True when the link is the newest one of an instance that is still without an admin. */
export async function isSetupLinkValid(token: string): Promise<boolean> {
  if (!(await isSetupOpen())) return false;
  const newest = await db.setupLink.findFirst({
    where: { usedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { tokenHash: true },
  });
  return newest?.tokenHash === hashSecret(token);
}

/** The actor's own API tokens of the desk that still work, newest first. */
export async function listApiTokens(actor: Actor): Promise<ApiTokenView[]> {
  assertCan(actor, "token.own");
  if (actor.userId === null) return [];
  const tokens = await db.apiToken.findMany({
    where: { userId: actor.userId, deskId: actor.deskId, revokedAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true, name: true, createdAt: true, lastUsedAt: true },
  });
  return tokens.map((token) => ({
    ...token,
    createdAt: token.createdAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  }));
}

/** The browsers in which the actor is signed in, the one at hand first. */
export async function listSessions(actor: Actor, now = new Date()): Promise<SessionView[]> {
  assertCan(actor, "account.own");
  if (actor.userId === null) return [];
  const sessions = await db.session.findMany({
    where: {
      userId: actor.userId,
      expiresAt: { gt: now },
      lastSeenAt: { gt: new Date(now.getTime() - SESSION_IDLE_SECONDS * 1000) },
    },
    orderBy: { lastSeenAt: "desc" },
    select: { id: true, createdAt: true, lastSeenAt: true, expiresAt: true },
  });
  return sessions
    .map(({ id, createdAt, lastSeenAt, expiresAt }) => ({
      id,
      startedAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      isCurrent: id === actor.sessionId,
    }))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent));
}
