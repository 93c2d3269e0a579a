import type { Agreement } from "@/lib/claims/german-case";
import { agreementsOf, isContracted } from "@/lib/claims/german-case";
import type { Clause } from "@/lib/claims/german-clauses";
import { firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import {
  canBeSubject,
  nounPhraseCoreEnd,
  nounPhraseEnd,
  prepositionalPhraseEnd,
} from "@/lib/claims/german-phrases";
import { MONTHS, TIME_NOUNS } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";

/* The noun a German relative clause belongs to. */

export interface RelativeClause {
  /** What stands before its comma, back to the beginning of the clause around it. */
  readonly before: readonly Word[];
  readonly words: readonly Word[];
  /** Clauses inside it, in indices of `words`. */
  readonly clauses: readonly Clause[];
  /** `before` is the noun phrase itself. */
  readonly isPhraseKnown?: boolean;
}

export interface Antecedent {
  /** The noun phrase, its article included. */
  readonly words: readonly Word[];
  readonly agreement: Agreement;
  /** Where it begins among the words before the clause. */
  readonly from: number;
}

const LONGEST_ANTECEDENT = 14;

/**
 * The noun phrase at the end of `before` that agrees with a relative pronoun. Behind it a participle, an infinitive or
 * a particle may stand. The nearest phrase that agrees is taken; null where it is denied, unique or without a noun.
 */
export function antecedentOf(
  { before, isPhraseKnown }: RelativeClause,
  agreements: readonly Agreement[],
): Antecedent | null {
  let end = before.length;
  while (end > 0 && before.length - end < 3 && isBehindNoun(before, end - 1)) end--;
  const last = before[end - 1];
  if (last?.tag !== "noun" && !/^[“”"«)]$/.test(last?.text ?? "")) return null;
  const candidates = candidatesAt(before, end, agreements);
  const found =
    chosen(candidates, before, isPhraseKnown || end < before.length) ?? subjectOver(before, end, agreements);
  const antecedent = found && namedBeforeComma(found, before);
  return antecedent && isStatable(antecedent, before[antecedent.from - 1]) ? antecedent : null;
}

function candidatesAt(before: readonly Word[], end: number, agreements: readonly Agreement[]): Antecedent[] {
  return [...phraseStarts(before, end)].flatMap((from) => {
    const [noun] = before.slice(from, end).filter(({ tag }) => tag === "noun");
    if (MONTHS.has(noun?.lower ?? "") || TIME_NOUNS.has(noun?.lower ?? "")) return [];
    const words = before.slice(from, end);
    const agreement = agreementsOf(words, before[from - 1]).find((one) => agreements.includes(one));
    return agreement ? [{ words, agreement, from }] : [];
  });
}

/** "Dabei spielt der Verkehr eine Rolle, der …": over an object that does not agree, the subject behind the verb. */
function subjectOver(
  before: readonly Word[],
  end: number,
  agreements: readonly Agreement[],
): Antecedent | null {
  if (
    [...phraseStarts(before, end)].some((from) =>
      agreementsOf(before.slice(from, end), before[from - 1]).some((one) => agreements.includes(one)),
    )
  )
    return null;
  let from = firstFiniteIndex(before) + 1;
  while (before[from]?.tag === "adverb") from++;
  const to = nounPhraseEnd(before, from, before.length);
  const isSubject =
    from > 1 && to > from && to < end && canBeSubject(before, from, to) && before[from]?.tag === "determiner";
  if (!isSubject || (before[to]?.tag !== "determiner" && before[to]?.tag !== "noun")) return null;
  const words = before.slice(from, to);
  const agreement = agreementsOf(words, before[from - 1]).find((one) => agreements.includes(one));
  return agreement ? { words, agreement, from } : null;
}

/** "um Muster, ein Granulat, das …": the noun before an apposition, where it is one word. */
function namedBeforeComma(found: Antecedent, before: readonly Word[]): Antecedent | null {
  if (before[found.from - 1]?.text !== ",") return found;
  const from = found.from - 2;
  const isBare =
    before[from]?.tag === "noun" && /^(?:preposition|finite|mark)$/.test(before[from - 1]?.tag ?? "mark");
  return isBare ? { ...found, words: before.slice(from, from + 1), from } : null;
}

/**
 * "ein Entwurf der Partei, die …", "ein Entwurf des Senators wird beraten, der …": behind its verb a clause belongs to
 * the whole phrase; where a noun and its genitive both agree, it can't be told.
 */
function chosen(
  candidates: readonly Antecedent[],
  before: readonly Word[],
  isExtraposed: boolean,
): Antecedent | null {
  const [nearest, next] = candidates;
  if (!nearest || !next) return nearest ?? null;
  if (isExtraposed) return candidates.at(-1) ?? null;
  if (!hasArticle(nearest)) return next;
  const isGenitive = before[nearest.from - 1]?.tag === "noun";
  // "eine Studie der Universität, für die …": what is new is what the clause goes on about.
  if (isGenitive) return /^eine?[nmrs]?$/.test(next.words[0]?.lower ?? "") ? next : null;
  return nearest;
}

const hasArticle = ({ words: [first] }: Antecedent) =>
  first?.tag === "determiner" || (first !== undefined && isContracted(first));

const isBehindNoun = (words: readonly Word[], at: number) =>
  /^(?:participle|infinitive)$/.test(words[at]?.tag ?? "") ||
  (at > 0 &&
    /^(?:adverb|subordinator|preposition)$/.test(words[at]?.tag ?? "") &&
    words[at - 1]?.tag === "noun");

/** Where noun phrases that end at `end` can begin, the nearest first. */
function* phraseStarts(words: readonly Word[], end: number): Generator<number> {
  const first = Math.max(0, end - LONGEST_ANTECEDENT);
  let start = end - 1;
  while (start > first && /^(?:noun|adjective|number)$/.test(words[start - 1]?.tag ?? "")) start--;
  if (nounPhraseCoreEnd(words, start, end) === end && isBareStart(words[start - 1])) yield start;
  for (let from = end - 1; from >= first; from--) {
    const word = words[from];
    if (from < start - 1 && isBareOuter(words, from, end)) yield from;
    if (!word || word.tag === "finite" || word.text === "," || word.tag === "coordinator") break;
    if (word.tag !== "determiner" && !isContracted(word)) continue;
    if (reaches(words, isContracted(word) ? from + 1 : from, end)) yield from;
  }
}

/** "erheblicher Fehler des Dienstes": a phrase without article in front of its genitive. */
const isBareOuter = (words: readonly Word[], from: number, end: number) =>
  /^(?:adjective|noun)$/.test(words[from]?.tag ?? "") &&
  isBareStart(words[from - 1]) &&
  nounPhraseEnd(words, from, end) === end;

/** A noun phrase, with a prepositional phrase or two behind it, goes up to `end`. */
function reaches(words: readonly Word[], from: number, end: number): boolean {
  let at = nounPhraseEnd(words, from, end);
  for (let phrases = 0; phrases < 2 && at > 0 && at < end && words[at]?.tag === "preposition"; phrases++)
    at = prepositionalPhraseEnd(words, at, end);
  return at === end;
}

const isBareStart = (before: Word | undefined) =>
  before === undefined || /^(?:preposition|finite|adverb|mark|pronoun)$/.test(before.tag);

/** "kein Haus, das …", "der einzige, der …", "die erste Stadt, die …": without the clause the noun says something else. */
function isStatable({ words, agreement }: Antecedent, before: Word | undefined): boolean {
  if (before && /^(?:nur|kein|ohne|als|wie|und|sowie|oder)$/.test(before.lower)) return false;
  // "in Orten, in denen …", "an verschiedenen Orten, die …": some or other things say little without their clause.
  if (agreement === "p" && isOfAnyKind(words)) return false;
  const isDefinite = !/^eine?/.test(words[0]?.lower ?? "");
  return !words.some(
    ({ lower, tag }) => NEVER_ALONE.test(lower) || (isDefinite && tag === "adjective" && UNIQUE.test(lower)),
  );
}
const isOfAnyKind = ([first, second]: readonly Word[]) =>
  first?.fine === "NN" ||
  (first?.tag === "adjective" && (second?.fine === "NN" || /^(?:verschieden|ander)/.test(first.lower)));

const NEVER_ALONE =
  /^(?:kein\p{Ll}*|jede[rsnm]?|jene[rsnm]?|derjenige|diejenigen?|dasjenige|welche\p{Ll}*|solch\p{Ll}*|nichts|niemand)$/u;
const UNIQUE = /^(?:einzig|erst|letzt|nächst)(?:e|en|er|es|em)$|\p{Ll}{3}st(?:e|en|er|es|em)$/u;
