import { SESSION_COOKIE } from "./session-cookie";

const CHOICE_COOKIE_SECONDS = 365 * 24 * 60 * 60;

/** A Set-Cookie value for a choice that is no secret, such as the language; null takes the choice back. */
export function choiceCookie(name: string, value: string | null): string {
  const secure = SESSION_COOKIE.options.secure ? "; Secure" : "";
  const maxAge = value === null ? 0 : CHOICE_COOKIE_SECONDS;
  return `${name}=${value ?? ""}; Path=/; Max-Age=${maxAge}; SameSite=Lax${secure}`;
}
