import type { Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { hashSecret, makeSecret } from "./one-time-secret";
import type { Role } from "./policy";
import {
  isSessionAlive,
  needsTouch,
  SESSION_IDLE_SECONDS,
  SESSION_LIFETIME_SECONDS,
} from "./session-lifetime";

/** Whoever a credential stands for, as the database says at this moment. */
export type Identity = {
  /** Id of the Session or ApiToken row. */
  credentialId: string;
  userId: string;
  name: string;
  deskId: string;
  role: Role;
};

type SessionRow = Identity & { lastSeenAt: Date; expiresAt: Date };

/**
 * Starts a session in a desk and returns its id, which only the browser will know. `replaces` is the id the browser
 * held before: that session ends, so an id planted before sign-in is worth nothing after it.
 */
export async function createSession(input: {
  userId: string;
  deskId: string;
  replaces: string | null;
  now: Date;
}): Promise<string> {
  const sid = makeSecret();
  await db.$transaction(async (tx) => {
    if (input.replaces !== null) await endSession(tx, input.replaces);
    await tx.session.deleteMany({ where: { expiresAt: { lt: input.now } } });
    await tx.session.create({
      data: {
        tokenHash: hashSecret(sid),
        userId: input.userId,
        deskId: input.deskId,
        createdAt: input.now,
        lastSeenAt: input.now,
        expiresAt: new Date(input.now.getTime() + SESSION_LIFETIME_SECONDS * 1000),
      },
    });
  });
  return sid;
}

/**
 * Who a session id stands for; null when the session is over, the membership is gone or disabled. One read, and at
 * most once a minute a write that finds nothing when the session was ended meanwhile: an ended one stays ended.
 */
export async function readSession(sid: string, now: Date): Promise<Identity | null> {
  const [session] = await db.$queryRaw<SessionRow[]>`
    SELECT s.id AS "credentialId", s."userId", u.name, s."deskId", m.role, s."lastSeenAt", s."expiresAt"
      FROM "Session" s
      JOIN "User" u ON u.id = s."userId"
      JOIN "Membership" m ON m."userId" = s."userId" AND m."deskId" = s."deskId" AND m."disabledAt" IS NULL
     WHERE s."tokenHash" = ${hashSecret(sid)}`;
  if (!session || !isSessionAlive(session, now)) return null;
  if (needsTouch(session, now) && !(await touchSession(session.credentialId, now))) return null;
  const { credentialId, userId, name, deskId, role } = session;
  return { credentialId, userId, name, deskId, role };
}

/** Notes the use of a session that is still there and still alive; false when it is not. */
export async function touchSession(sessionId: string, now: Date): Promise<boolean> {
  const idleLimit = new Date(now.getTime() - SESSION_IDLE_SECONDS * 1000);
  const { count } = await db.session.updateMany({
    where: { id: sessionId, expiresAt: { gte: now }, lastSeenAt: { gte: idleLimit } },
    data: { lastSeenAt: now },
  });
  return count === 1;
}

/** Ends the session of a session id; ending one that is over is not an error. */
export async function endSession(tx: Transaction, sid: string): Promise<void> {
  await tx.session.deleteMany({ where: { tokenHash: hashSecret(sid) } });
}
