import { AFTER_TIME_OF_DAY, isWrittenAsAbbreviation, TIMES_OF_DAY } from "@/lib/text/abbreviations";
import { isGermanOrdinal } from "@/lib/text/german-ordinals";
import type { SentenceRules } from "@/lib/text/sentence-rules";
import { isCapital, isDigit, isLetter } from "@/lib/text/words-around";
import { wordsOf } from "@/lib/text/words-of";

/** What stands around a full stop behind a word, when something with a capital, a digit or a quote follows. */
export interface Surroundings {
  readonly word: string;
  /** The word before `word`, as written. */
  readonly previous: string;
  /** The sentence begins with `word`: it may number a list item. */
  readonly isFirst: boolean;
  readonly next: string;
  /** A quotation mark or bracket closes with the full stop. */
  readonly isClosed: boolean;
  /** The sentence so far, without `word`; cut to the 60 characters before it. */
  readonly lead: () => string;
}

/** Whether the full stop ends the sentence. */
export function stopCloses(around: Surroundings, rules: SentenceRules): boolean {
  const { word, next, isFirst } = around;
  const lower = word.toLowerCase();
  const isOpening = isCapital(next) && rules.starters.has(next.toLowerCase());
  const isAbbreviation = isWrittenAsAbbreviation(word, next, rules.language);
  if (isNumeral(word)) return numeralCloses(around, isOpening, rules);
  if (TIMES_OF_DAY.has(lower)) return timeOfDayCloses(around);
  if (isFirst && (isInitial(word) || isSmallRoman(word))) return false;
  if (isFirst && isInterjection(lower) && !rules.neverCloses.has(lower)) return true;
  if (isFirst && (POSTSCRIPTS.has(lower) || ANSWERS.has(lower)))
    return ANSWERS.has(lower) && !isDigit(next.charAt(0));
  if (rules.onlyBeforeNumbers.has(lower) && isAbbreviation)
    return !isDigit(next.charAt(0)) && !isRomanNumeral(next);
  if (rules.neverCloses.has(lower) && isAbbreviation) return false;
  if (rules.language === "pl" && POLISH_YEAR_SIGNS.has(lower)) return polishYearCloses(around);
  // "Il y en a. Paris …": outside German and English a small letter is a word, unless another follows ("a. C.").
  const hasWordsOfOneLetter = rules.language !== "de" && rules.language !== "en";
  if (hasWordsOfOneLetter && isInitial(word) && word === lower && next.length > 1) return true;
  if (isInitial(word)) return initialCloses(around, isOpening, rules);
  if ((rules.mayClose.has(lower) && isAbbreviation) || (rules.language === "de" && isStreet(lower)))
    return (
      isOpening || (rules.language !== "de" && isCapital(next) && (ENDS_LISTS.has(lower) || around.isClosed))
    );
  if (UNITS.has(lower)) return true;
  if (isDotted(word) || (rules.language !== "und" && isVowelless(word))) return isOpening;
  if (isRomanNumeral(word))
    return isOpening || !isCapital(next) || COUNTED.has(around.previous.toLowerCase());
  return true;
}

// ---- numbers ------------------------------------------------------------------------------------------------

function numeralCloses(
  { word, previous, next, isFirst, isClosed }: Surroundings,
  isOpening: boolean,
  { language }: SentenceRules,
): boolean {
  if (isFirst && word.length <= 3) return false;
  if (isClosed || isOpening) return true;
  if (language === "pl") return !(word.length <= 2 && POLISH_BEFORE_ORDINAL.has(previous.toLowerCase()));
  if (language !== "de") return true;
  if (isDigit(next.charAt(0))) return word.length > 2 || !isNumeral(next);
  return !isGermanOrdinal(word, previous.toLowerCase(), next.toLowerCase());
}

/** "w 1. Lidze": behind a preposition a short number counts. */
const POLISH_BEFORE_ORDINAL = wordsOf("w we na do od po z ze przed o przy dnia");

