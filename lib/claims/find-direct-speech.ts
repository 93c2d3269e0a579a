import type { QuotedPassage } from "@/lib/claims/match-quotation-marks";
import type { SpeechCue, SpeechGrammar, WordRange } from "@/lib/claims/speech-grammar";
import { endOfContent } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";

/** Speech between quotation marks in one sentence, and the frame that names its speaker. */
export interface DirectSpeech {
  readonly passage: QuotedPassage;
  /** The quoted words of this sentence, without the marks. */
  readonly content: WordRange;
  readonly frame: SpeechCue | null;
  /** Nothing but the quotation stands in the sentence. */
  readonly isWhole: boolean;
}

const SHORTEST_STATEMENT = 4;

/** The quotations of a sentence that state something; quoted names and single words are none. */
export function findDirectSpeech(
  words: readonly Word[],
  passages: readonly QuotedPassage[],
  grammar: SpeechGrammar,
): DirectSpeech[] {
  const ranges = passages.flatMap((passage) => {
    const content = wordsInside(words, passage.inner);
    return content && !isQuotedName(words, content)
      ? [{ passage, content, outer: wordsInside(words, passage) ?? content }]
      : [];
  });
  return ranges.flatMap(({ passage, content, outer }, index) => {
    const next = ranges[index + 1]?.outer.from ?? words.length;
    const previous = ranges[index - 1]?.outer.to ?? 0;
    const isEmbedded = words.slice(previous, outer.from).some(({ tag }) => tag === "finite");
    const isWhole = outer.from === 0 && endOfContent(words) <= outer.to && ranges.length === 1;
    const frame = isWhole
      ? null
      : ((isEmbedded ? null : grammar.cueBehind(words, skipMarks(words, outer.to, next), next)) ??
        grammar.cueBefore(words, previous, outer.from) ??
        // „A“, sagte X, „B“: the frame of A is that of B.
        (index > 0 ? grammar.cueBehind(words, skipMarks(words, previous, outer.from), outer.from) : null));
    const isStatement =
      content.to - content.from >= SHORTEST_STATEMENT ||
      (frame !== null && content.to > content.from) ||
      (isWhole && hasFinite(words, content));
    return isStatement && (isWhole || frame) ? [{ passage, content, frame, isWhole }] : [];
  });
}

const hasFinite = (words: readonly Word[], { from, to }: WordRange) =>
  words.slice(from, to).some(({ tag }) => tag === "finite");

const LONGEST_NAME = 5;

/** "der Zeitung „Der Bote“", "im „Boten“": a name goes on with the phrase before it and has no verb. */
function isQuotedName(words: readonly Word[], { from, to }: WordRange): boolean {
  const before = words[from - 2];
  if (!/^(?:determiner|preposition|noun|adjective)$/.test(before?.tag ?? "") || to - from > LONGEST_NAME)
    return false;
  return !hasFinite(words, { from, to });
}

function wordsInside(
  words: readonly Word[],
  { start, end }: { start: number; end: number },
): WordRange | null {
  const from = words.findIndex((word) => word.start >= start && word.end <= end);
  if (from < 0) return null;
  let to = from;
  while (to < words.length && (words[to]?.end ?? Number.POSITIVE_INFINITY) <= end) to++;
  return { from, to };
}

function skipMarks(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (at < to && /^[,.–-]$/.test(words[at]?.text ?? "")) at++;
  return at;
}
