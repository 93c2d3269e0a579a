import type { ErrorCode, ErrorDetails } from "@/lib/errors";

/** The HTTP status of each planned error. */
export const STATUS_OF = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  INVALID: 422,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  UPSTREAM_FAILED: 502,
  UNEXPECTED: 500,
} as const satisfies Record<ErrorCode, number>;

const TITLES = {
  UNAUTHENTICATED: "Sign in or send an API token",
  FORBIDDEN: "Not allowed",
  NOT_FOUND: "Not found",
  CONFLICT: "Changed by someone else meanwhile",
  INVALID: "The input is not valid",
  TOO_LARGE: "Too large",
  RATE_LIMITED: "Too many attempts",
  UPSTREAM_FAILED: "Another server failed",
  UNEXPECTED: "Something went wrong on the server",
} as const satisfies Record<ErrorCode, string>;

/** An error as an RFC 9457 problem document. `detail` is for programmers; the interface words codes and rules itself. */
export function problem(
  code: ErrorCode,
  options: { status?: number; detail?: string; details?: ErrorDetails; instance?: string } = {},
): Response {
  const status = options.status ?? STATUS_OF[code];
  const { retryAfterSeconds, ...details } = options.details ?? {};
  const headers = new Headers({
    "content-type": "application/problem+json",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
  });
  if (status === 401) headers.set("www-authenticate", 'Bearer realm="Beleg"');
  if (retryAfterSeconds !== undefined) headers.set("retry-after", String(retryAfterSeconds));
  const body = {
    type: "about:blank",
    title: TITLES[code],
    status,
    code,
    ...(options.detail && { detail: options.detail }),
    ...(options.instance && { instance: options.instance }),
    ...details,
  };
  return new Response(JSON.stringify(body), { status, headers });
}
