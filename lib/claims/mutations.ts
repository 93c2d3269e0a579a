import { randomUUID } from "node:crypto";
import { changeOf, sentFields } from "@/lib/activity/compare-and-set";
import { assertUnchangedSince, recordActivity, runMutation } from "@/lib/activity/mutations";
import type { Actor } from "@/lib/auth/policy";
import { assertCan, can } from "@/lib/auth/policy";
import type { Transaction } from "@/lib/db/client";
import { requireId } from "@/lib/db/record-id";
import { AppError, invalid } from "@/lib/errors";
import type { BareMutationInput } from "@/lib/field-schemas";
import type { Span } from "@/lib/text/span";
import { anchorSpans, sentenceAt } from "./anchor-spans";
import type { CompleteClaimFields } from "./claim-edit";
import { completeEdit, JUDGED_WITH } from "./claim-edit";
import type { ClaimRecord } from "./claim-records";
import type { ClaimView } from "./claim-view";
import type { ClaimModality, ClaimMode } from "./claim-vocabulary";
import { listClaimsById } from "./queries";
import { columnsOf, readNewestText, readOwnSpans, writeOwnPlace } from "./rows";
import type { AddClaimInput, UpdateClaimInput } from "./schemas";
import { isLocked } from "./workflow";

const MAX_WORDING_LENGTH = 2_000;

/** What mutations need of a claim they have locked. */
export type LockedClaim = Omit<CompleteClaimFields, "translation" | "spans"> & {
  id: string;
  articleId: string;
  number: number;
  version: number;
  fieldVersions: Record<string, number>;
  translationLanguage: string | null;
  translationWording: string | null;
  mode: ClaimMode;
  modality: ClaimModality;
  isModeBySpeaker: boolean;
  isDeleted: boolean;
  /** Others stand in its place, or will: it does not come back by itself. */
  isSuperseded: boolean;
};

/**
 * Locks a claim of the actor's desk for the rest of the transaction, deleted ones too.
 * @throws NOT_FOUND where it is missing, foreign, or on a deleted article
 */
async function lockAnyClaim(tx: Transaction, actor: Actor, claimId: string): Promise<LockedClaim> {
  const id = requireId(claimId);
  // Locked first and read afterwards: a statement that waits for a lock reads joined rows as they were before it waited.
  await tx.$queryRaw`
    SELECT id FROM "Claim" WHERE id = ${id}::uuid AND "deskId" = ${actor.deskId}::uuid FOR NO KEY UPDATE`;
  const [claim] = await tx.$queryRaw<LockedClaim[]>`
    SELECT c.id, c."articleId", c.number, c.version, c."fieldVersions", c.wording, c."translationLanguage",
           c."translationWording", c.speaker, c."speakerRole", c.kind, c.state::text, c.verdict::text, c.reason,
           c."attributionVerdict"::text, c."assigneeId", c."setAside"::text, c."deletedAt" IS NOT NULL AS "isDeleted",
           c."replacedById" IS NOT NULL OR made."undoneAt" IS NOT NULL
             -- Its suggestion is a draft again, which would make a second claim.
             OR (c.origin = 'MODEL' AND c."deletedAt" IS NOT NULL
                 AND NOT EXISTS (SELECT 1 FROM "Suggestion" s WHERE s."claimId" = c.id)) AS "isSuperseded",
           c.mode, c.modality,
           -- People change the mode by changing the speaker alone; parts of a claim keep what it was by.
           c.mode = 'author' OR c."fieldVersions" ? 'mode' OR (c.origin <> 'SPLITTER' AND c."madeById" IS NULL)
             AS "isModeBySpeaker"
      FROM "Claim" c
      JOIN "Article" a ON a.id = c."articleId" AND a."deletedAt" IS NULL
      LEFT JOIN "Restructuring" made ON made.id = c."madeById"
     WHERE c.id = ${id}::uuid AND c."deskId" = ${actor.deskId}::uuid`;
  if (!claim) throw new AppError("NOT_FOUND");
  return claim;
}

/**
 * Locks a claim of the actor's desk for the rest of the transaction.
 * @throws NOT_FOUND where it is missing, deleted or foreign
 */
export async function lockClaim(tx: Transaction, actor: Actor, claimId: string): Promise<LockedClaim> {
  const claim = await lockAnyClaim(tx, actor, claimId);
  if (claim.isDeleted) throw new AppError("NOT_FOUND");
  return claim;
}

/**
 * For changes to what a verdict stands on.
 * @throws INVALID "locked" for a claim that is signed off
 */
export function assertUnlocked(claim: LockedClaim): void {
  if (isLocked(claim)) throw invalid("state", "locked");
}

