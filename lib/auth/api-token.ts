import { db } from "@/lib/db/client";
import { hashSecret } from "./one-time-secret";
import type { Identity } from "./session";
import { SESSION_TOUCH_SECONDS } from "./session-lifetime";

/** How every API token begins, so that scanners of leaked secrets and people recognise one. */
export const API_TOKEN_PREFIX = "beleg_";
const API_TOKEN = /^beleg_[\w-]{43}$/;

/** Who an API token acts for; null when it is unknown or revoked, or the membership is gone or disabled. */
export async function readApiToken(token: string, now: Date): Promise<Identity | null> {
  if (!API_TOKEN.test(token)) return null;
  const [row] = await db.$queryRaw<(Identity & { lastUsedAt: Date | null })[]>`
    SELECT t.id AS "credentialId", t."userId", u.name, t."deskId", m.role, t."lastUsedAt"
      FROM "ApiToken" t
      JOIN "User" u ON u.id = t."userId"
      JOIN "Membership" m ON m."userId" = t."userId" AND m."deskId" = t."deskId" AND m."disabledAt" IS NULL
     WHERE t."tokenHash" = ${hashSecret(token)} AND t."revokedAt" IS NULL`;
  if (!row) return null;
  const { lastUsedAt, ...identity } = row;
  const isFresh = lastUsedAt !== null && now.getTime() - lastUsedAt.getTime() < SESSION_TOUCH_SECONDS * 1000;
  if (isFresh) return identity;
  const { count } = await db.apiToken.updateMany({
    where: { id: identity.credentialId, revokedAt: null },
    data: { lastUsedAt: now },
  });
  return count === 1 ? identity : null;
}
