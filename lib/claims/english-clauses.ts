import type { ParsedClause } from "@/lib/claims/english-phrases";
import { parseClause, skipAdverbs } from "@/lib/claims/english-phrases";
import { isPlural } from "@/lib/claims/english-verbs";
import {
  fineTag,
  inside,
  isAdverb,
  isBe,
  isBreak,
  isCoordinator,
  isFiniteAt,
  isName,
  isPreposition,
  isPronoun,
} from "@/lib/claims/english-words";
import { isNegation } from "@/lib/claims/negation";
import type { Word } from "@/lib/claims/tag-german-words";

/** Statements that one clause may be cut into; the first that keeps all content in clean wordings is taken. */
export type Cut = readonly (readonly Word[])[];

/** "A; B" */
export function* atSemicolons(words: readonly Word[]): Iterable<Cut> {
  for (const [at, { text }] of words.entries())
    if (text === ";") yield [words.slice(0, at), withoutOpener(words.slice(at + 1))];
}

/** "The council closed the bridge, [saying] it was unsafe": where words that only say who speaks were taken out. */
export function* atRemovedFrames(words: readonly Word[]): Iterable<Cut> {
  for (let at = 3; at < words.length - 2; at++) {
    const gap = (words[at + 1]?.start ?? 0) - (words[at]?.end ?? 0);
    if (isBreak(words[at]) && gap > 1) yield [words.slice(0, at), words.slice(at + 1)];
  }
}

/** "A, and B", "A but B": two clauses, each with its own subject. */
export function* coordinatedClauses(words: readonly Word[]): Iterable<Cut> {
  for (let at = 3; at < words.length - 2; at++) {
    if (!/^(?:and|but|yet|so)$/.test(words[at]?.lower ?? "")) continue;
    const hasBreak = isBreak(words[at - 1]);
    if (words[at]?.lower === "so" && (!hasBreak || words[at + 1]?.lower === "that")) continue;
    const left = words.slice(0, hasBreak ? at - 1 : at);
    const right = words.slice(at + 1);
    if (isBreak(left.at(-1)) || fineTag(right[skipAdverbs(right, 0)]) === "VBG" || isListItem(left)) continue;
    yield* twoClauses(left, right);
  }
}

/** "they are loud and that it is small", said by somebody: both are. */
export function* repeatedThat(words: readonly Word[]): Iterable<Cut> {
  for (let at = 3; at < words.length - 3; at++) {
    if (!/^(?:and|but)$/.test(words[at]?.lower ?? "") || words[at + 1]?.lower !== "that") continue;
    const left = words.slice(0, isBreak(words[at - 1]) ? at - 1 : at);
    const right = words.slice(at + 2);
    if (
      left.some(({ lower }) => lower === "that" || THINKING.test(lower)) ||
      !parseClause(left) ||
      !parseClause(right)
    )
      continue;
    yield [left, right];
  }
}

function* twoClauses(left: readonly Word[], right: readonly Word[]): Iterable<Cut> {
  const first = parseClause(left);
  const second = parseClause(right);
  if (!first || !second || (!isPronoun(right[second.subject.from]) && hasOpenComplement(left, first))) return;
  yield [left, withSubjectNamed(right, second, { words: left, parsed: first })];
}

/** "Rivers burst their banks, bridges were washed away and a hospital was evacuated" */
export function* listedClauses(words: readonly Word[]): Iterable<Cut> {
  const and = words.findLastIndex(({ lower }) => lower === "and");
  for (let at = 3; at < and - 3; at++) {
    if (words[at]?.text !== ",") continue;
    const left = words.slice(0, at);
    const last = words.slice(and + 1);
    const middle = words.slice(at + 1, and);
    if ([left, middle, last].every((part) => parseClause(part) && !isPreposition(part[0])))
      yield [left, words.slice(at + 1)];
  }
}

/** "…, basic ideas in chemistry" in front of "and physics are": without a verb since the last comma it is a phrase of a list. */
function isListItem(left: readonly Word[]): boolean {
  const from =
    left.findLastIndex(
      (word) =>
        isBreak(word) ||
        /^(?:;|that|who|which|when|where|because|if|as|while|since|although|though|until|so)$/.test(
          word.lower,
        ),
    ) + 1;
  if (from === 0 || isPreposition(left[from]) || isAdverb(left[from]) || fineTag(left[from]) === "VBG")
    return false;
  return !left.some((_word, at) => at >= from && isFiniteAt(left, at));
}

const THINKING =
  /^(?:sa(?:id|ys?)|told|tells?|believe[ds]?|thinks?|thought|claim(?:s|ed)?|hope[ds]?|fear(?:s|ed)?|shows?|showed|found|warn(?:s|ed)?|argue[ds]?|add(?:s|ed)?|reported|denie[ds])$/;

/** "She said the mayor and the minister left": what stands behind a verb of speech may be the subject of the rest. */
function hasOpenComplement(words: readonly Word[], { verb }: ParsedClause): boolean {
  const next = words[verb.to];
  return (
    THINKING.test(words[verb.main]?.lower ?? "") &&
    next !== undefined &&
    !words.slice(verb.to).some((word, at) => at > 0 && /^VB[DZP]$/.test(fineTag(word)))
  );
}

/** Clauses that state something by themselves, whatever the main clause says. */
const STATING = /^(?:while|whilst|although|though|whereas)$/;

