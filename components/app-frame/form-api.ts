import { ApiError, createApiClient, newMutationId } from "@/lib/http/api-client";

/** The server did not answer; the form still holds what was typed. */
export class UnreachableError extends Error {
  override readonly name = "UnreachableError";
}

let isReachable = true;

/**
 * The API client of pages with a form: it tries once and says so when the server cannot be reached or the session is
 * over. The workspace has its own, which keeps trying.
 */
export const formApi = createApiClient({
  fetch: (url, init) => fetch(url, init),
  userId: null,
  signIn: async () => false,
  onReachable: (isNow) => {
    isReachable = isNow;
  },
  wait: async () => {
    throw isReachable ? new ApiError("RATE_LIMITED", 429) : new UnreachableError();
  },
  newMutationId,
});
