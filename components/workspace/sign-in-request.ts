import type { SignInReason } from "@/lib/http/api-client";

export type SignInRequest = ReturnType<typeof createSignInRequest>;

/** Lets the API client ask for a sign-in and wait for the person's answer. */
export function createSignInRequest() {
  let asked: { why: SignInReason; answer: (isSignedIn: boolean) => void } | null = null;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    ask(why: SignInReason): Promise<boolean> {
      return new Promise((resolve) => {
        asked = { why, answer: resolve };
        tell();
      });
    },
    settle(isSignedIn: boolean): void {
      asked?.answer(isSignedIn);
      asked = null;
      tell();
    },
    /** Why it is asked for; null while it is not. */
    reason: (): SignInReason | null => asked?.why ?? null,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
