import { firstFiniteIndex } from "@/lib/claims/german-clauses";
import { canBeSubject, constituentEnd, nounPhraseEnd } from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-sentence-forms";
import { POSSESSIVES } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";
import { pieceOf } from "@/lib/claims/wording";

/* Takes coordinated verbs, objects and subjects apart: each part gets what the two share. */

const COORDINATING = new Set(["und", "sowie", "aber", "doch", "sondern"]);
const LONGEST_CONJUNCT = 14;
const MOST_PARTS = 6;

const wordsIn = (pieces: readonly GermanPiece[]) => pieces.map(({ word }) => word);

/** "Die Stadt plant ein Bad und sucht Geld" → two clauses with the same subject. One clause when nothing is coordinated. */
export function coordinatedClauses(pieces: readonly GermanPiece[], depth = 0): GermanPiece[][] {
  const words = wordsIn(pieces);
  const end = regionEnd(words);
  for (let at = 1; at < end && depth < MOST_PARTS; at++) {
    if (!COORDINATING.has(words[at]?.lower ?? "")) continue;
    const second = secondClause(pieces, at);
    if (second) return [pieces.slice(0, at), ...coordinatedClauses(second, depth + 1)];
  }
  return [[...pieces]];
}

function secondClause(pieces: readonly GermanPiece[], coordinator: number): GermanPiece[] | null {
  const words = wordsIn(pieces);
  const left = words.slice(0, coordinator);
  const right = words.slice(coordinator + 1);
  const verb = firstFiniteIndex(left);
  const verbRight = firstFiniteIndex(right);
  const rightPieces = pieces.slice(coordinator + 1);
  if (verb < 0 || right.length < 2 || right.some((_, at) => isElliptic(right, at))) return null;
  if (verbRight === 0) {
    const subject = subjectOf(pieces.slice(0, coordinator), verb);
    return subject ? [...subject, ...rightPieces] : null;
  }
  if (verbRight > 0)
    return constituentEnd(right, 0, verbRight) === verbRight && verbRight < right.length - 1
      ? rightPieces
      : null;
  if (!isVerbEnd(left.at(-1)) || !isVerbEnd(right[regionEnd(right) - 1]) || right.length < 3) return null;
  const subject = subjectOf(pieces.slice(0, coordinator), verb);
  const finite = pieces[verb];
  return subject && finite
    ? [...subject, finite, ...sharedAgent(pieces, verb, coordinator, right), ...rightPieces]
    : null;
}

/** "… und keinen einzigen veröffentlicht": the noun stands in the first clause. */
function isElliptic(words: readonly Word[], at: number): boolean {
  if (!ELLIPTIC.test(words[at]?.lower ?? "")) return false;
  const next = words[at + 1];
  const rest = next?.tag === "adjective" || next?.tag === "adverb" ? words[at + 2] : next;
  return (
    rest === undefined ||
    isVerbEnd(rest) ||
    rest.tag === "finite" ||
    (rest.kind === "mark" && rest.text === ",")
  );
}
const ELLIPTIC = /^(?:keine[nrms]?|eine[nrms]|zwei|drei|vier|fünf|mehrere|einige|weitere|andere|anderen)$/;

const isVerbEnd = (word: Word | undefined) => word?.tag === "participle" || word?.tag === "infinitive";

/** "werden von der Firma gereinigt und … verarbeitet": who does it holds for both. */
function sharedAgent(
  pieces: readonly GermanPiece[],
  verb: number,
  coordinator: number,
  right: readonly Word[],
): GermanPiece[] {
  const words = wordsIn(pieces);
  const isPassive = words[verb]?.finite?.lemma === "werden";
  if (!isPassive || words[verb + 1]?.lower !== "von" || right.some(({ lower }) => lower === "von")) return [];
  const end = constituentEnd(words, verb + 1, coordinator);
  return end > 0 ? pieces.slice(verb + 1, end) : [];
}

/** The subject of a verb-second clause: in front of the verb, or right behind it. */
function subjectOf(pieces: readonly GermanPiece[], verb: number): GermanPiece[] | null {
  const words = wordsIn(pieces);
  if (verb > 0 && canBeSubject(words, 0, verb)) return pieces.slice(0, verb);
  let from = verb + 1;
  while (words[from]?.lower === "sich" || words[from]?.tag === "adverb") from++;
  if (!canBeSubject(words, from, words.length)) return null;
  const end = words[from]?.tag === "pronoun" ? from + 1 : nounPhraseEnd(words, from, words.length);
  return end > from ? pieces.slice(from, end) : null;
}

