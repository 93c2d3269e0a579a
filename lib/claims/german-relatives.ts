import type { Antecedent, RelativeClause } from "@/lib/claims/german-antecedents";
import { antecedentOf } from "@/lib/claims/german-antecedents";
import type { Agreement, GermanCase } from "@/lib/claims/german-case";
import { inCase, isContracted } from "@/lib/claims/german-case";
import type { Clause } from "@/lib/claims/german-clauses";
import { finalFiniteIndex, firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import { canBeSubject, nounPhraseEnd, prepositionalPhraseEnd } from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { piecesOf, rewordedPiece } from "@/lib/claims/german-pieces";
import { finalVerbOf, verbBehind } from "@/lib/claims/german-verb-second";
import type { Word } from "@/lib/claims/tag-german-words";

/* Relative clauses as statements of their own: the noun they belong to takes the place of the pronoun. */

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

export interface VerbFinalPart {
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
