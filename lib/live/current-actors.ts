import type { Actor } from "@/lib/auth/policy";
import { isSessionAlive } from "@/lib/auth/session-lifetime";
import { db } from "@/lib/db/client";

/** What an actor came with; streams of one browser share it. */
export function credentialOf(actor: Actor): string {
  return actor.sessionId ?? actor.tokenId ?? actor.userId ?? "system";
}

/** Those credentials among the actors' that still hold, with one query each for sessions and tokens. */
export async function listCurrentCredentials(actors: readonly Actor[], now: Date): Promise<Set<string>> {
  const sessionIds = actors.flatMap(({ sessionId }) => (sessionId === null ? [] : [sessionId]));
  const tokenIds = actors.flatMap(({ tokenId }) => (tokenId === null ? [] : [tokenId]));
  const current = new Set(
    actors.filter(({ sessionId, tokenId }) => sessionId === null && tokenId === null).map(credentialOf),
  );
  if (sessionIds.length > 0) {
    const sessions = await db.$queryRaw<{ id: string; lastSeenAt: Date; expiresAt: Date }[]>`
      SELECT s.id, s."lastSeenAt", s."expiresAt"
        FROM "Session" s
        JOIN "Membership" m ON m."userId" = s."userId" AND m."deskId" = s."deskId" AND m."disabledAt" IS NULL
       WHERE s.id = ANY (${sessionIds}::uuid[])`;
    for (const session of sessions) if (isSessionAlive(session, now)) current.add(session.id);
  }
  if (tokenIds.length > 0) {
    const tokens = await db.$queryRaw<{ id: string }[]>`
      SELECT t.id
        FROM "ApiToken" t
        JOIN "Membership" m ON m."userId" = t."userId" AND m."deskId" = t."deskId" AND m."disabledAt" IS NULL
       WHERE t.id = ANY (${tokenIds}::uuid[]) AND t."revokedAt" IS NULL`;
    for (const { id } of tokens) current.add(id);
  }
  return current;
}