/** "ein Haus und einen neuen Garten kaufen": one statement for each object that has its own article or adjective. */
export function coordinatedObjects(pieces: readonly GermanPiece[]): GermanPiece[][] {
  const words = wordsIn(pieces);
  const verb = firstFiniteIndex(words);
  const end = regionEnd(words);
  for (let at = verb + 2; verb >= 0 && at < end; at++) {
    if (words[at]?.lower !== "und" && words[at]?.lower !== "sowie") continue;
    const left = conjunctStart(words, verb + 1, at);
    const right = nounPhraseEnd(words, at + 1, end);
    if (
      left < 0 ||
      right < 0 ||
      !isOwnPhrase(words.slice(left, at)) ||
      !isOwnPhrase(words.slice(at + 1, right))
    )
      continue;
    if (left === verb + 1 && words[verb]?.finite?.isPlural && !canBeSubject(words, 0, verb)) continue;
    if (words[left - 1]?.tag === "preposition" || isReciprocal(words) || words[right]?.lower === "und")
      continue;
    return [
      [...pieces.slice(0, at), ...pieces.slice(right)],
      [...pieces.slice(0, left), ...pieces.slice(at + 1)],
    ];
  }
  return [[...pieces]];
}

/** Start of the longest noun phrase that ends before the coordinator. */
function conjunctStart(words: readonly Word[], from: number, end: number): number {
  let best = -1;
  for (let start = end - 1; start >= Math.max(from, end - LONGEST_CONJUNCT); start--) {
    if (words[start]?.text === "," || words[start]?.tag === "finite") break;
    if (nounPhraseEnd(words, start, end) === end) best = start;
  }
  return best;
}

/** A determiner or adjective of its own; a possessive would point to the other conjunct. */
const isOwnPhrase = (phrase: readonly Word[]) =>
  phrase.length > 1 &&
  !POSSESSIVES.has(phrase[0]?.lower ?? "") &&
  !/^(?:andere|anderen|anderer|weitere|weiteren|dessen|deren)$/.test(phrase[0]?.lower ?? "") &&
  (phrase[0]?.tag === "determiner" || phrase[0]?.tag === "adjective");

const isReciprocal = (words: readonly Word[]) => words.some(({ lower }) => RECIPROCAL.has(lower));
const RECIPROCAL = new Set([
  "zwischen",
  "gemeinsam",
  "zusammen",
  "beide",
  "beiden",
  "einander",
  "miteinander",
  "gegeneinander",
  "sich",
  "sowohl",
  "weder",
  "entweder",
  "jeweils",
]);

/** "Das Rote Kreuz, das Technische Hilfswerk und die Feuerwehr waren …": one statement for each subject. */
export function coordinatedSubjects(pieces: readonly GermanPiece[]): GermanPiece[][] {
  const words = wordsIn(pieces);
  const verb = firstFiniteIndex(words);
  const finite = pieces[verb];
  if (verb < 4 || !finite?.word.finite?.isPlural || isReciprocal(words)) return [[...pieces]];
  const conjuncts: GermanPiece[][] = [];
  let from = 0;
  while (from < verb) {
    const end = nounPhraseEnd(words, from, verb);
    const phrase = words.slice(from, end);
    if (end < 0 || !isClearSingular(phrase)) return [[...pieces]];
    conjuncts.push(pieces.slice(from, end));
    if (
      end < verb &&
      words[end]?.text !== "," &&
      words[end]?.lower !== "und" &&
      words[end]?.lower !== "sowie"
    )
      return [[...pieces]];
    from = end + 1;
  }
  if (conjuncts.length < 2) return [[...pieces]];
  const singular = pieceOf(finite.word, finite.word.finite.singular);
  return conjuncts.map((subject) => [...subject, singular, ...pieces.slice(verb + 1)]);
}

/** One thing by its article: "der", "das", "ein"; "die" only before an ending that has no plural look. */
function isClearSingular(phrase: readonly Word[]): boolean {
  const [first] = phrase;
  const head = phrase.at(-1);
  if (!first || !head || first.tag !== "determiner") return false;
  if (/^(?:der|das|ein|eine)$/.test(first.lower)) return true;
  return (
    first.lower === "die" &&
    /(?:ung|heit|keit|schaft|ion|ei|wehr|tät|bank|partei|stadt|\p{Lu})$/u.test(head.text)
  );
}

/** Behind a comma another clause may follow, which is left alone; without another verb the comma is one of a list. */
function regionEnd(words: readonly Word[]): number {
  const verb = Math.max(0, firstFiniteIndex(words));
  const lastVerb = words.findLastIndex(
    ({ tag, lower }) => tag === "finite" || tag === "subordinator" || lower === "zu",
  );
  const separates = ({ text }: Word, at: number) => at > verb && at < lastVerb && /^[,;:]$/.test(text);
  const end = words.findIndex(separates);
  return end < 0 ? words.length : end;
}
