import {
  AFTER_TIME_OF_DAY,
  MAY_CLOSE,
  NEVER_CLOSES,
  ONLY_BEFORE_NUMBERS,
  TIMES_OF_DAY,
} from "@/lib/text/abbreviations";
import { isGermanOrdinal } from "@/lib/text/german-ordinals";
import { ENGLISH_STARTERS, GERMAN_STARTERS } from "@/lib/text/sentence-starters";
import type { Span } from "@/lib/text/span";
import { isSpaceAt, isSpaceCode, trimSpan } from "@/lib/text/span";

export interface SegmentOptions {
  /** BCP 47 language of the text; German and English have rules of their own. */
  language?: string;
  /** The part of the text to look at; all of it when absent. Offsets stay those of the whole text. */
  within?: Span;
}

/**
 * Finds the sentences of a text, in order and without the white space around them.
 * An empty line always ends a sentence. Linear in the length of the text.
 */
export function segmentSentences(text: string, { language = "de", within }: SegmentOptions = {}): Span[] {
  const primary = language.slice(0, 2).toLowerCase();
  const range = within ?? { start: 0, end: text.length };
  const ends =
    primary === "de" || primary === "en"
      ? ruleEnds(text, range, primary)
      : segmenterEnds(text, range, language);
  const sentences: Span[] = [];
  let start = range.start;
  for (const end of [...ends, range.end]) {
    const sentence = trimSpan(text, { start, end });
    if (sentence.start < sentence.end) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

// ---- German and English ------------------------------------------------------------------------------------

const TERMINATORS = new Set(Array.from(".!?…", (character) => character.charCodeAt(0)));
const CLOSERS = new Set(Array.from(")]}”“\"»«’'‘›‹", (character) => character.charCodeAt(0)));
const OPENERS = new Set(Array.from("([{„“‚‘\"'»«›‹”–—-•*¿¡", (character) => character.charCodeAt(0)));
const FULL_STOP = 0x2e;
const LINE_FEED = 0x0a;
/** No abbreviation or numeral is longer; looking no further back keeps the scan linear. */
const LONGEST_WORD = 40;

/** A place where a sentence may end, with what stands around it. */
interface Candidate {
  /** First terminator. */
  readonly at: number;
  /** Behind the terminators and what closes with them. */
  readonly end: number;
  /** First visible character behind. */
  readonly next: number;
  readonly isSingleStop: boolean;
  readonly isClosed: boolean;
}

function ruleEnds(text: string, { start, end }: Span, language: "de" | "en"): number[] {
  const ends: number[] = [];
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    if (code === LINE_FEED) {
      const gap = skipSpace(text, at, end);
      if (text.slice(at, Math.min(gap, at + LONGEST_WORD)).lastIndexOf("\n") > 0 || gap - at > LONGEST_WORD)
        ends.push(at);
      at = gap;
    } else if (TERMINATORS.has(code)) {
      const candidate = candidateAt(text, at, { start, end });
      if (candidate.next < end && closesSentence(text, candidate, { start, end }, language))
        ends.push(candidate.end);
      at = candidate.end;
    } else {
      at++;
    }
  }
  return ends;
}

function candidateAt(text: string, at: number, { start, end }: Span): Candidate {
  let behind = at;
  while (behind < end && TERMINATORS.has(text.charCodeAt(behind))) behind++;
  const isSingleStop = behind === at + 1 && text.charCodeAt(at) === FULL_STOP;
  const afterTerminators = behind;
  while (behind < end && CLOSERS.has(text.charCodeAt(behind))) behind++;
  if (behind > afterTerminators && behind < end && opensQuotation(text, behind - 1, start)) behind--;
  behind = skipBracketedMark(text, behind, end);
  return {
    at,
    end: behind,
    next: skipSpace(text, behind, end),
    isSingleStop,
    isClosed: behind > afterTerminators,
  };
}

/** `.»Wort`: a mark glued to the next letter opens what follows instead of closing what was. */
function opensQuotation(text: string, at: number, start: number): boolean {
  return at > start && isLetter(text.charAt(at + 1)) && /[„“»«"]/.test(text.charAt(at));
}

/** Footnote marks and omissions, "[12]" and "[…]", belong to the sentence before them. */
function skipBracketedMark(text: string, at: number, end: number): number {
  const open = skipSpace(text, at, Math.min(end, at + 2));
  if (text.charAt(open) !== "[") return at;
  let behind = open + 1;
  while (behind < end && behind - open < 5 && /[\d.…]/.test(text.charAt(behind))) behind++;
  return behind > open + 1 && text.charAt(behind) === "]" ? behind + 1 : at;
}

function closesSentence(text: string, candidate: Candidate, range: Span, language: "de" | "en"): boolean {
  const { at, end, next } = candidate;
  const first = firstLetterFrom(text, next, range.end);
  if (next === end) return isGlued(text, candidate, first);
  if (isLowerCase(text.charAt(first))) return false;
  if (text.slice(at - 1, end) === "(?)" || text.slice(at - 1, end) === "(!)") return false;
  if (!candidate.isSingleStop) return true;
  const word = wordBefore(text, at, range.start);
  const previousEnd = skipSpaceBack(text, at - word.length, range.start);
  return (
    word === "" ||
    stopClosesAfter(word, {
      previous: wordBefore(text, previousEnd, range.start).toLowerCase(),
      isFirst: previousEnd === range.start || TERMINATORS.has(text.charCodeAt(previousEnd - 1)),
      next: wordFrom(text, first, range.end),
      isClosed: candidate.isClosed,
      language,
    })
  );
}

interface Surroundings {
  /** The word before, in lower case, without its full stop. */
  readonly previous: string;
  /** No sentence has begun before the word: it may number a list item. */
  readonly isFirst: boolean;
  readonly next: string;
  readonly isClosed: boolean;
  readonly language: "de" | "en";
}

/** Whether a full stop behind `word` ends the sentence, when something with a capital, a digit or a quote follows. */
function stopClosesAfter(
  word: string,
  { previous, isFirst, next, isClosed, language }: Surroundings,
): boolean {
  const lower = word.toLowerCase();
  const nextLower = next.toLowerCase();
  const isOpening =
    isCapital(next) && (language === "de" ? GERMAN_STARTERS : ENGLISH_STARTERS).has(nextLower);
  if (isNumeral(word))
    return numeralCloses(word, { previous, isFirst, nextLower, isOpening, isClosed, language });
  if (TIMES_OF_DAY.has(lower)) return isCapital(next) && !AFTER_TIME_OF_DAY.has(nextLower);
  if (isInitial(word)) {
    if (language === "en" && word === "I") return true;
    const joined = `${previous}.${lower}`;
    return isOpening && !NEVER_CLOSES.has(joined);
  }
  if (language === "de" && ONLY_BEFORE_NUMBERS.has(lower)) return !isDigit(nextLower.charAt(0));
  if (NEVER_CLOSES.has(lower) && isAbbreviationForm(word, language)) return false;
  if (MAY_CLOSE.has(lower) && isAbbreviationForm(word, language))
    return isOpening || (isClosed && isCapital(next) && language === "en");
  if (isDotted(word) || isVowelless(word)) return isOpening;
  if (isRomanNumeral(word)) return isOpening || isDigit(next.charAt(0)) || !isCapital(next);
  return true;
}

interface NumeralSurroundings extends Omit<Surroundings, "next"> {
  readonly nextLower: string;
  readonly isOpening: boolean;
}

function numeralCloses(numeral: string, around: NumeralSurroundings): boolean {
  if (around.isFirst && numeral.length <= 3) return false;
  if (around.language === "en" || around.isClosed) return true;
  if (isDigit(around.nextLower.charAt(0))) return numeral.length > 2 || !isNumeral(around.nextLower);
  if (around.isOpening) return true;
  return !isGermanOrdinal(numeral, around.previous, around.nextLower);
}

/** `Geburtstag.Oscar`: no space behind the full stop, but a word before it and a capitalised one behind. */
function isGlued(text: string, { at, end, isSingleStop, isClosed }: Candidate, first: number): boolean {
  if (end === at + 1 && !isSingleStop) return isCapitalisedAt(text, first) && first === end;
  if (isClosed) return isCapitalisedAt(text, first) && isLowerCase(text.charAt(at - 1));
  return (
    isSingleStop &&
    first === end &&
    isCapitalisedAt(text, first) &&
    isLowerCase(text.charAt(at - 1)) &&
    isLowerCase(text.charAt(at - 2)) &&
    isLowerCase(text.charAt(at - 3))
  );
}

const isCapitalisedAt = (text: string, at: number) =>
  isUpperCase(text.charAt(at)) && isLowerCase(text.charAt(at + 1));

// ---- other languages ---------------------------------------------------------------------------------------

/** In Node 20 Intl.Segmenter takes quadratic time on long texts; in windows it stays linear. */
const WINDOW_LENGTH = 2_000;

function segmenterEnds(text: string, { start, end }: Span, language: string): number[] {
  const segmenter = new Intl.Segmenter(segmenterLocale(language), { granularity: "sentence" });
  const ends: number[] = [];
  for (let from = start; from < end; ) {
    const to = Math.min(end, from + WINDOW_LENGTH);
    const pieces = Array.from(
      segmenter.segment(text.slice(from, to)),
      ({ index, segment }) => from + index + segment.length,
    );
    // The last piece may be cut by the window: it is looked at again, unless it fills the window.
    const inner = to < end ? pieces.slice(0, -1) : pieces;
    for (const pieceEnd of inner)
      if (pieceEnd < end && isPlausibleEnd(text, pieceEnd, start, end)) ends.push(pieceEnd);
    from = inner.at(-1) ?? to;
  }
  return ends;
}

const segmenterLocale = (language: string) =>
  /^[a-zA-Z]{2,3}(?:-[a-zA-Z]{2,4})?$/.test(language) ? language : "und";

/** Guards that hold in every language written with capitals: initials, numerals and small letters go on. */
function isPlausibleEnd(text: string, at: number, start: number, end: number): boolean {
  const last = skipSpaceBack(text, at, start);
  if (text.slice(last, at).includes("\n\n")) return true;
  const first = firstLetterFrom(text, skipSpace(text, at, end), end);
  if (text.slice(last, at).includes("\n") && !TERMINATORS.has(text.charCodeAt(last - 1)))
    return isUpperCase(text.charAt(first));
  if (isLowerCase(text.charAt(first))) return false;
  if (text.charCodeAt(last - 1) !== FULL_STOP || text.charCodeAt(last - 2) === FULL_STOP) return true;
  const word = wordBefore(text, last - 1, start);
  return !isInitial(word) && !(NEVER_CLOSES.has(word.toLowerCase()) && word.length < 4);
}

// ---- characters and words ----------------------------------------------------------------------------------

const isLetter = (character: string) => /\p{L}/u.test(character);
const isLowerCase = (character: string) => /\p{Ll}/u.test(character);
const isUpperCase = (character: string) => /\p{Lu}/u.test(character);
const isDigit = (character: string) => character >= "0" && character <= "9";
const isCapital = (word: string) => isUpperCase(word.charAt(0));
const isNumeral = (word: string) => /^\d[\d.]*$/.test(word);
const isInitial = (word: string) => word.length === 1 && isLetter(word);
const isDotted = (word: string) =>
  word.includes(".") && isLetter(word.charAt(0)) && /\.\p{L}{1,3}$/u.test(word);
const isVowelless = (word: string) =>
  word.length > 1 &&
  word.length < 6 &&
  /^\p{L}\p{Ll}*$/u.test(word) &&
  !/[aeiouyäöüáéíóúàèæøœı\d]/iu.test(word);
const isRomanNumeral = (word: string) => /^[IVX]{2,6}$/.test(word);

/** "Art." is an abbreviation, "art." the end of a sentence; in German "Min." and "min." are the same. */
function isAbbreviationForm(word: string, language: "de" | "en"): boolean {
  if (word.length > 1 && word === word.toUpperCase() && !word.includes(".")) return false;
  if (word.includes(".") || language === "de") return !AMBIGUOUS_IN_LOWER_CASE.has(word);
  return isCapital(word) || LOWER_CASE_ENGLISH.has(word);
}
const AMBIGUOUS_IN_LOWER_CASE = new Set([
  "no",
  "art",
  "sen",
  "fig",
  "sup",
  "del",
  "mass",
  "mo",
  "la",
  "va",
  "pa",
  "ga",
  "ind",
  "ill",
]);
const LOWER_CASE_ENGLISH = new Set([
  "vs",
  "etc",
  "cf",
  "pp",
  "ca",
  "al",
  "approx",
  "vol",
  "ed",
  "eds",
  "viz",
]);

const skipSpace = (text: string, from: number, end: number) => {
  let at = from;
  while (at < end && isSpaceCode(text.charCodeAt(at))) at++;
  return at;
};

const skipSpaceBack = (text: string, from: number, start: number) => {
  let at = from;
  while (at > start && isSpaceAt(text, at - 1)) at--;
  return at;
};

/** First letter or digit behind quotation marks, brackets and dashes; a few of them at most. */
function firstLetterFrom(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && at - from < 6 && (OPENERS.has(text.charCodeAt(at)) || isSpaceCode(text.charCodeAt(at))))
    at++;
  return at;
}

/** Letters, digits and inner full stops that end at `at`, e.g. "z.B", "Dr", "30". */
function wordBefore(text: string, at: number, start: number): string {
  const behind = text.charCodeAt(at - 1) === FULL_STOP ? at - 1 : at;
  let from = behind;
  const limit = Math.max(start, behind - LONGEST_WORD);
  while (from > limit && isWordCharacter(text, from - 1)) from--;
  return text.slice(from, behind);
}

function wordFrom(text: string, at: number, end: number): string {
  let to = at;
  const limit = Math.min(end, at + LONGEST_WORD);
  while (to < limit && isWordCharacter(text, to)) to++;
  return text.slice(at, to).replace(/\.+$/, "");
}

/** Letters and digits, and a full stop that has one on both sides. */
function isWordCharacter(text: string, at: number): boolean {
  if (text.charCodeAt(at) === FULL_STOP)
    return isAlphanumeric(text.charAt(at - 1)) && isAlphanumeric(text.charAt(at + 1));
  return isAlphanumeric(text.charAt(at));
}

const isAlphanumeric = (character: string) => /[\p{L}\p{N}]/u.test(character);
