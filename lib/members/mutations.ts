import type { Recorded } from "@/lib/activity/mutations";
import { recordActivity, runMutation, wasCarriedOut } from "@/lib/activity/mutations";
import { API_TOKEN_PREFIX } from "@/lib/auth/api-token";
import { hashSecret, makeSecret } from "@/lib/auth/one-time-secret";
import { hashPassword, verifyPassword } from "@/lib/auth/password";
import type { Actor, Role } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import { forgiveAttempt, takeAttempt } from "@/lib/auth/rate-limit";
import type { Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { requireId } from "@/lib/db/record-id";
import { AppError, invalid } from "@/lib/errors";
import type { ApiTokenView, InvitationView } from "./member-views";
import { isSetupLinkValid } from "./queries";
import type {
  AcceptInvitationInput,
  AddInvitationInput,
  AddUserInput,
  AddUserTokenInput,
  ChangePasswordInput,
  CompleteSetupInput,
  CreateApiTokenInput,
  SetUserPasswordInput,
  UpdateMemberInput,
  UpdateProfileInput,
} from "./schemas";

const INVITATION_LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;
const SYSTEM_NAME = "system";
/** What the first desk is called when nobody names it; the command line makes one where there is none. */
const FIRST_DESK_NAME = "Redaktion";

/** One set-up at a time: what is true of the instance when it is looked at stays true until COMMIT. */
async function lockSetup(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(734190020)`;
}

/** Changes to who may do what in a desk wait for each other, so the last admin stays the last. */
async function lockMembers(tx: Transaction, deskId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Desk" WHERE id = ${deskId}::uuid FOR NO KEY UPDATE`;
}

/**
 * Makes the one-time link with which the first admin sets the instance up, and returns its secret. Earlier links stop
 * working. Null once there is an admin: set-up is closed for good.
 */
export async function createSetupLink(): Promise<string | null> {
  const token = makeSecret();
  return await db.$transaction(async (tx) => {
    await lockSetup(tx);
    if (await tx.membership.findFirst({ where: { role: "ADMIN" }, select: { id: true } })) return null;
    await tx.setupLink.deleteMany({ where: { usedAt: null } });
    await tx.setupLink.create({ data: { tokenHash: hashSecret(token) } });
    return token;
  });
}

/**
 * Makes the first desk and its admin. Of several who use the link at once exactly one succeeds.
 * @throws NOT_FOUND when the link is not the newest, was used, or there is an admin already
 * @throws INVALID when the address or the name of the desk is taken
 */
export async function completeSetup(input: CompleteSetupInput): Promise<{ userId: string; deskId: string }> {
  if (!(await isSetupLinkValid(input.token))) throw new AppError("NOT_FOUND");
  const passwordHash = await hashPassword(input.password);
  return await db.$transaction(async (tx) => {
    await lockSetup(tx);
    if (await tx.membership.findFirst({ where: { role: "ADMIN" }, select: { id: true } })) {
      throw new AppError("NOT_FOUND");
    }
    const now = new Date();
    const { count } = await tx.setupLink.updateMany({
      where: { tokenHash: hashSecret(input.token), usedAt: null },
      data: { usedAt: now },
    });
    if (count !== 1) throw new AppError("NOT_FOUND");
    const deskId = await addDesk(tx, input.deskName);
    const userId = await addMember(tx, { ...input, passwordHash, role: "ADMIN", deskId });
    const by: Recorded = { userId, name: input.name, deskId };
    await recordActivity(tx, by, {
      type: "desk.added",
      before: {},
      after: { name: input.deskName },
      at: now,
    });
    await recordActivity(tx, by, {
      type: "member.added",
      before: {},
      at: now,
      after: { memberId: userId, name: input.name, role: "ADMIN" },
    });
    return { userId, deskId };
  });
}

/** @throws INVALID when the name is taken */
async function addDesk(tx: Transaction, name: string): Promise<string> {
  const [desk] = await tx.desk.createManyAndReturn({
    data: [{ name }],
    select: { id: true },
    skipDuplicates: true,
  });
  if (!desk) throw invalid("deskName", "taken");
  return desk.id;
}

/** @throws INVALID when the address has an account */
async function addMember(
  tx: Transaction,
  input: { email: string; name: string; passwordHash: string; role: Role; deskId: string },
): Promise<string> {
  const { email, name, passwordHash, role, deskId } = input;
  const [user] = await tx.user.createManyAndReturn({
    data: [{ email, name, passwordHash }],
    select: { id: true },
    skipDuplicates: true,
  });
  if (!user) throw invalid("email", "taken");
  await tx.membership.create({ data: { userId: user.id, deskId, role } });
  return user.id;
}

/**
 * Invites a person to the desk and returns the secret of the link, which is stored nowhere. An open invitation to the
 * same address is replaced. The same mutationId again answers with the same invitation and a fresh link.
 * @throws FORBIDDEN
 * @throws INVALID when the person is a member already, or the repeated invitation is no longer open
 */
export async function addInvitation(
  actor: Actor,
  input: AddInvitationInput,
): Promise<{ invitation: InvitationView; token: string }> {
  assertCan(actor, "member.manage");
  const createdById = requirePerson(actor);
  const { mutationId, email, name, role } = input;
  const request = { operation: "addInvitation", mutationId, input: { email, name, role } };
  const invitation = await runMutation(actor, request, async (tx): Promise<InvitationView> => {
    await lockMembers(tx, actor.deskId);
    await assertStillAdmin(tx, actor);
    const member = await tx.membership.findFirst({
      where: { deskId: actor.deskId, user: { email } },
      select: { id: true },
    });
    if (member) throw invalid("email", "alreadyMember");
    const now = new Date();
    await tx.invitation.updateMany({
      where: { deskId: actor.deskId, email, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
    });
    const row = await tx.invitation.create({
      data: {
        email,
        name,
        role,
        createdById,
        deskId: actor.deskId,
        createdAt: now,
        tokenHash: hashSecret(makeSecret()),
        expiresAt: new Date(now.getTime() + INVITATION_LIFETIME_MS),
      },
      select: { id: true, email: true, name: true, role: true, createdAt: true, expiresAt: true },
    });
    await recordActivity(tx, actor, {
      type: "invitation.added",
      mutationId,
      before: {},
      at: now,
      after: { invitationId: row.id, name, role },
    });
    return { ...row, createdAt: row.createdAt.toISOString(), expiresAt: row.expiresAt.toISOString() };
  });
  const token = makeSecret();
  const { count } = await db.invitation.updateMany({
    where: { id: invitation.id, deskId: actor.deskId, acceptedAt: null, revokedAt: null },
    data: { tokenHash: hashSecret(token) },
  });
  if (count !== 1) throw invalid("mutationId", "noLongerOpen");
  return { invitation, token };
}

/**
 * Makes the account of an invited person.
 * @throws NOT_FOUND when the link was used, revoked or is too old
 * @throws INVALID when the address has an account already
 */
export async function acceptInvitation(input: AcceptInvitationInput): Promise<{ email: string }> {
  const where = { tokenHash: hashSecret(input.token), acceptedAt: null, revokedAt: null } as const;
  const open = await db.invitation.findFirst({
    where: { ...where, expiresAt: { gt: new Date() } },
    select: { id: true },
  });
  if (!open) throw new AppError("NOT_FOUND");
  const passwordHash = await hashPassword(input.password);
  return await db.$transaction(async (tx) => {
    const now = new Date();
    const [invitation] = await tx.invitation.updateManyAndReturn({
      where: { ...where, expiresAt: { gt: now } },
      data: { acceptedAt: now },
      select: { id: true, email: true, role: true, deskId: true },
    });
    if (!invitation) throw new AppError("NOT_FOUND");
    const { email, role, deskId } = invitation;
    const userId = await addMember(tx, { email, name: input.name, passwordHash, role, deskId });
    await recordActivity(
      tx,
      { userId, name: input.name, deskId },
      {
        type: "member.added",
        before: {},
        at: now,
        after: { memberId: userId, name: input.name, role, invitationId: invitation.id },
      },
    );
    return { email };
  });
}

/**
 * Takes an invitation back; its link stops working.
 * @throws FORBIDDEN
 * @throws NOT_FOUND when it was accepted or revoked already, or belongs to another desk
 */
export async function revokeInvitation(
  actor: Actor,
  invitationId: string,
  { mutationId }: { mutationId: string },
): Promise<void> {
  assertCan(actor, "member.manage");
  const id = requireId(invitationId);
  await runMutation(actor, { operation: "revokeInvitation", mutationId, input: { id } }, async (tx) => {
    const now = new Date();
    const [invitation] = await tx.invitation.updateManyAndReturn({
      where: { id, deskId: actor.deskId, acceptedAt: null, revokedAt: null },
      data: { revokedAt: now },
      select: { name: true, role: true },
    });
    if (!invitation) throw new AppError("NOT_FOUND");
    await recordActivity(tx, actor, {
      type: "invitation.revoked",
      mutationId,
      at: now,
      before: { invitationId: id, ...invitation },
      after: {},
    });
  });
}

/**
 * Changes a member's role, or shuts them out and lets them in again. Their sessions in this desk end at once.
 * @throws FORBIDDEN also when the actor lost the role meanwhile
 * @throws NOT_FOUND
 * @throws INVALID "lastAdmin" when the desk would be left without an admin
 */
export async function updateMember(actor: Actor, memberId: string, input: UpdateMemberInput): Promise<void> {
  assertCan(actor, "member.manage");
  const userId = requireId(memberId);
  const { mutationId, ...changes } = input;
  const request = { operation: "updateMember", mutationId, input: { userId, ...changes } };
  await runMutation(actor, request, async (tx) => {
    await lockMembers(tx, actor.deskId);
    await assertStillAdmin(tx, actor);
    const member = await tx.membership.findFirst({
      where: { userId, deskId: actor.deskId },
      select: { id: true, role: true, disabledAt: true, user: { select: { name: true } } },
    });
    if (!member) throw new AppError("NOT_FOUND");
    const before = { role: member.role, isDisabled: member.disabledAt !== null };
    const after = { role: changes.role ?? before.role, isDisabled: changes.isDisabled ?? before.isDisabled };
    if (after.role === before.role && after.isDisabled === before.isDisabled) return;
    if (isActiveAdmin(before) && !isActiveAdmin(after)) await assertOtherAdmin(tx, actor.deskId, member.id);
    const now = new Date();
    await tx.membership.update({
      where: { id: member.id },
      data: { role: after.role, disabledAt: after.isDisabled ? (member.disabledAt ?? now) : null },
    });
    await tx.session.deleteMany({ where: { userId, deskId: actor.deskId } });
    const identity = { memberId: userId, name: member.user.name };
    await recordActivity(tx, actor, {
      type: "member.changed",
      mutationId,
      at: now,
      before: { ...identity, ...before },
      after: { ...identity, ...after },
    });
  });
}

function isActiveAdmin(member: { role: Role; isDisabled: boolean }): boolean {
  return member.role === "ADMIN" && !member.isDisabled;
}

/** The role was read when the request came in; whoever was demoted since has no say any more. */
async function assertStillAdmin(tx: Transaction, actor: Actor): Promise<void> {
  if (actor.userId === null) return;
  const membership = await tx.membership.findFirst({
    where: { userId: actor.userId, deskId: actor.deskId, disabledAt: null },
    select: { role: true },
  });
  if (!membership) throw new AppError("FORBIDDEN");
  assertCan(membership, "member.manage");
}

async function assertOtherAdmin(tx: Transaction, deskId: string, membershipId: string): Promise<void> {
  const other = await tx.membership.findFirst({
    where: { deskId, role: "ADMIN", disabledAt: null, id: { not: membershipId } },
    select: { id: true },
  });
  if (!other) throw invalid("role", "lastAdmin");
}

/** @throws FORBIDDEN for the system, which has no account */
function requirePerson(actor: Actor): string {
  if (actor.userId === null) throw new AppError("FORBIDDEN");
  return actor.userId;
}

/**
 * For what decides who holds the account: a token that leaked must not be able to keep itself alive.
 * @throws FORBIDDEN when the actor came by an API token
 */
function requireBrowser(actor: Actor): string {
  if (actor.tokenId !== null) throw new AppError("FORBIDDEN");
  return requirePerson(actor);
}

/** Changes the actor's own name, language or theme. */
export async function updateProfile(actor: Actor, input: UpdateProfileInput): Promise<void> {
  assertCan(actor, "account.own");
  const id = requirePerson(actor);
  const { mutationId, ...changes } = input;
  await runMutation(actor, { operation: "updateProfile", mutationId, input: changes }, async (tx) => {
    const [user] = await tx.$queryRaw<{ name: string }[]>`
      SELECT name FROM "User" WHERE id = ${id}::uuid FOR NO KEY UPDATE`;
    if (!user) throw new AppError("NOT_FOUND");
    await tx.user.update({ where: { id }, data: changes });
    // Language and theme are the person's own affair; a name stands beside every verdict they give.
    if (changes.name === undefined || changes.name === user.name) return;
    await recordActivity(tx, actor, {
      type: "member.renamed",
      mutationId,
      at: new Date(),
      before: { memberId: id, name: user.name },
      after: { memberId: id, name: changes.name },
    });
  });
}

/**
 * Changes the actor's own password and ends their other sessions. Wrong tries count like those at sign-in. The same
 * mutationId again is answered as the first time where it asks for the same password.
 * @throws FORBIDDEN when the actor came by an API token
 * @throws INVALID "wrong" for the current password
 * @throws RATE_LIMITED
 */
export async function changePassword(
  actor: Actor,
  input: ChangePasswordInput & { clientAddress: string },
): Promise<void> {
  assertCan(actor, "account.own");
  const id = requireBrowser(actor);
  const user = await db.user.findUniqueOrThrow({
    where: { id },
    select: { email: true, passwordHash: true },
  });
  const attempt = await takeAttempt({
    email: user.email,
    clientAddress: input.clientAddress,
    now: new Date(),
  });
  if ("retryAfterSeconds" in attempt) throw new AppError("RATE_LIMITED", attempt);
  // The passwords stay out of the request that is remembered: its hash would be quick to guess at. Whether a repeated
  // one is the same is seen by the password it led to.
  const request = { operation: "changePassword", mutationId: input.mutationId, input: {} };
  const isRepeated = await wasCarriedOut(actor, request);
  if (!(await verifyPassword(user.passwordHash, isRepeated ? input.newPassword : input.currentPassword))) {
    throw isRepeated ? invalid("mutationId", "mutationIdReused") : invalid("currentPassword", "wrong");
  }
  await forgiveAttempt(attempt);
  if (isRepeated) return;
  const passwordHash = await hashPassword(input.newPassword);
  await runMutation(actor, request, async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id, passwordHash: user.passwordHash },
      data: { passwordHash },
    });
    if (count !== 1) throw invalid("currentPassword", "wrong");
    await endOtherSessions(tx, actor, id);
    await recordActivity(tx, actor, {
      type: "member.passwordChanged",
      mutationId: input.mutationId,
      at: new Date(),
      before: {},
      after: { memberId: id },
    });
  });
}

