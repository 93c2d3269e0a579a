import type { CheckReason, ClaimModality } from "@/lib/claims/claim-vocabulary";
import { CHECK_REASONS } from "@/lib/claims/claim-vocabulary";
import { isNegation } from "@/lib/claims/negation";
import type { StatementReading } from "@/lib/claims/read-statement";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

export interface ReasonEvidence {
  readonly statement: StatementReading;
  readonly modality: ClaimModality;
  /** Between quotation marks in the article. */
  readonly isQuoted: boolean;
}

/** What of a statement asks to be checked, in the order of the vocabulary. */
export function checkReasonsOf({ statement, modality, isQuoted }: ReasonEvidence): CheckReason[] {
  const { words, cues } = statement;
  const found: Record<CheckReason, boolean> = {
    number: cues.several > 0 || hasExactNumber(statement),
    percent: cues.percent > 0,
    money: words.some(({ lower }, at) => isMoney(lower, words[at - 1])),
    date:
      cues.dateWord > 0 ||
      words.some(({ kind, lower }) => (kind === "number" ? isYear(lower) : TIMES.has(lower))),
    name: words.some((_, at) => isName(words, at)),
    place: cues.place > 0,
    superlative: cues.superlative > 0 || words.some((word, at) => isSuperlative(word, words[at - 1])),
    comparison: cues.change > 0 || cues.multiple > 0 || words.some((_, at) => isCompared(words, at)),
    cause: cues.cause > 0,
    law: cues.law > 0,
    quotation: isQuoted,
    hearsay: modality === "hearsay",
    negation: words.some(({ lower }) => isNegation(lower)),
  };
  return CHECK_REASONS.filter((reason) => found[reason]);
}

/** A figure or a number in words, not "viele". */
export const hasExactNumber = ({ words, cues }: StatementReading): boolean =>
  words.some((word, at) => word.kind === "number" && isFigure(word, words[at + 1])) ||
  (cues.number > 0 && cues.number > countTimes(words));

export const isYear = (word: string): boolean => /^(?:1[89]|20)\d\d$/.test(word);

/** A figure of its own: no year, no date or time of day ("3. Februar", "4 May", "21.40 Uhr", "2 a.m."), no age. */
function isFigure({ kind, lower }: Token, next: Token | undefined): boolean {
  if (kind !== "number" || isYear(lower) || /jährig|-year-old/.test(lower)) return false;
  return next === undefined || !(DATE_NOUNS.has(next.lower) || TIMES.has(next.lower));
}

/** Numbers in words that only say how long or when: "sechs Jahre", "two hours". */
const countTimes = (words: readonly Token[]) =>
  words.filter(({ lower }, at) => TIMES.has(lower) && words[at - 1]?.kind === "word").length;

const TIMES = wordsOf(
  "uhr minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre jahren",
  "a.m p.m a.m. p.m. minute minutes hour hours day days week weeks month months year years",
);
const DATE_NOUNS = wordsOf(
  "januar februar märz april mai juni juli august september oktober november dezember",
  "january february march may june july october december",
);

const CURRENCIES = wordsOf(
  "euro euros dollar dollars us-dollar pfund pound pounds franken francs kronen crowns cent cents € $ £",
);

/** An amount of a currency: "3 Millionen Euro", "$64". */
const isMoney = (word: string, previous: Token | undefined) =>
  CURRENCIES.has(word) && (previous !== undefined || word.length === 1);

const COMPARATIVE = /^\p{Ll}{3,}er(?:e|en|er|es|em)?$/u;
const DEGREES = wordsOf("mehr weniger more less fewer");

/** "höher als", "more than", "compared with": what is held against something else. */
function isCompared(words: readonly Token[], at: number): boolean {
  const { text = "", lower = "" } = words[at] ?? {};
  if (lower === "verglichen" || lower === "vergleich") return true;
  const next = words[at + 1]?.lower;
  if (next !== "als" && next !== "than") return false;
  if (!DEGREES.has(lower) && !COMPARATIVE.test(text)) return false;
  // "mehr als 400 Häuser" says how sure the figure is.
  return !DEGREES.has(lower) || words[at + 2]?.kind !== "number";
}

/** "das sicherste", "am höchsten", "the deepest": an ending in front of which an article or "am" stands. */
function isSuperlative({ text, lower }: Token, previous: Token | undefined): boolean {
  if (!lower.includes("st", 3)) return false;
  if (/^\p{Ll}{3,}est$/u.test(text))
    return BEFORE_ENGLISH_SUPERLATIVE.test(previous?.lower ?? "") && !NO_SUPERLATIVE.test(lower);
  if (!/^\p{Ll}{3,}st(?:e|en|er|es)$/u.test(text) || NO_SUPERLATIVE.test(lower)) return false;
  return previous?.lower === "am" ? lower.endsWith("sten") : BEFORE_SUPERLATIVE.has(previous?.lower ?? "");
}
const NO_SUPERLATIVE =
  /^(?:nächst|erst|fest|ernst|bewusst|unbewusst|robust|selbst|trist|unterst|oberst|gefasst|verfasst|passt|west|east|rest|test|interest|forest|protest|request|arrest|guest|contest|harvest|latest|honest|invest)/;
const BEFORE_ENGLISH_SUPERLATIVE = /^(?:the|its|their|his|her|our|.*['’]s?)$/;
const BEFORE_SUPERLATIVE = wordsOf(
  "der die das dem den des seine seiner ihre ihrer sein ihr unser unsere zweit dritt zweite dritte weltweit bundesweit bisher",
);

/** Two capitalised words in a row that are no measure, or an abbreviation in capitals. */
function isName(words: readonly Token[], at: number): boolean {
  const { text = "", lower = "", kind } = words[at] ?? {};
  if (kind !== "word" || at === 0 || text === lower) return false;
  if (/^\p{Lu}{2,}$/u.test(text)) return true;
  const next = words[at + 1]?.text ?? "";
  return /^\p{Lu}/u.test(text) && !UNITS.has(lower) && /^\p{Lu}\p{Ll}/u.test(next);
}

/** "Millionen Euro", "Minuten Verspätung": measures, no names. */
const UNITS = wordsOf(
  "prozent million millionen milliarde milliarden tausend euro dollar jahr jahre jahren monate monaten minuten minute stunden stunde tage tagen meter metern kilometer kilometern",
);
