import { randomUUID } from "node:crypto";
import { recordActivity, runMutation } from "@/lib/activity/mutations";
import type { DecidedSuggestion, SuggestionRunView } from "@/lib/assist/assist-views";
import { askableSentences } from "@/lib/assist/batches";
import { readEndpointAddress } from "@/lib/assist/endpoint-address";
import type { Failure } from "@/lib/assist/failures";
import { judgeWording } from "@/lib/assist/judge-wording";
import { getSuggestion, getSuggestionRun } from "@/lib/assist/queries";
import { aliveSince } from "@/lib/assist/run-life";
import type { StartSuggestionRunInput } from "@/lib/assist/schemas";
import { MOST_SENTENCES } from "@/lib/assist/schemas";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { ClaimModality, ClaimMode } from "@/lib/claims/claim-vocabulary";
import { assertUnlocked, insertClaim, lockClaim } from "@/lib/claims/mutations";
import { listClaimsById } from "@/lib/claims/queries";
import type { SplitBlock, SplitSentence } from "@/lib/claims/split-claims";
import type { Transaction } from "@/lib/db/client";
import { requireId } from "@/lib/db/record-id";
import { AppError, invalid } from "@/lib/errors";
import type { BareMutationInput } from "@/lib/field-schemas";
import { assertRoomForRun, cancelHere, carryOutRun } from "./jobs";

type AskedArticle = { textVersionId: string; sentences: SplitSentence[]; blocks: SplitBlock[] };

