import type { Abbreviations } from "@/lib/text/abbreviations";
import { ENGLISH_ABBREVIATIONS, GERMAN_ABBREVIATIONS } from "@/lib/text/abbreviations";
import { COMMON_ABBREVIATIONS, FOREIGN_ABBREVIATIONS } from "@/lib/text/foreign-abbreviations";
import { ENGLISH_STARTERS, FOREIGN_STARTERS, GERMAN_STARTERS } from "@/lib/text/sentence-starters";

/** What a language knows about the ends of its sentences. */
export interface SentenceRules extends Abbreviations {
  /** ISO 639-1, "und" where the language has no lists of its own. */
  readonly language: string;
  /** Words that, written with a capital, show that a sentence begins. */
  readonly starters: ReadonlySet<string>;
}

const RULES: ReadonlyMap<string, SentenceRules> = new Map([
  ["de", { language: "de", ...GERMAN_ABBREVIATIONS, starters: GERMAN_STARTERS }],
  ["en", { language: "en", ...ENGLISH_ABBREVIATIONS, starters: ENGLISH_STARTERS }],
  ...Object.entries(FOREIGN_ABBREVIATIONS).map(([language, abbreviations]): [string, SentenceRules] => [
    language,
    { language, ...abbreviations, starters: FOREIGN_STARTERS[language] ?? new Set() },
  ]),
]);
const COMMON_RULES: SentenceRules = { language: "und", ...COMMON_ABBREVIATIONS, starters: new Set() };

/** The rules of a BCP 47 language; the common ones where it has none of its own. */
export function sentenceRulesOf(language: string): SentenceRules {
  const primary = language.split("-")[0] ?? "";
  return RULES.get(primary.toLowerCase()) ?? COMMON_RULES;
}
