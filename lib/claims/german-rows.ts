import { isQuantifier, numberOf } from "@/lib/claims/german-case";
import { canBeSubject, nounPhraseEnd, prepositionalPhraseEnd } from "@/lib/claims/german-phrases";
import { singularOf } from "@/lib/claims/german-pieces";
import type { Cut, GermanStatement } from "@/lib/claims/german-statement";
import { ownIndices, verbOf } from "@/lib/claims/german-statement";
import { POSSESSIVES, TIME_NOUNS } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";

/* Takes rows of objects and of subjects apart. */

const LONGEST_CONJUNCT = 14;

// ---- objects and other phrases behind the verb ---------------------------------------------------------------

/** "ein Haus und einen neuen Garten kaufen": one statement for each phrase that has its own article, adjective or preposition. */
export const cutObjects: Cut = function* (statement) {
  const { pieces, words } = statement;
  const verb = verbOf(statement);
  if (verb < 1 || isCollective(words)) return;
  for (const at of ownIndices(statement)) {
    if (at <= verb + 1 || !/^(?:und|sowie)$/.test(words[at]?.lower ?? "")) continue;
    const row = rowAround(words, verb + 1, at);
    if (!row || isSubjectRow(words, verb, row)) continue;
    const [first] = row;
    const last = row.at(-1);
    if (!first || !last) continue;
    // "besitzt einen Hafen und ein Bad in Musterhafen": what hangs on the last phrase is not said of the others.
    const attributes = attributesEnd(words, last.to);
    yield row.map(({ from, to }) => [
      ...pieces.slice(0, first.from),
      ...pieces.slice(from, to),
      ...pieces.slice(from === last.from ? last.to : attributes),
    ]);
  }
};

function attributesEnd(words: readonly Word[], from: number): number {
  let at = from;
  if (!/^(?:von|aus|in|im|mit|für|zur|zum)$/.test(words[at]?.lower ?? "")) return from;
  while (words[at]?.tag === "preposition") {
    const end = prepositionalPhraseEnd(words, at, words.length);
    if (end < 0) break;
    at = end;
  }
  return at === words.length ? at : from;
}

interface Conjunct {
  readonly from: number;
  readonly to: number;
}

/** The phrases of a row around its "und": "einen Hafen, eine Werft und ein Bad". Null where one has nothing of its own. */
function rowAround(words: readonly Word[], start: number, coordinator: number): Conjunct[] | null {
  const isPrepositional = words[coordinator + 1]?.tag === "preposition";
  const end = isPrepositional
    ? prepositionalPhraseEnd(words, coordinator + 1, words.length)
    : nounPhraseEnd(words, coordinator + 1, words.length);
  if (end < 0 || /^(?:und|oder|sowie)$/.test(words[end]?.lower ?? "") || words[end]?.tag === "noun")
    return null;
  const row: Conjunct[] = [{ from: coordinator + 1, to: end }];
  let joint = coordinator;
  for (;;) {
    const from = conjunctStart(words, start, joint, isPrepositional);
    if (from < 0) break;
    row.unshift({ from, to: joint });
    if (words[from - 1]?.text !== ",") break;
    joint = from - 1;
  }
  if (row.length < 2 || !row.every(({ from, to }) => isOwnPhrase(words.slice(from, to)))) return null;
  if (!isPrepositional && !agreesWithPreposition(words, row)) return null;
  if (isDefinite(words[row[0]?.from ?? 0]) && row.some(({ from }) => words[from]?.tag === "adjective"))
    return null;
  if (row.every(({ to }) => TIME_NOUNS.has(words[to - 1]?.lower ?? ""))) return null;
  const before = words[(row[0]?.from ?? 0) - 1];
  return before?.text === "," || before?.lower === "zwischen" ? null : row;
}

/**
 * "mit dem Rat und der Stadt", but "eine Frist um zehn Tage und ein Verbot": behind a preposition only phrases whose
 * articles are both dative, or the same, are surely its objects.
 */
function agreesWithPreposition(words: readonly Word[], row: readonly Conjunct[]): boolean {
  const openers = row.map(({ from }) => words[from]?.lower ?? "");
  if (words[(row[0]?.from ?? 0) - 1]?.tag !== "preposition") return true;
  return (
    openers.every((opener) => /^(?:dem|der|den|einem|einer|diesem|dieser)$/.test(opener)) ||
    new Set(openers).size === 1
  );
}

/** "bei der Einreise und späteren Anträgen": the article may belong to both. */
const isDefinite = (word: Word | undefined) => /^(?:der|die|das|dem|den|des)$/.test(word?.lower ?? "");

/** Start of the longest phrase that ends before `end`. */
function conjunctStart(words: readonly Word[], from: number, end: number, isPrepositional: boolean): number {
  let best = -1;
  for (let start = end - 1; start >= Math.max(from, end - LONGEST_CONJUNCT); start--) {
    if (words[start]?.text === "," || words[start]?.tag === "finite" || words[start]?.tag === "coordinator")
      break;
    const isStart = isPrepositional
      ? words[start]?.tag === "preposition" && prepositionalPhraseEnd(words, start, end) === end
      : reachesByPhrases(words, start, end);
    if (isStart) best = start;
    if (isStart && isPrepositional) break;
  }
  return best;
}

