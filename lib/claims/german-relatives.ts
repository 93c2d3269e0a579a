import type { Agreement, GermanCase } from "@/lib/claims/german-case";
import { agreementsOf, inCase, isContracted } from "@/lib/claims/german-case";
import type { Clause } from "@/lib/claims/german-clauses";
import { finalFiniteIndex, firstFiniteIndex } from "@/lib/claims/german-clauses";
import {
  canBeSubject,
  nounPhraseCoreEnd,
  nounPhraseEnd,
  prepositionalPhraseEnd,
} from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { piecesOf, rewordedPiece } from "@/lib/claims/german-pieces";
import { finalVerbOf, verbBehind } from "@/lib/claims/german-verb-second";
import { MONTHS, TIME_NOUNS } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";

/* Relative clauses as statements of their own: the noun they belong to takes the place of the pronoun. */

export interface RelativeClause {
  /** What stands before its comma, back to the beginning of the clause around it. */
  readonly before: readonly Word[];
  readonly words: readonly Word[];
  /** Clauses inside it, in indices of `words`. */
  readonly clauses: readonly Clause[];
  /** `before` is the noun phrase itself. */
  readonly isPhraseKnown?: boolean;
}

/**
 * ", die 1912 gebaut wurde und drei Masten hat" behind "das Boot und die Fähre" → "Die Fähre wurde 1912 gebaut.", "Die
 * Fähre hat drei Masten." Null where the noun or its form is in doubt.
 */
export function relativeStatements(clause: RelativeClause): GermanPiece[][] | null {
  const opening = openingOf(clause.words);
  if (!opening) return null;
  const parts = verbFinalParts(clause.words, opening.to, clause.clauses);
  const statements = parts.map((part) => relativeStatement(clause, opening, part));
  return statements.every((statement) => statement !== null) ? statements : null;
}

interface Opening {
  readonly preposition: Word | null;
  readonly pronoun: Word;
  /** Index behind the pronoun. */
  readonly to: number;
}

function openingOf(words: readonly Word[]): Opening | null {
  const at = words[0]?.tag === "coordinator" ? 1 : 0;
  const first = words[at];
  const second = words[at + 1];
  if (!first || !second) return null;
  return first.tag === "preposition"
    ? { preposition: first, pronoun: second, to: at + 2 }
    : { preposition: null, pronoun: first, to: at + 1 };
}

interface VerbFinalPart {
  readonly words: readonly Word[];
  readonly clauses: readonly Clause[];
}

/** "in Rom lebt und drei Kinder hat" → its parts, each with its own final verb. */
export function verbFinalParts(
  words: readonly Word[],
  from: number,
  clauses: readonly Clause[],
): VerbFinalPart[] {
  const parts: VerbFinalPart[] = [];
  let start = from;
  const isNested = (at: number) => clauses.some((inner) => at >= inner.from && at < inner.to);
  const close = (to: number) => {
    parts.push({
      words: words.slice(start, to),
      clauses: clauses
        .filter((inner) => inner.from >= start && inner.to <= to)
        .map((inner) => ({ ...inner, from: inner.from - start, to: inner.to - start })),
    });
  };
  for (let at = from + 2; at < words.length - 1; at++) {
    const joint = words[at];
    if (isNested(at) || !joint || !/^(?:und|sowie|aber|,)$/.test(joint.lower)) continue;
    const verb = finalFiniteIndex(words.slice(start, at));
    if (verb < 0 || clauses.some((inner) => inner.from === at + 1)) continue;
    if (finalFiniteIndex(words.slice(at + 1)) < 0) continue;
    close(at);
    start = words[at + 1]?.tag === "coordinator" ? at + 2 : at + 1;
    at = start;
  }
  close(words.length);
  return parts;
}

function relativeStatement(
  clause: RelativeClause,
  opening: Opening,
  part: VerbFinalPart,
): GermanPiece[] | null {
  const found = finalVerbOf(part.words, part.clauses);
  if (!found) return null;
  const { verb, finite } = found;
  const rest = [...part.words.slice(0, verb), ...part.words.slice(verb + 1)];
  if (opening.pronoun.lower === "wo" && !opening.preposition) {
    const place = placeBefore(clause.before);
    return place && verbBehind(place, finite, rest, verb);
  }
  if (opening.preposition) return prepositionalStatement(clause, opening, { finite, rest, verb });
  return isObject(opening.pronoun, rest, finite)
    ? objectStatement(clause, opening.pronoun, { finite, rest, verb })
    : subjectStatement(clause, opening.pronoun, { finite, rest, verb });
}

