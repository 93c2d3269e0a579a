import { listItemStarts } from "@/lib/text/enumerations";
import type { SentenceRules } from "@/lib/text/sentence-rules";
import type { Span } from "@/lib/text/span";
import { stopCloses } from "@/lib/text/stop-closes";
import {
  firstLetterFrom,
  isCapitalisedAt,
  isDigit,
  isLetter,
  isLowerCase,
  skipSpace,
  skipSpaceBack,
  tokenAround,
  wordBefore,
  wordFrom,
} from "@/lib/text/words-around";
import { wordsOf } from "@/lib/text/words-of";

const TERMINATORS = new Set(Array.from(".!?…", (character) => character.charCodeAt(0)));
const CLOSERS = new Set(Array.from(")]}”“\"»«’'‘›‹¹²³⁴⁵⁶⁷⁸⁹⁰", (character) => character.charCodeAt(0)));
const FULL_STOP = 0x2e;
const LINE_FEED = 0x0a;
/** White space with more characters than this is an empty line, whatever it is made of. */
const LONGEST_GAP = 40;
const LONGEST_LEAD = 60;
const LONGEST_REFERENCE = 60;

/** A place where a sentence may end, with what stands around it. */
interface Candidate {
  /** First terminator. */
  readonly at: number;
  /** Behind the terminators and what closes with them. */
  readonly end: number;
  /** First visible character behind. */
  readonly next: number;
  readonly isSingleStop: boolean;
  /** "…", "...", ". . .": something is left out. */
  readonly isEllipsis: boolean;
  readonly isClosed: boolean;
}

interface Scan {
  readonly text: string;
  readonly range: Span;
  readonly rules: SentenceRules;
  /** Where the sentence that is being read begins. */
  sentenceStart: number;
}

/** Ends of the sentences in `range`, ascending: at `. ! ? …`, at an empty line, before an item of a list. Linear. */
export function sentenceEnds(text: string, range: Span, rules: SentenceRules): number[] {
  const ends: number[] = [];
  const scan: Scan = { text, range, rules, sentenceStart: range.start };
  let items = listItemStarts(text, range, rules);
  const push = (end: number) => {
    ends.push(end);
    scan.sentenceStart = skipSpace(text, end, range.end);
  };
  scan.sentenceStart = skipSpace(text, range.start, range.end);
  for (let at = range.start; at < range.end; ) {
    const code = text.charCodeAt(at);
    if (at === items[0]) {
      items.shift();
      if (scan.sentenceStart < at) push(at);
    }
    if (code === LINE_FEED) {
      const gap = skipSpace(text, at, range.end);
      if (isEmptyLine(text, at, gap)) {
        push(at);
        items = listItemStarts(text, { start: gap, end: range.end }, rules);
      }
      at = gap;
    } else if (TERMINATORS.has(code)) {
      const candidate = candidateAt(scan, at);
      if (candidate.next < range.end && closesSentence(scan, candidate)) push(candidate.end);
      at = candidate.end;
    } else {
      at++;
    }
  }
  return ends;
}

const isEmptyLine = (text: string, at: number, gap: number) =>
  gap - at > LONGEST_GAP || text.slice(at, gap).lastIndexOf("\n") > 0;

// ---- the terminators and what closes with them ---------------------------------------------------------------

function candidateAt({ text, range, rules }: Scan, at: number): Candidate {
  const { start, end } = range;
  const afterTerminators = skipTerminators(text, at, end);
  let behind = afterTerminators;
  while (behind < end && CLOSERS.has(text.charCodeAt(behind))) behind++;
  if (behind > afterTerminators && behind < end && opensQuotation(text, behind - 1, start)) behind--;
  behind = skipSpacedCloser(text, behind, end, rules.language);
  const isClosed = behind > afterTerminators;
  behind = skipReference(text, skipBracketedMark(text, behind, end), { end, isClosed });
  const isSingleStop = afterTerminators === at + 1 && text.charCodeAt(at) === FULL_STOP;
  return {
    at,
    end: behind,
    next: skipSpace(text, behind, end),
    isSingleStop,
    isEllipsis: !isSingleStop && /^(?:…|\.\.|\. \.)/.test(text.slice(at, at + 3)),
    isClosed,
  };
}

