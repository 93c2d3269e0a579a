import type { AttributedSentence } from "@/lib/claims/attribute-sentences";
import { decomposeGerman } from "@/lib/claims/decompose-german";
import type { Word } from "@/lib/claims/tag-german-words";
import type { Piece } from "@/lib/claims/wording";
import { renderWording, spansOfPieces } from "@/lib/claims/wording";
import type { Span } from "@/lib/text/span";
import type { Token } from "@/lib/text/tokenize-words";

/** A statement ready to be listed. */
export interface WordedStatement {
  readonly wording: string;
  readonly spans: readonly Span[];
  readonly words: readonly Token[];
  readonly isHearsay: boolean;
  /** Said by the author beside the speech: who somebody is. */
  readonly isBackground: boolean;
}

/** The statements of one sentence, each with its wording and its places; at least one where there are words. */
export function statementsOf(
  text: string,
  sentence: AttributedSentence,
  _language: string,
): WordedStatement[] {
  const { words, speech } = sentence;
  if (!words.some(({ kind }) => kind !== "mark")) return [];
  const content =
    speech && speech.mode !== "reported"
      ? speech.content.flatMap(({ from, to }) => words.slice(from, to))
      : words;
  const statements = decomposeGerman(withoutFinalMarks(content), {
    isAttributed: speech !== null && speech.mode !== "direct",
  });
  if (!statements) return [wholeSentence(text, sentence)];
  return statements.map(({ pieces, isHearsay }) => worded(pieces, isHearsay));
}

function worded(pieces: readonly Piece<Word>[], isHearsay: boolean): WordedStatement {
  return {
    wording: renderWording(pieces),
    spans: spansOfPieces(pieces),
    words: pieces.map(({ word, text }) => ({ ...word, text, lower: text.toLowerCase() })),
    isHearsay,
    isBackground: false,
  };
}

function wholeSentence(text: string, { start, end, words }: AttributedSentence): WordedStatement {
  return {
    wording: text.slice(start, end).replace(/\s+/g, " "),
    spans: [{ start, end }],
    words,
    isHearsay: false,
    isBackground: false,
  };
}

function withoutFinalMarks(words: readonly Word[]): readonly Word[] {
  let end = words.length;
  while (end > 0 && /^[.!…,;]$/.test(words[end - 1]?.text ?? "")) end--;
  return words.slice(0, end);
}
