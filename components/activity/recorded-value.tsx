import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { wordOr } from "./word-or";

const MOMENT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Vocabularies by the field that uses them. */
const VOCABULARIES = {
  verdict: "verdict",
  state: "state",
  attributionVerdict: "attributionVerdict",
  stance: "stance",
  language: "language",
  mode: "mode",
  modality: "modality",
  setAside: "setAside",
  granularity: "granularity",
} as const;

type Props = {
  noun: string;
  field: string;
  value: unknown;
  /** Names by id, for assignees. */
  names: ReadonlyMap<string, string>;
};

/** A value of the record in words. What has no word of its own is shown as it was stored. */
export function RecordedValue({ noun, field, value, names }: Props): ReactNode {
  const t = useTranslations("activity.value");
  const vocabulary = useTranslations("vocabulary");
  const format = useFormatter();

  if (value === null || value === undefined || value === "")
    return t(field === "setAside" ? "backToCheck" : "nothing");
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return format.number(value);
  if (Array.isArray(value)) return field === "spans" ? t("spans", { count: value.length }) : value.join(", ");
  if (typeof value === "object") {
    if ("wording" in value && "language" in value) return `${value.wording} (${value.language})`;
    return JSON.stringify(value);
  }
  const text = String(value);
  if (field === "assigneeId") return names.get(text) ?? t("unknownPerson");
  if (field === "visibility") return t(text === "REPORT" ? "forReport" : "internal");
  if (field === "sha256") return <code className="font-mono text-xs">{text.slice(0, 12)}</code>;
  if (MOMENT.test(text)) return format.dateTime(new Date(text), "dayTime");
  return wordOr(vocabulary, `${wordList(noun, field)}.${text}`, text);
}

function wordList(noun: string, field: string): string {
  if (field === "kind") return noun === "claim" ? "kind" : "sourceKind";
  return field in VOCABULARIES ? VOCABULARIES[field as keyof typeof VOCABULARIES] : field;
}
