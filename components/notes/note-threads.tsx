"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { useDraft, useTools } from "@/components/workspace/workspace-context";
import type { NoteView } from "@/lib/notes/note-view";
import { bodyPlace, NoteBodyForm } from "./note-body-form";
import { NoteForm, replyPlace } from "./note-form";

/** A discussion: the one of a claim, or where `claimId` is null the one of the article. */
type Discussion = { claimId: string | null; notes: readonly NoteView[] };

/** Notes with their replies; resolved ones fold away. */
export function NoteThreads({
  isAdding,
  onDone,
  ...discussion
}: Discussion & {
  isAdding: boolean;
  onDone: () => void;
}) {
  const t = useTranslations("notes");
  const roots = discussion.notes.filter((note) => note.parentId === null);
  const open = roots.filter((note) => note.resolvedAt === null);
  const resolved = roots.filter((note) => note.resolvedAt !== null);
  if (roots.length === 0 && !isAdding) return null;
  return (
    <section>
      <h3 className="mb-1 text-ink-faint text-xs">{t("title", { count: roots.length })}</h3>
      <Threads {...discussion} roots={open} />
      {isAdding ? <NoteForm claimId={discussion.claimId} onDone={onDone} /> : null}
      {resolved.length > 0 ? (
        <details className="mt-1">
          <summary className="w-fit rounded-sm text-ink-faint text-xs hover:text-ink">
            {t("resolvedCount", { count: resolved.length })}
          </summary>
          <Threads {...discussion} roots={resolved} />
        </details>
      ) : null}
    </section>
  );
}

function Threads({ claimId, notes, roots }: Discussion & { roots: readonly NoteView[] }) {
  if (roots.length === 0) return null;
  return (
    <ul className="flex flex-col gap-2">
      {roots.map((root) => (
        <Thread
          key={root.id}
          claimId={claimId}
          root={root}
          replies={notes.filter((note) => note.parentId === root.id)}
        />
      ))}
    </ul>
  );
}

function Thread({
  claimId,
  root,
  replies,
}: {
  claimId: string | null;
  root: NoteView;
  replies: readonly NoteView[];
}) {
  const t = useTranslations("notes");
  const { store, rights } = useTools();
  const { draft } = useDraft(replyPlace(root.id));
  const [isOpen, setIsOpen] = useState(false);
  const isReplying = isOpen || draft !== null;
  const isResolved = root.resolvedAt !== null;
  return (
    <li>
      <Note note={root}>
        {isReplying || isResolved ? null : <Action onClick={() => setIsOpen(true)}>{t("reply")}</Action>}
        <Action onClick={() => void store.resolveNote(root, !isResolved)}>
          {isResolved ? t("reopen") : t("resolve")}
        </Action>
        <VisibilitySwitch note={root} />
      </Note>
      {replies.length > 0 ? (
        <ul className="mt-1 flex flex-col gap-1 border-line border-l-2 pl-3">
          {replies.map((reply) => (
            <li key={reply.id}>
              <Note note={reply}>
                {root.visibility === "REPORT" || reply.visibility === "REPORT" ? (
                  <VisibilitySwitch note={reply} />
                ) : null}
              </Note>
            </li>
          ))}
        </ul>
      ) : null}
      {isReplying && rights.canNote ? (
        <div className="mt-1 pl-3">
          <NoteForm claimId={claimId} parent={root} onDone={() => setIsOpen(false)} />
        </div>
      ) : null}
    </li>
  );
}

/** Only whoever wrote a note decides whether the report prints it. */
function VisibilitySwitch({ note }: { note: NoteView }) {
  const t = useTranslations("notes");
  const { store, userId } = useTools();
  if (note.authorId !== userId) return null;
  const visibility = note.visibility === "REPORT" ? "INTERNAL" : "REPORT";
  return (
    <Action onClick={() => void store.changeNote(note, { version: note.version, visibility })}>
      {visibility === "REPORT" ? t("putInReport") : t("makeInternal")}
    </Action>
  );
}

function Action({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      className="min-h-6 rounded-sm text-ink-soft text-xs underline decoration-line underline-offset-2 hover:text-ink hover:decoration-current"
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** A note, and what whoever writes notes can do with it; its words are corrected by their author alone. */
function Note({ note, children }: { note: NoteView; children: ReactNode }) {
  const t = useTranslations("notes");
  const format = useFormatter();
  const { rights, userId } = useTools();
  const { draft } = useDraft(bodyPlace(note.id));
  const [isOpen, setIsOpen] = useState(false);
  const canCorrect = rights.canNote && note.authorId === userId;
  const isCorrecting = canCorrect && (isOpen || draft !== null);
  return (
    <>
      {isCorrecting ? (
        <NoteBodyForm note={note} onDone={() => setIsOpen(false)} />
      ) : (
        <p className="whitespace-pre-wrap text-ink-soft">{note.body}</p>
      )}
      <p className="flex flex-wrap items-center gap-x-2 text-ink-faint text-xs">
        <span>
          {note.authorName} ·{" "}
          <time dateTime={note.createdAt}>{format.dateTime(new Date(note.createdAt), "dayTime")}</time>
        </span>
        {note.visibility === "REPORT" ? <Badge>{t("forReport")}</Badge> : null}
        {note.resolvedByName ? <span>{t("resolvedBy", { name: note.resolvedByName })}</span> : null}
      </p>
      {rights.canNote ? (
        <p className="mt-0.5 flex flex-wrap gap-3 empty:hidden print:hidden">
          {children}
          {canCorrect && !isCorrecting ? <Action onClick={() => setIsOpen(true)}>{t("edit")}</Action> : null}
        </p>
      ) : null}
    </>
  );
}