async function endOtherSessions(tx: Transaction, actor: Actor, userId: string): Promise<void> {
  await tx.session.deleteMany({
    where: { userId, ...(actor.sessionId !== null && { id: { not: actor.sessionId } }) },
  });
}

/**
 * Ends one of the actor's own sessions, or all but the one at hand.
 * @throws FORBIDDEN when the actor came by an API token
 * @throws NOT_FOUND when the session is over or someone else's
 */
export async function endSessions(
  actor: Actor,
  which: { sessionId: string } | "others",
  { mutationId }: { mutationId: string },
): Promise<void> {
  assertCan(actor, "account.own");
  const userId = requireBrowser(actor);
  const id = which === "others" ? null : requireId(which.sessionId);
  await runMutation(actor, { operation: "endSessions", mutationId, input: { id } }, async (tx) => {
    if (id === null) {
      await endOtherSessions(tx, actor, userId);
      return;
    }
    const { count } = await tx.session.deleteMany({ where: { id, userId } });
    if (count !== 1) throw new AppError("NOT_FOUND");
  });
}

/**
 * Makes an API token for the actor and returns its secret, which is stored nowhere. The same mutationId again answers
 * with the same token row and a fresh secret.
 * @throws FORBIDDEN when the actor came by an API token
 * @throws INVALID when the repeated token was revoked meanwhile
 */
