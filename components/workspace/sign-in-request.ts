export type SignInRequest = ReturnType<typeof createSignInRequest>;

/** Lets the API client ask for a sign-in and wait for the person's answer. */
export function createSignInRequest() {
  let answer: ((isSignedIn: boolean) => void) | null = null;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    ask(): Promise<boolean> {
      return new Promise((resolve) => {
        answer = resolve;
        tell();
      });
    },
    settle(isSignedIn: boolean): void {
      answer?.(isSignedIn);
      answer = null;
      tell();
    },
    isOpen: () => answer !== null,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