/** Terminators in a row, also with spaces between: "?!", "....", ". . .". */
function skipTerminators(text: string, at: number, end: number): number {
  let behind = at;
  while (behind < end && TERMINATORS.has(text.charCodeAt(behind))) {
    behind++;
    const isSpaced = text.charAt(behind) === " " || text.charAt(behind) === "\u00a0";
    if (
      isSpaced &&
      behind + 1 < end &&
      TERMINATORS.has(text.charCodeAt(behind + 1)) &&
      !isLetter(text.charAt(behind + 2))
    )
      behind++;
  }
  return behind;
}

/** `.»Wort`: a mark glued to the next letter opens what follows instead of closing what was. */
function opensQuotation(text: string, at: number, start: number): boolean {
  return at > start && isLetter(text.charAt(at + 1)) && /[„“»«"]/.test(text.charAt(at));
}

/** "« Oui. »" with its space, and a bracket that stands off: "(It was late. )". */
function skipSpacedCloser(text: string, at: number, end: number, language: string): number {
  const closer = skipSpace(text, at, Math.min(end, at + 2));
  if (closer === at || closer >= end) return at;
  const character = text.charAt(closer);
  const isCloser = character === ")" || character === "]" || (character === "»" && language !== "de");
  return isCloser && !isLetter(text.charAt(closer + 1)) ? closer + 1 : at;
}

/** Footnote marks and omissions, "[12]" and "[…]", belong to the sentence before them. */
function skipBracketedMark(text: string, at: number, end: number): number {
  const open = skipSpace(text, at, Math.min(end, at + 2));
  if (text.charAt(open) !== "[") return at;
  let behind = open + 1;
  while (behind < end && behind - open < 5 && /[\d.…]/.test(text.charAt(behind))) behind++;
  if (behind === open + 1 || text.charAt(behind) !== "]") return at;
  return skipBracketedMark(text, behind + 1, end);
}

/** "… are safe.” (Sample Foundation).": the source behind a quotation belongs to its sentence. */
function skipReference(
  text: string,
  at: number,
  { end, isClosed }: { end: number; isClosed: boolean },
): number {
  const open = at + 1;
  if (!isClosed || text.charAt(at) !== " " || text.charAt(open) !== "(") return at;
  const close = text.slice(open, Math.min(end, open + LONGEST_REFERENCE)).search(/[).!?…]/);
  if (close < 0 || text.charAt(open + close) !== ")") return at;
  return text.charAt(open + close + 1) === "." ? open + close + 2 : at;
}

// ---- does it end here? ---------------------------------------------------------------------------------------

function closesSentence(scan: Scan, candidate: Candidate): boolean {
  const { text, range, rules } = scan;
  const { at, end, next, isSingleStop } = candidate;
  const first = firstLetterFrom(text, next, range.end);
  if (next === end) return isGlued(scan, candidate, first);
  if (/[,;:)\]]/.test(text.charAt(next))) return false;
  if (isLowerCase(text.charAt(first)) && !opensInSmall(scan, candidate, first)) return false;
  if (/^.\([?!]\)$/s.test(text.slice(at - 2, end))) return false;
  if (!isSingleStop) return marksClose(scan, candidate, first);
  const word = wordBefore(text, at, range.start);
  if (word === "") return !(text.charAt(at - 1) === "°" && isDigit(text.charAt(first)));
  const wordStart = at - word.length;
  // The end of an e-mail or web address is no abbreviation, short as its parts may be.
  if (word.includes(".") && /[@/]/.test(text.charAt(wordStart - 1))) return true;
  const previousEnd = skipSpaceBack(text, wordStart, range.start);
  const { sentenceStart } = scan;
  return stopCloses(
    {
      word,
      previous: previousEnd > sentenceStart ? wordBefore(text, previousEnd, sentenceStart) : "",
      isFirst: wordStart <= firstLetterFrom(text, sentenceStart, range.end),
      next: wordFrom(text, first, range.end),
      isClosed: candidate.isClosed,
      lead: () => text.slice(Math.max(sentenceStart, wordStart - LONGEST_LEAD), wordStart),
    },
    rules,
  );
}

