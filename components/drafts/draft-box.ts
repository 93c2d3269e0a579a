/** What is typed and not yet acknowledged, with what stood there when the typing began. */
export type Draft = {
  text: string;
  /** Version and text of the record the draft was typed against; null for something new. */
  base: { version: number; text: string } | null;
  at: number;
  /** Where it was typed: the article. Absent outside of one. */
  scope?: string | undefined;
  /** The draft of another tab that this one goes on from. */
  from?: { key: string; at: number } | undefined;
};

/** Names one input: a claim (or article) and one of its fields. */
export type DraftPlace = { recordId: string; field: string };

type DraftBoxOptions = {
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;
  userId: string;
  tabId: string;
  /** Names what the drafts belong to, so that one on a record that is gone is found again there. */
  scope?: string;
  now: () => number;
};

export type DraftBox = ReturnType<typeof openDraftBox>;

const PREFIX = "beleg:draft";

/**
 * Keeps drafts for one person in one tab. Two tabs never write the same entry, so neither can lose the other's text;
 * a draft left by another tab is adopted when this one opens the input.
 * Where the browser refuses to store, drafts live as long as the page.
 */
export function openDraftBox({ storage, userId, tabId, scope, now }: DraftBoxOptions) {
  /** What this tab has read or written; null where there is nothing, so that reading is cheap while typing. */
  const known = new Map<string, Draft | null>();
  /** What the browser refused to store: it ends with the page. */
  const unstored = new Set<string>();
  const listeners = new Set<() => void>();
  let records: ReadonlySet<string> | null = null;
  const keyOf = ({ recordId, field }: DraftPlace, tab: string) =>
    [PREFIX, userId, recordId, field, tab].map(encodeURIComponent).join("|");

  function keysAt(place: DraftPlace): string[] {
    const start = keyOf(place, "");
    return storedKeys(storage).filter((key) => key.startsWith(start));
  }

  function find(place: DraftPlace): Draft | null {
    const mine = parse(storage.getItem(keyOf(place, tabId)));
    if (mine) return mine;
    const others = keysAt(place).flatMap((key) => {
      const draft = parse(storage.getItem(key));
      return draft ? { ...draft, from: { key, at: draft.at } } : [];
    });
    return others.reduce<Draft | null>(
      (newest, draft) => (newest && newest.at >= draft.at ? newest : draft),
      null,
    );
  }

  openBoxes.add({ userId, known, unstored });

  function tell(): void {
    records = null;
    for (const listener of listeners) listener();
  }

  function read(place: DraftPlace): Draft | null {
    const key = keyOf(place, tabId);
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const draft = find(place);
    known.set(key, draft);
    return draft;
  }

  return {
    /** The unsaved text of an input: this tab's, else the newest that another tab left behind. */
    read,

    write(place: DraftPlace, draft: Pick<Draft, "text" | "base">): void {
      const key = keyOf(place, tabId);
      const entry: Draft = { text: draft.text, base: draft.base, at: now(), scope, from: read(place)?.from };
      known.set(key, entry);
      try {
        storage.setItem(key, JSON.stringify(entry));
        unstored.delete(key);
      } catch {
        // Full or forbidden: the text still lives in `known`, and leaving the page warns.
        unstored.add(key);
      }
      tell();
    },

    /**
     * Forgets a text that has been saved or given up: in this tab, wherever another one kept the same, and what it was
     * adopted from. What was typed since stays, here and there. Says whether the input is empty now.
     */
    clear(place: DraftPlace, text: string): boolean {
      const key = keyOf(place, tabId);
      const newest = read(place);
      const isNewest = newest === null || newest.text === text;
      for (const stored of keysAt(place)) {
        const kept = parse(storage.getItem(stored));
        const isOwn = stored === key || (newest?.from?.key === stored && newest.from.at === kept?.at);
        if ((isOwn && isNewest) || kept?.text === text) storage.removeItem(stored);
      }
      if (isNewest) {
        known.set(key, null);
        unstored.delete(key);
      }
      tell();
      return isNewest;
    },

    /** The records with unsaved text, also from before a reload and in inputs that are not open. */
    records(): ReadonlySet<string> {
      records ??= new Set(
        [
          ...draftKeys(storage, userId),
          ...[...known].flatMap(([key, draft]) => (draft === null ? [] : key)),
        ].flatMap((key) => decodeURIComponent(key.split("|")[2] ?? "")),
      );
      return records;
    },

    /** Every input with unsaved text that was typed here, whoever holds its record now. */
    placesInScope(): DraftPlace[] {
      const found = new Map<string, DraftPlace>();
      const keep = (key: string, draft: Draft | null) => {
        if (scope === undefined || draft?.scope !== scope) return;
        const [, , recordId = "", field = ""] = key.split("|").map(decodeURIComponent);
        found.set(`${recordId}|${field}`, { recordId, field });
      };
      for (const key of draftKeys(storage, userId)) keep(key, parse(storage.getItem(key)));
      for (const [key, draft] of known) keep(key, draft);
      return [...found.values()].filter((place) => read(place) !== null);
    },

    /** Whether this tab holds text that no answer has acknowledged. */
    isDirty(): boolean {
      for (const draft of known.values()) if (draft !== null) return true;
      return false;
    },

    /** Whether there is text that a reload would lose. */
    hasUnstored: (): boolean => unstored.size > 0,

    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** How many drafts a person has left in this browser, over all articles. */
export function countDrafts(storage: Pick<Storage, "key" | "length">, userId: string): number {
  return draftKeys(storage, userId).length;
}

/** What the boxes of this page hold in memory, so that wiping reaches it too. */
const openBoxes = new Set<{ userId: string; known: Map<string, Draft | null>; unstored: Set<string> }>();

/** Removes every draft of a person from this browser; said yes to on sign-out. */
export function wipeDrafts(storage: Pick<Storage, "key" | "length" | "removeItem">, userId: string): void {
  for (const key of draftKeys(storage, userId)) storage.removeItem(key);
  for (const box of openBoxes) {
    if (box.userId !== userId) continue;
    box.known.clear();
    box.unstored.clear();
  }
}

function draftKeys(storage: Pick<Storage, "key" | "length">, userId: string): string[] {
  const start = [PREFIX, userId, ""].map(encodeURIComponent).join("|");
  return storedKeys(storage).filter((key) => key.startsWith(start));
}

function storedKeys(storage: Pick<Storage, "key" | "length">): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter(
    (key) => key !== null,
  );
}

function parse(stored: string | null): Draft | null {
  if (stored === null) return null;
  try {
    return JSON.parse(stored) as Draft;
  } catch {
    return null;
  }
}
