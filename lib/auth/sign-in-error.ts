/** What the address of the sign-in page may say about the try before. */
const SIGN_IN_ERRORS = ["wrong", "tooMany", "expired"] as const;
export type SignInError = (typeof SIGN_IN_ERRORS)[number];

/** Null for anything that is no such word: nobody can put a text of theirs on the page. */
export function toSignInError(word: string | undefined): SignInError | null {
  return SIGN_IN_ERRORS.find((error) => error === word) ?? null;
}