/** "w 1990 r." is the year, "w XIX w." the century. */
const POLISH_YEAR_SIGNS = wordsOf("r w n.e p.n.e");
/** Names of statutes, which follow their date: "ustawa z 1997 r. Prawo budowlane". */
const POLISH_STATUTES = wordsOf("prawo kodeks ordynacja nr poz karta");

/** Behind a year at the head of the sentence its clause has yet to come: "W 1990 r. Sejm uchwalił ustawę." */
const polishYearCloses = ({ lead, next }: Surroundings) =>
  isCapital(next) &&
  !POLISH_STATUTES.has(next.toLowerCase()) &&
  !/^\P{L}*(?:w|we|od|do|po|z|dnia|przed|około|ok|na|pod|już)\s(?:\S+\s){0,4}$/iu.test(lead());

// ---- times, initials and answers ----------------------------------------------------------------------------

/** "At 7 a.m. Mr. Doe called": a time at the head of the sentence closes nothing. */
const timeOfDayCloses = ({ lead, next }: Surroundings) =>
  isCapital(next) &&
  !AFTER_TIME_OF_DAY.has(next.toLowerCase()) &&
  !/^\P{L}*(?:at|by|around|about|before|after|since|until|from|on|shortly|just|between)\s[^,]{0,30}$/iu.test(
    lead(),
  );

/** Behind one of these a letter or Roman number is the end of a name: "Vitamin C.", "World War I.", "Plan B." */
const COUNTED = wordsOf(
  "vitamin plan hepatitis group gruppe gruppo groupe grupo groep grupa type typ klasse class grade section phase serie series liga league",
  "block team version gate terminal halle war weltkrieg teil part band volume kategorie category anhang appendix exhibit punkt dur moll moderna",
);

function initialCloses(
  { word, previous, next }: Surroundings,
  isOpening: boolean,
  { language, neverCloses }: SentenceRules,
) {
  if (COUNTED.has(previous.toLowerCase())) return isCapital(next);
  // "you and I." ends a sentence, "Albert I. Doe" does not.
  if (language === "en" && word === "I" && !isCapital(previous)) return true;
  return isOpening && !neverCloses.has(`${previous}.${word}`.toLowerCase());
}

/** At the end of a list. Where nouns have no capitals, a capital behind it begins a sentence. */
const ENDS_LISTS = wordsOf("etc ecc enz itd itp e.d");

/** Signs without a full stop of their own: behind "5 km." a sentence is over. */
const UNITS = wordsOf(
  "km kg cm mm ml hl kw mw gw kwh mwh gwh twh db hz khz mhz ghz kb mb gb tb px zł mln mld",
);

/** Written at the head of a sentence they announce one: "P.S. We miss you." */
const POSTSCRIPTS = wordsOf("p.s ps p.p.s nb n.b");
/** Whole sentences that look like an abbreviation: "No. That is wrong." */
const ANSWERS = wordsOf("no");
const isInterjection = (word: string) => /^(?:h?m{1,4}|sh{1,4}|pst|hm{1,4})$/.test(word);

const isNumeral = (word: string) => /^\d[\d.]*$/.test(word);
const isInitial = (word: string) => word.length === 1 && isLetter(word);
const isSmallRoman = (word: string) => /^[ivx]{1,4}$/.test(word);
const isRomanNumeral = (word: string) => /^[IVX]{1,6}$/.test(word) && word !== "I";
const isDotted = (word: string) => word.includes(".") && /^(?:\p{L}{1,4}\.){1,5}\p{L}{1,3}$/u.test(word);
/** "in der Beispielstr. 5" */
const isStreet = (word: string) => word.length > 4 && word.endsWith("str");
const isVowelless = (word: string) =>
  word.length > 1 &&
  word.length < 6 &&
  /^\p{L}\p{Ll}*$/u.test(word) &&
  !/[aeiouyäöüąęáéíóúàèìòùâêîôûëïæøœıãõåý]/iu.test(word);
