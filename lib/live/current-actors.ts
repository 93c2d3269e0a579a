import type { Actor } from "@/lib/auth/policy";
import { isSessionAlive } from "@/lib/auth/session-lifetime";
import { db } from "@/lib/db/client";

/** What an actor came with; streams of one browser share it. */
export function credentialOf(actor: Actor): string {
  return actor.sessionId ?? actor.tokenId ?? actor.userId ?? "system";
}

/** Those among the actors whose credential still holds for their desk, with one query each for sessions and tokens. */
export async function listCurrentActors(actors: readonly Actor[], now: Date): Promise<Set<Actor>> {
  const deskOf = new Map([
    ...(await readSessions(
      actors.flatMap(({ sessionId }) => sessionId ?? []),
      now,
    )),
    ...(await readTokens(actors.flatMap(({ tokenId }) => tokenId ?? []))),
  ]);
  return new Set(
    actors.filter((actor) => {
      const credential = actor.sessionId ?? actor.tokenId;
      return credential === null || deskOf.get(credential) === actor.deskId;
    }),
  );
}

type Holding = [credentialId: string, deskId: string];

async function readSessions(ids: readonly string[], now: Date): Promise<Holding[]> {
  if (ids.length === 0) return [];
  const sessions = await db.$queryRaw<{ id: string; deskId: string; lastSeenAt: Date; expiresAt: Date }[]>`
    SELECT s.id, s."deskId", s."lastSeenAt", s."expiresAt"
      FROM "Session" s
      JOIN "Membership" m ON m."userId" = s."userId" AND m."deskId" = s."deskId" AND m."disabledAt" IS NULL
     WHERE s.id = ANY (${ids}::uuid[])`;
  return sessions.filter((session) => isSessionAlive(session, now)).map(({ id, deskId }) => [id, deskId]);
}

async function readTokens(ids: readonly string[]): Promise<Holding[]> {
  if (ids.length === 0) return [];
  const tokens = await db.$queryRaw<{ id: string; deskId: string }[]>`
    SELECT t.id, t."deskId"
      FROM "ApiToken" t
      JOIN "Membership" m ON m."userId" = t."userId" AND m."deskId" = t."deskId" AND m."disabledAt" IS NULL
     WHERE t.id = ANY (${ids}::uuid[]) AND t."revokedAt" IS NULL`;
  return tokens.map(({ id, deskId }) => [id, deskId]);
}
