/** The planned failures of Beleg. Everything else is a bug: it is logged once and shown as UNEXPECTED. */
export const ERROR_CODES = [
  "UNAUTHENTICATED",
  "FORBIDDEN",
  "NOT_FOUND",
  "CONFLICT",
  "INVALID",
  "TOO_LARGE",
  "RATE_LIMITED",
  "UPSTREAM_FAILED",
  "UNEXPECTED",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/**
 * What went wrong with one part of the input. `path` is the field in dots ("spans.0.start"); `rule` is a key the
 * interface words: domain code holds no prose.
 */
export type Issue = { path: string; rule: string };

export type ErrorDetails = {
  issues?: readonly Issue[];
  /** CONFLICT only: what is stored now and what was sent. */
  current?: { version: number; fields: Record<string, unknown>; by: string | null; at: string };
  yours?: { fields: Record<string, unknown> };
  retryAfterSeconds?: number;
};

/** A planned failure. Thrown by queries, mutations and pure rules; turned into a problem document at the edge. */
export class AppError extends Error {
  override readonly name = "AppError";

  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
  }
}

/** INVALID with a single issue. */
export function invalid(path: string, rule: string): AppError {
  return new AppError("INVALID", { issues: [{ path, rule }] });
}
