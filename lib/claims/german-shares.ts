import { nounPhraseEnd } from "@/lib/claims/german-phrases";
import type { GermanPiece } from "@/lib/claims/german-pieces";
import { piecesOf } from "@/lib/claims/german-pieces";
import type { Cut } from "@/lib/claims/german-statement";
import { ownIndices, verbOf } from "@/lib/claims/german-statement";
import type { Word } from "@/lib/claims/tag-german-words";

/* A share of a number named before: "14 Menschen wurden verletzt, davon vier schwer". */

/** "…, davon vier schwer" and "…, darunter zwei Kinder": what is said of all is said of the share as well. */
export const cutShares: Cut = function* (statement) {
  const { pieces, words } = statement;
  if (verbOf(statement) < 0) return;
  const own = ownIndices(statement);
  for (const comma of own) {
    const opener = words[comma + 1]?.lower;
    if (words[comma]?.text !== "," || (opener !== "davon" && opener !== "darunter")) continue;
    const tail = words.slice(comma + 2);
    const at = own.findLast((index) => index < comma && isCount(words[index]) && isNoun(words[index + 1]));
    if (at === undefined || !isPlainShare(tail)) continue;
    if (opener === "davon" && !tail.slice(1).every(isCircumstance)) continue;
    const to = opener === "davon" ? at + 1 : nounPhraseEnd(words, at, comma);
    const [count, ...others] = piecesOf(tail);
    const share = opener === "davon" && count ? [count] : piecesOf(tail);
    const part = [...pieces.slice(0, at), ...share, ...pieces.slice(to, comma)];
    yield [pieces.slice(0, comma), opener === "davon" ? withCircumstance(part, others) : part];
  }
};

/** More than one: the verb of all agrees with the share too. */
const isCount = (word: Word | undefined) =>
  word !== undefined && (word.kind === "number" ? word.text !== "1" : COUNT.test(word.lower));
const COUNT =
  /^(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|mehrere|einige|viele|zahlreiche)$/;
const isNoun = (word: Word | undefined) => word?.tag === "noun";

/** A number with what holds for the share alone, without a verb, a row or another clause. */
const isPlainShare = (tail: readonly Word[]) =>
  isCount(tail[0]) &&
  tail.length <= 4 &&
  tail.every(({ kind, tag }) => kind !== "mark" && tag !== "finite" && tag !== "coordinator");

/** "schwer", but not "neue" or "Kinder", which belong to the noun. */
const isCircumstance = ({ tag, fine }: Word) => fine !== "ADJA" && (tag === "adverb" || tag === "adjective");

/** "schwer" stands before the participle that closes the clause, or at its end. */
function withCircumstance(part: readonly GermanPiece[], circumstance: readonly GermanPiece[]): GermanPiece[] {
  const last = part.at(-1)?.word.tag === "participle" ? -1 : part.length;
  return [...part.slice(0, last), ...circumstance, ...part.slice(last)];
}
