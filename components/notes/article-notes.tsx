"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useDraft, useTools, useWorkspace } from "@/components/workspace/workspace-context";
import { NoteThreads } from "./note-threads";

/** The discussion of the article as a whole, under its text. */
export function ArticleNotes() {
  const t = useTranslations("notes");
  const { rights } = useTools();
  const notes = useWorkspace((state) => state.articleNotes);
  const articleId = useWorkspace((state) => state.header.id);
  const { draft } = useDraft({ recordId: articleId, field: "note" });
  const [isOpen, setIsOpen] = useState(false);
  const isAdding = rights.canNote && (isOpen || draft !== null);
  if (notes.length === 0 && !rights.canNote) return null;
  return (
    <section
      aria-label={t("articleNotes")}
      data-empty={notes.length === 0 || undefined}
      className="print:data-empty:hidden mt-12 border-line border-t pt-4"
    >
      <NoteThreads claimId={null} notes={notes} isAdding={isAdding} onDone={() => setIsOpen(false)} />
      {rights.canNote && !isAdding ? (
        <Button
          size="sm"
          variant="quiet"
          className="-ml-2 font-normal text-ink-soft print:hidden"
          onClick={() => setIsOpen(true)}
        >
          {t("addToArticle")}
        </Button>
      ) : null}
    </section>
  );
}
