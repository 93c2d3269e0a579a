import {
  fineTag,
  isAdjective,
  isAdverb,
  isAuxiliary,
  isBe,
  isBreak,
  isCoordinator,
  isDeterminer,
  isFiniteAt,
  isNoun,
  isNumber,
  isPossessive,
  isPreposition,
  isPronoun,
  isQuoteMark,
  isRelative,
  isSubordinator,
  isTimeNoun,
  isWeekday,
} from "@/lib/claims/english-words";
import type { WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

const LONGEST_BRACKET = 8;
const PART = /^(?:half|all|most|some|many|both|several|each|none|few|any|one|a|two|three|quarter|part)$/;
/** "more than 300", "at least half", "up to 20" */
const QUANTITY_OPENERS = wordsOf(
  "about almost approximately around at estimated fewer just least less many more most nearly only over roughly some than under up well as to",
);
const LONGEST_QUANTITY = 4;

/** Index behind the noun phrase that begins at `from`, without what follows its noun; -1 when there is none. */
export function nounPhraseEnd(words: readonly Word[], from: number, end: number = words.length): number {
  const first = words[from];
  if (!first || from >= end || isRelative(first)) return -1;
  if (isPronoun(first)) return from + 1;
  let head = -1;
  let at = quantityEnd(words, from, end);
  const start = at;
  // "almost half of all pupils"
  if (words[at + 1]?.lower === "of" && PART.test(words[at]?.lower ?? "")) return at + 1;
  while (at < end) {
    const next = nextInPhrase(words, { from: start, at, head, end });
    if (next === null) break;
    at = next.at;
    head = next.isHead ? at : head;
  }
  if (head > from) return head;
  const standsAlone = /^(?:this|that|these|those|all|many|some|both|most|others|several)$/.test(first.lower);
  return standsAlone && (isFiniteAt(words, from + 1) || words[from + 1]?.lower === "of") ? from + 1 : -1;
}

interface PhraseState {
  readonly from: number;
  readonly at: number;
  readonly head: number;
  readonly end: number;
}

/** How a noun phrase goes on at `at`; null when it is over. */
function nextInPhrase(
  words: readonly Word[],
  { from, at, head, end }: PhraseState,
): { at: number; isHead: boolean } | null {
  const word = words[at];
  const previous = words[at - 1];
  const next = at + 1 < end ? words[at + 1] : undefined;
  if (!word) return null;
  const on = { at: at + 1, isHead: false };
  const asHead = { at: at + 1, isHead: true };
  if (word.text === "(" && head > from) return bracketEnd(words, at, end);
  if (word.text === "%" && isNumber(previous)) return asHead;
  if (/^[$€£#]$/.test(word.text) && isNumber(next)) return on;
  // "supporters' groups"
  if (/^['’]$/.test(word.text) && !word.hasSpaceBefore && isNoun(previous) && isNoun(next)) return on;
  if (isQuoteMark(word)) return quotedEnd(words, at, from, end);
  if (isDeterminer(word))
    return at === from || /^(?:all|both|half|such|many|quite)$/.test(previous?.lower ?? "") ? on : null;
  if (isNumber(word))
    return head < 0 || isNumber(previous) || /^NNP/.test(fineTag(previous)) || isPossessive(previous)
      ? asHead
      : null;
  if (isWeekday(word) && head > from && !isNoun(next)) return null;
  if (isNoun(word)) return asHead;
  if (isAdjective(word)) {
    if (/^(?:last|next)$/.test(word.lower) && isTimeNoun(next) && at > from) return null;
    const goesOn =
      head < 0 ||
      isPossessive(previous) ||
      isNumber(previous) ||
      (isNoun(next) && !isFiniteAt(words, at + 1));
    if (!goesOn) return null;
    const isHead =
      fineTag(word) === "JJS" &&
      isDeterminer(previous) &&
      (next === undefined || isPreposition(next) || isBreak(next));
    return isHead ? asHead : on;
  }
  if (head >= 0 && !isPossessive(previous) && !isNumber(previous)) return null;
  if (/^VB[NG]$/.test(fineTag(word)))
    return (at > from || fineTag(word) === "VBN") && (isNoun(next) || isAdjective(next)) ? on : null;
  if (isAdverb(word))
    return at > from && (isAdjective(next) || isAdverb(next) || fineTag(next) === "VBN") ? on : null;
  // "mental and physical", "a big, old", "political, economic, and cultural"
  const joins = word.text === "," || word.lower === "and";
  const isBefore =
    isAdjective(previous) || (word.lower === "and" && previous?.text === "," && isAdjective(words[at - 2]));
  const isBehind =
    isAdjective(next) || (word.text === "," && next?.lower === "and" && isAdjective(words[at + 2]));
  return joins && isBefore && isBehind ? on : null;
}

function bracketEnd(words: readonly Word[], at: number, end: number) {
  const close = words.findIndex(({ text }, index) => index > at && text === ")");
  return close > 0 && close < end && close - at <= LONGEST_BRACKET ? { at: close + 1, isHead: true } : null;
}

/** A quoted name or attribute inside a phrase: 'the "sleeper issue" in …'. */
function quotedEnd(words: readonly Word[], at: number, from: number, end: number) {
  for (let close = at + 1; close < Math.min(end, at + LONGEST_BRACKET); close++) {
    if (isFiniteAt(words, close)) return null;
    if (isQuoteMark(words[close]))
      return close > at + 1 && (at > from || close > at + 1) ? { at: close + 1, isHead: true } : null;
  }
  return null;
}

function quantityEnd(words: readonly Word[], from: number, end: number): number {
  let at = from;
  while (at < end && at - from < LONGEST_QUANTITY && QUANTITY_OPENERS.has(words[at]?.lower ?? "")) at++;
  const counted = words[at];
  const isCounted =
    isNumber(counted) || /^(?:half|all|every|a|an|the|[$€£]|two-thirds|dozens)$/.test(counted?.text ?? "");
  return at > from &&
    isCounted &&
    !(at === from + 1 && /^(?:to|at|as|than|up)$/.test(words[from]?.lower ?? ""))
    ? at
    : from;
}

/** Index behind "in the town", "because of the rain"; -1 when no phrase of that kind begins at `from`. */
export function prepositionalPhraseEnd(
  words: readonly Word[],
  from: number,
  end: number = words.length,
): number {
  if (from >= end || !isPreposition(words[from])) return -1;
  const second =
    isPreposition(words[from + 1]) && nounPhraseEnd(words, from + 1, end) < 0 ? from + 2 : from + 1;
  return nounPhraseEnd(words, second, end);
}

/** Index behind a noun phrase and all the prepositional phrases behind it; -1 when there is none. */
export function longNounPhraseEnd(words: readonly Word[], from: number, end: number = words.length): number {
  let at = nounPhraseEnd(words, from, end);
  while (at > 0 && at < end) {
    const next = prepositionalPhraseEnd(words, at, end);
    // "no emotion as the sentence was read out": a clause and no phrase.
    if (
      next < 0 ||
      (/^(?:as|after|before|since|until)$/.test(words[at]?.lower ?? "") &&
        isFiniteAt(words, skipAdverbs(words, next)))
    )
      break;
    at = next;
  }
  return at;
}

/** Like `longNounPhraseEnd`, but only "of" belongs to the noun for certain. */
export function ofPhraseEnd(words: readonly Word[], from: number, end: number = words.length): number {
  let at = nounPhraseEnd(words, from, end);
  while (at > 0 && at < end && words[at]?.lower === "of") {
    const next = prepositionalPhraseEnd(words, at, end);
    if (next < 0) break;
    at = next;
  }
  return at;
}

/** "A, B and C": the ends of each part; one part where nothing is coordinated. */
export function coordinatedPhrases(
  words: readonly Word[],
  from: number,
  end: number = words.length,
): WordRange[] {
  const parts: WordRange[] = [];
  let at = from;
  for (;;) {
    const to = longNounPhraseEnd(words, at, end);
    if (to < 0) break;
    parts.push({ from: at, to });
    const isJoined = words[to]?.lower === "and" || words[to]?.text === "," || words[to]?.lower === "or";
    if (!isJoined || to >= end) break;
    at = to + 1;
    if (words[to]?.text === "," && /^(?:and|or)$/.test(words[at]?.lower ?? "")) at++;
  }
  // Commas alone make no list: "the bank, a subsidiary of …"
  while (parts.length > 1 && !/^(?:and|or)$/.test(words[(parts.at(-1)?.from ?? 0) - 1]?.lower ?? ""))
    parts.pop();
  return parts;
}

/** The verbs that belong together: "has also been closed". */
export interface VerbGroup extends WordRange {
  /** The verb that carries the meaning. */
  readonly main: number;
}

export function verbGroupAt(words: readonly Word[], from: number): VerbGroup {
  let main = from;
  let at = from + 1;
  let isOpen = isAuxiliary(words[from]);
  while (isOpen && at < words.length) {
    const word = words[at];
    if (isAdverb(word) || word?.lower === "n't") {
      at++;
      continue;
    }
    if (!/^VB/.test(fineTag(word))) break;
    main = at++;
    isOpen = isBe(word) || /^(?:have|had)$/.test(word?.lower ?? "");
  }
  return { from, to: main + 1, main };
}

/** A clause with its subject in front of the verb. */
export interface ParsedClause {
  /** What stands before the subject: "On Monday". */
  readonly front: WordRange;
  readonly subject: WordRange;
  readonly verb: VerbGroup;
}

const MOST_ADJUNCTS = 5;

/** The rules ask for the same clause again and again. */
const known = new WeakMap<readonly Word[], ParsedClause | null>();

/** Finds subject and verb of a main clause; null where the words in front of the verb are not understood. */
export function parseClause(words: readonly Word[]): ParsedClause | null {
  const before = known.get(words);
  if (before !== undefined) return before;
  const parsed = parsedClause(words);
  known.set(words, parsed);
  return parsed;
}

function parsedClause(words: readonly Word[]): ParsedClause | null {
  let from = isCoordinator(words[0]) ? 1 : 0;
  for (let tries = 0; tries < MOST_ADJUNCTS; tries++) {
    const parsed = subjectAndVerb(words, from);
    if (parsed) return { front: { from: 0, to: from }, ...parsed };
    const to = adjunctEnd(words, from);
    if (to <= from) return null;
    from = words[to]?.text === "," ? to + 1 : to;
  }
  return null;
}

function subjectAndVerb(words: readonly Word[], from: number): Pick<ParsedClause, "subject" | "verb"> | null {
  const to = subjectEnd(words, from);
  if (to <= from || isPossessive(words[to - 1])) return null;
  const verb = skipAdverbs(words, to);
  if (isFiniteAt(words, verb)) return { subject: { from, to }, verb: verbGroupAt(words, verb) };
  // "Jane Roe of the council, says": a comma too many.
  if (isBreak(words[to]) && isFiniteAt(words, to + 1) && to - from >= LONG_SUBJECT)
    return { subject: { from, to: to + 1 }, verb: verbGroupAt(words, to + 1) };
  const behind = isBreak(words[to]) ? behindInsertion(words, to) : -1;
  if (behind > to)
    return { subject: { from, to: behind }, verb: verbGroupAt(words, skipAdverbs(words, behind)) };
  const heavy = heavySubjectEnd(words, to);
  return heavy > to ? { subject: { from, to: heavy }, verb: verbGroupAt(words, heavy) } : null;
}

const LONG_SUBJECT = 5;
const LONGEST_INSERTION = 25;

/** Behind ", the strongest in years," where the verb follows. */
function behindInsertion(words: readonly Word[], comma: number): number {
  for (let at = comma + 2; at < Math.min(words.length, comma + LONGEST_INSERTION); at++)
    if (isBreak(words[at])) {
      if (isFiniteAt(words, skipAdverbs(words, at + 1))) return isFiniteAt(words, comma + 1) ? -1 : at + 1;
      if (isCoordinator(words[at + 1])) return -1;
    }
  return -1;
}

function subjectEnd(words: readonly Word[], from: number): number {
  if (fineTag(words[from]) === "VBG") return from + 1;
  return coordinatedPhrases(words, from).at(-1)?.to ?? -1;
}

/** "A house built in 1936 …", "Adding iodine to salt …", "the man who fled …": the subject reaches to the next verb. */
function heavySubjectEnd(words: readonly Word[], at: number): number {
  const opener = words[at];
  const isParticiple = /^VB[NG]$/.test(fineTag(opener)) || /^VBG$/.test(fineTag(words[at - 1]));
  const isRelativeClause = /^(?:who|that|which)$/.test(opener?.lower ?? "");
  const isOther = fineTag(opener) === "TO" || isAdjective(opener);
  if (!isParticiple && !isRelativeClause && !isOther) return -1;
  let isInner = isRelativeClause;
  for (let to = at + 1; to < words.length; to++) {
    if (isBreak(words[to]) && isFiniteAt(words, to + 1)) return to + 1;
    if (
      isBreak(words[to]) ||
      isCoordinator(words[to]) ||
      isSubordinator(words[to]) ||
      (isRelative(words[to]) && to > at)
    )
      return -1;
    if (!isFiniteAt(words, to)) continue;
    if (!isInner) return isPronoun(words[to - 1]) ? -1 : to;
    isInner = false;
    to = verbGroupAt(words, to).to - 1;
  }
  return -1;
}

export function skipAdverbs(words: readonly Word[], from: number): number {
  let at = from;
  while (isAdverb(words[at]) || (isWeekday(words[at]) && at > from - 1)) at++;
  if (/^(?:last|this|next)$/.test(words[at]?.lower ?? "") && isTimeNoun(words[at + 1])) at += 2;
  return at;
}

/** An adverb, prepositional phrase or time in front of the subject. */
export function adjunctEnd(words: readonly Word[], from: number): number {
  if (isAdverb(words[from]) || isWeekday(words[from])) return from + 1;
  if (from === 0 && fineTag(words[0]) === "VBG") return words.findIndex(({ text }) => text === ",");
  if (/^(?:last|this|next)$/.test(words[from]?.lower ?? "") && isTimeNoun(words[from + 1])) return from + 2;
  const to = prepositionalPhraseEnd(words, from);
  // "In a letter seen by the paper,"
  const comma = fineTag(words[to]) === "VBN" ? words.findIndex(({ text }) => text === ",") : -1;
  if (to > 0) return Math.max(comma, to);
  const time = nounPhraseEnd(words, from);
  if (time > 0 && isTimeNoun(words[time - 1]) && /^(?:later|earlier|ago)$/.test(words[time]?.lower ?? ""))
    return time + 1;
  return time > 0 && words[time]?.text === "," && isTimeNoun(words[time - 1]) ? time : -1;
}
