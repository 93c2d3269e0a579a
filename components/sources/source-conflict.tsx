"use client";

import { useTranslations } from "next-intl";
import { wordOr } from "@/components/activity/word-or";
import { Button } from "@/components/ui/button";
import { SOURCE_KINDS, STANCES } from "@/lib/sources/source-view";

/** Fields that somebody else changed while they were being edited here. */
export type MetConflict = {
  by: string | null;
  fields: readonly { name: string; theirs: unknown; yours: unknown }[];
};

/** What is stored now and what was typed, field by field; nothing is lost until a person has chosen. */
export function SourceConflict({
  conflict,
  onTakeTheirs,
}: {
  conflict: MetConflict;
  onTakeTheirs: () => void;
}) {
  const t = useTranslations("sources.conflict");
  const fieldName = useTranslations("activity.field");
  const vocabulary = useTranslations("vocabulary");

  function shown(value: unknown): string {
    if (value === null || value === undefined || value === "") return t("nothing");
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    const kind = SOURCE_KINDS.find((known) => known === value);
    const stance = STANCES.find((known) => known === value);
    if (kind) return vocabulary(`sourceKind.${kind}`);
    return stance ? vocabulary(`stance.${stance}`) : String(value);
  }

  return (
    <div
      role="alert"
      ref={bringIntoView}
      className="flex flex-col items-start gap-2 rounded-sm border border-line-strong bg-sunken p-3 sm:col-span-2"
    >
      <p className="font-medium">{t("title", { name: conflict.by ?? t("somebody") })}</p>
      <p className="text-ink-soft text-sm">{t("body")}</p>
      <dl className="flex w-full flex-col gap-2 text-sm">
        {conflict.fields.map(({ name, theirs, yours }) => (
          <div key={name}>
            <dt className="text-ink-faint first-letter:uppercase">{wordOr(fieldName, name, name)}</dt>
            <dd className="whitespace-pre-wrap">{t("theirs", { value: shown(theirs) })}</dd>
            <dd className="whitespace-pre-wrap">{t("yours", { value: shown(yours) })}</dd>
          </div>
        ))}
      </dl>
      <Button size="sm" onClick={onTakeTheirs}>
        {t("takeTheirs")}
      </Button>
    </div>
  );
}

/** Of one identity, so that it runs when the conflict appears and not at every key. */
function bringIntoView(notice: HTMLElement | null): void {
  notice?.scrollIntoView({ block: "nearest" });
}
