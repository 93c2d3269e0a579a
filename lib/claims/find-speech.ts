import type { SpeechFrame, WordRange } from "@/lib/claims/find-german-speech";
import {
  endOfContent,
  findIndirectSpeech,
  frameAt,
  mainClauseSubjunctive,
  speechClause,
} from "@/lib/claims/find-german-speech";
import { nounPhraseEnd } from "@/lib/claims/german-phrases";
import type { QuotedPassage } from "@/lib/claims/match-quotation-marks";
import type { Word } from "@/lib/claims/tag-german-words";

/** Speech between quotation marks in one sentence, and the frame that names its speaker. */
export interface DirectSpeech {
  readonly passage: QuotedPassage;
  /** The quoted words of this sentence, without the marks. */
  readonly content: WordRange;
  readonly frame: Pick<SpeechFrame, "cue" | "speaker" | "cueLemma"> | null;
  /** Nothing but the quotation stands in the sentence. */
  readonly isWhole: boolean;
}

const SHORTEST_STATEMENT = 4;

/** The quotations of a sentence that state something; quoted names and single words are none. */
export function findDirectSpeech(words: readonly Word[], passages: readonly QuotedPassage[]): DirectSpeech[] {
  const ranges = passages.flatMap((passage) => {
    const content = wordsInside(words, passage.inner);
    return content ? [{ passage, content, outer: wordsInside(words, passage) ?? content }] : [];
  });
  return ranges.flatMap(({ passage, content, outer }, index) => {
    const next = ranges[index + 1]?.outer.from ?? words.length;
    const previous = ranges[index - 1]?.outer.to ?? 0;
    const isWhole = outer.from === 0 && endOfContent(words) <= outer.to && ranges.length === 1;
    const frame = isWhole
      ? null
      : (frameBehind(words, outer.to, next) ??
        frameBefore(words, previous, outer.from) ??
        sharedFrame(words, previous, outer.from, index));
    const isStatement =
      content.to - content.from >= SHORTEST_STATEMENT || (frame !== null && content.to > content.from);
    return isStatement && (isWhole || frame) ? [{ passage, content, frame, isWhole }] : [];
  });
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

type Frame = NonNullable<DirectSpeech["frame"]>;

/** „…“, sagte X */
function frameBehind(words: readonly Word[], from: number, to: number): Frame | null {
  let at = from;
  while (at < to && /^[,.–-]$/.test(words[at]?.text ?? "")) at++;
  const frame = frameAt(words, at, to);
  return frame ? { cue: frame.cue, speaker: frame.speaker, cueLemma: frame.lemma } : null;
}

/** X sagte: „…“ · X: „…“ */
function frameBefore(words: readonly Word[], from: number, to: number): Frame | null {
  if (words[to - 1]?.text !== ":") return null;
  const clause = speechClause(words, from, to);
  if (clause) return { cue: clause.cue, speaker: clause.speaker, cueLemma: clause.lemma };
  const end = nounPhraseEnd(words, from, to);
  const isBare = end > from && words.slice(end, to - 1).every(({ tag }) => tag === "adverb");
  return isBare ? { cue: null, speaker: { from, to: end }, cueLemma: "" } : null;
}

/** „A“, sagte X, „B“: the frame of A is that of B. */
function sharedFrame(words: readonly Word[], from: number, to: number, index: number): Frame | null {
  return index > 0 && from < to ? frameBehind(words, from, to) : null;
}

/**
 * Speech without quotation marks: by its grammar, or in the Konjunktiv alone when somebody has just been speaking.
 * `silence` counts the sentences since then.
 */
export function findSpeech(words: readonly Word[], silence: number): SpeechFrame | null {
  const framed = findIndirectSpeech(words);
  if (framed) return framed;
  const end = endOfContent(words);
  const isGoingOn =
    isFreeSubjunctive(words, end, silence <= MEMORY_IN_SENTENCES) || (silence === 0 && isHearsay(words, end));
  if (!isGoingOn) return null;
  return { mode: "indirect", content: [{ from: 0, to: end }], cue: null, speaker: null, cueLemma: "" };
}

/** How many sentences without speech may lie between a speaker and speech that names none. */
export const MEMORY_IN_SENTENCES = 2;

/** "soll … gegeben haben" right behind somebody's words goes on with them. */
function isHearsay(words: readonly Word[], end: number): boolean {
  const verb = words.findIndex(({ tag }) => tag === "finite");
  return (
    /^(?:soll|sollen)$/.test(words[verb]?.lower ?? "") && /^(?:haben|sein)$/.test(words[end - 1]?.lower ?? "")
  );
}

const DOUBTFUL = /^(?:wäre|wären|hätte|hätten|würde|würden|möge|mögen)$/;

function isFreeSubjunctive(words: readonly Word[], end: number, isSpeechGoingOn: boolean): boolean {
  const verb = words.findIndex(({ tag }) => tag === "finite");
  const word = words[verb];
  if (!word || verb >= end || words[0]?.tag === "subordinator" || !mainClauseSubjunctive(words, 0, end))
    return false;
  return isSpeechGoingOn || (!DOUBTFUL.test(word.lower) && word.finite?.isSubjunctive === true && verb > 0);
}
