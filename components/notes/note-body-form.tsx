"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { asksToSave } from "@/components/claims/claim-text-field";
import { ConflictPanel } from "@/components/claims/conflict-panel";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/text-area";
import { useDraft, useTools } from "@/components/workspace/workspace-context";
import type { NoteView } from "@/lib/notes/note-view";

/** Where the draft of a note's new words is kept. */
export function bodyPlace(noteId: string) {
  return { recordId: noteId, field: "body" };
}

/** Corrects a note of one's own. Where it was changed elsewhere meanwhile, both stand side by side. */
export function NoteBodyForm({ note, onDone }: { note: NoteView; onDone: () => void }) {
  const t = useTranslations("notes");
  const { store, drafts, announcer } = useTools();
  const place = bodyPlace(note.id);
  const { draft, keep, forget } = useDraft(place);
  const [isPending, setIsPending] = useState(false);
  const text = draft?.text ?? note.body;
  const base = draft?.base ?? { version: note.version, text: note.body };
  const type = (next: string) => keep({ text: next, base });

  function leave(): void {
    forget(text);
    onDone();
  }

  async function save(body: string, version: number): Promise<void> {
    if (isPending) return;
    if (body === note.body) {
      leave();
      return;
    }
    setIsPending(true);
    const changed = await store.changeNote(note, { version, body }).finally(() => setIsPending(false));
    if (changed === null) return;
    announcer.announce(t("saved"));
    const newer = drafts.read(place);
    if (newer !== null && newer.text !== body) {
      keep({ text: newer.text, base: { version: changed.version, text: changed.body } });
      return;
    }
    forget(body);
    onDone();
  }

  if (!isPending && note.body !== base.text && note.body !== text) {
    const current = { version: note.version, text: note.body };
    return (
      <ConflictPanel
        label={t("label")}
        by={note.authorName}
        at={null}
        theirs={note.body}
        yours={text}
        isText
        onType={type}
        onKeepTheirs={leave}
        onKeepMine={(merged) => {
          keep({ text: merged, base: current });
          void save(merged, current.version);
        }}
      />
    );
  }

  return (
    <div className="mt-1 flex flex-col gap-2">
      <TextArea
        aria-label={t("label")}
        autoFocus={draft === null}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (asksToSave(event)) void save(text, base.version);
          if (event.key === "Escape" && text === note.body) leave();
        }}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="sm"
          variant="primary"
          isPending={isPending}
          onClick={() => void save(text, base.version)}
        >
          {t("saveEdit")}
        </Button>
        <Button size="sm" onClick={leave}>
          {text === note.body ? t("cancel") : t("discard")}
        </Button>
      </div>
    </div>
  );
}
