import type { Span } from "@/lib/text/span";
import type { Token } from "@/lib/text/tokenize-words";

/** A word of a wording: as it stands in the sentence, or replaced by another form of it. */
export interface Piece<T extends Token = Token> {
  readonly word: T;
  readonly text: string;
}

export const pieceOf = <T extends Token>(word: T, text: string = word.text): Piece<T> => ({ word, text });

/** The pieces as a sentence: spaced, capitalised and closed with a full stop. */
export function renderWording(pieces: readonly Piece[]): string {
  const body = renderPhrase(pieces).replace(/[\s,;:–-]+$/, "");
  if (body === "") return "";
  const sentence = capitalise(body).replace(/,(?=["”’]+$)/, ".");
  return /[.!?…]["“”’«»)]*$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The pieces as running text. */
export function renderPhrase(pieces: readonly Piece[]): string {
  let text = "";
  let previous: Piece | undefined;
  for (const piece of pieces) {
    if (previous && needsSpace(previous, piece)) text += " ";
    text += piece.text;
    previous = piece;
  }
  return text;
}

/** Neighbours of the sentence keep their gap; what was moved gets the gap its marks ask for. */
function needsSpace(previous: Piece, piece: Piece): boolean {
  if (previous.word.end <= piece.word.start && piece.word.start - previous.word.end <= 1)
    return piece.word.hasSpaceBefore;
  if (/^[,.;:!?…)\]“”«%]/.test(piece.text)) return false;
  return !/[(„»[]$/.test(previous.text);
}

function capitalise(text: string): string {
  const at = text.search(/\p{L}|\d/u);
  return at < 0 ? text : text.slice(0, at) + text.charAt(at).toUpperCase() + text.slice(at + 1);
}

/** The places of the pieces in the text, merged where only white space or a comma lies between two words. */
export function spansOfPieces(pieces: readonly Piece[]): Span[] {
  const places = pieces.map(({ word }) => word).sort((a, b) => a.start - b.start);
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of places) {
    const last = spans.at(-1);
    if (last && start - last.end <= 1) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
