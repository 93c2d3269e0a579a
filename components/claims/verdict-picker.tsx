"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { useId, useState } from "react";
import { usePreference } from "@/components/workspace/key-hint";
import type { Verdict } from "@/lib/claims/verdict-scale";
import { TONE_ICON, VERDICT_TONE, VERDICTS } from "@/lib/claims/verdict-scale";

const STEP: Partial<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * The arrow keys move through the choices without choosing: with native radio buttons each step on the way would be a
 * verdict on the record. Space and Enter choose.
 */
export function moveWithoutChoosing(event: KeyboardEvent<HTMLElement>): void {
  const radios = [...event.currentTarget.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  const index = event.target instanceof HTMLInputElement ? radios.indexOf(event.target) : -1;
  if (index < 0) return;
  const step = STEP[event.key];
  if (step !== undefined) {
    event.preventDefault();
    radios[(index + step + radios.length) % radios.length]?.focus();
  } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    event.stopPropagation();
    radios[index]?.click();
  }
}

/** The nine verdicts in the order of the scale, which is the order of the keys, with what each means. */
export function VerdictPicker({
  value,
  onChoose,
  onClear,
}: {
  value: Verdict | null;
  onChoose: (verdict: Verdict) => void;
  onClear: () => void;
}) {
  const t = useTranslations("claims.card");
  const vocabulary = useTranslations("vocabulary");
  const id = useId();
  const singleKeys = usePreference("singleKeys");
  const [looking, setLooking] = useState<Verdict | null>(null);
  const explained = looking ?? value;
  return (
    <fieldset
      aria-describedby={`${id}-meaning`}
      onKeyDown={moveWithoutChoosing}
      onPointerLeave={() => setLooking(null)}
      onBlur={() => setLooking(null)}
    >
      <legend className="mb-1 text-ink-faint text-xs">{t("verdict")}</legend>
      <div className="-mx-1.5 grid grid-flow-col grid-cols-2 grid-rows-5 gap-x-2">
        {VERDICTS.map((verdict, index) => (
          <label
            key={verdict}
            data-tone={VERDICT_TONE[verdict]}
            className="flex h-7 min-w-0 items-center gap-2 rounded-sm px-1.5 text-ink text-sm hover:bg-sunken has-checked:bg-tone-tint has-checked:font-medium has-checked:text-tone-ink has-focus-visible:outline-2 has-focus-visible:outline-focus forced-colors:has-checked:border"
            onPointerEnter={() => setLooking(verdict)}
          >
            <input
              type="radio"
              className="sr-only"
              name={`${id}-verdict`}
              checked={value === verdict}
              onChange={() => onChoose(verdict)}
              onFocus={() => setLooking(verdict)}
            />
            {singleKeys ? (
              <span
                aria-hidden="true"
                className="w-2 text-center text-ink-faint text-xs tabular-nums pointer-coarse:hidden"
              >
                <kbd className="font-normal font-sans">{index + 1}</kbd>
              </span>
            ) : null}
            <span aria-hidden="true" className="w-3.5 text-center text-xs">
              {TONE_ICON[VERDICT_TONE[verdict]]}
            </span>
            <span className="truncate first-letter:uppercase">{vocabulary(`verdictShort.${verdict}`)}</span>
          </label>
        ))}
        {value === null ? null : (
          <button
            type="button"
            className="h-7 truncate rounded-sm px-1.5 text-left text-ink-faint text-sm hover:bg-sunken hover:text-ink"
            onClick={onClear}
          >
            {t("clearVerdict")}
          </button>
        )}
      </div>
      <p id={`${id}-meaning`} className="mt-1 min-h-4 text-ink-soft text-xs">
        {explained === null ? t("verdictHint") : vocabulary(`verdictMeaning.${explained}`)}
      </p>
    </fieldset>
  );
}
