import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { createSemaphore } from "@/lib/auth/semaphore";
import type { Granularity } from "@/lib/claims/claim-vocabulary";
import type { SplitOptions, SplitResult } from "@/lib/claims/split-claims";
import { splitClaims } from "@/lib/claims/split-claims";
import { AppError } from "@/lib/errors";

/** Up to here splitting takes less time than starting a thread. */
const INLINE_LENGTH = 32_000;
const TIME_LIMIT_MS = 120_000;
const RETRY_AFTER_SECONDS = 20;

/** A long text keeps a core busy and takes a hundred megabytes: few at once, the others wait. */
const threads = createSemaphore({ limit: 2, maxWaiting: 8 });

/**
 * Splits a text without keeping other requests waiting: a long one in a thread of its own, which ends with `signal`.
 * @throws TOO_LARGE where it takes longer than two minutes; RATE_LIMITED where too many wait already
 */
export async function splitText(
  text: string,
  {
    language,
    granularity,
    signal,
  }: {
    language?: string | undefined;
    granularity?: Granularity | undefined;
    signal?: AbortSignal | undefined;
  },
): Promise<SplitResult> {
  const options = { ...(language !== undefined && { language }), ...(granularity && { granularity }) };
  if (text.length <= INLINE_LENGTH) return splitClaims(text, options);
  if (threads.isFull()) throw new AppError("RATE_LIMITED", { retryAfterSeconds: RETRY_AFTER_SECONDS });
  return await threads.run(() => splitInThread({ text, options }, signal));
}

/** The thread runs the source beside the build: a bundler would have to be taught to build a second entry for it. */
async function splitInThread(
  workerData: { text: string; options: SplitOptions },
  signal: AbortSignal | undefined,
): Promise<SplitResult> {
  signal?.throwIfAborted();
  const entry = join(/* turbopackIgnore: true */ process.cwd(), "lib", "jobs", "split-thread.mjs");
  const worker = new Worker(/* turbopackIgnore: true */ entry, { workerData });
  const ended = new AbortController();
  const listening = { signal: ended.signal };
  try {
    return await new Promise<SplitResult>((resolve, reject) => {
      const timer = setTimeout(() => reject(new AppError("TOO_LARGE")), TIME_LIMIT_MS);
      ended.signal.addEventListener("abort", () => clearTimeout(timer));
      signal?.addEventListener("abort", () => reject(signal.reason), listening);
      worker.once("message", resolve);
      worker.once("error", reject);
      worker.once("exit", (code) =>
        reject(new Error(`The splitting thread ended with ${code} and without a result`)),
      );
    });
  } finally {
    ended.abort();
    // The place is free when the thread is gone, not before.
    await worker.terminate();
  }
}
