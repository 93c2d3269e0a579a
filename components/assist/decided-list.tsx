"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { SuggestionView } from "@/lib/assist/assist-views";

type Props = { decided: readonly SuggestionView[]; onReopen: (id: string) => void };

/** What was accepted or dismissed, folded away, each with its way back. */
export function DecidedList({ decided, onReopen }: Props) {
  const t = useTranslations("assist.panel");
  return (
    <details className="text-sm">
      <summary className="min-h-6 cursor-pointer text-ink-soft">
        {t("decided", { count: decided.length })}
      </summary>
      <ul className="mt-1">
        {decided.map(({ id, wording, state }) => (
          <li key={id} className="flex items-start gap-3 border-line border-t py-2">
            <p className="min-w-0 flex-1">
              <span className="text-ink-faint">
                {t(state === "ACCEPTED" ? "isAccepted" : "isDismissed")}:
              </span>{" "}
              {wording}
            </p>
            <Button
              size="sm"
              variant="quiet"
              aria-label={t("reopenNamed", { wording })}
              onClick={() => onReopen(id)}
            >
              {t("reopen")}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
