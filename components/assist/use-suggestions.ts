"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { useTools } from "@/components/workspace/workspace-context";
import type { DecidedSuggestion, SuggestionRunView, SuggestionView } from "@/lib/assist/assist-views";
import { ApiError } from "@/lib/http/api-client";

/** How often a run that is going on is looked at. */
const POLL_MS = 1_500;

const RULES = [
  "off",
  "alreadyRunning",
  "nothingToAsk",
  "tooMany",
  "decided",
  "textChanged",
  "workedOn",
] as const;
const isRule = (rule: string): rule is (typeof RULES)[number] => RULES.some((one) => one === rule);

/** What a model has suggested for the article on the screen, kept up to date while a run goes on. */
export function useSuggestions() {
  const t = useTranslations("assist.panel");
  const problemText = useProblemText();
  const { api, store } = useTools();
  const articleId = store.getState().header.id;
  const [run, setRun] = useState<SuggestionRunView | null>(null);
  const [suggestions, setSuggestions] = useState<readonly SuggestionView[] | null>(null);
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [said, setSaid] = useState<string | null>(null);

  async function load(): Promise<void> {
    const [runs, listed] = await Promise.all([
      api.listSuggestionRuns(articleId),
      api.listSuggestions(articleId),
    ]);
    setRun(runs.items[0] ?? null);
    setSuggestions(listed.items);
  }

  function tell(error: unknown): void {
    const rule = error instanceof ApiError ? error.issues[0]?.rule : undefined;
    setProblem(rule !== undefined && isRule(rule) ? t(`rule.${rule}`) : problemText(error));
  }

  const look = useEffectEvent(() => {
    load().catch(tell);
  });
  const isRunning = run?.state === "RUNNING";
  useEffect(() => {
    look();
    if (!isRunning) return;
    const timer = setInterval(look, POLL_MS);
    return () => clearInterval(timer);
  }, [isRunning]);

  /** Does one thing at a time; a refusal is put into words and what is shown is read anew. */
  async function attempt(task: () => Promise<void>): Promise<void> {
    if (isPending) return;
    setIsPending(true);
    setProblem(null);
    setSaid(null);
    try {
      await task();
    } catch (error) {
      tell(error);
      await load().catch(tell);
    } finally {
      setIsPending(false);
    }
  }

  function take({ suggestion, claim }: DecidedSuggestion): void {
    if (claim !== null) store.receiveClaim(claim);
    setSuggestions((known) => (known ?? []).map((one) => (one.id === suggestion.id ? suggestion : one)));
  }

  return {
    run,
    suggestions,
    isPending,
    problem,
    said,
    start: () => attempt(async () => setRun(await api.startSuggestionRun(articleId))),
    cancel: (runId: string) => attempt(async () => setRun(await api.cancelSuggestionRun(runId))),
    accept: (id: string) =>
      attempt(async () => {
        const decided = await api.acceptSuggestion(id);
        take(decided);
        setSaid(t("accepted", { number: decided.claim?.number ?? 0 }));
      }),
    dismiss: (id: string) =>
      attempt(async () => {
        take(await api.dismissSuggestion(id));
        setSaid(t("dismissed"));
      }),
    reopen: (id: string) =>
      attempt(async () => {
        const decided = await api.reopenSuggestion(id);
        take(decided);
        setSaid(
          decided.claim === null ? t("reopened") : t("claimTakenBack", { number: decided.claim.number }),
        );
      }),
  };
}
