import { setTimeout as sleep } from "node:timers/promises";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import { createSemaphore } from "@/lib/auth/semaphore";
import type { ClaimModality } from "@/lib/claims/claim-vocabulary";
import type { SplitBlock, SplitQuotation, SplitSentence } from "@/lib/claims/split-claims";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { createLimitedFetch } from "@/lib/http/limited-fetch";
import { describeError, log } from "@/lib/log";
import type { Span } from "@/lib/text/span";
import type { AnswerForm, Endpoint } from "./ask-model";
import { askModel } from "./ask-model";
import type { AssistTestResult } from "./assist-views";
import type { Batch } from "./batches";
import { contextOf, makeBatches, statingSentences } from "./batches";
import type { EndpointAddress } from "./endpoint-address";
import { reachOfAddress, readEndpointAddress } from "./endpoint-address";
import type { Failure } from "./failures";
import { AssistError, isPassing, isUnusable } from "./failures";
import type { GuardedSuggestion, RawSuggestion } from "./guard";
import { guardSuggestion } from "./guard";
import { modalityOfSuggestion } from "./modality-of-suggestion";
import { makePrompt } from "./prompt";
import type { ReadAnswer } from "./read-answer";
import type { Rejection } from "./rejections";
import { HEARTBEAT_MS } from "./run-life";
import { openApiKey } from "./seal-key";
import { findFullNames } from "./strange-words";

/** A model on the processor of a small server needs minutes for a few sentences. */
const LIMITS = { connectMs: 10_000, totalMs: 240_000, maxBytes: 1_000_000 } as const;
const TEST_TOTAL_MS = 60_000;
const REQUESTS_AT_ONCE = 2;
const RUNS_AT_ONCE = 10;
/** Of an endpoint that answers nothing usable, so often and no oftener. */
const MOST_UNUSABLE_IN_A_ROW = 3;
const RETRY_MS = 1_500;
const LONGEST_RETRY_MS = 20_000;

type Shared = {
  belegAssist?: { runs: Map<string, AbortController>; requests: ReturnType<typeof createSemaphore> };
};
const shared = globalThis as Shared;
shared.belegAssist ??= {
  runs: new Map(),
  requests: createSemaphore({ limit: REQUESTS_AT_ONCE, maxWaiting: RUNS_AT_ONCE }),
};
/** One a process: Next loads this module once for each of its bundles. */
const { runs, requests } = shared.belegAssist;

/** @throws RATE_LIMITED */
export function assertRoomForRun(): void {
  if (runs.size >= RUNS_AT_ONCE) throw new AppError("RATE_LIMITED", { retryAfterSeconds: 30 });
}

/** Breaks off the request of a run that this process carries. */
export function cancelHere(runId: string): void {
  runs.get(runId)?.abort(new AssistError("cancelled"));
}

type OpenSetting = { endpoint: Endpoint; baseUrl: string };

/** @throws AssistError */
async function openSetting(actor: Actor, totalMs: number, needsOn: boolean): Promise<OpenSetting> {
  const setting = await db.assistSetting.findUnique({ where: { deskId: actor.deskId } });
  if (!setting || (needsOn && !setting.isEnabled)) throw new AssistError("switchedOff");
  const { baseUrl, model, apiKey: sealed } = setting;
  const address = readEndpointAddress(baseUrl);
  if ("rule" in address) throw new AssistError("forbiddenHost");
  const place = { secret: env.NEXTAUTH_SECRET ?? "", deskId: actor.deskId };
  const apiKey = sealed === null ? null : openApiKey(sealed, place);
  if (sealed !== null && apiKey === null) throw new AssistError("keyUnreadable");
  const isAllowedAddress = (ip: string) => leadsWhereConfirmed(address, ip);
  const fetch = createLimitedFetch({ ...LIMITS, totalMs, isAllowedAddress });
  return { baseUrl, endpoint: { baseUrl, model, apiKey, fetch } };
}

