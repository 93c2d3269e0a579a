"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { focusCurrentSoon } from "@/components/workspace/focus-current";
import { useDraft, useTools } from "@/components/workspace/workspace-context";
import type { RestructuringResult } from "@/lib/restructurings/restructuring-views";
import { asksToSave } from "./claim-text-field";
import { useRestructuringWords } from "./restructuring-words";

type RestructuringForm = ReturnType<typeof useRestructuringForm>;

/** What a person enters to put claims in the place of others: kept as a draft until it is saved or discarded. */
export function useRestructuringForm({
  claimId,
  field,
  onClose,
}: {
  claimId: string;
  field: string;
  onClose: () => void;
}) {
  const { navigation } = useTools();
  const { draft, keep, forget } = useDraft({ recordId: claimId, field });
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const { tell, problemOf } = useRestructuringWords();
  return {
    draft,
    problem,
    isPending,
    onClose,
    change(text: string): void {
      setProblem(null);
      keep({ text, base: null });
    },
    clearProblem: () => setProblem(null),
    discard(): void {
      if (draft) forget(draft.text);
      onClose();
    },
    /** Sends what was entered and says what came of it; a refusal stays in the dialog. */
    async send<Result extends RestructuringResult>(
      write: () => Promise<Result>,
      wordsFor: (result: Result) => string,
    ): Promise<void> {
      setIsPending(true);
      setProblem(null);
      try {
        const result = await write();
        if (draft) forget(draft.text);
        tell(wordsFor(result), result.restructuringId);
        navigation.catchUp();
        onClose();
        focusCurrentSoon();
      } catch (error) {
        setProblem(problemOf(error));
      } finally {
        setIsPending(false);
      }
    },
  };
}

/** The frame of splitting and merging: what is missing, the way out, the button that saves, and a refusal. */
export function RestructuringDialog({
  form: { draft, problem, isPending, onClose, discard },
  title,
  lead,
  width,
  fault,
  canSave,
  saveLabel,
  onSave,
  children,
}: {
  form: RestructuringForm;
  title: string;
  lead: string;
  width?: "lg";
  /** Why it can't be saved yet. */
  fault: string | null;
  canSave: boolean;
  saveLabel: string;
  onSave: () => Promise<void>;
  children: ReactNode;
}) {
  const common = useTranslations("common");
  const id = useId();
  const save = () => {
    if (canSave && !isPending) void onSave();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={title}
      description={lead}
      {...(width && { width })}
      isSticky
      onSubmit={save}
      onKeyDown={(event) => {
        if (!asksToSave(event)) return;
        // Also on a button or a box, where Enter would press it.
        event.preventDefault();
        event.stopPropagation();
        if (!event.repeat) save();
      }}
      footer={
        <>
          <p id={`${id}-fault`} className="mr-auto self-center text-ink-soft text-sm" role="status">
            {fault}
          </p>
          <Button onClick={discard}>{draft ? common("discard") : common("cancel")}</Button>
          <Button
            type="submit"
            variant="primary"
            isPending={isPending}
            disabled={!canSave}
            aria-describedby={`${id}-fault`}
          >
            {saveLabel}
          </Button>
        </>
      }
    >
      {children}
      {problem === null ? null : (
        <p role="alert" className="mt-3 text-danger-ink text-sm">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
