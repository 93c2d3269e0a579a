import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { SplitResult } from "@/lib/claims/split-claims";
import { splitClaims } from "@/lib/claims/split-claims";
import { AppError } from "@/lib/errors";

/** Up to here splitting takes less time than starting a thread. */
const INLINE_LENGTH = 32_000;
const TIME_LIMIT_MS = 120_000;

/**
 * Splits a text without keeping other requests waiting: a long one in a thread of its own.
 * @throws TOO_LARGE where it takes longer than two minutes
 */
export async function splitText(
  text: string,
  { language }: { language?: string | undefined },
): Promise<SplitResult> {
  const options = language === undefined ? {} : { language };
  if (text.length <= INLINE_LENGTH) return splitClaims(text, options);
  return await splitInThread({ text, options });
}

/** The thread runs the source beside the build: a bundler would have to be taught to build a second entry for it. */
function splitInThread(workerData: { text: string; options: { language?: string } }): Promise<SplitResult> {
  return new Promise((resolve, reject) => {
    const entry = join(/* turbopackIgnore: true */ process.cwd(), "lib", "jobs", "split-thread.mjs");
    const worker = new Worker(/* turbopackIgnore: true */ entry, { workerData });
    const timer = setTimeout(() => {
      reject(new AppError("TOO_LARGE"));
      void worker.terminate();
    }, TIME_LIMIT_MS);
    worker.once("message", (result: SplitResult) => resolve(result));
    worker.once("error", reject);
    worker.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`The splitting thread ended with ${code} and without a result`));
    });
  });
}
