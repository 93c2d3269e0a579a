import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import type { Transaction } from "@/lib/db/client";
import type { PresentClaim } from "./plan-resplit";

/** The claims of an article and whether anybody has done anything with them. */
export async function listPresentClaims(
  tx: Transaction,
  actor: Actor,
  articleId: string,
): Promise<PresentClaim[]> {
  assertCan(actor, "article.read");
  return await tx.$queryRaw<PresentClaim[]>`
    SELECT c.id, c.number, c.sentence, c.wording, c.speaker, c.mode, c.modality,
           c.origin = 'SPLITTER' AND c.version = 1 AND (made.id IS NULL OR made.kind = 'RESPLIT')
             AND NOT EXISTS (SELECT 1 FROM "Citation" t WHERE t."claimId" = c.id)
             AND NOT EXISTS (SELECT 1 FROM "Note" n WHERE n."claimId" = c.id) AS "isUntouched",
           coalesce((
             SELECT json_agg(json_build_object('sentence', p.sentence) ORDER BY p.occurrence)
               FROM "Span" p
              WHERE p."claimId" = c.id AND p."textVersionId" = newest.id AND p.occurrence > 0 AND p.position = 0
           ), '[]') AS repeats
      FROM "Claim" c
      JOIN LATERAL (
        SELECT v.id FROM "TextVersion" v WHERE v."articleId" = c."articleId" ORDER BY v.number DESC LIMIT 1
      ) newest ON true
      LEFT JOIN "Restructuring" made ON made.id = c."madeById"
     WHERE c."articleId" = ${articleId}::uuid AND c."deskId" = ${actor.deskId}::uuid AND c."deletedAt" IS NULL
     ORDER BY c.number`;
}

/**
 * The sentences on which somebody has worked beside those that have such a claim as their own: where a claim was
 * deleted or moved away by hand, and through which a claim runs that begins elsewhere.
 */
export async function listWorkedOnSentences(
  tx: Transaction,
  actor: Actor,
  articleId: string,
): Promise<number[]> {
  assertCan(actor, "article.read");
  const rows = await tx.$queryRaw<{ sentence: number }[]>`
    SELECT DISTINCT c.sentence
      FROM "Claim" c
      LEFT JOIN "Restructuring" made ON made.id = c."madeById"
     WHERE c."articleId" = ${articleId}::uuid AND c."deskId" = ${actor.deskId}::uuid AND c.sentence IS NOT NULL
       AND c."deletedAt" IS NOT NULL AND c."replacedById" IS NULL AND made."undoneAt" IS NULL
    UNION
    SELECT DISTINCT p.sentence
      FROM "Claim" c
      JOIN "Span" p ON p."claimId" = c.id AND p.occurrence = 0
     WHERE c."articleId" = ${articleId}::uuid AND c."deskId" = ${actor.deskId}::uuid AND c."deletedAt" IS NULL
       AND (c.origin <> 'SPLITTER' OR c.version > 1) AND p.sentence IS NOT NULL
    UNION
    -- Where a claim stood that somebody has moved: nothing is found there anew.
    SELECT DISTINCT sentence.position::int - 1
      FROM "Claim" c
      JOIN "Activity" e ON e."claimId" = c.id AND e."deskId" = c."deskId" AND e.before ? 'spans'
      JOIN LATERAL (
        SELECT v.structure FROM "TextVersion" v WHERE v."articleId" = c."articleId" ORDER BY v.number DESC LIMIT 1
      ) newest ON true
      CROSS JOIN LATERAL jsonb_array_elements(newest.structure->'sentences')
        WITH ORDINALITY AS sentence(span, position)
      CROSS JOIN LATERAL jsonb_array_elements(e.before->'spans') AS old
     WHERE c."articleId" = ${articleId}::uuid AND c."deskId" = ${actor.deskId}::uuid AND c."deletedAt" IS NULL
       AND (old->>'start')::int < (sentence.span->>'end')::int
       AND (old->>'end')::int > (sentence.span->>'start')::int`;
  return rows.map(({ sentence }) => sentence);
}
