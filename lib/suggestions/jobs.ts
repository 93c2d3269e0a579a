import { setTimeout as sleep } from "node:timers/promises";
import type { AnswerForm, Endpoint } from "@/lib/assist/ask-model";
import { askModel } from "@/lib/assist/ask-model";
import type { Batch } from "@/lib/assist/batches";
import { contextOf, makeBatches, statingSentences } from "@/lib/assist/batches";
import type { Failure } from "@/lib/assist/failures";
import { AssistError, isPassing, isUnusable } from "@/lib/assist/failures";
import type { GuardedSuggestion, RawSuggestion } from "@/lib/assist/guard";
import { guardSuggestion } from "@/lib/assist/guard";
import { modelRequests, openForRun, plannedFailure } from "@/lib/assist/jobs";
import { modalityOfSuggestion } from "@/lib/assist/modality-of-suggestion";
import { makePrompt } from "@/lib/assist/prompt";
import type { ReadAnswer } from "@/lib/assist/read-answer";
import type { Rejection } from "@/lib/assist/rejections";
import { HEARTBEAT_MS } from "@/lib/assist/run-life";
import { findFullNames } from "@/lib/assist/strange-words";
import type { Actor } from "@/lib/auth/policy";
import { createSemaphore } from "@/lib/auth/semaphore";
import type { ClaimModality } from "@/lib/claims/claim-vocabulary";
import type { SplitBlock, SplitQuotation, SplitSentence } from "@/lib/claims/split-claims";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { describeError, log } from "@/lib/log";
import type { Span } from "@/lib/text/span";

const RUNS_AT_ONCE = 20;
/** A desk with a slow model keeps others waiting for one answer, never for a run. */
const RUNS_OF_A_DESK = 2;
/** Of an endpoint that answers nothing usable, so often and no oftener. */
const MOST_UNUSABLE_IN_A_ROW = 3;
const RETRY_MS = 1_500;
const LONGEST_RETRY_MS = 20_000;

type LocalRun = { deskId: string; controller: AbortController };
type Shared = {
  belegRuns?: { runs: Map<string, LocalRun>; turns: Map<string, ReturnType<typeof createSemaphore>> };
};
const shared = globalThis as Shared;
shared.belegRuns ??= { runs: new Map(), turns: new Map() };
/** One a process: Next loads this module once for each of its bundles. */
const { runs, turns } = shared.belegRuns;

/** One request of a desk at a time. */
function turnsOf(deskId: string): ReturnType<typeof createSemaphore> {
  const own = turns.get(deskId) ?? createSemaphore({ limit: 1, maxWaiting: RUNS_OF_A_DESK });
  turns.set(deskId, own);
  return own;
}

/** @throws RATE_LIMITED where the desk, or the server, has enough runs going on */
export function assertRoomForRun({ deskId }: Actor): void {
  const own = [...runs.values()].filter((run) => run.deskId === deskId).length;
  if (own >= RUNS_OF_A_DESK || runs.size >= RUNS_AT_ONCE)
    throw new AppError("RATE_LIMITED", { retryAfterSeconds: 30 });
}

/** Breaks off the request of a run that this process carries. */
export function cancelHere(runId: string): void {
  runs.get(runId)?.controller.abort(new AssistError("cancelled"));
}

/** Breaks off what this process is asking for a desk that has switched off or moved. */
export function stopRunsOfDesk(deskId: string): void {
  for (const run of runs.values())
    if (run.deskId === deskId) run.controller.abort(new AssistError("switchedOff"));
}

type RunText = {
  text: string;
  language: string;
  structure: Structure;
  fullNames: string[][];
  known: KnownClaim[];
};
type Structure = { blocks: SplitBlock[]; sentences: SplitSentence[]; quotations: SplitQuotation[] };
type KnownClaim = { wording: string; sentence: number | null; modality: ClaimModality; spans: Span[] };

type Progress = {
  answeredCount: number;
  proposedCount: number;
  rejections: Partial<Record<Rejection, number>>;
};

