import { AssistError } from "./failures";
import type { Prompt } from "./prompt";
import { ANSWER_JSON_SCHEMA } from "./prompt";
import type { ReadAnswer } from "./read-answer";
import { readAnswer } from "./read-answer";

/** One model at one endpoint. `fetch` has the limits; `reason` is read from its errors. */
export type Endpoint = {
  baseUrl: string;
  model: string;
  apiKey: string | null;
  fetch: typeof fetch;
};

/**
 * How the endpoint is asked: held to the form of the answer; asked for it in words; or in words and without settings such
 * as the temperature, which some models refuse.
 */
export const ANSWER_FORMS = ["schema", "text", "bare"] as const;
export type AnswerForm = (typeof ANSWER_FORMS)[number];

const MOST_TOKENS = 4_000;
/** What endpoints say that do not know `response_format`, or another part of the request. */
const UNKNOWN_PART_STATUSES: ReadonlySet<number> = new Set([400, 415, 422, 501]);

/**
 * Asks once, and again in a plainer form where the endpoint does not know a part of the request; `form` says what worked.
 * `open` is called right before each of these attempts and throws where nothing may be sent any more.
 * No retries of any other kind. The packages that talk to models are loaded here, the first time a desk asks one.
 * @throws AssistError, or the reason with which the signal was aborted
 */
export async function askModel(
  open: () => Promise<Endpoint>,
  { prompt, form, signal }: { prompt: Prompt; form: AnswerForm; signal: AbortSignal },
): Promise<ReadAnswer & { form: AnswerForm }> {
  const packages = await loadPackages();
  const endpoint = await open();
  signal.throwIfAborted();
  try {
    return { ...readAnswer(await generate(packages, endpoint, { prompt, form, signal })), form };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AssistError) throw error;
    const plainer = ANSWER_FORMS[ANSWER_FORMS.indexOf(form) + 1];
    if (plainer && UNKNOWN_PART_STATUSES.has(statusOf(error) ?? 0))
      return askModel(open, { prompt, form: plainer, signal });
    throw failureOf(error);
  }
}

const loadPackages = () => Promise.all([import("ai"), import("@ai-sdk/openai-compatible")]);

async function generate(
  [{ generateText, jsonSchema, Output }, { createOpenAICompatible }]: Awaited<
    ReturnType<typeof loadPackages>
  >,
  { baseUrl, model, apiKey, fetch }: Endpoint,
  { prompt, form, signal }: { prompt: Prompt; form: AnswerForm; signal: AbortSignal },
): Promise<string> {
  const provider = createOpenAICompatible({
    name: "beleg",
    baseURL: baseUrl,
    fetch,
    supportsStructuredOutputs: form === "schema",
    ...(apiKey !== null && { apiKey }),
  });
  const asked = {
    model: provider(model),
    ...prompt,
    ...(form !== "bare" && { temperature: 0, maxOutputTokens: MOST_TOKENS }),
    maxRetries: 0,
    abortSignal: signal,
  };
  // The answer is read by our own rules in either form: a schema that was asked for is no schema that was kept.
  const output = {
    ...Output.text(),
    responseFormat: Promise.resolve({
      type: "json" as const,
      name: "suggestions",
      schema: await jsonSchema(ANSWER_JSON_SCHEMA).jsonSchema,
    }),
  };
  const result = await generateText(form === "schema" ? { ...asked, output } : asked);
  if (result.finishReason === "content-filter") throw new AssistError("refused");
  if (result.finishReason === "length") throw new AssistError("garbled");
  return result.text;
}

/** The chain of an error and what it was caused by, which is where the packages put what we threw. */
function causesOf(error: unknown): Record<string, unknown>[] {
  const chain: Record<string, unknown>[] = [];
  for (let one = error; typeof one === "object" && one !== null && chain.length < 8; ) {
    const record = one as Record<string, unknown>;
    chain.push(record);
    one = record.cause ?? record.lastError;
  }
  return chain;
}

function statusOf(error: unknown): number | null {
  const found = causesOf(error).find(({ statusCode }) => typeof statusCode === "number");
  return typeof found?.statusCode === "number" ? found.statusCode : null;
}

const TRANSPORT_REASONS = ["unreachable", "timedOut", "tooLarge", "redirected", "forbiddenHost"] as const;

/** Says only what kind of failure it was: messages of endpoints can repeat the text, or the key. */
function failureOf(error: unknown): AssistError {
  const chain = causesOf(error);
  const reason = TRANSPORT_REASONS.find((one) => chain.some((cause) => cause.reason === one));
  if (reason) return new AssistError(reason);
  const status = statusOf(error);
  if (status === null) {
    const isAnswer = chain.some(({ name }) =>
      /ResponseData|TypeValidation|JSONParse|NoObject|NoOutput|EmptyResponse/.test(String(name)),
    );
    return new AssistError(isAnswer ? "garbled" : "unreachable");
  }
  if (status < 400) return new AssistError("garbled");
  if (status === 401 || status === 403) return new AssistError("unauthorized");
  if (status === 404) return new AssistError("notFound");
  return status === 429
    ? new AssistError("rateLimited", retryAfterOf(chain))
    : new AssistError("serverError");
}

function retryAfterOf(chain: readonly Record<string, unknown>[]): number | null {
  for (const { responseHeaders } of chain) {
    const seconds = Number((responseHeaders as Record<string, string> | undefined)?.["retry-after"]);
    if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1000;
  }
  return null;
}