interface Predicate {
  readonly finite: Word;
  readonly rest: readonly Word[];
  /** How many words of `rest` stand before the verb. */
  readonly verb: number;
}

/** ", bei dem acht Menschen starben" → "Bei dem Angriff starben acht Menschen." */
function prepositionalStatement(
  clause: RelativeClause,
  { preposition, pronoun }: Opening,
  { finite, rest, verb }: Predicate,
): GermanPiece[] | null {
  const wanted = PREPOSITIONAL.get(pronoun.lower);
  if (!wanted || !preposition) return null;
  const antecedent = antecedentOf(clause, wanted.agreements);
  if (!antecedent) return null;
  const phrase = inCase(antecedent.words, {
    to: wanted.to,
    agreement: antecedent.agreement,
    isDefinite: true,
  });
  return phrase && verbBehind([...piecesOf([preposition]), ...phrase], finite, rest, verb);
}

const PREPOSITIONAL: ReadonlyMap<string, { to: GermanCase; agreements: readonly Agreement[] }> = new Map([
  ["dem", { to: "dative", agreements: ["m", "n"] }],
  ["welchem", { to: "dative", agreements: ["m", "n"] }],
  ["der", { to: "dative", agreements: ["f"] }],
  ["welcher", { to: "dative", agreements: ["f"] }],
  ["denen", { to: "dative", agreements: ["p"] }],
  ["den", { to: "accusative", agreements: ["m"] }],
  ["welchen", { to: "accusative", agreements: ["m"] }],
  ["die", { to: "accusative", agreements: ["f", "p"] }],
  ["das", { to: "accusative", agreements: ["n"] }],
]);

function subjectStatement(
  clause: RelativeClause,
  { lower }: Word,
  { finite, rest, verb }: Predicate,
): GermanPiece[] | null {
  const isPlural = finite.finite?.isPlural ?? false;
  const agreements = SUBJECT.get(lower)?.filter((one) => (one === "p") === isPlural);
  if (!agreements || agreements.length === 0) return null;
  const antecedent = antecedentOf(clause, agreements);
  if (!antecedent) return null;
  const named = subjectOfCopula(clause.before, antecedent);
  const subject = named
    ? piecesOf(named)
    : inCase(antecedent.words, { to: "nominative", agreement: antecedent.agreement });
  return subject && verbBehind(subject, finite, rest, verb);
}

const SUBJECT: ReadonlyMap<string, readonly Agreement[]> = new Map([
  ["der", ["m"]],
  ["welcher", ["m"]],
  ["die", ["f", "p"]],
  ["welche", ["f", "p"]],
  ["das", ["n"]],
  ["welches", ["n"]],
]);

/** "Beispiel ist ein Maler, der …": the statement is about Beispiel, not about some painter. */
function subjectOfCopula(before: readonly Word[], { from, words }: Antecedent): readonly Word[] | null {
  const verb = firstFiniteIndex(before);
  const isPredicate = verb > 0 && before[verb]?.finite?.lemma === "sein" && verb < from;
  if (!isPredicate || !/^eine?$/.test(words[0]?.lower ?? "")) return null;
  const isSubject = canBeSubject(before, 0, verb) && nounPhraseEnd(before, 0, verb) === verb;
  return isSubject ? before.slice(0, verb) : null;
}

const OBJECT: ReadonlyMap<string, { to: GermanCase; agreements: readonly Agreement[] }> = new Map([
  ["den", { to: "accusative", agreements: ["m"] }],
  ["die", { to: "accusative", agreements: ["f", "p"] }],
  ["das", { to: "accusative", agreements: ["n"] }],
  ["dem", { to: "dative", agreements: ["m", "n"] }],
  ["der", { to: "dative", agreements: ["f"] }],
  ["denen", { to: "dative", agreements: ["p"] }],
]);

