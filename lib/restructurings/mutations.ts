import { randomUUID } from "node:crypto";
import { changeOf } from "@/lib/activity/compare-and-set";
import { assertUnchangedSince, recordActivity, runMutation } from "@/lib/activity/mutations";
import { toArticleHeader } from "@/lib/articles/article-header";
import { lockArticle } from "@/lib/articles/mutations";
import { getArticleHeader } from "@/lib/articles/queries";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import { anchorSpans, sentenceAt } from "@/lib/claims/anchor-spans";
import type { ClaimRecord, SpanRecord } from "@/lib/claims/claim-records";
import { toClaimRecords, toSpanRecords } from "@/lib/claims/claim-records";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { ClaimKind, Granularity } from "@/lib/claims/claim-vocabulary";
import type { LockedClaim, NewestText } from "@/lib/claims/mutations";
import { assertUnlocked, insertClaims, insertSpans, lockClaim, readNewestText } from "@/lib/claims/mutations";
import { listClaimsById } from "@/lib/claims/queries";
import { claimFieldsSchema } from "@/lib/claims/schemas";
import type { SplitClaim } from "@/lib/claims/split-claims";
import type { Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import type { RestructuringKind } from "@/lib/db/generated/enums";
import { requireId } from "@/lib/db/record-id";
import { AppError, invalid } from "@/lib/errors";
import type { BareMutationInput } from "@/lib/field-schemas";
import { splitText } from "@/lib/jobs/split-text";
import type { Span } from "@/lib/text/span";
import { planResplit } from "./plan-resplit";
import { listPresentClaims, listWorkedOnSentences } from "./queries";
import type { GranularityResult, RestructuringResult } from "./restructuring-views";
import type { MergeClaimsInput, SetGranularityInput, SplitClaimInput } from "./schemas";
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
  return await runMutation(
    actor,
    { operation: "splitClaim", mutationId, input: { claimId: id, version, parts } },
    async (tx) => {
      const articleId = await findArticleOf(tx, actor, id);
      const { language } = await lockArticle(tx, actor, articleId);
      const [claim] = await lockPredecessors(tx, actor, [{ id, version }], { parts });
      if (!claim) throw new AppError("NOT_FOUND");
      const text = await readNewestText(tx, actor, articleId);
      const successors = parts.map((part, index) => {
        const path = `parts.${index}`;
        anchorSpans(text.text, part.spans, `${path}.spans`);
        return partOf({ ...text, language }, claim, { ...part, path });
      });
      return await replaceByPeople(tx, actor, {
        articleId,
        text,
        kind: "SPLIT",
        mutationId,
        replaced: [claim],
        successors,
      });
    },
  );
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
  return await runMutation(
    actor,
    {
      operation: "mergeClaims",
      mutationId,
      input: { articleId: requireId(articleId), claims: sent, wording },
    },
    async (tx) => {
      const article = await lockArticle(tx, actor, articleId);
      const claims = await lockPredecessors(tx, actor, sent, { wording });
      if (claims.some((claim) => claim.articleId !== article.id)) throw new AppError("NOT_FOUND");
      const text = await readNewestText(tx, actor, article.id);
      const inPlace = claims.toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0));
      return await replaceByPeople(tx, actor, {
        articleId: article.id,
        text,
        kind: "MERGE",
        mutationId,
        replaced: inPlace,
        successors: [mergerOf({ ...text, language: article.language }, inPlace, wording)],
      });
    },
  );
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
    isModeBySpeaker: claim.isModeBySpeaker,
    state: claim.state,
    verdict: claim.verdict,
    reason: claim.reason,
    assigneeId: claim.assigneeId,
  };
}

type Replacement = {
  articleId: string;
  text: NewestText;
  kind: RestructuringKind;
  mutationId: string;
  at: Date;
  replaced: readonly { id: string; number: number }[];
};

