"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRestructuringWords } from "@/components/claims/restructuring-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import type { Granularity } from "@/lib/claims/claim-vocabulary";
import { estimateResplit } from "./granularity-estimate";
import { useTools, useWorkspace } from "./workspace-context";

/** Before the text is split anew, finer or coarser: what happens to the claims that are there, and that it can be undone. */
export function GranularityDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("workspace.granularity");
  const common = useTranslations("common");
  const { store, navigation } = useTools();
  const granularity = useWorkspace((state) => state.header.granularity);
  const order = useWorkspace((state) => state.order);
  const shown = useWorkspace((state) => state.shown);
  const [next] = useState<Granularity>(granularity === "STATEMENT" ? "SENTENCE" : "STATEMENT");
  const [problem, setProblem] = useState<string | null>(null);
  const [isPending, setIsPending] = useState(false);
  const { tell, problemOf } = useRestructuringWords();
  const { replaced, kept } = estimateResplit(order.flatMap((id) => shown.get(id) ?? []));

  async function change(): Promise<void> {
    if (isPending) return;
    setIsPending(true);
    setProblem(null);
    try {
      const result = await store.setGranularity(next);
      const done = { removed: result.removed.length, added: result.claims.length, kept: result.kept };
      tell(t("done", done), result.restructuringId);
      navigation.catchUp();
      onClose();
    } catch (error) {
      setProblem(problemOf(error));
      setIsPending(false);
    }
  }

  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && !isPending && onClose()}
      title={t(`title.${next}`)}
      footer={
        <>
          <Button disabled={isPending} onClick={onClose}>
            {common("cancel")}
          </Button>
          <Button variant="primary" isPending={isPending} onClick={() => void change()}>
            {t("confirm")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-2">
        <p>{t(`lead.${next}`)}</p>
        <p className="text-ink-soft">{t("estimate", { replaced, kept })}</p>
        {isPending ? <Progress aria-label={t("pending")} /> : null}
        {problem === null ? null : (
          <p role="alert" className="text-danger-ink text-sm">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
