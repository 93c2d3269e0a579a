import { AppError } from "@/lib/errors";

/** For tests: the planned failure of some work. What succeeds, or fails otherwise, fails the test. */
export async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const outcome: unknown = await work.then(
    () => new Error("It did not fail"),
    (reason: unknown) => reason,
  );
  if (outcome instanceof AppError) return outcome;
  throw outcome;
}
