"use client";

import { useTranslations } from "next-intl";
import { ProblemNote } from "@/components/members/problem-note";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import type { AssistPlace } from "@/lib/assist/assist-views";
import { DecidedList } from "./decided-list";
import { DraftList } from "./draft-list";
import { RunSummary } from "./run-summary";
import { useSuggestions } from "./use-suggestions";

/** Everything one does with a model's suggestions for the article: ask, watch, decide, take back. */
export function SuggestionPanel({ place, onClose }: { place: AssistPlace; onClose: () => void }) {
  const t = useTranslations("assist.panel");
  const common = useTranslations("common");
  const { run, suggestions, isPending, problem, said, ...actions } = useSuggestions();
  const isRunning = run?.state === "RUNNING";
  const drafts = suggestions?.filter(({ state }) => state === "PROPOSED") ?? [];
  const decided = suggestions?.filter(({ state }) => state !== "PROPOSED") ?? [];
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      title={t("title")}
      description={`${t(`where.${place.reach}`, { host: place.host, model: place.model })} ${t("draft")}`}
      width="lg"
      footer={
        <>
          <Button onClick={onClose}>{common("close")}</Button>
          {isRunning ? (
            <Button isPending={isPending} onClick={() => void actions.cancel(run.id)}>
              {t("cancel")}
            </Button>
          ) : (
            <Button
              variant="primary"
              isPending={isPending || suggestions === null}
              onClick={() => void actions.start()}
            >
              {t(run === null ? "start" : "again")}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ProblemNote>{problem}</ProblemNote>
        <p role="status" className="sr-only">
          {said}
        </p>
        {suggestions === null && problem === null ? <p className="text-ink-soft">{t("loading")}</p> : null}
        {isRunning ? (
          <div className="flex flex-col gap-1">
            <Progress aria-label={t("title")} max={run.sentenceCount} value={run.answeredCount} />
            <p className="text-ink-soft text-sm tabular-nums">
              {t("running", { answered: run.answeredCount, total: run.sentenceCount })}
            </p>
          </div>
        ) : null}
        {run === null && suggestions !== null ? <p className="text-ink-soft">{t("noRun")}</p> : null}
        {run === null || isRunning ? null : <RunSummary run={run} />}
        {drafts.length > 0 ? (
          <DraftList
            drafts={drafts}
            onAccept={(id) => void actions.accept(id)}
            onDismiss={(id) => void actions.dismiss(id)}
          />
        ) : null}
        {run !== null && !isRunning && drafts.length === 0 && suggestions !== null ? (
          <p className="text-ink-soft">{t("empty")}</p>
        ) : null}
        {decided.length > 0 ? (
          <DecidedList decided={decided} onReopen={(id) => void actions.reopen(id)} />
        ) : null}
      </div>
    </Dialog>
  );
}
