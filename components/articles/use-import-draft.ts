import { useEffect, useRef, useState } from "react";
import type { DraftBox } from "@/components/drafts/draft-box";
import { openDraftBox } from "@/components/drafts/draft-box";
import type { ImportDraft } from "./import-draft";
import { EMPTY_DRAFT, isEmptyDraft, parseImportDraft } from "./import-draft";

const PLACE = { recordId: "new-article", field: "import" } as const;
const PAUSE_MS = 300;

/** The draft of the import form; it outlives reloads until it is imported or discarded. */
export function useImportDraft(userId: string, onRestored: (draft: ImportDraft) => void) {
  const [draft, setDraft] = useState<ImportDraft>(EMPTY_DRAFT);
  const [isRestored, setIsRestored] = useState(false);
  const box = useRef<DraftBox | null>(null);
  const unwritten = useRef<ImportDraft | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  function write(): void {
    clearTimeout(pause.current);
    if (unwritten.current === null || box.current === null) return;
    if (isEmptyDraft(unwritten.current)) box.current.clear(PLACE, "");
    else box.current.write(PLACE, { text: JSON.stringify(unwritten.current), base: null });
    unwritten.current = null;
  }

  // What this browser kept is known only here, not on the server.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the form opens
  useEffect(() => {
    box.current = openDraftBox({ storage: localStorage, userId, tabId: "form", now: Date.now });
    const stored = box.current.read(PLACE);
    const restored = stored === null ? null : parseImportDraft(stored.text);
    if (restored !== null && !isEmptyDraft(restored)) {
      setDraft(restored);
      setIsRestored(true);
      onRestored(restored);
    }
    window.addEventListener("pagehide", write);
    return () => {
      window.removeEventListener("pagehide", write);
      write();
    };
  }, [userId]);

  function keep(next: ImportDraft): void {
    setDraft(next);
    unwritten.current = next;
    clearTimeout(pause.current);
    pause.current = setTimeout(write, PAUSE_MS);
  }

  return {
    draft,
    isRestored,
    change: (change: Partial<ImportDraft>): ImportDraft => {
      const next = { ...draft, ...change };
      keep(next);
      return next;
    },
    /** Forgets it here and in the browser; the form shows what it is told. */
    forget: (shown: ImportDraft = EMPTY_DRAFT): void => {
      unwritten.current = null;
      clearTimeout(pause.current);
      box.current?.clear(PLACE, "");
      setDraft(shown);
      setIsRestored(false);
    },
  };
}
