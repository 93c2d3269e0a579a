export type Announcer = ReturnType<typeof createAnnouncer>;

/** What the polite live region says next; outside React's state, so that speaking renders nothing else. */
export function createAnnouncer() {
  let text = "";
  const listeners = new Set<() => void>();
  return {
    announce(next: string): void {
      // The same words twice would not be read again: a no-break space makes them differ.
      text = next === text ? `${next}\u00a0` : next;
      for (const listener of listeners) listener();
    },
    read: () => text,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