/** Claims that a person makes of others, with copies of their sources and notes. */
async function replaceByPeople(
  tx: Transaction,
  actor: Actor,
  { successors, ...input }: Omit<Replacement, "at"> & { successors: readonly Successor[] },
): Promise<RestructuringResult> {
  const replacement = { ...input, at: new Date() };
  const firstNumber = await takeNumbers(tx, actor, input.articleId, successors.length);
  const claims = successors.map(({ facts }, index) => ({
    ...facts,
    id: randomUUID(),
    number: firstNumber + index,
  }));
  const spans = successors.flatMap(({ places }, index) =>
    toSpanRecords(input.text.text, { claimId: claims[index]?.id ?? "", places, newId: randomUUID }),
  );
  const restructuringId = await replaceClaims(tx, actor, { ...replacement, claims, spans });
  const numbers = input.replaced.map(({ number }) => number);
  const placesOf = placesByClaim(spans);
  for (const claim of claims) {
    const copies = await copyEvidence(tx, actor, {
      from: input.replaced,
      articleId: input.articleId,
      to: claim.id,
    });
    const place = placesOf.get(claim.id) ?? [];
    await recordAdded(tx, actor, { ...replacement, restructuringId, claim, place, from: numbers, copies });
  }
  return await resultOf(tx, actor, {
    restructuringId,
    removed: input.replaced.map(({ id }) => id),
    added: claims.map(({ id }) => id),
  });
}

/** Numbers of claims are never given twice; the first of `count`. */
async function takeNumbers(tx: Transaction, actor: Actor, articleId: string, count: number): Promise<number> {
  const [taken] = await tx.$queryRaw<{ first: number }[]>`
    UPDATE "Article" SET "nextClaimNumber" = "nextClaimNumber" + ${count}
     WHERE id = ${articleId}::uuid AND "deskId" = ${actor.deskId}::uuid
    RETURNING "nextClaimNumber" - ${count} AS first`;
  if (!taken) throw new AppError("NOT_FOUND");
  return taken.first;
}

/** Puts the new claims in and takes the old ones out of sight; they keep all they had. Records what is gone. */
async function replaceClaims(
  tx: Transaction,
  actor: Actor,
  input: Replacement & { claims: readonly ClaimRecord[]; spans: readonly SpanRecord[] },
): Promise<string> {
  const { articleId, text, kind, mutationId, at, replaced, claims, spans } = input;
  const id = randomUUID();
  const { deskId, userId: createdById } = actor;
  await tx.restructuring.createMany({ data: { id, articleId, deskId, kind, createdById, createdAt: at } });
  await insertClaims(tx, { articleId, deskId, createdById, createdAt: at, madeById: id, claims });
  await insertSpans(tx, { deskId, textVersionId: text.id, spans });
  await tx.claim.updateMany({
    where: { id: { in: replaced.map((claim) => claim.id) }, deskId },
    data: { deletedAt: at, updatedAt: at, replacedById: id },
  });
  // Whoever splits a whole text anew is told which claims are gone, not which of many stand for each.
  const by = kind === "RESPLIT" ? {} : { by: claims.map(({ number }) => number) };
  for (const claim of replaced) {
    await recordActivity(tx, actor, {
      articleId,
      claimId: claim.id,
      type: "claim.replaced",
      mutationId,
      at,
      before: { isDeleted: false },
      after: { isDeleted: true, restructuringId: id, ...by },
    });
  }
  return id;
}

/** Each new claim's own place. */
function placesByClaim(spans: readonly SpanRecord[]): Map<string, Span[]> {
  const places = new Map<string, Span[]>();
  for (const { claimId, occurrence, start, end } of spans) {
    if (occurrence > 0) continue;
    const place = places.get(claimId);
    if (place) place.push({ start, end });
    else places.set(claimId, [{ start, end }]);
  }
  return places;
}

