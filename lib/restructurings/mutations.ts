import { randomUUID } from "node:crypto";
import { changeOf } from "@/lib/activity/compare-and-set";
import { assertUnchangedSince, recordActivity, runMutation } from "@/lib/activity/mutations";
import { toArticleHeader } from "@/lib/articles/article-header";
import { lockArticle } from "@/lib/articles/mutations";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import { anchorSpans } from "@/lib/claims/anchor-spans";
import type { ClaimRecord, SpanRecord } from "@/lib/claims/claim-records";
import { toSpanRecords } from "@/lib/claims/claim-records";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { ClaimKind, Granularity } from "@/lib/claims/claim-vocabulary";
import type { LockedClaim, NewestText } from "@/lib/claims/mutations";
import { assertUnlocked, insertClaims, insertSpans, lockClaim, readNewestText } from "@/lib/claims/mutations";
import { listClaimsById } from "@/lib/claims/queries";
import { claimFieldsSchema } from "@/lib/claims/schemas";
import type { Transaction } from "@/lib/db/client";
import type { RestructuringKind } from "@/lib/db/generated/enums";
import { requireId } from "@/lib/db/record-id";
import { AppError, invalid } from "@/lib/errors";
import type { BareMutationInput } from "@/lib/field-schemas";
import type { Span } from "@/lib/text/span";
import type { RestructuringResult } from "./restructuring-views";
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

/** New claims and what they take the place of. */
export type Replacement = {
  articleId: string;
  text: NewestText;
  kind: RestructuringKind;
  mutationId: string;
  at: Date;
  replaced: readonly { id: string; number: number }[];
  claims: readonly ClaimRecord[];
  spans: readonly SpanRecord[];
};

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
 * Gives out numbers for claims of an article, which are never given twice, and answers with the first of them.
 * @throws NOT_FOUND
 */
export async function takeNumbers(
  tx: Transaction,
  actor: Actor,
  { articleId, count }: { articleId: string; count: number },
): Promise<number> {
  const [taken] = await tx.$queryRaw<{ first: number }[]>`
    UPDATE "Article" SET "nextClaimNumber" = "nextClaimNumber" + ${count}
     WHERE id = ${articleId}::uuid AND "deskId" = ${actor.deskId}::uuid
    RETURNING "nextClaimNumber" - ${count} AS first`;
  if (!taken) throw new AppError("NOT_FOUND");
  return taken.first;
}

/**
 * Puts new claims in and takes old ones out of sight; those keep all they had. Where people did it, copies of sources and
 * notes come along; a text is split anew only where there are none. For claims and an article that are locked.
 */
export async function replaceClaims(
  tx: Transaction,
  actor: Actor,
  replacement: Replacement,
): Promise<RestructuringResult> {
  const { articleId, text, kind, at, replaced, claims, spans } = replacement;
  const restructuringId = randomUUID();
  const { deskId, userId: createdById } = actor;
  await tx.restructuring.createMany({
    data: { id: restructuringId, articleId, deskId, kind, createdById, createdAt: at },
  });
  await insertClaims(tx, {
    articleId,
    deskId,
    createdById,
    createdAt: at,
    madeById: restructuringId,
    claims,
  });
  await insertSpans(tx, { deskId, textVersionId: text.id, spans });
  const removed = replaced.map(({ id }) => id);
  await tx.$executeRaw`
    UPDATE "Claim" SET "deletedAt" = ${at}::timestamptz, "updatedAt" = ${at}::timestamptz,
                       "replacedById" = ${restructuringId}::uuid
     WHERE id = ANY (${removed}::uuid[]) AND "deskId" = ${deskId}::uuid`;
  await recordReplacement(tx, actor, { ...replacement, restructuringId });
  const ids = claims.map(({ id }) => id);
  return { restructuringId, removed, claims: await listClaimsById(tx, actor, ids) };
}

async function recordReplacement(
  tx: Transaction,
  actor: Actor,
  replacement: Replacement & { restructuringId: string },
): Promise<void> {
  const { articleId, mutationId, at, kind, replaced, claims, restructuringId } = replacement;
  const entry = { articleId, mutationId, at };
  // Of a whole text that is split anew the record tells which claims are gone, not which of many stand for each.
  const by = kind === "RESPLIT" ? {} : { by: claims.map(({ number }) => number) };
  const from = kind === "RESPLIT" ? {} : { from: replaced.map(({ number }) => number) };
  for (const { id } of replaced) {
    await recordActivity(tx, actor, {
      ...entry,
      claimId: id,
      type: "claim.replaced",
      before: { isDeleted: false },
      after: { isDeleted: true, restructuringId, ...by },
    });
  }
  const places = placesByClaim(replacement.spans);
  for (const claim of claims) {
    const copies = kind === "RESPLIT" ? {} : await copyEvidence(tx, actor, { from: replaced, to: claim.id });
    await recordActivity(tx, actor, {
      ...entry,
      claimId: claim.id,
      type: "claim.added",
      before: {},
      after: {
        ...recordedFacts(claim),
        spans: places.get(claim.id) ?? [],
        restructuringId,
        ...from,
        ...(Object.keys(copies).length > 0 && { copies }),
      },
    });
  }
}

/** What the record says of a new claim. */
function recordedFacts(claim: ClaimRecord) {
  const { number, wording, speaker, speakerRole, mode, modality, kind, setAside } = claim;
  return { number, wording, speaker, speakerRole, mode, modality, kind, setAside };
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

/** Copies sources and notes, with who wrote them and when; a source used twice in the same way comes along once. */
async function copyEvidence(
  tx: Transaction,
  actor: Actor,
  { from, to }: { from: readonly { id: string }[]; to: string },
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
  const notes = await tx.note.findMany({ where, orderBy: [...order] });
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
