import type { Word } from "@/lib/claims/tag-german-words";
import type { Token } from "@/lib/text/tokenize-words";

/** Indices of words, half-open. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** What names a speaker: the verb or word, and the words for the person. */
export interface SpeechCue {
  readonly cue: WordRange | null;
  /** The words that name the speaker; null when the speech goes on from before. */
  readonly speaker: WordRange | null;
  /** Verb lemma or cue word, which decides the modality. */
  readonly cueLemma: string;
  /** The frame says that somebody speaks and not who ("Es wurde mitgeteilt, dass …"): the speaker before is not meant. */
  readonly isAnonymous?: boolean;
}

/** Somebody's words in one sentence: which words, in whose name, by which cue. */
export interface SpeechFrame extends SpeechCue {
  readonly mode: "direct" | "indirect" | "reported";
  readonly content: readonly WordRange[];
  /** Where the frame stands inside a clause that alone is somebody's: its own words. */
  readonly within?: WordRange;
  /** Probably somebody's words, but not so surely that a claim may be put into his mouth. */
  readonly isLikely?: boolean;
  /** Where the frame ends can't be told, so that the sentence is better not taken apart. */
  readonly isUnsure?: boolean;
}

/** How a language marks speech. */
export interface SpeechGrammar {
  readonly tag: (tokens: readonly Token[]) => Word[];
  /** „…“, sagte X: the frame that begins at `from`, behind a quotation. */
  readonly cueBehind: (words: readonly Word[], from: number, to: number) => SpeechCue | null;
  /** X sagte: „…“: the frame that ends at `to`, before a quotation. */
  readonly cueBefore: (words: readonly Word[], from: number, to: number) => SpeechCue | null;
  /** Speech without marks; `silence` counts the sentences since somebody last spoke. */
  readonly indirectSpeech: (words: readonly Word[], silence: number) => SpeechFrame | null;
  /** "Das teilte X mit.": a sentence that only says whose the sentence before is. */
  readonly cueForSentenceBefore?: (words: readonly Word[]) => SpeechCue | null;
  /** The subject of the main clause, of whom the sentence speaks. */
  readonly subject?: (words: readonly Word[]) => WordRange | null;
}

/** How many sentences without speech may lie between a speaker and speech that names none. */
export const MEMORY_IN_SENTENCES = 2;

/** Index of the final full stop, or the number of words. */
export function endOfContent(words: readonly Word[]): number {
  let end = words.length;
  while (end > 0 && /^[.!?…“”"«»]$/.test(words[end - 1]?.text ?? "")) end--;
  return end;
}