async function viewOf(tx: Transaction, actor: Actor, claimId: string): Promise<ClaimView> {
  const [view] = await listClaimsById(tx, actor, [claimId]);
  if (!view) throw new AppError("NOT_FOUND");
  return view;
}

/** Gives a claim another own place and returns the sentence it stands in now. */
async function moveClaim(
  tx: Transaction,
  actor: Actor,
  claim: LockedClaim,
  spans: readonly Span[],
): Promise<number | null> {
  const text = await readNewestText(tx, actor, claim.articleId);
  const anchors = anchorSpans(text.text, spans);
  await writeOwnPlace(tx, actor, { claimId: claim.id, text, anchors });
  return sentenceAt(text.sentences, anchors[0]?.start ?? 0);
}

/** @throws INVALID where the person cannot edit in this desk */
export async function assertAssignable(tx: Transaction, actor: Actor, userId: string): Promise<void> {
  const membership = await tx.membership.findFirst({
    where: { userId, deskId: actor.deskId, disabledAt: null },
    select: { role: true },
  });
  if (!membership || !can(membership, "claim.edit")) throw invalid("assigneeId", "notAssignable");
}

/** A claim that somebody adds; its wording is the quoted words where none is given. */
export type NewClaim = Omit<AddClaimInput, "mutationId"> & {
  /** Taken from the speaker where it is left out. */
  mode?: ClaimMode;
  modality?: ClaimModality;
  /** What follows from its wording; a claim that a person words is judged by persons. */
  judged?: Pick<ClaimRecord, "checkWorthiness" | "reasons" | "setAside">;
};

/**
 * Adds a claim that a person found in the text. Its wording is the quoted words where none is given.
 * @throws FORBIDDEN, NOT_FOUND, INVALID for spans that are not in the text
 */
export async function addClaim(actor: Actor, articleId: string, input: AddClaimInput): Promise<ClaimView> {
  assertCan(actor, "claim.edit");
  const { mutationId, ...fields } = input;
  return await runMutation(
    actor,
    { operation: "addClaim", mutationId, input: { articleId: requireId(articleId), ...fields } },
    (tx) => insertClaim(tx, actor, { articleId, mutationId, origin: "HAND", fields }),
  );
}

/**
 * Adds a claim inside a running mutation. One that a model suggested says so in the record.
 * @throws NOT_FOUND, INVALID for spans that are not in the text
 */
export async function insertClaim(
  tx: Transaction,
  actor: Actor,
  {
    articleId,
    mutationId,
    origin,
    fields,
  }: { articleId: string; mutationId: string; origin: "HAND" | "MODEL"; fields: NewClaim },
): Promise<ClaimView> {
  const [article] = await tx.$queryRaw<{ id: string; number: number }[]>`
    UPDATE "Article" SET "nextClaimNumber" = "nextClaimNumber" + 1
     WHERE id = ${requireId(articleId)}::uuid AND "deskId" = ${actor.deskId}::uuid AND "deletedAt" IS NULL
    RETURNING id, "nextClaimNumber" - 1 AS number`;
  if (!article) throw new AppError("NOT_FOUND");
  const text = await readNewestText(tx, actor, article.id);
  const anchors = anchorSpans(text.text, fields.spans);
  const quoted = anchors.map(({ quote }) => quote).join(" ");
  const wording = fields.wording ?? quoted.replace(/\s+/g, " ").trim();
  if (wording.length > MAX_WORDING_LENGTH) throw invalid("wording", "tooLong");
  const at = new Date();
  const claim = {
    id: randomUUID(),
    number: article.number,
    wording,
    speaker: fields.speaker ?? null,
    speakerRole: fields.speakerRole ?? null,
    kind: fields.kind ?? "other",
  };
  await tx.claim.createMany({
    data: {
      ...claim,
      articleId: article.id,
      deskId: actor.deskId,
      origin,
      createdById: actor.userId,
      mode: fields.mode ?? (claim.speaker === null ? "author" : "reported"),
      modality: fields.modality ?? "asserted",
      checkWorthiness: fields.judged?.checkWorthiness ?? null,
      reasons: [...(fields.judged?.reasons ?? [])],
      setAside: fields.judged?.setAside ?? null,
      sentence: sentenceAt(text.sentences, anchors[0]?.start ?? 0),
      createdAt: at,
      updatedAt: at,
    },
  });
  await writeOwnPlace(tx, actor, { claimId: claim.id, text, anchors });
  const { id: claimId, ...after } = claim;
  await recordActivity(tx, actor, {
    articleId: article.id,
    claimId,
    type: "claim.added",
    mutationId,
    at,
    before: {},
    after: { ...after, spans: fields.spans, ...(origin === "MODEL" && { origin }) },
  });
  return await viewOf(tx, actor, claimId);
}