async function recordAdded(
  tx: Transaction,
  actor: Actor,
  {
    claim,
    place,
    restructuringId,
    from,
    copies,
    ...about
  }: Pick<Replacement, "articleId" | "mutationId" | "at"> & {
    claim: ClaimRecord;
    place: readonly Span[];
    restructuringId: string;
    /** Numbers of the claims it was made of. */
    from?: readonly number[];
    /** Sources and notes that came along: new id to old. */
    copies?: Record<string, string>;
  },
): Promise<void> {
  const { number, wording, speaker, speakerRole, mode, modality, kind, setAside } = claim;
  await recordActivity(tx, actor, {
    articleId: about.articleId,
    claimId: claim.id,
    type: "claim.added",
    mutationId: about.mutationId,
    at: about.at,
    before: {},
    after: {
      number,
      wording,
      speaker,
      speakerRole,
      mode,
      modality,
      kind,
      setAside,
      spans: place,
      restructuringId,
      ...(from && { from }),
      ...(copies && Object.keys(copies).length > 0 && { copies }),
    },
  });
}

/** Copies sources and notes, with who wrote them and when; a source used twice in the same way comes along once. */
async function copyEvidence(
  tx: Transaction,
  actor: Actor,
  { from, articleId, to }: { from: readonly { id: string }[]; articleId: string; to: string },
): Promise<Record<string, string>> {
  const where = { claimId: { in: from.map(({ id }) => id) }, deskId: actor.deskId, deletedAt: null };
  const order = [{ createdAt: "asc" }, { id: "asc" }] as const;
  const copies: Record<string, string> = {};
  const copyOf = (old: string) => {
    const id = randomUUID();
    copies[id] = old;
    return id;
  };
  const citations = await tx.citation.findMany({ where, orderBy: [...order] });
  const uses = new Map<string, (typeof citations)[number]>();
  for (const citation of citations) {
    const { sourceId, stance, locator, excerpt } = citation;
    const key = JSON.stringify([sourceId, stance, locator, excerpt]);
    if (!uses.has(key)) uses.set(key, citation);
  }
  await tx.citation.createMany({
    data: [...uses.values()].map(({ version: _, fieldVersions: __, deletedAt: ___, ...citation }) => ({
      ...citation,
      id: copyOf(citation.id),
      claimId: to,
    })),
  });
  const notes = await tx.note.findMany({ where: { ...where, articleId }, orderBy: [...order] });
  const copied = new Map(notes.map(({ id }) => [id, copyOf(id)]));
  await tx.note.createMany({
    data: notes.map(({ version: _, fieldVersions: __, deletedAt: ___, ...note }) => ({
      ...note,
      id: copied.get(note.id) ?? randomUUID(),
      claimId: to,
      parentId: note.parentId === null ? null : (copied.get(note.parentId) ?? null),
    })),
  });
  return copies;
}

async function resultOf(
  tx: Transaction,
  actor: Actor,
  { restructuringId, removed, added }: { restructuringId: string; removed: string[]; added: string[] },
): Promise<RestructuringResult> {
  return { restructuringId, removed, claims: await listClaimsById(tx, actor, added) };
}

/**
 * Splits the text of an article anew, finer or coarser. What somebody has worked on stays as it is.
 * @throws FORBIDDEN, NOT_FOUND, CONFLICT where somebody else has switched since, RATE_LIMITED
 */
export async function setGranularity(
  actor: Actor,
  articleId: string,
  input: SetGranularityInput,
): Promise<GranularityResult> {
  assertCan(actor, "article.edit");
  assertCan(actor, "claim.edit");
  const { mutationId, version, granularity } = input;
  const id = requireId(articleId);
  const fresh = await splitAnew(actor, id, granularity);
  return await runMutation(
    actor,
    { operation: "setGranularity", mutationId, input: { articleId: id, version, granularity } },
    async (tx) => {
      const article = await lockArticle(tx, actor, id);
      const row = { ...article, fields: toArticleHeader(article) };
      const sent = { granularity };
      await assertUnchangedSince(tx, { row, version, sent, about: { chainId: id } });
      const change = changeOf(row, sent);
      if (!change) return { restructuringId: null, removed: [], claims: [], kept: 0, article: row.fields };
      const at = new Date();
      const { kept, ...result } = await replaceUntouched(tx, actor, { articleId: id, mutationId, at, fresh });
      await tx.article.updateMany({
        where: { id, deskId: actor.deskId },
        data: { granularity, version: change.version, fieldVersions: change.fieldVersions },
      });
      await recordActivity(tx, actor, {
        articleId: id,
        type: "article.changed",
        mutationId,
        at,
        before: change.before,
        after: { ...change.after, restructuringId: result.restructuringId },
      });
      return { ...result, kept, article: await getArticleHeader(actor, id, tx) };
    },
  );
}

