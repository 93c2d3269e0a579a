/** Only used to resolve a path; nothing is ever fetched from it. */
const SOMEWHERE = "http://beleg.invalid";
/** Addresses that make no sense as the place to go on after sign-in. */
const NOT_AFTER_SIGN_IN = /^\/(?:api|sign-in|setup|invitations)(?:[/?#]|$)/;

/**
 * The path to go on at after sign-in, or null when `wish` is anything but a path of this instance.
 * Browsers drop tabs and line breaks from addresses and read "\" as "/": a wish that holds one is refused.
 */
export function toReturnPath(wish: string | null | undefined): string | null {
  if (!wish || wish.length > 2_000 || !/^\/(?![/\\])/.test(wish)) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not pass.
  if (/[\u0000-\u0020\u007f\\]/.test(wish)) return null;
  if (!URL.canParse(wish, SOMEWHERE)) return null;
  const url = new URL(wish, SOMEWHERE);
  const path = url.pathname + url.search + url.hash;
  if (url.origin !== SOMEWHERE || path.startsWith("//") || NOT_AFTER_SIGN_IN.test(path)) return null;
  return path;
}
