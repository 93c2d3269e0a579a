const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps a choice of the reader's for the server's next answer; null forgets it. */
export function rememberInCookie(name: string, value: string | null): void {
  const lifetime = value === null ? 0 : YEAR_SECONDS;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store interface is missing on plain http
  document.cookie = `${name}=${encodeURIComponent(value ?? "")}; Path=/; Max-Age=${lifetime}; SameSite=Lax`;
}
