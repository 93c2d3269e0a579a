import { createTranslator } from "use-intl/core";
import deReports from "@/lib/i18n/messages/de/reports.json" with { type: "json" };
import deVocabulary from "@/lib/i18n/messages/de/vocabulary.json" with { type: "json" };
import enReports from "@/lib/i18n/messages/en/reports.json" with { type: "json" };
import enVocabulary from "@/lib/i18n/messages/en/vocabulary.json" with { type: "json" };
import type { ReportLanguage } from "./report-document";

const MESSAGES = {
  de: { reports: deReports, vocabulary: deVocabulary },
  en: { reports: enReports, vocabulary: enVocabulary },
} as const satisfies Record<ReportLanguage, unknown>;

/** Only the language of the report counts, neither the interface's nor the article's. */
const LOCALE = { de: "de-DE", en: "en-GB" } as const satisfies Record<ReportLanguage, string>;

/** Dates without a time of day are kept as midnight UTC and must not move to the day before in a zone west of it. */
const isDay = (iso: string) => iso.endsWith("T00:00:00.000Z");

function wordOr(words: Record<string, string>, key: string): string {
  return Object.hasOwn(words, key) ? (words[key] ?? key) : key;
}

/** Fields whose values are words of the vocabulary. */
const VOCABULARY_FIELDS = [
  "verdict",
  "attributionVerdict",
  "state",
  "stance",
  "kind",
  "modality",
  "setAside",
  "granularity",
  "mode",
] as const;
const isVocabulary = (field: string): field is (typeof VOCABULARY_FIELDS)[number] =>
  VOCABULARY_FIELDS.some((known) => known === field);

/** The words, dates and numbers of a report in its language. */
export function reportWords({ language, timeZone }: { language: ReportLanguage; timeZone: string }) {
  const locale = LOCALE[language];
  const messages = MESSAGES[language];
  const word = createTranslator({ locale: language, messages: messages.reports.document });
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
  const wholeDayFormat = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  const timeFormat = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const shortTimeFormat = new Intl.DateTimeFormat(locale, {
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
  });
  const numberFormat = new Intl.NumberFormat(locale);
  const languageNames = new Intl.DisplayNames(locale, { type: "language", fallback: "code" });

  return {
    /** A phrase of the report. */
    word,
    /** A vocabulary word; the key itself where the vocabulary has none. */
    term: (group: keyof typeof deVocabulary, key: string): string => wordOr(messages.vocabulary[group], key),
    /** What an entry of the record tells of; its key where nothing words it. */
    activity: (type: string): string => wordOr(messages.reports.document.activity.types, type),
    /** What a changed field of the record is called. */
    field: (field: string): string => wordOr(messages.reports.document.activity.fields, field),
    /** A value of the record in words where it is a word of the vocabulary. */
    recorded: (field: string, value: unknown): string => {
      if (value === null || value === "") return word("activity.empty");
      if (typeof value === "boolean") return word(value ? "activity.yes" : "activity.no");
      if (typeof value !== "string") return JSON.stringify(value);
      const terms: Record<string, string> = isVocabulary(field)
        ? messages.vocabulary[field]
        : field === "visibility"
          ? messages.reports.document.activity.visibility
          : {};
      return wordOr(terms, value);
    },
    number: (value: number) => numberFormat.format(value),
    /** The day, and the time of day where there is one. */
    time: (iso: string) => {
      const date = new Date(iso);
      if (isDay(iso)) return wholeDayFormat.format(date);
      return word("time", { day: dayFormat.format(date), time: timeFormat.format(date) });
    },
    /** For tables: 13.03.2026, 16:42. */
    shortTime: (iso: string) => shortTimeFormat.format(new Date(iso)),
    day: (iso: string) => (isDay(iso) ? wholeDayFormat : dayFormat).format(new Date(iso)),
    languageName: (tag: string): string => {
      try {
        return languageNames.of(tag) ?? tag;
      } catch (error) {
        if (error instanceof RangeError) return tag;
        throw error;
      }
    },
  };
}
export type ReportWords = ReturnType<typeof reportWords>;
