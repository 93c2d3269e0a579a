"use client";

import { useFormatter, useTranslations } from "next-intl";
import type { SuggestionRunView } from "@/lib/assist/assist-views";
import { REJECTIONS } from "@/lib/assist/rejections";

/** How a run ended: what came of it, what was refused and why, what went wrong and what to do. */
export function RunSummary({ run }: { run: SuggestionRunView }) {
  const t = useTranslations("assist.panel");
  const failures = useTranslations("assist.failure");
  const format = useFormatter();
  const refused = REJECTIONS.flatMap((reason) => {
    const count = run.rejections[reason] ?? 0;
    return count > 0 ? [{ count, words: t(`rejection.${reason}`, { count }) }] : [];
  });
  const refusedCount = refused.reduce((sum, { count }) => sum + count, 0);
  const unanswered = run.sentenceCount - run.answeredCount;
  return (
    <div className="flex flex-col gap-1">
      <p>
        {t("done", { count: run.proposedCount, sentences: run.answeredCount })}
        {refusedCount === 0
          ? null
          : `, ${t("refusedCount", { count: refusedCount, reasons: refused.map(({ words }) => words).join(", ") })}`}
      </p>
      {run.failure === null ? null : (
        <p className="flex gap-2 rounded-sm bg-sunken px-3 py-2 text-sm">
          <span aria-hidden="true">✕</span>
          <span>
            {run.state === "DONE"
              ? t("unanswered", { count: unanswered, reason: failures(run.failure) })
              : failures(run.failure)}
          </span>
        </p>
      )}
      <p className="text-ink-faint text-xs">
        {t("sentTo", {
          name: run.createdBy ?? t("system"),
          time: format.dateTime(new Date(run.createdAt), "dayTime"),
          host: run.host,
        })}
      </p>
    </div>
  );
}
