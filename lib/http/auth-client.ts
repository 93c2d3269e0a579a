/** How signing in from a page ended. */
export type SignInResult =
  | { ok: true }
  | { ok: false; error: "wrong" }
  | { ok: false; error: "tooMany"; retryAfterSeconds: number }
  /** The server could not be reached or failed; nothing is known about the password. */
  | { ok: false; error: "unreachable" };

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const options = { credentials: "same-origin", cache: "no-store" } as const;
  const csrf = await fetch("/api/auth/csrf", options);
  if (!csrf.ok) return csrf;
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  return await fetch(path, {
    ...options,
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...fields, csrfToken }),
  });
}

/** Signs in without leaving the page, so that nothing typed on it is lost. */
export async function signInInPlace(credentials: { email: string; password: string }): Promise<SignInResult> {
  const response = await post("/api/auth/callback/credentials", credentials).catch(() => null);
  if (response?.ok) return { ok: true };
  if (response?.status === 401) return { ok: false, error: "wrong" };
  if (response?.status === 429) {
    const retryAfterSeconds = Number(response.headers.get("retry-after")) || 60;
    return { ok: false, error: "tooMany", retryAfterSeconds };
  }
  return { ok: false, error: "unreachable" };
}

/** Ends the session of this browser and clears what the browser stored; false when the server did not answer. */
export async function signOut(): Promise<boolean> {
  const response = await post("/api/auth/signout", {}).catch(() => null);
  return response?.ok ?? false;
}
