import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import type { Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { requireId } from "@/lib/db/record-id";
import { AppError } from "@/lib/errors";
import { NOTE_OBJECT, NOTE_TABLES } from "@/lib/notes/queries";
import { CITATION_OBJECT, CITATION_TABLES } from "@/lib/sources/queries";
import type { ClaimRow, ClaimView } from "./claim-view";
import { compareByPlace, toClaimView } from "./claim-view";

/** Claims with everything the workspace shows of them, in one statement: places in the newest text, citations, notes. */
async function readClaims(tx: Transaction, actor: Actor, where: Prisma.Sql): Promise<ClaimView[]> {
  assertCan(actor, "article.read");
  const rows = await tx.$queryRaw<ClaimRow[]>`
    SELECT c.id, c.number, c.version, c.origin::text, c.wording, c."translationLanguage", c."translationWording",
           c.sentence, c.speaker, c."speakerRole", c.mode, c.modality, c.kind, c."checkWorthiness", c.reasons,
           c."setAside"::text, NOT c."fieldVersions" ? 'setAside' AS "isSetAsideProposed",
           c.state::text, c.verdict::text, c."verdictAt", c.reason, c."attributionVerdict"::text, c."assigneeId",
           CASE WHEN c.verdict IS NULL THEN NULL ELSE coalesce(judge.name, 'system') END AS "verdictBy",
           c."deletedAt" IS NOT NULL AS "isDeleted", c."madeById" AS "madeBy", c."replacedById" AS "replacedBy",
           -- Splitting a text anew replaces only what nobody has touched: there is no history to point at.
           coalesce((
             SELECT json_agg(json_build_object('id', o.id, 'number', o.number) ORDER BY o.number)
               FROM "Restructuring" r
               JOIN "Claim" o ON o."replacedById" = r.id AND o."deskId" = r."deskId"
              WHERE r.id = c."madeById" AND r.kind <> 'RESPLIT'), '[]') AS "madeFrom",
           coalesce((
             SELECT json_agg(json_build_object('occurrence', p.occurrence, 'sentence', p.sentence,
                      'start', p."startOffset", 'end', p."endOffset", 'quote', p.quote)
                      ORDER BY p.occurrence, p.position)
               FROM "Span" p WHERE p."claimId" = c.id AND p."textVersionId" = newest.id), '[]') AS places,
           coalesce((
             SELECT json_agg(${CITATION_OBJECT} ORDER BY t."createdAt", t.id)
               FROM ${CITATION_TABLES} WHERE t."claimId" = c.id AND t."deletedAt" IS NULL), '[]') AS citations,
           coalesce((
             SELECT json_agg(${NOTE_OBJECT} ORDER BY n."createdAt", n.id)
               FROM ${NOTE_TABLES} WHERE n."claimId" = c.id AND n."deletedAt" IS NULL), '[]') AS notes
      FROM "Claim" c
      JOIN LATERAL (
        SELECT v.id FROM "TextVersion" v WHERE v."articleId" = c."articleId" ORDER BY v.number DESC LIMIT 1
      ) newest ON true
      LEFT JOIN "User" judge ON judge.id = c."verdictById"
     WHERE c."deskId" = ${actor.deskId}::uuid AND ${where}`;
  return rows.map(toClaimView).sort(compareByPlace);
}

/** The claims of an article in the order of the text, deleted ones left out. */
export async function listClaims(tx: Transaction, actor: Actor, articleId: string): Promise<ClaimView[]> {
  return await readClaims(
    tx,
    actor,
    Prisma.sql`c."articleId" = ${requireId(articleId)}::uuid AND c."deletedAt" IS NULL`,
  );
}

/** The claims with these ids, deleted ones too (they say so). */
export async function listClaimsById(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
): Promise<ClaimView[]> {
  return await readClaims(tx, actor, Prisma.sql`c.id = ANY (${ids.map(requireId)}::uuid[])`);
}

/**
 * One claim, also a deleted one: somebody may still hold a draft on it.
 * @throws NOT_FOUND where it is missing, foreign, or on a deleted article
 */
export async function getClaim(actor: Actor, claimId: string): Promise<ClaimView> {
  assertCan(actor, "article.read");
  const [claim] = await readClaims(
    db,
    actor,
    Prisma.sql`c.id = ${requireId(claimId)}::uuid
      AND EXISTS (SELECT 1 FROM "Article" a WHERE a.id = c."articleId" AND a."deletedAt" IS NULL)`,
  );
  if (!claim) throw new AppError("NOT_FOUND");
  return claim;
}
