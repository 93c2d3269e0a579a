import type { Statement } from "@/lib/claims/decompose-german";
import { isEnglishFinite } from "@/lib/claims/tag-english-words";
import type { Word } from "@/lib/claims/tag-german-words";
import type { Piece } from "@/lib/claims/wording";
import { pieceOf } from "@/lib/claims/wording";

type EnglishPiece = Piece<Word>;

const MOST_WORDS = 250;
const LONGEST_SUBJECT = 14;

/** Takes an English sentence apart at ", and" and "and" between clauses, lists behind "including", and semicolons. */
export function decomposeEnglish(words: readonly Word[]): Statement[] | null {
  if (words.length > MOST_WORDS || words.at(-1)?.text === "?") return null;
  const pieces = words.map((word) => pieceOf(word));
  const statements = clausesOf(pieces).flatMap(listedThings).map(withoutOpener);
  if (statements.length === 0 || !statements.every(isClean)) return null;
  return statements.map((statement) => ({ pieces: statement, isHearsay: false }));
}

/** Clauses with a verb each; a clause that begins with its verb gets the subject of the one before. */
function clausesOf(pieces: readonly EnglishPiece[]): EnglishPiece[][] {
  for (let at = 2; at < pieces.length - 2; at++) {
    const word = pieces[at]?.word;
    if (word?.text !== ";" && word?.lower !== "and" && word?.lower !== "but") continue;
    const left = pieces.slice(0, pieces[at - 1]?.text === "," ? at - 1 : at);
    const right = pieces.slice(at + 1);
    const verb = left.findIndex((piece) => isEnglishFinite(piece.word));
    if (verb < 1 || left.some(({ word: { tag } }, index) => tag === "subordinator" && index > verb)) continue;
    const verbRight = right.findIndex((piece) => isEnglishFinite(piece.word));
    const participles = word.lower === "and" && verbRight <= 0 ? participlesOf(left, verb, right) : null;
    if (participles) return participles;
    if (verbRight === 0 && verb <= LONGEST_SUBJECT)
      return [left, ...clausesOf([...left.slice(0, verb), ...right])];
    const opensClause =
      word.text === ";" ||
      /^(?:pronoun|determiner)$/.test(right[0]?.word.tag ?? "") ||
      (pieces[at - 1]?.text === "," && /^(?:number|noun)$/.test(right[0]?.word.tag ?? ""));
    if (verbRight > 0 && verbRight <= 6 && opensClause) return [left, ...clausesOf(right)];
  }
  return [[...pieces]];
}

/** "was built, destroyed and reopened", "fell and closed": verbs in -ed that share the subject, and the auxiliary where there is one. */
function participlesOf(
  left: readonly EnglishPiece[],
  verb: number,
  right: readonly EnglishPiece[],
): EnglishPiece[][] | null {
  const [first] = right;
  const isPassive = AUXILIARY.test(left[verb]?.word.lower ?? "");
  if (!first || right.length < 2 || verb > LONGEST_SUBJECT) return null;
  if (!(isPassive ? isParticiple(first.word) : first.word.tag === "participle")) return null;
  if (isPassive && !isParticiple(left[verb + 1]?.word)) return null;
  const shared = left.slice(0, isPassive ? verb + 1 : verb);
  const parts = partsAtCommas(left.slice(shared.length));
  if (parts.slice(1).some((part) => !isPassive || part.length < 2 || !isParticiple(part[0]?.word)))
    return null;
  return [...parts, right].map((part) => [...shared, ...part]);
}

const isParticiple = (word: Word | undefined) =>
  word?.tag === "participle" || IRREGULAR.test(word?.lower ?? "");
const AUXILIARY = /^(?:was|were|is|are|has|have|had)$/;
const IRREGULAR =
  /^(?:built|sold|sent|held|made|cut|shot|hit|taken|given|found|lost|won|paid|brought|bought|caught|put|set|stolen|driven|written|\p{L}+e[nd])$/u;

function partsAtCommas(pieces: readonly EnglishPiece[]): EnglishPiece[][] {
  const parts: EnglishPiece[][] = [[]];
  for (const piece of pieces) {
    if (piece.text === ",") parts.push([]);
    else parts.at(-1)?.push(piece);
  }
  return parts.filter((part) => part.length > 0);
}

/** "problems including a, b and c": one statement for each thing; the things stand at the end of the clause. */
function listedThings(pieces: EnglishPiece[]): EnglishPiece[][] {
  const including = pieces.findIndex(({ word }) => word.lower === "including");
  if (including < 3) return [pieces];
  const items: EnglishPiece[][] = [[]];
  for (const piece of pieces.slice(including + 1)) {
    if (piece.text === "," || piece.word.lower === "and") items.push([]);
    else items.at(-1)?.push(piece);
  }
  const things = items.filter((item) => item.length > 0);
  if (
    things.length < 2 ||
    things.some((item) => item.length > 4 || item.some(({ word }) => isEnglishFinite(word)))
  )
    return [pieces];
  return things.map((item) => [...pieces.slice(0, including + 1), ...item]);
}

function withoutOpener(pieces: EnglishPiece[]): EnglishPiece[] {
  const from = pieces.findIndex(
    ({ word }) => word.tag !== "coordinator" && word.text !== "," && word.text !== ";",
  );
  return from < 0 ? [] : pieces.slice(from);
}

function isClean(pieces: readonly EnglishPiece[]): boolean {
  const verb = pieces.findIndex(
    ({ word }, at) =>
      at > 0 && (isEnglishFinite(word) || word.tag === "participle" || /(?:s|ed)$/.test(word.lower)),
  );
  const last = pieces.at(-1)?.word.tag;
  const isPaired = (pattern: RegExp) => pieces.filter(({ text }) => pattern.test(text)).length % 2 === 0;
  return (
    pieces.length >= 3 &&
    verb > 0 &&
    last !== "determiner" &&
    last !== "preposition" &&
    last !== "coordinator" &&
    isPaired(/^["“”]$/) &&
    isPaired(/^[()]$/)
  );
}