/**
 * Changes fields of a claim by compare-and-set.
 * @throws FORBIDDEN, NOT_FOUND, CONFLICT with both texts, INVALID where the workflow refuses
 */
export async function updateClaim(
  actor: Actor,
  claimId: string,
  input: UpdateClaimInput,
): Promise<ClaimView> {
  assertCan(actor, "claim.edit");
  const { mutationId, version, ...fields } = input;
  return await runMutation(
    actor,
    { operation: "updateClaim", mutationId, input: { claimId: requireId(claimId), version, ...fields } },
    async (tx) => {
      const claim = await lockClaim(tx, actor, claimId);
      const sent = sentFields(fields);
      const stored = {
        ...claim,
        translation:
          claim.translationLanguage !== null && claim.translationWording !== null
            ? { language: claim.translationLanguage, wording: claim.translationWording }
            : null,
        spans: sent.spans === undefined ? [] : await readOwnSpans(tx, actor, claim.id),
      };
      const row = { version: claim.version, fieldVersions: claim.fieldVersions, fields: stored };
      await assertUnchangedSince(tx, {
        row,
        version,
        sent,
        judgedWith: JUDGED_WITH,
        about: { chainId: claim.articleId, claimId: claim.id },
      });
      const next = completeEdit({
        stored,
        sent,
        userId: actor.userId,
        isReviewer: can(actor, "claim.signOff"),
      });
      const isProposal = claim.setAside !== null && claim.fieldVersions.setAside === undefined;
      const change = changeOf(row, next, isProposal ? ["setAside"] : []);
      if (typeof change?.after.assigneeId === "string") {
        await assertAssignable(tx, actor, change.after.assigneeId);
      }
      if (change) {
        const at = new Date();
        const { spans, ...after } = change.after;
        await tx.claim.updateMany({
          where: { id: claim.id, deskId: actor.deskId },
          data: {
            ...columnsOf(after, { by: actor.userId, at }),
            ...(spans && { sentence: await moveClaim(tx, actor, claim, spans) }),
            version: change.version,
            fieldVersions: change.fieldVersions,
            updatedAt: at,
          },
        });
        await recordActivity(tx, actor, {
          articleId: claim.articleId,
          claimId: claim.id,
          type: "claim.changed",
          mutationId,
          before: change.before,
          after: change.after,
          at,
        });
      }
      return await viewOf(tx, actor, claim.id);
    },
  );
}

/**
 * Marks a claim as deleted; its number is not given out again.
 * @throws FORBIDDEN, NOT_FOUND, INVALID for a claim that is signed off
 */
export async function deleteClaim(
  actor: Actor,
  claimId: string,
  { mutationId }: BareMutationInput,
): Promise<ClaimView> {
  return await setDeleted(actor, { claimId, mutationId, isDeleted: true });
}

/**
 * Takes a deletion back.
 * @throws FORBIDDEN, NOT_FOUND, INVALID for a claim that others stand in the place of: that is undone as a whole
 */
export async function restoreClaim(
  actor: Actor,
  claimId: string,
  { mutationId }: BareMutationInput,
): Promise<ClaimView> {
  return await setDeleted(actor, { claimId, mutationId, isDeleted: false });
}

async function setDeleted(
  actor: Actor,
  { claimId, mutationId, isDeleted }: { claimId: string; mutationId: string; isDeleted: boolean },
): Promise<ClaimView> {
  assertCan(actor, "claim.edit");
  const operation = isDeleted ? "deleteClaim" : "restoreClaim";
  return await runMutation(
    actor,
    { operation, mutationId, input: { claimId: requireId(claimId) } },
    async (tx) => {
      const claim = await lockAnyClaim(tx, actor, claimId);
      if (claim.isDeleted === isDeleted) {
        if (isDeleted) throw new AppError("NOT_FOUND");
        return await viewOf(tx, actor, claim.id);
      }
      assertUnlocked(claim);
      if (claim.isSuperseded) throw invalid("id", "superseded");
      const at = new Date();
      await tx.claim.updateMany({
        where: { id: claim.id, deskId: actor.deskId },
        data: { deletedAt: isDeleted ? at : null, updatedAt: at, version: { increment: 1 } },
      });
      await recordActivity(tx, actor, {
        articleId: claim.articleId,
        claimId: claim.id,
        mutationId,
        at,
        type: isDeleted ? "claim.deleted" : "claim.restored",
        before: { isDeleted: !isDeleted },
        after: { isDeleted },
      });
      return await viewOf(tx, actor, claim.id);
    },
  );
}