/** A noun phrase, with one that says where it is from behind it. */
function reachesByPhrases(words: readonly Word[], from: number, end: number): boolean {
  const phrase = nounPhraseEnd(words, from, end);
  if (phrase === end || phrase < 0) return phrase === end;
  return (
    /^(?:aus|für|in|mit)$/.test(words[phrase]?.lower ?? "") &&
    prepositionalPhraseEnd(words, phrase, end) === end
  );
}

/** A determiner, adjective or preposition of its own; a possessive would point to the other conjunct. */
function isOwnPhrase(phrase: readonly Word[]): boolean {
  const [first, second] = phrase;
  if (phrase.length < 2 || !first || !phrase.some(({ tag }) => tag === "noun")) return false;
  if (/^(?:andere|anderen|anderer|weitere|weiteren|dessen|deren)$/.test(first.lower)) return false;
  if (first.tag === "preposition") return !POSSESSIVES.has(second?.lower ?? "");
  if (POSSESSIVES.has(first.lower)) return false;
  return (
    first.tag === "determiner" || first.tag === "adjective" || first.tag === "number" || isQuantifier(first)
  );
}

/** Phrases in a plural clause without other subject are its subject. */
const isSubjectRow = (words: readonly Word[], verb: number, row: readonly Conjunct[]) =>
  words[verb]?.finite?.isPlural === true &&
  row.every(({ from, to }) => canBeSubject(words, from, to)) &&
  (row.some(({ from }) => words[from]?.lower === "der") ||
    (!canBeSubject(words, 0, verb) && !hasSubjectBetween(words, verb + 1, row[0]?.from ?? 0)));

const hasSubjectBetween = (words: readonly Word[], from: number, to: number) =>
  words
    .slice(from, to)
    .some((_, at) => canBeSubject(words, from + at, to) && words[from + at]?.tag !== "adverb");

/** What is said of several together can't be said of each. */
const isCollective = (words: readonly Word[]) =>
  words.some(({ lower, finite }) => TOGETHER.has(lower) || COLLECTIVE_VERBS.test(finite?.lemma ?? ""));
const TOGETHER = new Set([
  "zwischen",
  "gemeinsam",
  "zusammen",
  "beide",
  "beiden",
  "beider",
  "einander",
  "miteinander",
  "gegeneinander",
  "sowohl",
  "weder",
  "entweder",
  "jeweils",
  "insgesamt",
  "gegenseitig",
  "nacheinander",
]);
const COLLECTIVE_VERBS =
  /^(?:bestehen|zusammensetzen|unterscheiden|verbinden|vergleichen|vermitteln|wählen|wechseln|fusionieren|einigen|treffen|vereinen|trennen|schwanken)$/;

// ---- subjects ------------------------------------------------------------------------------------------------

/** "Das Museum und der Zoo waren …", "Bei dem Brand starben zwei Männer und eine Frau": one statement for each subject. */
export const cutSubjects: Cut = function* (statement) {
  const { pieces, words } = statement;
  const verb = verbOf(statement);
  const finite = pieces[verb];
  if (
    verb < 1 ||
    !finite?.word.finite?.isPlural ||
    isCollective(words) ||
    words.some(({ lower }) => lower === "sich")
  )
    return;
  const row = frontRow(words, verb) ?? rowBehind(statement, verb);
  if (!row?.every(({ from, to }) => numberOf(words.slice(from, to)) !== null)) return;
  const first = row[0]?.from ?? 0;
  const last = row.at(-1)?.to ?? 0;
  const singular = singularOf(finite);
  yield row.map(({ from, to }) => {
    const form = numberOf(words.slice(from, to)) === "singular" ? singular : finite;
    const own = pieces.map((piece, at) => (at === verb ? form : piece));
    return [...own.slice(0, first), ...own.slice(from, to), ...own.slice(last)];
  });
};

function frontRow(words: readonly Word[], verb: number): Conjunct[] | null {
  const row: Conjunct[] = [];
  let from = 0;
  while (from < verb) {
    const end = nounPhraseEnd(words, from, verb);
    if (end < 0 || !canBeSubject(words, from, end)) return null;
    row.push({ from, to: end });
    if (end < verb && words[end]?.text !== "," && !/^(?:und|sowie)$/.test(words[end]?.lower ?? ""))
      return null;
    from = end + 1;
  }
  return row.length > 1 ? row : null;
}

function rowBehind(statement: GermanStatement, verb: number): Conjunct[] | null {
  const { words } = statement;
  for (const at of ownIndices(statement)) {
    if (at <= verb + 1 || !/^(?:und|sowie)$/.test(words[at]?.lower ?? "")) continue;
    const row = rowAround(words, verb + 1, at);
    if (row && isSubjectRow(words, verb, row)) return row;
  }
  return null;
}
