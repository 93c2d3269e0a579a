import type { Stance } from "@/lib/sources/source-view";
import { STANCES } from "@/lib/sources/source-view";

/** Choices of the reader that live in this browser. */
export type PreferenceValues = {
  /** Keys without Ctrl or Cmd do something (WCAG 2.1.4: they can be switched off). */
  singleKeys: boolean;
  /** A verdict moves on to the next claim. */
  autoAdvance: boolean;
  /** What the last attached source did to its claim; the next form starts with it. */
  stance: Stance;
};

export type Preferences = ReturnType<typeof openPreferences>;

const KEY = "beleg:workspace";
export const DEFAULT_PREFERENCES: PreferenceValues = {
  singleKeys: true,
  autoAdvance: false,
  stance: "SUPPORTS",
};

/** Reads and keeps the choices; where the browser refuses to store, they live as long as the page. */
export function openPreferences(storage: Pick<Storage, "getItem" | "setItem">) {
  let values = { ...DEFAULT_PREFERENCES, ...parse(storage.getItem(KEY)) };
  const listeners = new Set<() => void>();
  return {
    read: () => values,
    change(next: Partial<PreferenceValues>): void {
      values = { ...values, ...next };
      try {
        storage.setItem(KEY, JSON.stringify(values));
      } catch {
        // Full or forbidden: the choice holds until the page is left.
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function parse(stored: string | null): Partial<PreferenceValues> {
  if (stored === null) return {};
  try {
    const { singleKeys, autoAdvance, stance } = JSON.parse(stored) as Record<string, unknown>;
    const known = STANCES.find((value) => value === stance);
    return {
      ...(typeof singleKeys === "boolean" && { singleKeys }),
      ...(typeof autoAdvance === "boolean" && { autoAdvance }),
      ...(known && { stance: known }),
    };
  } catch {
    return {};
  }
}