/** Starts a run in the background; whatever happens to it is in its row. */
export function carryOutRun(actor: Actor, run: { runId: string; sentences: readonly number[] }): void {
  const controller = new AbortController();
  runs.set(run.runId, { deskId: actor.deskId, controller });
  const heartbeat = setInterval(() => void beat(actor, run.runId, controller), HEARTBEAT_MS);
  heartbeat.unref();
  carryOut(actor, run, controller)
    .catch((error: unknown) => finish(actor, run.runId, plannedFailure(controller.signal.reason ?? error)))
    .catch((error: unknown) => log.error("assist.unexpected", describeError(error)))
    .finally(() => {
      clearInterval(heartbeat);
      runs.delete(run.runId);
    });
}

const rowOf = (actor: Actor, runId: string) => ({
  id: runId,
  deskId: actor.deskId,
  state: "RUNNING" as const,
});

/** Says that the run lives, and hears whether it may not go on: cancelled elsewhere, switched off, moved, deleted. */
async function beat(actor: Actor, runId: string, controller: AbortController): Promise<void> {
  try {
    await openForRun(actor, runId, null);
    await db.suggestionRun.updateMany({ where: rowOf(actor, runId), data: { aliveAt: new Date() } });
  } catch (error) {
    if (error instanceof AssistError) controller.abort(error);
    else log.warn("assist.heartbeat-failed", describeError(error));
  }
}

async function finish(actor: Actor, runId: string, failure: Failure): Promise<void> {
  await db.suggestionRun.updateMany({
    where: rowOf(actor, runId),
    data: { state: "FAILED", failure, finishedAt: new Date() },
  });
}

/** @throws AssistError */
async function carryOut(
  actor: Actor,
  { runId, sentences: asked }: { runId: string; sentences: readonly number[] },
  controller: AbortController,
): Promise<void> {
  const { signal } = controller;
  const article = await readRunText(actor, runId);
  const stating = statingSentences(article.structure);
  const batches = makeBatches(asked, { sentences: article.structure.sentences, stating });
  const progress: Progress = { answeredCount: 0, proposedCount: 0, rejections: {} };
  const { baseUrl } = await openForRun(actor, runId, null);
  const open = () => openForRun(actor, runId, baseUrl);
  let form: AnswerForm = "schema";
  let unusable: AssistError | null = null;
  let unusableInARow = 0;
  for (const batch of batches) {
    signal.throwIfAborted();
    const prompt = makePrompt({ ...article, sentences: article.structure.sentences }, batch);
    try {
      const answer = await askPatiently(actor, open, { prompt, form, signal });
      form = answer.form;
      unusableInARow = 0;
      await keepAnswer(actor, runId, { answer, batch, article, stating, progress });
    } catch (error) {
      if (!(error instanceof AssistError) || !isUnusable(error)) throw error;
      unusable = error;
      unusableInARow += 1;
      if (unusableInARow >= MOST_UNUSABLE_IN_A_ROW) throw error;
    }
  }
  if (unusable && progress.answeredCount === 0) throw unusable;
  await db.suggestionRun.updateMany({
    where: rowOf(actor, runId),
    data: { state: "DONE", failure: unusable?.failure ?? null, finishedAt: new Date() },
  });
}

/** Asks a second time, once and after a wait, where the failure may pass. */
async function askPatiently(
  { deskId }: Actor,
  open: () => Promise<Endpoint>,
  request: Parameters<typeof askModel>[1],
): ReturnType<typeof askModel> {
  const ask = () => turnsOf(deskId).run(() => modelRequests.run(() => askModel(open, request)));
  try {
    return await ask();
  } catch (error) {
    request.signal.throwIfAborted();
    if (!(error instanceof AssistError) || !isPassing(error)) throw error;
    const waitMs = Math.min(error.retryAfterMs ?? RETRY_MS, LONGEST_RETRY_MS);
    await sleep(waitMs, undefined, { signal: request.signal });
    return await ask();
  }
}

