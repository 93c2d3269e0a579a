/** Why a model gave no usable answer, or a run ended before its end: keys that the interface words. */
export const FAILURES = [
  /** Nothing answers at the address, or the connection broke. */
  "unreachable",
  "timedOut",
  /** 401 or 403. */
  "unauthorized",
  /** 404: the path or the model is wrong. */
  "notFound",
  "rateLimited",
  /** Any other status from 400 on. */
  "serverError",
  "redirected",
  "tooLarge",
  /** No JSON, cut JSON, or another shape. */
  "garbled",
  "empty",
  /** The model declined. */
  "refused",
  /** The name of the host leads to an address that is not allowed. */
  "forbiddenHost",
  /** The key was stored under another secret of the instance. */
  "keyUnreadable",
  "cancelled",
  /** The desk has switched the assist off, or changed it, while the run was going on. */
  "switchedOff",
  "articleDeleted",
  /** Whoever started the run may not use the assist any more. */
  "notAllowed",
  /** The server stopped. */
  "interrupted",
  "unexpected",
] as const;
export type Failure = (typeof FAILURES)[number];

/** A planned failure of one request to a model. */
export class AssistError extends Error {
  override readonly name = "AssistError";

  constructor(
    readonly failure: Failure,
    /** How long the endpoint asks to wait. */
    readonly retryAfterMs: number | null = null,
  ) {
    super(failure);
  }
}

/** What may be over at the next try, a moment later. */
export function isPassing({ failure }: AssistError): boolean {
  return failure === "rateLimited" || failure === "serverError" || failure === "unreachable";
}

/** The endpoint answered, but not with suggestions: another text may go better. */
export function isUnusable({ failure }: AssistError): boolean {
  return failure === "garbled" || failure === "empty" || failure === "refused" || failure === "tooLarge";
}