export async function createApiToken(
  actor: Actor,
  input: CreateApiTokenInput,
): Promise<{ apiToken: ApiTokenView; token: string }> {
  assertCan(actor, "token.own");
  const userId = requireBrowser(actor);
  const { mutationId, name } = input;
  const request = { operation: "createApiToken", mutationId, input: { name } };
  const apiToken = await runMutation(actor, request, async (tx) => {
    return await addApiToken(tx, actor, { userId, name, mutationId, token: makeSecret() });
  });
  const token = makeSecret(API_TOKEN_PREFIX);
  const { count } = await db.apiToken.updateMany({
    where: { id: apiToken.id, userId, revokedAt: null },
    data: { tokenHash: hashSecret(token) },
  });
  if (count !== 1) throw invalid("mutationId", "noLongerOpen");
  return { apiToken, token };
}

async function addApiToken(
  tx: Transaction,
  by: Recorded,
  input: { userId: string; name: string; mutationId: string | null; token: string },
): Promise<ApiTokenView> {
  const { userId, name, mutationId, token } = input;
  const now = new Date();
  const row = await tx.apiToken.create({
    data: { userId, deskId: by.deskId, name, tokenHash: hashSecret(token), createdAt: now },
    select: { id: true, name: true, createdAt: true },
  });
  await recordActivity(tx, by, {
    type: "token.added",
    mutationId,
    before: {},
    at: now,
    after: { tokenId: row.id, memberId: userId, name },
  });
  return { id: row.id, name: row.name, createdAt: row.createdAt.toISOString(), lastUsedAt: null };
}

