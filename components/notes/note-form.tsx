"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { asksToSave } from "@/components/claims/claim-text-field";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { TextArea } from "@/components/ui/text-area";
import { useRuleWords } from "@/components/workspace/rule-words";
import { useDraft, useTools, useWorkspace } from "@/components/workspace/workspace-context";
import { ApiError } from "@/lib/http/api-client";
import type { NoteView } from "@/lib/notes/note-view";

/** Where the draft of a reply is kept. */
export function replyPlace(noteId: string) {
  return { recordId: noteId, field: "reply" };
}

/** Writes a note on a claim or on the article, or a reply to one. The text is kept until the server has taken it. */
export function NoteForm({
  claimId,
  parent,
  onDone,
}: {
  claimId: string | null;
  parent?: NoteView;
  onDone: () => void;
}) {
  const t = useTranslations("notes");
  const errors = useTranslations("errors");
  const wordOfRule = useRuleWords();
  const { store, announcer } = useTools();
  const articleId = useWorkspace((state) => state.header.id);
  const { draft, keep, forget } = useDraft(
    parent ? replyPlace(parent.id) : { recordId: claimId ?? articleId, field: "note" },
  );
  const [isForReport, setIsForReport] = useState(false);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const body = draft?.text ?? "";

  function leave(): void {
    forget(body);
    onDone();
  }

  async function submit(): Promise<void> {
    if (isPending) return;
    setIsPending(true);
    setProblem(null);
    try {
      await store.addNote(claimId, {
        body,
        parentId: parent?.id ?? null,
        visibility: isForReport ? "REPORT" : "INTERNAL",
      });
      announcer.announce(t("saved"));
      // What was typed while the answer was awaited stays in the form.
      if (forget(body)) onDone();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const issue = error.issues[0];
      setProblem(issue ? wordOfRule(issue.rule) : errors(`code.${error.code}`));
    } finally {
      setIsPending(false);
    }
  }

  return (
    <div className="mt-1 flex flex-col gap-2">
      <TextArea
        aria-label={parent ? t("replyLabel") : t("label")}
        placeholder={parent ? t("replyPlaceholder") : t("placeholder")}
        aria-invalid={problem !== null || undefined}
        autoFocus={draft === null}
        value={body}
        onChange={(event) => keep({ text: event.target.value, base: null })}
        onKeyDown={(event) => {
          if (asksToSave(event)) void submit();
          if (event.key === "Escape" && body === "") leave();
        }}
      />
      {problem === null ? null : (
        <p role="alert" className="text-danger-ink text-sm">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" variant="primary" isPending={isPending} onClick={() => void submit()}>
          {parent ? t("saveReply") : t("save")}
        </Button>
        <Button size="sm" onClick={leave}>
          {body === "" ? t("cancel") : t("discard")}
        </Button>
        {parent?.visibility === "INTERNAL" ? null : (
          <Checkbox
            className="ml-auto text-sm"
            label={t("forReport")}
            checked={isForReport}
            onChange={(event) => setIsForReport(event.target.checked)}
          />
        )}
      </div>
    </div>
  );
}
