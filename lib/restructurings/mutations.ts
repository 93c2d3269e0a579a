import { randomUUID } from "node:crypto";
import { changeOf } from "@/lib/activity/compare-and-set";
import { assertUnchangedSince, recordActivity, runMutation, wasCarriedOut } from "@/lib/activity/mutations";
import { toArticleHeader } from "@/lib/articles/article-header";
import { lockArticle } from "@/lib/articles/mutations";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import { anchorSpans } from "@/lib/claims/anchor-spans";
import type { ClaimRecord, SpanRecord } from "@/lib/claims/claim-records";
import { toSpanRecords } from "@/lib/claims/claim-records";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { ClaimKind, Granularity } from "@/lib/claims/claim-vocabulary";
import type { LockedClaim } from "@/lib/claims/mutations";
import { assertUnlocked, lockClaim } from "@/lib/claims/mutations";
import { listClaimsById } from "@/lib/claims/queries";
import { claimFieldsSchema } from "@/lib/claims/schemas";
import type { Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { requireId } from "@/lib/db/record-id";
import { AppError, invalid } from "@/lib/errors";
import type { BareMutationInput } from "@/lib/field-schemas";
import type { HeardText } from "./queries";
import { readGround } from "./queries";
import type { RestructuringResult } from "./restructuring-views";
import type { Replacement } from "./rows";
import { replaceClaims, takeNumbers } from "./rows";
import type { MergeClaimsInput, SplitClaimInput } from "./schemas";
import type { Predecessor, Successor } from "./successors";
import { mergerOf, partOf } from "./successors";

/** A new wording says something about everything the old claim says. */
const EVERY_FIELD = [...Object.keys(claimFieldsSchema.shape), "mode"];

/**
 * Puts several claims in the place of one. Its sources and notes come along, its verdict does not.
 * @throws FORBIDDEN, NOT_FOUND, CONFLICT where a field has changed since, INVALID where it is signed off or a part
 * stands on words that are not its own
 */
export async function splitClaim(
  actor: Actor,
  claimId: string,
  input: SplitClaimInput,
): Promise<RestructuringResult> {
  assertCan(actor, "claim.edit");
  const { mutationId, version, parts } = input;
  const id = requireId(claimId);
  const request = { operation: "splitClaim", mutationId, input: { claimId: id, version, parts } };
  const heard = (await wasCarriedOut(actor, request))
    ? null
    : await readGround(actor, await findArticleOf(db, actor, id));
  return await runMutation(actor, request, async (tx) => {
    const articleId = await findArticleOf(tx, actor, id);
    const ground = await lockGround(tx, actor, articleId, heard);
    const [claim] = await lockPredecessors(tx, actor, [{ id, version }], { parts });
    if (!claim) throw new AppError("NOT_FOUND");
    const successors = parts.map((part, index) => {
      const path = `parts.${index}`;
      anchorSpans(ground.text, part.spans, `${path}.spans`);
      return partOf(ground, claim, { ...part, path });
    });
    return await replaceByPeople(tx, actor, {
      articleId,
      text: ground,
      kind: "SPLIT",
      mutationId,
      replaced: [claim],
      successors,
    });
  });
}

/**
 * Puts one claim in the place of several of the same speaker.
 * @throws FORBIDDEN, NOT_FOUND also for a claim of another article, CONFLICT where a field of one has changed since,
 * INVALID where one is signed off or somebody else's words
 */
export async function mergeClaims(
  actor: Actor,
  articleId: string,
  input: MergeClaimsInput,
): Promise<RestructuringResult> {
  assertCan(actor, "claim.edit");
  const { mutationId, claims: sent, wording } = input;
  const id = requireId(articleId);
  const request = { operation: "mergeClaims", mutationId, input: { articleId: id, claims: sent, wording } };
  const heard = (await wasCarriedOut(actor, request)) ? null : await readGround(actor, id);
  return await runMutation(actor, request, async (tx) => {
    const ground = await lockGround(tx, actor, id, heard);
    const claims = await lockPredecessors(tx, actor, sent, { wording });
    if (claims.some((claim) => claim.articleId !== id)) throw new AppError("NOT_FOUND");
    const inPlace = claims.toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
    return await replaceByPeople(tx, actor, {
      articleId: id,
      text: ground,
      kind: "MERGE",
      mutationId,
      replaced: inPlace,
      successors: [mergerOf(ground, inPlace, wording)],
    });
  });
}

/** The text of an article, whose claims the caller changes; texts themselves never change. */
async function lockGround(
  tx: Transaction,
  actor: Actor,
  articleId: string,
  heard: HeardText | null,
): Promise<HeardText> {
  await lockArticle(tx, actor, articleId);
  // The answer to an earlier request was there a moment ago and is forgotten now.
  if (!heard) throw new AppError("RATE_LIMITED", { retryAfterSeconds: 1 });
  return heard;
}

/** @throws NOT_FOUND */
async function findArticleOf(tx: Transaction, actor: Actor, claimId: string): Promise<string> {
  const claim = await tx.claim.findFirst({
    where: { id: claimId, deskId: actor.deskId },
    select: { articleId: true },
  });
  if (!claim) throw new AppError("NOT_FOUND");
  return claim.articleId;
}

type LockedPredecessor = Predecessor & Pick<LockedClaim, "id" | "articleId">;

/**
 * Locks claims in the order of their ids, so that two people never wait for each other, and answers in the order in
 * which they were sent. Nothing about them may have changed since they were read.
 */
async function lockPredecessors(
  tx: Transaction,
  actor: Actor,
  sent: readonly { id: string; version: number }[],
  yours: Record<string, unknown>,
): Promise<LockedPredecessor[]> {
  const locked = new Map<string, LockedClaim>();
  for (const { id } of sent.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    locked.set(id, await lockClaim(tx, actor, id));
  }
  const views = new Map((await listClaimsById(tx, actor, [...locked.keys()])).map((view) => [view.id, view]));
  const claims: LockedPredecessor[] = [];
  for (const { id, version } of sent) {
    const claim = locked.get(id);
    const view = views.get(id);
    if (!claim || !view) throw new AppError("NOT_FOUND");
    await assertUnchangedSince(tx, {
      row: { version: claim.version, fieldVersions: claim.fieldVersions, fields: { ...view, ...yours } },
      version,
      sent: yours,
      judgedWith: Object.fromEntries(Object.keys(yours).map((name) => [name, EVERY_FIELD])),
      about: { chainId: claim.articleId, claimId: claim.id },
    });
    assertUnlocked(claim);
    claims.push(toPredecessor(claim, view));
  }
  return claims;
}

function toPredecessor(claim: LockedClaim, view: ClaimView): LockedPredecessor {
  return {
    id: claim.id,
    articleId: claim.articleId,
    number: claim.number,
    spans: view.spans,
    repeats: view.repeats,
    speaker: claim.speaker,
    speakerRole: claim.speakerRole,
    mode: claim.mode,
    modality: claim.modality,
    kind: claim.kind as ClaimKind,
    setAside: claim.setAside,
    isSetAsideProposed: view.isSetAsideProposed,
    isSpeakerDecided:
      "speaker" in claim.fieldVersions ||
      "speakerRole" in claim.fieldVersions ||
      (view.origin !== "SPLITTER" && view.madeBy === null && claim.speaker !== null),
    isModeBySpeaker: claim.isModeBySpeaker,
    state: claim.state,
    verdict: claim.verdict,
    reason: claim.reason,
    assigneeId: claim.assigneeId,
  };
}

/** Claims that a person makes of others. */
async function replaceByPeople(
  tx: Transaction,
  actor: Actor,
  {
    successors,
    ...about
  }: Omit<Replacement, "at" | "claims" | "spans"> & { successors: readonly Successor[] },
): Promise<RestructuringResult> {
  const firstNumber = await takeNumbers(tx, actor, { articleId: about.articleId, count: successors.length });
  const claims: ClaimRecord[] = [];
  const spans: SpanRecord[] = [];
  for (const { facts, places } of successors) {
    const id = randomUUID();
    claims.push({ ...facts, id, number: firstNumber + claims.length });
    spans.push(...toSpanRecords(about.text.text, { claimId: id, places, newId: randomUUID }));
  }
  return await replaceClaims(tx, actor, { ...about, at: new Date(), claims, spans });
}

/**
 * Brings back the claims that others stand in the place of, and takes those away.
 * @throws FORBIDDEN, NOT_FOUND, INVALID "undone" the second time, "workedOn" naming each new claim on which somebody
 * has worked since
 */
export async function undoRestructuring(
  actor: Actor,
  restructuringId: string,
  { mutationId }: BareMutationInput,
): Promise<RestructuringResult> {
  assertCan(actor, "claim.edit");
  const id = requireId(restructuringId);
  return await runMutation(
    actor,
    { operation: "undoRestructuring", mutationId, input: { restructuringId: id } },
    async (tx) => {
      const found = await tx.restructuring.findFirst({
        where: { id, deskId: actor.deskId },
        select: { articleId: true },
      });
      if (!found) throw new AppError("NOT_FOUND");
      const article = await lockArticle(tx, actor, found.articleId);
      const at = new Date();
      const undone = await tx.restructuring.updateManyAndReturn({
        where: { id, deskId: actor.deskId, undoneAt: null },
        data: { undoneAt: at },
        select: { kind: true, createdAt: true },
      });
      if (undone.length === 0) throw invalid("restructuringId", "undone");
      const { made, replaced } = await lockBothSides(tx, actor, id);
      await assertNotWorkedOn(tx, actor, id);
      const about = { articleId: article.id, mutationId, at };
      if (undone[0]?.kind === "RESPLIT")
        await switchBack(tx, actor, { ...about, article, restructuringId: id, madeAt: undone[0].createdAt });
      await tx.$executeRaw`
        UPDATE "Claim" SET "deletedAt" = ${at}::timestamptz, "updatedAt" = ${at}::timestamptz
         WHERE id = ANY (${made}::uuid[]) AND "deskId" = ${actor.deskId}::uuid`;
      await tx.$executeRaw`
        UPDATE "Claim" SET "deletedAt" = NULL, "updatedAt" = ${at}::timestamptz, "replacedById" = NULL
         WHERE id = ANY (${replaced}::uuid[]) AND "deskId" = ${actor.deskId}::uuid`;
      for (const [claimIds, isDeleted] of [
        [made, true],
        [replaced, false],
      ] as const) {
        for (const claimId of claimIds) {
          await recordActivity(tx, actor, {
            ...about,
            claimId,
            type: isDeleted ? "claim.deleted" : "claim.restored",
            before: { isDeleted: !isDeleted },
            after: { isDeleted, restructuringId: id },
          });
        }
      }
      return { restructuringId: id, removed: made, claims: await listClaimsById(tx, actor, replaced) };
    },
  );
}

async function lockBothSides(
  tx: Transaction,
  actor: Actor,
  restructuringId: string,
): Promise<{ made: string[]; replaced: string[] }> {
  const claims = await tx.$queryRaw<{ id: string; isMade: boolean }[]>`
    SELECT id, "madeById" IS NOT DISTINCT FROM ${restructuringId}::uuid AS "isMade" FROM "Claim"
     WHERE "deskId" = ${actor.deskId}::uuid
       AND (${restructuringId}::uuid = "madeById" OR ${restructuringId}::uuid = "replacedById")
     ORDER BY id FOR NO KEY UPDATE`;
  return {
    made: claims.filter(({ isMade }) => isMade).map(({ id }) => id),
    replaced: claims.filter(({ isMade }) => !isMade).map(({ id }) => id),
  };
}

/** Restructurings that were undone since left nothing behind; everything else did. */
async function assertNotWorkedOn(tx: Transaction, actor: Actor, restructuringId: string): Promise<void> {
  const workedOn = await tx.$queryRaw<{ number: number }[]>`
    SELECT c.number FROM "Claim" c
     WHERE c."madeById" = ${restructuringId}::uuid AND c."deskId" = ${actor.deskId}::uuid
       AND (c."deletedAt" IS NOT NULL OR EXISTS (
             SELECT 1 FROM "Activity" e WHERE e."claimId" = c.id AND NOT e.after ? 'restructuringId'))
     ORDER BY c.number`;
  if (workedOn.length === 0) return;
  const issues = workedOn.map(({ number }) => ({ path: `claims.${number}`, rule: "workedOn" }));
  throw new AppError("INVALID", { issues });
}

/**
 * The article is split again as it was before this switch.
 * @throws INVALID "switchedSince" where it was switched again: then the later one is undone first
 */
async function switchBack(
  tx: Transaction,
  actor: Actor,
  {
    article,
    restructuringId,
    madeAt,
    ...about
  }: {
    article: Awaited<ReturnType<typeof lockArticle>>;
    restructuringId: string;
    madeAt: Date;
    articleId: string;
    mutationId: string;
    at: Date;
  },
): Promise<void> {
  const later = await tx.restructuring.count({
    where: {
      articleId: article.id,
      deskId: actor.deskId,
      kind: "RESPLIT",
      undoneAt: null,
      id: { not: restructuringId },
      createdAt: { gte: madeAt },
    },
  });
  if (later > 0) throw invalid("restructuringId", "switchedSince");
  const granularity: Granularity = article.granularity === "SENTENCE" ? "STATEMENT" : "SENTENCE";
  const change = changeOf({ ...article, fields: toArticleHeader(article) }, { granularity });
  if (!change) return;
  await tx.article.updateMany({
    where: { id: article.id, deskId: actor.deskId },
    data: { granularity, version: change.version, fieldVersions: change.fieldVersions },
  });
  await recordActivity(tx, actor, {
    ...about,
    type: "article.changed",
    before: change.before,
    after: { ...change.after, restructuringId },
  });
}
