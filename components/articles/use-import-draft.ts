import { useEffect, useRef, useState } from "react";
import { openBrowserDrafts } from "@/components/drafts/browser-drafts";
import type { DraftBox } from "@/components/drafts/draft-box";
import type { ImportDraft } from "./import-draft";
import { EMPTY_DRAFT, isEmptyDraft, parseImportDraft } from "./import-draft";

const PLACE = { recordId: "new-article", field: "import" } as const;
const PAUSE_MS = 300;

/** The draft of the import form; it outlives reloads until it is imported or discarded. */
export function useImportDraft(userId: string, onRestored: (draft: ImportDraft) => void) {
  const [draft, setDraft] = useState<ImportDraft>(EMPTY_DRAFT);
  const [isRestored, setIsRestored] = useState(false);
  const [isStored, setIsStored] = useState(true);
  const box = useRef<DraftBox | null>(null);
  const unwritten = useRef<ImportDraft | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  function clearBox(): void {
    const kept = box.current?.read(PLACE);
    if (kept) box.current?.clear(PLACE, kept.text);
  }

  function write(): void {
    clearTimeout(pause.current);
    if (unwritten.current === null || box.current === null) return;
    if (isEmptyDraft(unwritten.current)) clearBox();
    else box.current.write(PLACE, { text: JSON.stringify(unwritten.current), base: null });
    unwritten.current = null;
    setIsStored(!box.current.hasUnstored());
  }

  function warn(event: BeforeUnloadEvent): void {
    write();
    if (box.current?.hasUnstored()) event.preventDefault();
  }

  // What this browser kept is known only here, not on the server.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the form opens
  useEffect(() => {
    box.current = openBrowserDrafts(userId);
    const stored = box.current.read(PLACE);
    const restored = stored === null ? null : parseImportDraft(stored.text);
    if (restored !== null && !isEmptyDraft(restored)) {
      setDraft(restored);
      setIsRestored(true);
      onRestored(restored);
    }
    window.addEventListener("pagehide", write);
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("pagehide", write);
      window.removeEventListener("beforeunload", warn);
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
    /** False while the browser refuses to keep the draft: leaving the page would lose it. */
    isStored,
    change: (change: Partial<ImportDraft>): ImportDraft => {
      const next = { ...draft, ...change };
      keep(next);
      return next;
    },
    /** Forgets it here and in the browser; the form shows what it is told. */
    forget: (shown: ImportDraft = EMPTY_DRAFT): void => {
      unwritten.current = null;
      clearTimeout(pause.current);
      clearBox();
      setDraft(shown);
      setIsRestored(false);
      setIsStored(true);
    },
  };
}