/**
 * Revokes one of the actor's own API tokens.
 * @throws NOT_FOUND when it was revoked already, or is someone else's
 */
export async function revokeApiToken(
  actor: Actor,
  tokenId: string,
  { mutationId }: { mutationId: string },
): Promise<void> {
  assertCan(actor, "token.own");
  const userId = requirePerson(actor);
  const id = requireId(tokenId);
  await runMutation(actor, { operation: "revokeApiToken", mutationId, input: { id } }, async (tx) => {
    const now = new Date();
    const [token] = await tx.apiToken.updateManyAndReturn({
      where: { id, userId, deskId: actor.deskId, revokedAt: null },
      data: { revokedAt: now },
      select: { name: true },
    });
    if (!token) throw new AppError("NOT_FOUND");
    await recordActivity(tx, actor, {
      type: "token.revoked",
      mutationId,
      at: now,
      before: { tokenId: id, memberId: userId, name: token.name },
      after: {},
    });
  });
}

/**
 * From the command line: adds a user to a desk, and makes the first desk where there is none.
 * @throws INVALID when the address has an account, or the desk is not clear
 */
export async function addUser(input: AddUserInput): Promise<{ userId: string; deskId: string }> {
  const { email, name, role, deskName } = input;
  const passwordHash = await hashPassword(input.password);
  return await db.$transaction(async (tx) => {
    await lockSetup(tx);
    const isFirst = (await tx.desk.findFirst({ select: { id: true } })) === null;
    const deskId = isFirst ? await addDesk(tx, deskName ?? FIRST_DESK_NAME) : await findDesk(tx, deskName);
    const userId = await addMember(tx, { email, name, role, deskId, passwordHash });
    const by: Recorded = { userId: null, name: SYSTEM_NAME, deskId };
    const now = new Date();
    if (isFirst) {
      await recordActivity(tx, by, {
        type: "desk.added",
        before: {},
        after: { name: deskName ?? FIRST_DESK_NAME },
        at: now,
      });
    }
    await recordActivity(tx, by, {
      type: "member.added",
      before: {},
      after: { memberId: userId, name, role },
      at: now,
    });
    return { userId, deskId };
  });
}