/** The pronoun is the object where its form says so, or where a nominative follows it. */
function isObject({ lower }: Word, rest: readonly Word[], finite: Word): boolean {
  if (/^(?:den|dem|denen)$/.test(lower)) return true;
  const from = subjectStart(rest);
  const word = rest[from];
  if (!word || !canBeSubject(rest, from, rest.length)) return false;
  if (word.tag === "pronoun")
    return /^(?:er|wir|ich|man)$/.test(word.lower) || (lower !== "der" && /^(?:sie|es)$/.test(word.lower));
  return NOMINATIVE_ONLY.test(word.lower) && word.tag === "determiner" && finite.finite?.isPlural === false;
}
const NOMINATIVE_ONLY = /^(?:der|ein|kein|sein|ihr|jeder|dieser)$/;

const subjectStart = (rest: readonly Word[]) =>
  rest.findIndex(({ lower, tag }) => lower !== "sich" && tag !== "adverb");

/** ", den die Polizei fasste" → "Die Polizei fasste den Mann." */
function objectStatement(
  clause: RelativeClause,
  { lower }: Word,
  { finite, rest, verb }: Predicate,
): GermanPiece[] | null {
  const wanted = OBJECT.get(lower);
  const from = subjectStart(rest);
  if (!wanted || from < 0 || !canBeSubject(rest, from, rest.length) || finite.finite?.lemma === "sein")
    return null;
  const end = rest[from]?.tag === "pronoun" ? from + 1 : nounPhraseEnd(rest, from, rest.length);
  const antecedent = antecedentOf(clause, wanted.agreements);
  if (!antecedent || end <= from || end > verb) return null;
  const object = inCase(antecedent.words, { to: wanted.to, agreement: antecedent.agreement });
  if (!object) return null;
  const others = [...rest.slice(0, from), ...rest.slice(end)];
  const statement = verbBehind(piecesOf(rest.slice(from, end)), finite, others, verb - (end - from));
  const behindVerb = end - from + 1;
  return [...statement.slice(0, behindVerb), ...object, ...statement.slice(behindVerb)];
}

/** "in Rom, wo …" → "in Rom". */
function placeBefore(before: readonly Word[]): GermanPiece[] | null {
  for (let from = before.length - 2; from >= Math.max(0, before.length - 8); from--) {
    const preposition = before[from];
    const place = PLACES.get(preposition?.lower ?? "");
    if (!preposition || !place) continue;
    const [first, ...phrase] = before.slice(from);
    const isWhole = prepositionalPhraseEnd(before, from, before.length) === before.length;
    // "nach Rom", "ins Krankenhaus", but not "in die Klinik": its article would change, too.
    const isSafe =
      phrase[0]?.fine === "NE" ||
      isContracted(preposition) ||
      /^(?:dem|der|den|einem|einer)$/.test(phrase[0]?.lower ?? "");
    return isWhole && isSafe && first ? [rewordedPiece(first, place), ...piecesOf(phrase)] : null;
  }
  return null;
}
const PLACES: ReadonlyMap<string, string> = new Map([
  ["in", "in"],
  ["im", "im"],
  ["ins", "im"],
  ["nach", "in"],
  ["an", "an"],
  ["am", "am"],
  ["auf", "auf"],
  ["bei", "bei"],
  ["beim", "beim"],
]);

// ---- the noun before the clause ------------------------------------------------------------------------------

interface Antecedent {
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
function antecedentOf(
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
  return antecedent && isStatable(antecedent.words, before[antecedent.from - 1]) ? antecedent : null;
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
function isStatable(words: readonly Word[], before: Word | undefined): boolean {
  if (before && /^(?:nur|kein|ohne|als|wie|und|sowie|oder)$/.test(before.lower)) return false;
  // "in Orten, in denen …": bare nouns behind a preposition say little without their clause.
  if (
    before?.tag === "preposition" &&
    words.length === 1 &&
    words[0]?.fine === "NN" &&
    /n$/.test(words[0].lower)
  )
    return false;
  const isDefinite = !/^eine?/.test(words[0]?.lower ?? "");
  return !words.some(
    ({ lower, tag }) => NEVER_ALONE.test(lower) || (isDefinite && tag === "adjective" && UNIQUE.test(lower)),
  );
}
const NEVER_ALONE =
  /^(?:kein\p{Ll}*|jede[rsnm]?|jene[rsnm]?|derjenige|diejenigen?|dasjenige|welche\p{Ll}*|solch\p{Ll}*|nichts|niemand)$/u;
const UNIQUE = /^(?:einzig|erst|letzt|nächst)(?:e|en|er|es|em)$|\p{Ll}{3}st(?:e|en|er|es|em)$/u;
