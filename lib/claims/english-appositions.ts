import type { Addition } from "@/lib/claims/english-additions";
import { additionMark, antecedentsBefore, cutOf, hasVerbAfterPhrase } from "@/lib/claims/english-additions";
import type { Cut } from "@/lib/claims/english-clauses";
import { isPersonName } from "@/lib/claims/english-clauses";
import {
  coordinatedPhrases,
  longNounPhraseEnd,
  nounPhraseEnd,
  parseClause,
} from "@/lib/claims/english-phrases";
import { beFor } from "@/lib/claims/english-verbs";
import {
  fineTag,
  inside,
  isBreak,
  isCoordinator,
  isFiniteAt,
  isName,
  isNoun,
  isPossessive,
  isPronoun,
  isRelative,
  wordInPlaceOf,
} from "@/lib/claims/english-words";
import type { WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";
import { withText } from "@/lib/claims/tag-german-words";

/** "Jane Roe, the mayor of Exham, said": "Jane Roe is the mayor of Exham." */
export function* appositions(words: readonly Word[]): Iterable<Cut> {
  for (let comma = 1; comma < words.length - 1; comma++) {
    if (!isBreak(words[comma])) continue;
    for (const antecedent of antecedentsBefore(words, comma)) {
      const addition = appositionAt(words, comma, antecedent);
      if (addition) yield cutOf(words, addition);
    }
  }
}

function appositionAt(words: readonly Word[], comma: number, antecedent: WordRange): Addition | null {
  const phrase = words.slice(antecedent.from, antecedent.to);
  const mark = words[comma];
  const end = additionMark(words, comma);
  const to = end < 0 ? words.length : end;
  const inner = words.slice(comma + 1, to);
  const statement = mark ? relationBetween(phrase, inner, mark) : null;
  if (!statement || (inner.length > 1 && isPartOfList(words, { comma, to }))) return null;
  const keepsMark = end < 0 || isRelative(words[end + 1]);
  return { antecedent, range: { from: comma, to: keepsMark ? to : to + 1 }, statement };
}

/** "Turnout was 68 percent, the highest since 1990": both are said of the turnout. */
export function* superlatives(words: readonly Word[]): Iterable<Cut> {
  const comma = words.findLastIndex(({ text }) => text === ",");
  const parsed = comma > 2 ? parseClause(words.slice(0, comma)) : null;
  const inner = words.slice(comma + 1);
  const isHighest =
    inner[0]?.lower === "the" && fineTag(inner[1]) === "JJS" && longNounPhraseEnd(inner, 0) === inner.length;
  if (!parsed || !isHighest || !/^(?:is|was|are|were)$/.test(words[parsed.verb.main]?.lower ?? "")) return;
  yield [words.slice(0, comma), [...words.slice(0, parsed.verb.to), ...inner]];
}

/** What an apposition says: "X is the mayor", "X is 42 years old"; null where the two are not the same. */
export function relationBetween(phrase: readonly Word[], inner: readonly Word[], mark: Word): Word[] | null {
  const [first] = inner;
  if (!first || phrase.some(isPronoun)) return null;
  const be = (subject: readonly Word[]) => wordInPlaceOf(mark, beFor(subject, false), "VBZ");
  if (inner.length === 1 && isAge(first) && isPersonName(phrase.slice(-2)))
    return [...phrase, be(phrase), withText(first, `${first.text} years old`)];
  if (coordinatedPhrases(inner, 0).at(-1)?.to !== inner.length && !isDescribedClause(inner)) return null;
  if (isPersonName(inner) && isDescription(phrase)) return [...inner, be(inner), ...inside(phrase)];
  // "Its leader, former minister Jane Roe,"
  const isTitledName =
    inner.length > 2 && isPersonName(inner.slice(-2)) && inner.some(({ lower }) => OFFICE.test(lower));
  if (isDescription(phrase) && isTitledName) return [...phrase, be(phrase), ...inner];
  const isNamed =
    phrase.some(isName) || phrase[0]?.lower === "the" || (phrase.length === 1 && /^an?$/.test(first.lower));
  if (!isNamed || isPossessive(phrase.at(-1))) return null;
  return isDescription(inner) || isOffice(inner) ? [...phrase, be(phrase), ...inner] : null;
}

/** "a form of medicine that has been described …" */
const isDescribedClause = (inner: readonly Word[]) => {
  const to = longNounPhraseEnd(inner, 0);
  return (
    /^an?$/.test(inner[0]?.lower ?? "") &&
    to > 0 &&
    /^(?:that|who|which)$/.test(inner[to]?.lower ?? "") &&
    inner.some((_word, at) => isFiniteAt(inner, at))
  );
};

const isAge = (word: Word) => word.kind === "number" && /^\d{1,3}$/.test(word.text);
const isDescription = (phrase: readonly Word[]) =>
  phrase.length >= 2 &&
  (/^(?:a|an|the|his|her|its|their|one)$/.test(phrase[0]?.lower ?? "") ||
    phrase.slice(0, 4).some(isPossessive)) &&
  phrase.some((word) => (isNoun(word) && !isName(word)) || fineTag(word) === "JJS");
const OFFICE =
  /^(?:director|chairman|chairwoman|chair|president|minister|secretary|spokesman|spokeswoman|spokesperson|head|chief|leader|mayor|professor|founder|co-founder|manager|editor|author|captain|coach|governor|member|executive|owner|bishop|dean|commissioner|ambassador|father|mother|son|daughter|brother|sister|wife|husband)$/;
const isOffice = (phrase: readonly Word[]) =>
  phrase.some(({ lower }) => OFFICE.test(lower)) && phrase.some(({ lower }) => /^(?:of|for|at)$/.test(lower));

/** "Paris, the capital, and London": commas of a list set nothing off. */
function isPartOfList(words: readonly Word[], { comma, to }: { comma: number; to: number }): boolean {
  const next = words[to + 1];
  if (isCoordinator(next)) return !hasVerbAfterPhrase(words, to + 2);
  const isWithinList =
    words.slice(Math.max(0, comma - 8), comma).some(isBreak) && isCoordinator(words[comma + 1]);
  return (
    isWithinList ||
    (to < words.length &&
      nounPhraseEnd(words, to + 1) > 0 &&
      !isFiniteAt(words, nounPhraseEnd(words, to + 1)))
  );
}