/** "A, although B", "While A, B" */
export function* contrastedClauses(words: readonly Word[]): Iterable<Cut> {
  if (STATING.test(words[0]?.lower ?? "")) {
    for (let at = 3; at < words.length - 2; at++) {
      if (words[at]?.text !== "," || isCoordinator(words[at + 1])) continue;
      if (words.slice(0, at).some(isBreak)) break;
      yield* namedClauses(words.slice(1, at), words.slice(at + 1));
    }
  }
  for (let at = 3; at < words.length - 2; at++) {
    if (!STATING.test(words[at]?.lower ?? "")) continue;
    const hasBreak = isBreak(words[at - 1]);
    // Without a comma "while" says when.
    if (!hasBreak && /^whil/.test(words[at]?.lower ?? "")) continue;
    const from = words[at - 1]?.lower === "even" ? at - 1 : at;
    yield* namedClauses(words.slice(0, isBreak(words[from - 1]) ? from - 1 : from), words.slice(at + 1));
  }
}

function* namedClauses(left: readonly Word[], right: readonly Word[]): Iterable<Cut> {
  const first = parseClause(left);
  const second = parseClause(right);
  if (!first || !second) return;
  yield [left, withSubjectNamed(right, second, { words: left, parsed: first })];
}

/** "A because B": what happened by itself, and with its cause. */
export function withCause(words: readonly Word[]): (readonly Word[])[] {
  const at = words.findIndex(
    ({ lower }, index) => index > 2 && lower === "because" && words[index + 1]?.lower !== "of",
  );
  const main = words.slice(0, isBreak(words[at - 1]) ? at - 1 : at);
  const isStated = at > 0 && parseClause(main) !== null && parseClause(words.slice(at + 1)) !== null;
  // "not because …" and "does not think it fell because …" deny the cause and not the rest.
  return isStated && !main.some(({ lower }) => isNegation(lower)) ? [main, words] : [words];
}

/** "A after B": both happened. */
export function* precedingClauses(words: readonly Word[]): Iterable<Cut> {
  for (let at = 3; at < words.length - 2; at++) {
    if (words[at]?.lower !== "after" || isBreak(words[at - 1])) continue;
    const left = words.slice(0, at);
    const right = words.slice(at + 1);
    const first = parseClause(left);
    const second = parseClause(right);
    if (!first || !second || right.some(isBreak) || isPronoun(right[second.subject.from])) continue;
    if (second.front.to > 0) continue;
    yield [left, right];
  }
}

/** "The town is small, and it has no harbour": the pronoun is named by the subject before it, where only that fits. */
export function withSubjectNamed(
  words: readonly Word[],
  { subject }: ParsedClause,
  earlier: { words: readonly Word[]; parsed: ParsedClause },
): readonly Word[] {
  const pronoun = words[subject.from];
  const named = earlier.words.slice(earlier.parsed.subject.from, earlier.parsed.subject.to);
  if (!pronoun || subject.to - subject.from !== 1 || !canMean(pronoun, named, words)) return words;
  const isFirst = subject.from === 0;
  return [...words.slice(0, subject.from), ...(isFirst ? named : inside(named)), ...words.slice(subject.to)];
}

export function canMean(pronoun: Word, named: readonly Word[], clause: readonly Word[]): boolean {
  const [first] = named;
  if (!first || named.some(isPronoun) || named.some(({ text }) => text === ",")) return false;
  if (/^(?:he|she)$/.test(pronoun.lower)) return isPersonName(named);
  if (pronoun.lower === "they") return isPlural(named);
  return pronoun.lower === "it" && !isPlural(named) && !isPersonName(named) && !isImpersonal(clause);
}

/** Two names and more, or a title in front of one. */
export const isPersonName = (phrase: readonly Word[]): boolean =>
  phrase.length <= 5 &&
  phrase.every((word) => isName(word)) &&
  (phrase.length >= 2 || /^(?:Mr|Mrs|Ms|Dr)\.?$/.test(phrase[0]?.text ?? ""));

/** "It is clear that …", "it rained": "it" means nothing. */
function isImpersonal(words: readonly Word[]): boolean {
  const at = words.findIndex(({ lower }) => lower === "it");
  const verb = words[at + 1];
  if (/^(?:rain|snow|seem|appear|turn|emerge|happen|take|took|remain)/.test(verb?.lower ?? "")) return true;
  const rest = words.slice(at + 2);
  return isBe(verb) && rest.some(({ lower }) => lower === "that" || lower === "to" || lower === "who");
}

/** Words that tie a sentence to the one before and say nothing of their own. */
const CONNECTIVES =
  /^(?:however|meanwhile|moreover|furthermore|nevertheless|nonetheless|additionally|therefore|consequently|thus|also|then|indeed|similarly|likewise|and|but|yet|so|plus)$/;
const LONG_CONNECTIVES = [
  ["in", "addition"],
  ["as", "a", "result"],
  ["for", "example"],
  ["for", "instance"],
  ["in", "fact"],
  ["at", "the", "same", "time"],
  ["on", "the", "other", "hand"],
  ["of", "course"],
  ["after", "that"],
  ["in", "turn"],
];

/** The clause without "However,", "In addition," or "But" in front of it. */
export function withoutOpener(words: readonly Word[]): readonly Word[] {
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    const long = LONG_CONNECTIVES.find((phrase) =>
      phrase.every((form, index) => words[at + index]?.lower === form),
    );
    const isTie =
      CONNECTIVES.test(word?.lower ?? "") &&
      (words[at + 1]?.text === "," ||
        /^(?:and|but|yet|so)$/.test(word?.lower ?? "") ||
        (isAdverb(word) && at > 0));
    if (long && words[at + long.length]?.text === ",") at += long.length;
    else if (isTie || isBreak(word) || word?.text === ";") at++;
    else break;
  }
  return words.slice(at);
}
