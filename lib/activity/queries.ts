import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { requireId } from "@/lib/db/record-id";
import { AppError, invalid } from "@/lib/errors";
import type { ActivityView } from "./activity-view";
import type { ListActivityInput } from "./schemas";
import type { ChainEntry, ChainVerdict } from "./verify-chain";
import { startVerification } from "./verify-chain";

type ActivityRow = Omit<ActivityView, "at" | "actor"> & {
  at: Date;
  actorId: string | null;
  actorName: string;
};

const VERIFY_PAGE = 1_000;

/** The entries of a chain behind `afterSeq`, oldest first. For readers that have checked whose chain it is. */
export async function readEntries(
  actor: Actor,
  {
    chainId,
    claimId,
    afterSeq,
    limit,
  }: { chainId: string; claimId?: string; afterSeq: number; limit: number },
): Promise<ActivityView[]> {
  assertCan(actor, "activity.read");
  const rows = await db.$queryRaw<ActivityRow[]>`
    SELECT e.seq, e.at, e."actorId", e."actorName", e.type, e."claimId", c.number AS "claimNumber", e."mutationId",
           e.before, e.after, e.hash
      FROM "Activity" e
      LEFT JOIN "Claim" c ON c.id = e."claimId"
     WHERE e."chainId" = ${chainId}::uuid AND e."deskId" = ${actor.deskId}::uuid AND e.seq > ${afterSeq}
       ${claimId === undefined ? Prisma.empty : Prisma.sql`AND e."claimId" = ${claimId}::uuid`}
     ORDER BY e.seq
     LIMIT ${limit}`;
  return rows.map(({ at, actorId, actorName, ...row }) => ({
    ...row,
    at: at.toISOString(),
    actor: { id: actorId, name: actorName },
  }));
}

/**
 * The record of an article or of one of its claims, oldest first.
 * @throws NOT_FOUND for an article that is missing, foreign or deleted; INVALID for a cursor of another list
 */
export async function listActivity(
  actor: Actor,
  { articleId, claimId, cursor, limit = 100 }: ListActivityInput & { articleId: string },
): Promise<{ items: ActivityView[]; nextCursor: string | null }> {
  assertCan(actor, "activity.read");
  if (cursor !== undefined && !/^\d{1,9}$/.test(cursor)) throw invalid("cursor", "unknownCursor");
  const article = await db.article.findFirst({
    where: { id: requireId(articleId), deskId: actor.deskId, deletedAt: null },
    select: { id: true },
  });
  if (!article) throw new AppError("NOT_FOUND");
  const entries = await readEntries(actor, {
    chainId: article.id,
    ...(claimId !== undefined && { claimId: requireId(claimId) }),
    afterSeq: Number(cursor ?? 0),
    limit: limit + 1,
  });
  const items = entries.slice(0, limit);
  return { items, nextCursor: entries.length > limit ? String(items.at(-1)?.seq) : null };
}

/** The seq of the last entry of a chain; 0 before the first. */
export async function getLastSeq(actor: Actor, chainId: string): Promise<number> {
  assertCan(actor, "activity.read");
  const chain = await db.activityChain.findFirst({
    where: { id: requireId(chainId) },
    select: { seq: true },
  });
  return chain?.seq ?? 0;
}

export type VerifiedChain = { chainId: string; verdict: ChainVerdict };

/** Checks the chains of all desks, one after the other. For the command line: it belongs to no desk and has no actor. */
export async function* verifyChains(): AsyncGenerator<VerifiedChain> {
  const chains = await db.$queryRaw<{ chainId: string }[]>`
    SELECT id AS "chainId" FROM "ActivityChain" UNION SELECT "chainId" FROM "Activity" ORDER BY 1`;
  for (const { chainId } of chains) yield { chainId, verdict: await verifyOne(chainId) };
}

async function verifyOne(chainId: string): Promise<ChainVerdict> {
  const verifier = startVerification();
  for (let afterSeq = -1; ; ) {
    const page = await db.$queryRaw<(Omit<ChainEntry, "at"> & { at: Date })[]>`
      SELECT "chainId", seq, "deskId", "articleId", "claimId", at, "actorId", "actorName", type, "mutationId",
             before, after, "prevHash", hash
        FROM "Activity" WHERE "chainId" = ${chainId}::uuid AND seq > ${afterSeq}
       ORDER BY seq LIMIT ${VERIFY_PAGE}`;
    for (const { at, ...entry } of page) {
      const badSeq = verifier.add({ ...entry, at: at.toISOString() });
      if (badSeq !== null) return { isIntact: false, badSeq };
      afterSeq = entry.seq;
    }
    if (page.length < VERIFY_PAGE) break;
  }
  const head = await db.activityChain.findFirst({
    where: { id: chainId },
    select: { seq: true, hash: true },
  });
  return verifier.finish(head);
}

/**
 * The claims that are there though the record says they are gone, or the other way round. The record is folded: what the
 * last entry about a claim's being there says holds, and a claim without such an entry is there. Of all desks, as verifyChains.
 */
export async function listClaimsAgainstRecord(): Promise<{ id: string }[]> {
  return await db.$queryRaw<{ id: string }[]>`
    SELECT c.id
      FROM "Claim" c
      LEFT JOIN LATERAL (
        SELECT (e.after->>'isDeleted')::boolean AS "isDeleted"
          FROM "Activity" e
         WHERE e."claimId" = c.id
           AND e.type IN ('claim.deleted', 'claim.replaced', 'claim.restored')
         ORDER BY e.seq DESC LIMIT 1
      ) last ON true
     WHERE (c."deletedAt" IS NOT NULL) <> coalesce(last."isDeleted", false)
     ORDER BY c.id`;
}

export type VerifiedHash = { kind: "text" | "report"; id: string; isIntact: boolean };

/** Compares the stored hash of every text and every frozen report with what is stored. Of all desks, as verifyChains. */
export async function verifyHashes(): Promise<VerifiedHash[]> {
  return await db.$queryRaw<VerifiedHash[]>`
    SELECT 'text' AS kind, id, encode(sha256(convert_to(text, 'UTF8')), 'hex') = sha256 AS "isIntact"
      FROM "TextVersion"
    UNION ALL
    SELECT 'report', id, encode(sha256(convert_to(document, 'UTF8')), 'hex') = sha256 FROM "Report"`;
}
