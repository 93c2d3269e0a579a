import type { Cut } from "@/lib/claims/english-clauses";
import { longNounPhraseEnd, ofPhraseEnd, skipAdverbs } from "@/lib/claims/english-phrases";
import {
  isAdjective,
  isBreak,
  isDeterminer,
  isFiniteAt,
  isName,
  isNoun,
  isNumber,
  isPronoun,
  isTimeNoun,
} from "@/lib/claims/english-words";
import { isNegation } from "@/lib/claims/negation";
import type { WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";

/** A part of a clause that says more about the phrase before it. */
export interface Addition {
  /** The phrase that it is about. */
  readonly antecedent: WordRange;
  /** Its words, and the marks that set it off. */
  readonly range: WordRange;
  readonly statement: readonly Word[];
}

export const without = (words: readonly Word[], { from, to }: WordRange): Word[] => [
  ...words.slice(0, from),
  ...words.slice(to),
];
export const cutOf = (words: readonly Word[], { range, statement }: Addition): Cut => [
  without(words, range),
  statement,
];

/** Noun phrases that end at `end`, the one with "of" phrases first. */
export function antecedentsBefore(words: readonly Word[], end: number, phraseEnd = ofPhraseEnd): WordRange[] {
  const found: WordRange[] = [];
  for (let from = Math.max(0, end - 14); from < end; from++) {
    const previous = words[from - 1];
    const isInsidePhrase =
      from > 0 &&
      (isNoun(previous) || isAdjective(previous) || isDeterminer(previous) || isNumber(previous)) &&
      !isBreak(previous);
    if (isInsidePhrase && !isFiniteAt(words, from - 1) && !(isNoun(previous) && isDeterminer(words[from])))
      continue;
    if (phraseEnd(words, from, end) === end) found.push({ from, to: end });
  }
  return found.slice(0, 3);
}

/** "the fact that …", "the result that …": the clause says what the noun is. */
export const TAKES_CLAUSE =
  /^(?:result|fact|idea|belief|hope|sign|evidence|news|view|possibility|suggestion|allegation|allegations|threat|risk|warning|reason|way|time|moment|day|claim|claims|condition|grounds|fears?|concerns?|case|cases|point|extent|degree)$/;

/** "no", "any" and "every" make of a phrase something that nothing more can be said of. */
export function canStandAlone(phrase: readonly Word[], isSetOff: boolean): boolean {
  const [first] = phrase;
  if (!first || phrase.length === 0) return false;
  if (isTimeNoun(phrase.at(-1)) || TAKES_CLAUSE.test(phrase.at(-1)?.lower ?? "")) return false;
  if (
    /^(?:no|any|every|each|all|few|only|enough|those|anyone|everyone|someone|something|nothing|nobody|it|he|she|they)$/.test(
      first.lower,
    )
  )
    return false;
  if (isPronoun(first)) return false;
  return isSetOff || isDeterminer(first) || isNumber(first) || isName(first);
}

export const isNegated = (words: readonly Word[], to: number) =>
  words.slice(0, to).some(({ lower }) => isNegation(lower));

/** The mark that closes what the one at `opening` sets off; behind "Director of A, and Chairman of B" the last. */
export function additionMark(words: readonly Word[], opening: number): number {
  const isDash = words[opening]?.text !== ",";
  const close = words.findIndex(
    (word, at) => at > opening && isBreak(word) && (word.text !== ",") === isDash,
  );
  if (close < 0 || isDash || words[close + 1]?.lower !== "and" || !hasVerbAfterPhrase(words, close + 2))
    return close;
  return longNounPhraseEnd(words, close + 2);
}

/** ", and Chairman of the Centre, says" */
export function hasVerbAfterPhrase(words: readonly Word[], from: number): boolean {
  const to = longNounPhraseEnd(words, from);
  return to > 0 && isBreak(words[to]) && isFiniteAt(words, skipAdverbs(words, to + 1));
}
