"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { formApi } from "@/components/app-frame/form-api";
import { useProblemText } from "@/components/app-frame/use-problem-text";
import { Button } from "@/components/ui/button";
import type { AssistTestResult } from "@/lib/assist/assist-views";

/** Asks the stored model about a made-up sentence and says in words how that went. */
export function AssistTest() {
  const t = useTranslations("assist");
  const problemText = useProblemText();
  const [isPending, setIsPending] = useState(false);
  const [outcome, setOutcome] = useState<{ isGood: boolean; words: string } | null>(null);

  function wordsFor({ failure, form, durationMs }: AssistTestResult): string {
    if (failure !== null) return t(`failure.${failure}`);
    return t(`settings.tested.${form === "schema" ? "schema" : "text"}`, {
      seconds: Math.round(durationMs / 100) / 10,
    });
  }

  async function run(): Promise<void> {
    setIsPending(true);
    setOutcome(null);
    try {
      const result = await formApi.testAssistSetting();
      setOutcome({ isGood: result.failure === null, words: wordsFor(result) });
    } catch (error) {
      setOutcome({ isGood: false, words: problemText(error) });
    } finally {
      setIsPending(false);
    }
  }

  return (
    <div className="flex flex-col items-start gap-3">
      <Button isPending={isPending} onClick={() => void run()}>
        {t("settings.test")}
      </Button>
      <p role="status" className="max-w-measure">
        {outcome === null ? null : (
          <>
            <span aria-hidden="true">{outcome.isGood ? "✓" : "✕"}</span> {outcome.words}
          </>
        )}
      </p>
    </div>
  );
}