/** A name of the house must not lead out of it: people were told that text stays. */
function leadsWhereConfirmed({ reach }: EndpointAddress, ip: string): boolean {
  const actual = reachOfAddress(ip);
  if (actual === "forbidden" || actual === reach) return actual !== "forbidden";
  return reach === "outside" || (reach === "network" && actual === "machine");
}

/**
 * Asks the stored endpoint about a made-up sentence. Nothing of the desk's is sent, so it works while the assist is off.
 * @throws FORBIDDEN, RATE_LIMITED
 */
export async function testAssistSetting(actor: Actor): Promise<AssistTestResult> {
  assertCan(actor, "assist.manage");
  if (requests.isFull()) throw new AppError("RATE_LIMITED", { retryAfterSeconds: 30 });
  const startedAt = performance.now();
  const text = "Die Gemeinde Altdorf hat 2021 zwei Brunnen gebaut.";
  const whole = { start: 0, end: text.length };
  const prompt = makePrompt(
    { text, sentences: [whole], language: "de" },
    { sentences: [0], before: [], after: [] },
  );
  const outcome = await requests.run(async () => {
    try {
      const { endpoint } = await openSetting(actor, TEST_TOTAL_MS, false);
      const signal = AbortSignal.timeout(TEST_TOTAL_MS * 2);
      const { form } = await askModel(endpoint, { prompt, form: "schema", signal });
      return { failure: null, form };
    } catch (error) {
      return { failure: plannedFailure(error), form: null };
    }
  });
  return { ...outcome, durationMs: Math.round(performance.now() - startedAt) };
}

/** @returns the key of a planned failure; others are logged without what was sent or received */
function plannedFailure(error: unknown): Failure {
  if (error instanceof AssistError) return error.failure;
  log.error("assist.unexpected", describeError(error));
  return "unexpected";
}

type RunText = {
  text: string;
  language: string;
  structure: Structure;
  fullNames: string[][];
  speakers: string[];
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
  runs.set(run.runId, controller);
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

/** Says that the run lives, and hears whether it was cancelled elsewhere or the desk has switched the assist off. */
async function beat(actor: Actor, runId: string, controller: AbortController): Promise<void> {
  try {
    const { count } = await db.suggestionRun.updateMany({
      where: rowOf(actor, runId),
      data: { aliveAt: new Date() },
    });
    if (count === 0) controller.abort(new AssistError("cancelled"));
    else if (!(await isOn(actor))) controller.abort(new AssistError("switchedOff"));
  } catch (error) {
    log.warn("assist.heartbeat-failed", describeError(error));
  }
}

async function isOn(actor: Actor): Promise<boolean> {
  return (await db.assistSetting.count({ where: { deskId: actor.deskId, isEnabled: true } })) > 0;
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
  const { baseUrl } = await openSetting(actor, LIMITS.totalMs, true);
  let form: AnswerForm = "schema";
  let unusable: AssistError | null = null;
  let unusableInARow = 0;
  for (const batch of batches) {
    signal.throwIfAborted();
    // Anew before each request: the desk may have switched off, or moved, in between.
    const setting = await openSetting(actor, LIMITS.totalMs, true);
    if (setting.baseUrl !== baseUrl) throw new AssistError("switchedOff");
    const prompt = makePrompt({ ...article, sentences: article.structure.sentences }, batch);
    try {
      const answer = await askPatiently(setting.endpoint, { prompt, form, signal });
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
  endpoint: Endpoint,
  request: Parameters<typeof askModel>[1],
): ReturnType<typeof askModel> {
  const ask = () => requests.run(() => askModel(endpoint, request));
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
    speakers: structure.quotations.flatMap(({ speaker }) => speaker?.name ?? []),
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
  const { text, language, structure, fullNames, speakers, known } = article;
  const sentence = index === undefined ? undefined : structure.sentences[index];
  if (index === undefined || !sentence) return { rejection: "span" };
  return guardSuggestion(
    { ...raw, sentence: index },
    {
      text,
      language,
      sentence,
      fullNames,
      speakers,
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
