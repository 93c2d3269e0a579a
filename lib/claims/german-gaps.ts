import { numberOf } from "@/lib/claims/german-case";
import { firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import { canBeSubject, nounPhraseEnd, prepositionalPhraseEnd } from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { piecesOf, wordsIn } from "@/lib/claims/german-pieces";
import type { Cut } from "@/lib/claims/german-statement";
import { ownIndices, verbOf } from "@/lib/claims/german-statement";
import { frontFirstConstituent } from "@/lib/claims/german-verb-second";
import { isParticiple } from "@/lib/claims/german-verbs";
import { CONNECTIVES } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";

/* Words behind a comma that share the verb of the clause before them. */

/** "Die Liste kam auf 12 Prozent, die Union auf 9": the second part gets the verb again. */
export const cutGaps: Cut = function* (statement) {
  const { pieces, words } = statement;
  const verb = verbOf(statement);
  if (verb < 0) return;
  const own = ownIndices(statement);
  const isOwn = new Set(own);
  const commas = own.filter((at) => /^[,;–-]$/.test(words[at]?.text ?? "") && at > verb && isOwn.has(at + 1));
  for (const [index, comma] of commas.entries()) {
    const end = commas[index + 1] ?? words.length;
    const tail = withLastAsParticiple(words.slice(comma + 1, end));
    if (firstFiniteIndex(tail) >= 0) continue;
    const clause = pieces.slice(0, comma);
    const rest = pieces.slice(end);
    const gapped = sharedAuxiliary(clause, verb, tail) ?? sameVerbAgain(clause, verb, tail);
    if (gapped)
      yield [
        [...clause, ...piecesOf(sharedVerbEnd(clause, tail))],
        [...gapped, ...rest],
      ];
    else if (isAddition(tail) && end === words.length) yield [clause, withAddition(clause, tail)];
  }
};

/** "…, die Kontrolle beklagt": the last word looks like a finite verb and is the participle of the clause before. */
function withLastAsParticiple(tail: readonly Word[]): readonly Word[] {
  const last = tail.at(-1);
  if (!last) return tail;
  if (isParticiple(last.lower)) return [...tail.slice(0, -1), { ...last, tag: "participle" }];
  const isInfinitive = /^(?:werden|haben|sein)$/.test(last.lower) && tail.at(-2)?.tag === "participle";
  return isInfinitive ? [...tail.slice(0, -1), { ...last, tag: "infinitive" }] : tail;
}

/** "soll ganz geschlossen, die Produktion verlagert werden": the infinitive holds for both. */
function sharedVerbEnd(clause: readonly GermanPiece[], tail: readonly Word[]): readonly Word[] {
  const last = tail.at(-1);
  const isShared =
    last !== undefined &&
    /^(?:werden|worden|haben|sein)$/.test(last.lower) &&
    tail.at(-2)?.tag === "participle";
  return isShared && clause.at(-1)?.word.tag === "participle" ? [last] : [];
}

/**
 * "Die Kosten werden bemängelt, andererseits auch die Kontrolle beklagt": the second clause shares the auxiliary; with
 * "haben" it shares the subject as well.
 */
function sharedAuxiliary(
  clause: readonly GermanPiece[],
  verb: number,
  tail: readonly Word[],
): GermanPiece[] | null {
  const front = wordsIn(clause);
  const auxiliary = clause[verb];
  const lemma = auxiliary?.word.finite?.lemma;
  const verbEnd = tail.at(-1 - sharedVerbEnd(clause, tail).length);
  const isGap = tail.length > 2 && front.at(-1)?.tag === "participle" && isParticiple(verbEnd?.lower ?? "");
  if (!auxiliary || !isGap || !lemma || !TAKES_PARTICIPLE.test(lemma)) return null;
  const own = piecesOf(
    tail.filter(
      ({ lower, tag }, at) =>
        (at > 0 || tag !== "coordinator") && !CONNECTIVES.has(lower) && !/^(?:auch|aber)$/.test(lower),
    ),
  );
  const hasOwnSubject = canBeSubject(wordsIn(own), 0, own.length);
  if (!hasOwnSubject)
    return canBeSubject(front, 0, verb) ? [...clause.slice(0, verb), auxiliary, ...own] : null;
  // With "haben" the phrase may be an object; an article of the nominative without other phrases shows the subject.
  if (lemma === "haben" && !isLoneDefinite(wordsIn(own))) return null;
  if (!agreeingIn(auxiliary, wordsIn(own))) return null;
  const end = nounPhraseEnd(wordsIn(own), 0, own.length);
  return end > 0
    ? [...own.slice(0, end), auxiliary, ...own.slice(end)]
    : frontFirstConstituent([auxiliary, ...own]);
}
const TAKES_PARTICIPLE = /^(?:werden|haben|sein|sollen|müssen|können)$/;

function isLoneDefinite(words: readonly Word[]): boolean {
  const end = nounPhraseEnd(words, 0, words.length);
  return /^(?:der|die|das)$/.test(words[0]?.lower ?? "") && words[end]?.tag === "preposition";
}

/** The number of the phrase is not against that of the verb. */
function agreeingIn({ word }: GermanPiece, own: readonly Word[]): boolean {
  const number = numberOf(own.slice(0, Math.max(1, nounPhraseEnd(own, 0, own.length))));
  return number === null || (number === "plural") === word.finite?.isPlural;
}

/** "Die Partei kam auf 12 Prozent, die Konkurrenz auf 9 Prozent": the second clause has the same verb and shape. */
function sameVerbAgain(
  clause: readonly GermanPiece[],
  verb: number,
  words: readonly Word[],
): GermanPiece[] | null {
  const front = wordsIn(clause);
  const finite = clause[verb];
  const own = nounPhraseEnd(words, 0, words.length);
  if (!finite || own < 1 || !canBeSubject(words, 0, own)) return null;
  if (nounPhraseEnd(front, 0, verb) !== verb || !canBeSubject(front, 0, verb)) return null;
  const isSameShape = isSamePhrase(front.slice(verb + 1), words.slice(own));
  const isSameNumber = looksPlural(words.slice(0, own)) === finite.word.finite?.isPlural;
  return isSameShape && isSameNumber
    ? [...piecesOf(words.slice(0, own)), finite, ...piecesOf(words.slice(own))]
    : null;
}

/** "auf 12 Prozent" and "auf 9 Prozent", "29 Prozent" and "17 Prozent". */
function isSamePhrase(one: readonly Word[], other: readonly Word[]): boolean {
  if (one[0]?.tag === "preposition")
    return (
      one[0].lower === other[0]?.lower &&
      prepositionalPhraseEnd(one, 0, one.length) === one.length &&
      prepositionalPhraseEnd(other, 0, other.length) === other.length
    );
  const isMeasure = one[0]?.tag === "number" && other[0]?.tag === "number";
  return isMeasure && one.length === 2 && other.length === 2 && one[1]?.lower === other[1]?.lower;
}

/** "die" with an ending of the plural; a feminine noun in -e looks like none. */
const looksPlural = (phrase: readonly Word[]) =>
  /^(?:die|beide)$/.test(phrase[0]?.lower ?? "") &&
  /(?:en|er|ern|eln)$|[äöü]\p{Ll}*e$/u.test(phrase.at(-1)?.lower ?? "");

/** "…, unter anderem als Teil des Angriffs": an afterthought that states something more. */
const isAddition = (words: readonly Word[]) =>
  ADDITION.test(
    words
      .slice(0, 3)
      .map(({ lower }) => lower)
      .join(" "),
  );
const ADDITION =
  /^(?:(?:unter anderem|vor allem) (?:als|in|im|bei|mit|durch|wegen|aus|auf|an|am)|(?:allerdings|insbesondere|auch) (?:als|in|im|bei|mit|durch|wegen|aus|auf|an|am|ohne))(?: |$)/;

/** The afterthought in its place: before the verb that closes the clause, or at the end. */
function withAddition(clause: readonly GermanPiece[], words: readonly Word[]): GermanPiece[] {
  const last = clause.at(-1);
  const addition = piecesOf(words);
  if (last?.word.tag !== "participle" && last?.word.tag !== "infinitive") return [...clause, ...addition];
  return [...clause.slice(0, -1), ...addition, last];
}
