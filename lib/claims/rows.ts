import type { Actor } from "@/lib/auth/policy";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import type { Span } from "@/lib/text/span";
import { sentenceAt } from "./anchor-spans";
import type { ClaimAnchor } from "./claim-anchor";
import type { ClaimEdit } from "./claim-edit";
import type { ClaimRecord, SpanRecord } from "./claim-records";
import { VERDICT_SCALE_VERSION } from "./verdict-scale";

export type NewestText = { id: string; text: string; sentences: Span[] };

/** @throws NOT_FOUND */
export async function readNewestText(tx: Transaction, actor: Actor, articleId: string): Promise<NewestText> {
  const [newest] = await tx.$queryRaw<NewestText[]>`
    SELECT id, text, structure->'sentences' AS sentences FROM "TextVersion"
     WHERE "articleId" = ${articleId}::uuid AND "deskId" = ${actor.deskId}::uuid
     ORDER BY number DESC LIMIT 1`;
  if (!newest) throw new AppError("NOT_FOUND");
  return newest;
}

/** Writes the claim's own place anew; its repeats stay. */
export async function writeOwnPlace(
  tx: Transaction,
  actor: Actor,
  { claimId, text, anchors }: { claimId: string; text: NewestText; anchors: readonly ClaimAnchor[] },
): Promise<void> {
  await tx.span.deleteMany({
    where: { claimId, deskId: actor.deskId, textVersionId: text.id, occurrence: 0 },
  });
  await tx.span.createMany({
    data: anchors.map(({ start, end, quote, prefix, suffix }, position) => ({
      claimId,
      textVersionId: text.id,
      deskId: actor.deskId,
      occurrence: 0,
      position,
      sentence: sentenceAt(text.sentences, start),
      startOffset: start,
      endOffset: end,
      quote,
      prefix,
      suffix,
    })),
  });
}

/** The columns of changed fields. A verdict carries its scale, its judge and its time. */
export function columnsOf(
  { translation, ...plain }: Omit<ClaimEdit, "spans">,
  { by, at }: { by: string | null; at: Date },
): Prisma.ClaimUpdateManyMutationInput {
  return {
    ...plain,
    ...(translation !== undefined && {
      translationLanguage: translation?.language ?? null,
      translationWording: translation?.wording ?? null,
    }),
    ...(plain.verdict !== undefined && {
      verdictScale: plain.verdict && VERDICT_SCALE_VERSION,
      verdictById: plain.verdict && by,
      verdictAt: plain.verdict && at,
    }),
  };
}

export async function readOwnSpans(tx: Transaction, actor: Actor, claimId: string): Promise<Span[]> {
  return await tx.$queryRaw<Span[]>`
    SELECT p."startOffset" AS start, p."endOffset" AS end
      FROM "Span" p
      JOIN "TextVersion" v ON v.id = p."textVersionId"
     WHERE p."claimId" = ${claimId}::uuid AND p."deskId" = ${actor.deskId}::uuid AND p.occurrence = 0
       AND v.number = (SELECT max(number) FROM "TextVersion" WHERE "articleId" = v."articleId")
     ORDER BY p.position`;
}

/** One statement for any number of claims: a list of values would run into the limit of parameters. */
export async function insertClaims(
  tx: Transaction,
  {
    articleId,
    deskId,
    createdById,
    createdAt,
    madeById,
    claims,
  }: {
    articleId: string;
    deskId: string;
    createdById: string | null;
    createdAt: Date;
    /** The restructuring that makes them. */
    madeById: string | null;
    claims: readonly ClaimRecord[];
  },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Claim" (id, "articleId", "deskId", number, origin, wording, sentence, speaker, "speakerRole", mode,
                         modality, kind, "checkWorthiness", reasons, "setAside", state, reason, "assigneeId",
                         "fieldVersions", "madeById", "createdById", "createdAt", "updatedAt")
    SELECT r.id, ${articleId}::uuid, ${deskId}::uuid, r.number, coalesce(r.origin, 'SPLITTER')::"ClaimOrigin",
           r.wording, r.sentence, r.speaker, r."speakerRole", r.mode, r.modality, r.kind, r."checkWorthiness",
           r.reasons, r."setAside"::"SetAside", coalesce(r.state, 'OPEN')::"ClaimState", coalesce(r.reason, ''),
           r."assigneeId", coalesce(r."fieldVersions", '{}'), ${madeById}::uuid, ${createdById}::uuid,
           ${createdAt}::timestamptz, ${createdAt}::timestamptz
      FROM jsonb_to_recordset(${JSON.stringify(claims)}::jsonb)
        AS r(id uuid, number int, origin text, wording text, sentence int, speaker text, "speakerRole" text,
             mode text, modality text, kind text, "checkWorthiness" float8, reasons text[], "setAside" text,
             state text, reason text, "assigneeId" uuid, "fieldVersions" jsonb)`;
}

/** The places of new claims, in one statement too. */
export async function insertSpans(
  tx: Transaction,
  { deskId, textVersionId, spans }: { deskId: string; textVersionId: string; spans: readonly SpanRecord[] },
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Span" (id, "claimId", "textVersionId", "deskId", occurrence, position, sentence, "startOffset",
                        "endOffset", quote, prefix, suffix)
    SELECT r.id, r."claimId", ${textVersionId}::uuid, ${deskId}::uuid, r.occurrence, r.position, r.sentence,
           r."start", r."end", r.quote, r.prefix, r.suffix
      FROM jsonb_to_recordset(${JSON.stringify(spans)}::jsonb)
        AS r(id uuid, "claimId" uuid, occurrence int, position int, sentence int, "start" int, "end" int,
             quote text, prefix text, suffix text)`;
}