async function readRunText(actor: Actor, runId: string): Promise<RunText> {
  const run = await db.suggestionRun.findFirstOrThrow({
    where: { id: runId, deskId: actor.deskId },
    select: {
      articleId: true,
      article: { select: { language: true } },
      textVersion: { select: { text: true, structure: true } },
    },
  });
  const claims = await db.claim.findMany({
    where: { articleId: run.articleId, deskId: actor.deskId },
    select: {
      wording: true,
      sentence: true,
      modality: true,
      spans: { where: { occurrence: 0 }, select: { startOffset: true, endOffset: true } },
    },
  });
  const earlier = await db.suggestion.findMany({
    where: { deskId: actor.deskId, run: { articleId: run.articleId } },
    select: { wording: true, sentence: true },
  });
  const { text } = run.textVersion;
  const structure = run.textVersion.structure as unknown as Structure;
  return {
    text,
    language: run.article.language,
    structure,
    fullNames: findFullNames(text),
    known: [
      ...claims.map(({ spans, modality, ...claim }) => ({
        ...claim,
        modality: modality as ClaimModality,
        spans: spans.map(({ startOffset, endOffset }) => ({ start: startOffset, end: endOffset })),
      })),
      ...earlier.map((one) => ({ ...one, modality: "asserted" as const, spans: [] })),
    ],
  };
}

type Kept = {
  answer: ReadAnswer;
  batch: Batch;
  article: RunText;
  stating: ReadonlySet<number>;
  progress: Progress;
};

/** Stores what passed the guard and counts what did not. @throws AssistError where the run has been ended meanwhile */
async function keepAnswer(actor: Actor, runId: string, kept: Kept): Promise<void> {
  const { answer, batch, article, progress } = kept;
  const reject = (rejection: Rejection, count = 1) => {
    progress.rejections[rejection] = (progress.rejections[rejection] ?? 0) + count;
  };
  if (answer.malformed > 0) reject("shape", answer.malformed);
  const passed: (GuardedSuggestion & { modality: ClaimModality })[] = [];
  for (const raw of answer.suggestions) {
    const outcome = judge(raw, kept);
    if ("rejection" in outcome) {
      reject(outcome.rejection);
      continue;
    }
    const { suggestion } = outcome;
    const modality = modalityOfSuggestion(suggestion, article);
    passed.push({ ...suggestion, modality });
    article.known.push({ wording: suggestion.wording, sentence: suggestion.sentence, modality, spans: [] });
  }
  progress.answeredCount += batch.sentences.length;
  progress.proposedCount += passed.length;
  await db.$transaction(async (tx) => {
    const { count } = await tx.suggestionRun.updateMany({
      where: rowOf(actor, runId),
      data: { ...progress, aliveAt: new Date() },
    });
    if (count === 0) throw new AssistError("cancelled");
    await tx.suggestion.createMany({
      data: passed.map((one) => ({
        ...one,
        spans: one.spans.map((span) => ({ ...span })),
        runId,
        deskId: actor.deskId,
      })),
    });
  });
}

/** The model counts the sentences of its request from 1. */
function judge(raw: RawSuggestion, { batch, article, stating }: Kept): ReturnType<typeof guardSuggestion> {
  const index = batch.sentences[raw.sentence - 1];
  const { text, language, structure, fullNames, known } = article;
  const sentence = index === undefined ? undefined : structure.sentences[index];
  if (index === undefined || !sentence) return { rejection: "span" };
  return guardSuggestion(
    { ...raw, sentence: index },
    {
      text,
      language,
      sentence,
      fullNames,
      context: contextOf(index, stating).flatMap((one) => structure.sentences[one] ?? []),
      quotations: structure.quotations.map(({ start, end, mode, speaker }) => ({
        start,
        end,
        mode,
        speaker: speaker?.name ?? null,
      })),
      known: known.map(({ wording }) => wording),
    },
  );
}