/** @throws INVALID when no desk has that name, or none is named and there are several */
async function findDesk(tx: Transaction, name: string | undefined): Promise<string> {
  const desks = await tx.desk.findMany({
    where: name === undefined ? {} : { name },
    select: { id: true },
    take: 2,
  });
  const [desk, second] = desks;
  if (second) throw invalid("deskName", "required");
  if (!desk) throw invalid("deskName", "unknown");
  return desk.id;
}

/**
 * From the command line, for who forgot it: sets a user's password and ends their sessions. It stands on the record
 * of each of their desks, because whoever sets a password could act as that person.
 * @throws INVALID when nobody has the address
 */
export async function setUserPassword(input: SetUserPasswordInput): Promise<void> {
  const passwordHash = await hashPassword(input.password);
  await db.$transaction(async (tx) => {
    const [user] = await tx.user.updateManyAndReturn({
      where: { email: input.email },
      data: { passwordHash },
      select: { id: true },
    });
    if (!user) throw invalid("email", "unknown");
    await tx.session.deleteMany({ where: { userId: user.id } });
    const memberships = await tx.membership.findMany({
      where: { userId: user.id },
      orderBy: { deskId: "asc" },
      select: { deskId: true },
    });
    const at = new Date();
    for (const { deskId } of memberships) {
      await recordActivity(
        tx,
        { userId: null, name: SYSTEM_NAME, deskId },
        { type: "member.passwordSet", before: {}, after: { memberId: user.id }, at },
      );
    }
  });
}

/**
 * From the command line: makes an API token for a member and returns its secret.
 * @throws INVALID when the address belongs to no active member, or to members of several desks
 */
export async function addUserToken(input: AddUserTokenInput): Promise<string> {
  const token = makeSecret(API_TOKEN_PREFIX);
  await db.$transaction(async (tx) => {
    const memberships = await tx.membership.findMany({
      where: {
        disabledAt: null,
        user: { email: input.email },
        ...(input.deskName !== undefined && { desk: { name: input.deskName } }),
      },
      select: { userId: true, deskId: true },
      take: 2,
    });
    const [membership, second] = memberships;
    if (second) throw invalid("deskName", "required");
    if (!membership) throw invalid("email", "unknown");
    const { userId, deskId } = membership;
    const by: Recorded = { userId: null, name: SYSTEM_NAME, deskId };
    await addApiToken(tx, by, { userId, name: input.name, mutationId: null, token });
  });
  return token;
}
