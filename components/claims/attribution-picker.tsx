"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { useTools } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { AttributionVerdict } from "@/lib/claims/verdict-scale";
import { ATTRIBUTION_VERDICTS } from "@/lib/claims/verdict-scale";
import { moveWithoutChoosing } from "./verdict-picker";

/** The first of the two questions about attributed speech: was it said like this? */
export function AttributionPicker({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.card");
  const vocabulary = useTranslations("vocabulary.attributionVerdict");
  const { store } = useTools();
  const name = useId();
  const decide = (attributionVerdict: AttributionVerdict | null) =>
    void store.change(claim.id, { type: "update", patch: { attributionVerdict } });
  return (
    <fieldset onKeyDown={moveWithoutChoosing}>
      <legend className="mb-1 text-ink-faint text-xs">
        {claim.speaker === null ? t("attribution") : t("attributionOf", { speaker: claim.speaker })}
      </legend>
      <div className="-mx-1.5 grid grid-cols-2 gap-x-2">
        {ATTRIBUTION_VERDICTS.map((verdict) => (
          <label
            key={verdict}
            className="flex h-7 min-w-0 items-center rounded-sm px-1.5 text-sm hover:bg-sunken has-checked:bg-line has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-focus forced-colors:has-checked:border"
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              checked={claim.attributionVerdict === verdict}
              onChange={() => decide(verdict)}
            />
            <span className="truncate first-letter:uppercase">{vocabulary(verdict)}</span>
          </label>
        ))}
        {claim.attributionVerdict === null ? null : (
          <button
            type="button"
            className="h-7 truncate rounded-sm px-1.5 text-left text-ink-faint text-sm hover:bg-sunken hover:text-ink"
            onClick={() => decide(null)}
          >
            {t("clearAttribution")}
          </button>
        )}
      </div>
    </fieldset>
  );
}
