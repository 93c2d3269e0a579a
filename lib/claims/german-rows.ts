import { isQuantifier, numberOf } from "@/lib/claims/german-case";
import { canBeSubject, nounPhraseEnd, prepositionalPhraseEnd } from "@/lib/claims/german-phrases";
import { singularOf } from "@/lib/claims/german-pieces";
import type { Cut, GermanStatement } from "@/lib/claims/german-statement";
import { ownIndices, verbOf } from "@/lib/claims/german-statement";
import { MONTHS, POSSESSIVES, TIME_NOUNS, WEEKDAYS } from "@/lib/claims/german-words";
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
    if (!row || isSubjectRow(words, verb, row) || isListed(words, verb, row[0]?.from ?? 0)) continue;
    const [first] = row;
    const last = row.at(-1);
    if (!first || !last) continue;
    // "besitzt einen Hafen und ein Bad in Musterhafen": what hangs on the last phrase is not said of the others.
    const attributes = attributesEnd(words, last.to);
    if (attributes === last.to && isInsideLast(words, row)) continue;
    yield row.map(({ from, to }) => [
      ...pieces.slice(0, first.from),
      ...pieces.slice(from, to),
      ...pieces.slice(from === last.from ? last.to : attributes),
    ]);
  }
};

/** "das Amt für Schutz (AS) und das Amt für Hilfe (AH) sowie …": what follows belongs to the last phrase alone. */
function isInsideLast(words: readonly Word[], row: readonly Conjunct[]): boolean {
  const next = words[row.at(-1)?.to ?? 0];
  return (
    next?.tag === "preposition" &&
    row.slice(0, -1).some(({ from, to }) => words.slice(from, to).some(({ lower }) => lower === next.lower))
  );
}

/** "vier Vereine: Musterheim, Probeburg und …": a list behind a colon stays whole. */
const isListed = (words: readonly Word[], verb: number, from: number) =>
  words.slice(verb, from).some(({ text }) => text === ":");

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
  if (isBareRow(words, row)) return row;
  if (isPrepositional && row.length === 2) {
    const whole = withInnerPhrases(words, start, row);
    if (!whole) return null;
    row.splice(0, 2, ...whole);
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
 * "bis Musterheim im Norden und bis Probeburg im Süden": where the phrases around "und" open with other prepositions,
 * the first may have begun before. Null where only one of them has a phrase inside it.
 */
function withInnerPhrases(
  words: readonly Word[],
  start: number,
  row: readonly Conjunct[],
): Conjunct[] | null {
  const [left, right] = row;
  if (!left || !right) return null;
  const preposition = plainPreposition(words[right.from]);
  if (plainPreposition(words[left.from]) === preposition) return [...row];
  for (let from = left.from - 2; from >= start; from--) {
    if (plainPreposition(words[from]) !== preposition) continue;
    if (prepositionalPhraseEnd(words, from, left.from) !== left.from) continue;
    const to =
      words[right.to]?.tag === "preposition" ? prepositionalPhraseEnd(words, right.to, words.length) : -1;
    return to < 0
      ? null
      : [
          { from, to: left.to },
          { from: right.from, to },
        ];
  }
  return [...row];
}

/** "im" → "in" */
const plainPreposition = (word: Word | undefined) =>
  word?.tag === "preposition" ? (CONTRACTIONS[word.lower] ?? word.lower) : null;
const CONTRACTIONS: Record<string, string> = {
  im: "in",
  ins: "in",
  am: "an",
  ans: "an",
  zum: "zu",
  zur: "zu",
  vom: "von",
  beim: "bei",
};

/**
 * "wegen Betrugs, Diebstahls und Erpressung verurteilt", "misst Temperatur und Druck": nouns without article,
 * each of them alone, behind a verb or behind a preposition that no noun asks for ("Minister für Bildung und Forschung").
 */
function isBareRow(words: readonly Word[], row: readonly Conjunct[]): boolean {
  const [first] = row;
  const last = row.at(-1);
  if (row.length < 2 || !first || !last) return false;
  const isBare = row.every(({ from, to }) => {
    const noun = words[from];
    return (
      to === from + 1 &&
      /^N[NE]$/.test(noun?.fine ?? "") &&
      noun !== undefined &&
      /\p{Ll}$/u.test(noun.text) &&
      !isTimeNoun(noun)
    );
  });
  const next = words[last.to];
  const closes = next === undefined || /^(?:participle|infinitive)$/.test(next.tag) || next.fine === "PTKVZ";
  const before = words[first.from - 1];
  if (!isBare || !closes) return false;
  if (before?.tag === "finite") return true;
  return (
    /^(?:wegen|für|gegen|durch|nach|in|über)$/.test(before?.lower ?? "") &&
    /^(?:finite|pronoun|adverb)$/.test(words[first.from - 2]?.tag ?? "")
  );
}

const isTimeNoun = ({ lower }: Word) => TIME_NOUNS.has(lower) || WEEKDAYS.has(lower) || MONTHS.has(lower);

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