/** Sentences that begin in small letters: "(see page 4)" behind a whole word, and Dutch "'s Avonds". */
function opensInSmall(
  { text, range, rules }: Scan,
  { at, next, isSingleStop }: Candidate,
  first: number,
): boolean {
  if (rules.language === "nl" && /^['’][snt] \p{Lu}/u.test(text.slice(next, next + 4))) return true;
  if (text.charAt(next) !== "(" || first !== next + 1 || !isSingleStop) return false;
  const word = wordBefore(text, at, range.start);
  return /^\p{Ll}{5,}$/u.test(word) && !rules.neverCloses.has(word) && !rules.mayClose.has(word);
}

/** Names that carry an exclamation mark: "Yahoo! Finance". */
const EXCLAIMED_NAMES = wordsOf("yahoo yum jeopardy joomla");
const SAID =
  /^(?!(?:He|She|It|They|We|The|A|An|This|That|These|Those|Who|What|But|And|His|Her|Their)\s)(?:\p{Lu}[\p{L}'’.-]*\s){1,4}(?:said|asked|asks|says|wrote|writes|wondered|shouted|cried|added|demanded|replied|tweeted|exclaimed|joked|quipped)\b/u;

/** "!", "?", "…" and rows of them, before a capital, a digit or a quotation mark. */
function marksClose({ text, range, rules }: Scan, candidate: Candidate, first: number): boolean {
  const { at, end, next, isClosed, isEllipsis } = candidate;
  const following = wordFrom(text, first, range.end);
  // "…I" says nothing, English writes the pronoun with a capital anywhere; four dots hold a full stop.
  if (
    isEllipsis &&
    rules.language === "en" &&
    following === "I" &&
    text.slice(at, end).replace(/[^.]/g, "").length < 4
  )
    return false;
  if (isEllipsis || rules.language !== "en") return true;
  if (isClosed) return !SAID.test(text.slice(next, next + LONGEST_LEAD));
  if (text.charAt(at) !== "!" || !EXCLAIMED_NAMES.has(wordBefore(text, at, range.start).toLowerCase()))
    return true;
  return rules.starters.has(following.toLowerCase());
}

/** `Geburtstag.Oscar`: no space behind the full stop, but a word before it and a capitalised one behind. */
function isGlued(
  { text, range, rules }: Scan,
  { at, end, isSingleStop, isClosed }: Candidate,
  first: number,
): boolean {
  if (!isCapitalisedAt(text, first) || isAddress(tokenAround(text, at, range))) return false;
  if (isClosed) return isLowerCase(text.charAt(at - 1)) && !/[-–/]/.test(text.charAt(end));
  const opensQuote = first === end + 1 && /[„“»«"]/.test(text.charAt(end));
  if (first !== end && !(opensQuote && isSingleStop)) return false;
  if (isDigit(text.charAt(at - 1)))
    return isSingleStop && rules.starters.has(wordFrom(text, first, range.end).toLowerCase());
  if (!isSingleStop) return end === at + 1 || text.charAt(at) !== "." || isLowerCase(text.charAt(at - 1));
  return [1, 2, 3].every((back) => isLowerCase(text.charAt(at - back)));
}

const isAddress = (token: string) =>
  /@|:\/\/|^\P{L}*www\.|\.(?:com|org|net|de|at|ch|eu|info|io|js|html?)\b/iu.test(token);
