import type { Word } from "@/lib/claims/tag-german-words";
import { withText } from "@/lib/claims/tag-german-words";
import type { Piece } from "@/lib/claims/wording";
import { pieceOf } from "@/lib/claims/wording";

/** A word of a German statement on its way to a wording. */
export type GermanPiece = Piece<Word>;

export const piecesOf = (words: readonly Word[]): GermanPiece[] => words.map((word) => pieceOf(word));

export const wordsIn = (pieces: readonly GermanPiece[]): Word[] => pieces.map(({ word }) => word);

/** The word in another form, which later rules read instead of the one that stands in the text. */
export const rewordedPiece = (word: Word, text: string): GermanPiece => pieceOf(withText(word, text), text);

/** "wurden" → "wurde". */
export function singularOf({ word }: GermanPiece): GermanPiece {
  const { finite } = word;
  return finite
    ? rewordedPiece({ ...word, finite: { ...finite, isPlural: false } }, finite.singular)
    : { word, text: word.text };
}
