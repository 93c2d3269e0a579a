import type { GermanPiece } from "@/lib/claims/german-pieces";
import { wordsIn } from "@/lib/claims/german-pieces";
import { isParticiple, thirdPersonOf } from "@/lib/claims/german-verbs";
import type { Word } from "@/lib/claims/tag-german-words";
import { pieceOf } from "@/lib/claims/wording";

/* Reported and doubted German as plain statements: Konjunktiv and hearsay. */

/** Reported speech as a statement: "habe" → "hat", "gehe" → "geht". `isAttributed` also reads "hätte" that way. */
export function inIndicative(pieces: readonly GermanPiece[], isAttributed: boolean): GermanPiece[] {
  if (!isAttributed) return [...pieces];
  return pieces.map((piece, at) => {
    const form = piece.word.finite;
    if (!form?.isSubjunctive || piece.word.tag !== "finite") return piece;
    // "Ich werde kommen": the first person looks like the Konjunktiv.
    if (pieces[at - 1]?.word.lower === "ich" || pieces[at + 1]?.word.lower === "ich") return piece;
    return pieceOf(piece.word, form.indicative);
  });
}
/** What somebody reports is in it only where the Konjunktiv I looks like the indicative. */
export const KONJUNKTIV_II = /^(?:wäre|wären|hätte|hätten|würde|würden)$/;

export interface Hearsay {
  readonly pieces: GermanPiece[];
  readonly isHearsay: boolean;
}

/**
 * "soll … eingesetzt haben" → "hat … eingesetzt"; "soll … handeln" → "handelt", where the verb names a state or habit.
 * A plan ("soll gebaut werden") stays as it is.
 */
export function withoutHearsaySoll(pieces: readonly GermanPiece[]): Hearsay {
  const words = wordsIn(pieces);
  const soll = words.findIndex(
    ({ lower, tag }) => tag === "finite" && (lower === "soll" || lower === "sollen" || lower === "solle"),
  );
  const unchanged = { pieces: [...pieces], isHearsay: false };
  const modal = pieces[soll];
  if (soll < 0 || !modal) return unchanged;
  const isPlural = modal.word.lower === "sollen";
  const end = verbComplexEnd(words, soll + 1);
  const last = words[end - 1];
  const beforeLast = words[end - 2];
  if (!last || end - 1 <= soll) return unchanged;
  const replace = (finite: string, dropped: number): Hearsay => ({
    pieces: pieces.flatMap((piece, at) =>
      at === soll ? [pieceOf(piece.word, finite)] : at >= end - dropped && at < end ? [] : [piece],
    ),
    isHearsay: true,
  });
  if (last.lower === "haben" && beforeLast && isVerbalParticiple(beforeLast))
    return replace(isPlural ? "haben" : "hat", 1);
  if (
    last.lower === "sein" &&
    beforeLast &&
    (beforeLast.lower === "worden" || isVerbalParticiple(beforeLast))
  )
    return replace(isPlural ? "sind" : "ist", 1);
  if (!STATES_AND_HABITS.test(last.lower)) return unchanged;
  const finite = isPlural ? last.lower : thirdPersonOf(last.lower);
  return finite
    ? replace(finite === "seinen" ? "sind" : isPlural && last.lower === "sein" ? "sind" : finite, 1)
    : unchanged;
}

const isVerbalParticiple = ({ lower }: Word) => isParticiple(lower);
const STATES_AND_HABITS =
  /^(?:sein|haben|geben|liegen|stehen|handeln|stammen|gehören|leben|kennen|wissen|besitzen|betragen|bestehen|dienen|arbeiten|wohnen|heißen|enthalten|leiden|fehlen|existieren|verfügen|umfassen|kosten)$/;

/** Index behind the verb complex that closes the clause: before its first comma. */
function verbComplexEnd(words: readonly Word[], from: number): number {
  let end = from;
  for (let at = from; at < words.length; at++) {
    if (/^[,;]$/.test(words[at]?.text ?? "") && opensClause(words, at + 1)) break;
    if (words[at]?.kind !== "mark") end = at + 1;
  }
  return end;
}

/** Behind this comma another finite verb or a zu-infinitive follows, so it does not belong to a list. */
const opensClause = (words: readonly Word[], from: number) =>
  words.slice(from).some(({ tag, lower }) => tag === "finite" || tag === "subordinator" || lower === "zu");