/** Runs on one article start one after the other, and nobody changes its text meanwhile. */
async function lockAskedArticle(tx: Transaction, actor: Actor, articleId: string): Promise<AskedArticle> {
  const [article] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Article"
     WHERE id = ${articleId}::uuid AND "deskId" = ${actor.deskId}::uuid AND "deletedAt" IS NULL
       FOR NO KEY UPDATE`;
  const [newest] = await tx.$queryRaw<AskedArticle[]>`
    SELECT id AS "textVersionId", structure->'sentences' AS sentences, structure->'blocks' AS blocks
      FROM "TextVersion" WHERE "articleId" = ${articleId}::uuid AND "deskId" = ${actor.deskId}::uuid
     ORDER BY number DESC LIMIT 1`;
  if (!article || !newest) throw new AppError("NOT_FOUND");
  return newest;
}

async function assertNoOtherRun(tx: Transaction, actor: Actor, articleId: string): Promise<void> {
  const now = new Date();
  const where = { articleId, deskId: actor.deskId, state: "RUNNING" } as const;
  await tx.suggestionRun.updateMany({
    where: { ...where, aliveAt: { lt: aliveSince(now) } },
    data: { state: "FAILED", failure: "interrupted" satisfies Failure, finishedAt: now },
  });
  if ((await tx.suggestionRun.count({ where })) > 0) throw invalid("run", "alreadyRunning");
}

/**
 * Asks the desk's model for claims of an article, in the background. Every run is recorded with the host that text goes
 * to. The same mutationId again answers with the same run and starts nothing.
 * @throws FORBIDDEN, NOT_FOUND, RATE_LIMITED, INVALID "off", "alreadyRunning", "nothingToAsk", "tooMany"
 */
export async function startSuggestionRun(
  actor: Actor,
  articleId: string,
  input: StartSuggestionRunInput,
): Promise<SuggestionRunView> {
  assertCan(actor, "assist.use");
  const { mutationId, sentences: wanted } = input;
  const id = requireId(articleId);
  let started: { runId: string; sentences: number[] } | null = null;
  const request = {
    operation: "startSuggestionRun",
    mutationId,
    input: { articleId: id, sentences: wanted },
  };
  const view = await runMutation(actor, request, async (tx) => {
    // A first attempt that was rolled back has started nothing.
    started = null;
    const structure = await lockAskedArticle(tx, actor, id);
    const setting = await tx.assistSetting.findUnique({ where: { deskId: actor.deskId } });
    const address = readEndpointAddress(setting?.baseUrl ?? "");
    if (!setting?.isEnabled || "rule" in address) throw invalid("assist", "off");
    await assertNoOtherRun(tx, actor, id);
    assertRoomForRun(actor);
    const sentences = askableSentences(structure, wanted ?? null);
    if (sentences.length === 0) throw invalid("sentences", "nothingToAsk");
    if (sentences.length > MOST_SENTENCES) throw invalid("sentences", "tooMany");
    const at = new Date();
    const runId = randomUUID();
    const asked = { model: setting.model, host: address.host, sentenceCount: sentences.length };
    await tx.suggestionRun.createMany({
      data: {
        ...asked,
        id: runId,
        articleId: id,
        textVersionId: structure.textVersionId,
        deskId: actor.deskId,
        createdById: actor.userId,
        createdAt: at,
        aliveAt: at,
      },
    });
    await recordActivity(tx, actor, {
      articleId: id,
      type: "suggestion.requested",
      mutationId,
      at,
      before: {},
      after: { runId, ...asked },
    });
    started = { runId, sentences };
    return await getSuggestionRun(tx, actor, runId);
  });
  if (started !== null) carryOutRun(actor, started);
  return view;
}

/**
 * Ends a run; what it has suggested stays. One that has ended already is left as it is.
 * @throws FORBIDDEN, NOT_FOUND
 */
export async function cancelSuggestionRun(
  actor: Actor,
  runId: string,
  { mutationId }: BareMutationInput,
): Promise<SuggestionRunView> {
  assertCan(actor, "assist.use");
  const where = { id: requireId(runId), deskId: actor.deskId };
  const view = await runMutation(
    actor,
    { operation: "cancelSuggestionRun", mutationId, input: { runId: where.id } },
    async (tx) => {
      const run = await tx.suggestionRun.findFirst({ where, select: { id: true } });
      if (!run) throw new AppError("NOT_FOUND");
      await tx.suggestionRun.updateMany({
        where: { ...where, state: "RUNNING" },
        data: { state: "FAILED", failure: "cancelled" satisfies Failure, finishedAt: new Date() },
      });
      return await getSuggestionRun(tx, actor, where.id);
    },
  );
  cancelHere(where.id);
  return view;
}

type LockedSuggestion = {
  id: string;
  articleId: string;
  isNewestText: boolean;
  sentence: number;
  wording: string;
  spans: { start: number; end: number }[];
  speaker: string | null;
  mode: ClaimMode;
  modality: ClaimModality;
  state: "PROPOSED" | "ACCEPTED" | "DISMISSED";
  claimId: string | null;
};

async function lockSuggestion(
  tx: Transaction,
  actor: Actor,
  suggestionId: string,
): Promise<LockedSuggestion> {
  const [suggestion] = await tx.$queryRaw<LockedSuggestion[]>`
    SELECT s.id, r."articleId", s.sentence, s.wording, s.spans, s.speaker, s.mode, s.modality, s.state::text,
           s."claimId", NOT EXISTS (
             SELECT 1 FROM "TextVersion" newer, "TextVersion" own
              WHERE own.id = r."textVersionId" AND newer."articleId" = own."articleId" AND newer.number > own.number
           ) AS "isNewestText"
      FROM "Suggestion" s
      JOIN "SuggestionRun" r ON r.id = s."runId"
      JOIN "Article" a ON a.id = r."articleId" AND a."deletedAt" IS NULL
     WHERE s.id = ${requireId(suggestionId)}::uuid AND s."deskId" = ${actor.deskId}::uuid
       FOR NO KEY UPDATE OF s`;
  if (!suggestion) throw new AppError("NOT_FOUND");
  return suggestion;
}

async function decide(
  tx: Transaction,
  actor: Actor,
  { id }: LockedSuggestion,
  to: { state: LockedSuggestion["state"]; claim: ClaimView | null },
): Promise<DecidedSuggestion> {
  const isOpen = to.state === "PROPOSED";
  await tx.suggestion.updateMany({
    where: { id, deskId: actor.deskId },
    data: {
      state: to.state,
      claimId: to.state === "ACCEPTED" ? (to.claim?.id ?? null) : null,
      decidedById: isOpen ? null : actor.userId,
      decidedAt: isOpen ? null : new Date(),
    },
  });
  return { suggestion: await getSuggestion(tx, actor, id), claim: to.claim };
}

/**
 * Makes a claim of a suggestion, as if the person had added it, marked as a model's.
 * @throws FORBIDDEN, NOT_FOUND, INVALID "decided" for one that is no draft any more, "textChanged"
 */
export async function acceptSuggestion(
  actor: Actor,
  suggestionId: string,
  { mutationId }: BareMutationInput,
): Promise<DecidedSuggestion> {
  assertCan(actor, "assist.use");
  assertCan(actor, "claim.edit");
  const request = {
    operation: "acceptSuggestion",
    mutationId,
    input: { suggestionId: requireId(suggestionId) },
  };
  return await runMutation(actor, request, async (tx) => {
    const suggestion = await lockSuggestion(tx, actor, suggestionId);
    if (suggestion.state !== "PROPOSED") throw invalid("state", "decided");
    if (!suggestion.isNewestText) throw invalid("spans", "textChanged");
    const { articleId, wording, speaker, mode, modality } = suggestion;
    const spans = suggestion.spans.map(({ start, end }) => ({ start, end }));
    const { language } = await tx.article.findFirstOrThrow({
      where: { id: articleId, deskId: actor.deskId },
      select: { language: true },
    });
    const { kind, ...judged } = judgeWording({ wording, mode, modality }, language);
    const fields = { wording, spans, speaker, mode, modality, kind, judged };
    const claim = await insertClaim(tx, actor, { articleId, mutationId, origin: "MODEL", fields });
    return await decide(tx, actor, suggestion, { state: "ACCEPTED", claim });
  });
}

/**
 * Puts a suggestion aside.
 * @throws FORBIDDEN, NOT_FOUND, INVALID "decided"
 */
export async function dismissSuggestion(
  actor: Actor,
  suggestionId: string,
  { mutationId }: BareMutationInput,
): Promise<DecidedSuggestion> {
  assertCan(actor, "assist.use");
  const request = {
    operation: "dismissSuggestion",
    mutationId,
    input: { suggestionId: requireId(suggestionId) },
  };
  return await runMutation(actor, request, async (tx) => {
    const suggestion = await lockSuggestion(tx, actor, suggestionId);
    if (suggestion.state !== "PROPOSED") throw invalid("state", "decided");
    await recordActivity(tx, actor, {
      articleId: suggestion.articleId,
      type: "suggestion.dismissed",
      mutationId,
      at: new Date(),
      before: {},
      after: { suggestionId: suggestion.id, wording: suggestion.wording },
    });
    return await decide(tx, actor, suggestion, { state: "DISMISSED", claim: null });
  });
}

/**
 * Makes a draft of a decided suggestion again. The claim of an accepted one is deleted with it, unless somebody has
 * worked on that claim.
 * @throws FORBIDDEN, NOT_FOUND, INVALID "decided" for a draft, "workedOn"
 */
export async function reopenSuggestion(
  actor: Actor,
  suggestionId: string,
  { mutationId }: BareMutationInput,
): Promise<DecidedSuggestion> {
  assertCan(actor, "assist.use");
  assertCan(actor, "claim.edit");
  const request = {
    operation: "reopenSuggestion",
    mutationId,
    input: { suggestionId: requireId(suggestionId) },
  };
  return await runMutation(actor, request, async (tx) => {
    const suggestion = await lockSuggestion(tx, actor, suggestionId);
    if (suggestion.state === "PROPOSED") throw invalid("state", "decided");
    const claimId = suggestion.claimId && (await takeClaimBack(tx, actor, suggestion.claimId, mutationId));
    const [claim = null] = claimId ? await listClaimsById(tx, actor, [claimId]) : [];
    await recordActivity(tx, actor, {
      articleId: suggestion.articleId,
      type: "suggestion.reopened",
      mutationId,
      at: new Date(),
      before: {},
      after: { suggestionId: suggestion.id, wording: suggestion.wording },
    });
    return await decide(tx, actor, suggestion, { state: "PROPOSED", claim });
  });
}

/** Deletes the claim that a suggestion became; null where it is deleted already. */
async function takeClaimBack(
  tx: Transaction,
  actor: Actor,
  claimId: string,
  mutationId: string,
): Promise<string | null> {
  const where = { id: claimId, deskId: actor.deskId };
  const known = await tx.claim.findFirst({ where, select: { deletedAt: true, replacedById: true } });
  if (known?.replacedById) throw invalid("claim", "workedOn");
  if (!known || known.deletedAt !== null) return null;
  const claim = await lockClaim(tx, actor, claimId);
  assertUnlocked(claim);
  const of = { claimId, deskId: actor.deskId };
  const attached = (await tx.citation.count({ where: of })) + (await tx.note.count({ where: of }));
  if (claim.version > 1 || attached > 0) throw invalid("claim", "workedOn");
  const at = new Date();
  await tx.claim.updateMany({ where, data: { deletedAt: at, updatedAt: at, version: { increment: 1 } } });
  await recordActivity(tx, actor, {
    articleId: claim.articleId,
    claimId,
    mutationId,
    at,
    type: "claim.deleted",
    before: { isDeleted: false },
    after: { isDeleted: true },
  });
  return claimId;
}