/** The claims of the newest text as the splitter finds them now, in the sentences that were stored with it. */
async function splitAnew(actor: Actor, articleId: string, granularity: Granularity): Promise<SplitClaim[]> {
  const { language } = await getArticleHeader(actor, articleId);
  const { text, sentences } = await readNewestText(db, actor, articleId);
  const { claims } = await splitText(text, { language, granularity });
  const placed = (spans: readonly { start: number }[], sentence: number) =>
    sentenceAt(sentences, spans[0]?.start ?? 0) ?? sentence;
  return claims.map((claim) => ({
    ...claim,
    sentence: placed(claim.spans, claim.sentence),
    repeats: claim.repeats.map(({ spans, sentence }) => ({ spans, sentence: placed(spans, sentence) })),
  }));
}

async function replaceUntouched(
  tx: Transaction,
  actor: Actor,
  {
    articleId,
    mutationId,
    at,
    fresh,
  }: { articleId: string; mutationId: string; at: Date; fresh: readonly SplitClaim[] },
): Promise<RestructuringResult & { kept: number }> {
  await tx.$queryRaw`
    SELECT id FROM "Claim" WHERE "articleId" = ${articleId}::uuid AND "deskId" = ${actor.deskId}::uuid
     ORDER BY id FOR NO KEY UPDATE`;
  const text = await readNewestText(tx, actor, articleId);
  const { removed, added, kept } = planResplit({
    present: await listPresentClaims(tx, actor, articleId),
    fresh,
    workedOn: await listWorkedOnSentences(tx, actor, articleId),
  });
  const firstNumber = await takeNumbers(tx, actor, articleId, added.length);
  const { claims, spans } = toClaimRecords(text.text, added, { firstNumber, newId: randomUUID });
  const replacement = { articleId, text, kind: "RESPLIT", mutationId, at, replaced: removed } as const;
  const restructuringId = await replaceClaims(tx, actor, { ...replacement, claims, spans });
  const placesOf = placesByClaim(spans);
  for (const claim of claims) {
    await recordAdded(tx, actor, {
      ...replacement,
      restructuringId,
      claim,
      place: placesOf.get(claim.id) ?? [],
    });
  }
  const result = await resultOf(tx, actor, {
    restructuringId,
    removed: removed.map(({ id }) => id),
    added: claims.map(({ id }) => id),
  });
  return { ...result, kept };
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
        select: { kind: true },
      });
      if (undone.length === 0) throw invalid("restructuringId", "undone");
      const { made, replaced } = await lockBothSides(tx, actor, id);
      await assertNotWorkedOn(tx, actor, id);
      const about = { articleId: article.id, mutationId, at };
      if (undone[0]?.kind === "RESPLIT")
        await switchBack(tx, actor, { ...about, article, restructuringId: id });
      await tx.claim.updateMany({
        where: { id: { in: made }, deskId: actor.deskId },
        data: { deletedAt: at, updatedAt: at },
      });
      await tx.claim.updateMany({
        where: { id: { in: replaced }, deskId: actor.deskId },
        data: { deletedAt: null, updatedAt: at, replacedById: null },
      });
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
      return await resultOf(tx, actor, { restructuringId: id, removed: made, added: replaced });
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

/** The article is split again as it was. */
async function switchBack(
  tx: Transaction,
  actor: Actor,
  {
    article,
    restructuringId,
    ...about
  }: {
    article: Awaited<ReturnType<typeof lockArticle>>;
    restructuringId: string;
    articleId: string;
    mutationId: string;
    at: Date;
  },
): Promise<void> {
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
