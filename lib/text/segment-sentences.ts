import { segmenterEnds } from "@/lib/text/segmenter-ends";
import { sentenceEnds } from "@/lib/text/sentence-ends";
import { sentenceRulesOf } from "@/lib/text/sentence-rules";
import type { Span } from "@/lib/text/span";
import { trimSpan } from "@/lib/text/span";

export interface SegmentOptions {
  /** BCP 47 language of the text. */
  language?: string;
  /** The part of the text to look at; all of it when absent. Offsets stay those of the whole text. */
  within?: Span;
}

/**
 * Finds the sentences of a text, in order and without the white space around them.
 * An empty line always ends a sentence. Linear in the length of the text.
 * German, English, French, Spanish, Italian, Dutch and Polish have lists of their own; other languages the rules that
 * hold in all of them, and where their script has full stops of its own, those of Intl.Segmenter.
 */
export function segmentSentences(text: string, { language = "de", within }: SegmentOptions = {}): Span[] {
  const range = within ?? { start: 0, end: text.length };
  const rules = sentenceRulesOf(language);
  const ends = sentenceEnds(text, range, rules);
  const others = rules.language === "und" ? segmenterEnds(text, range, language) : [];
  const sentences: Span[] = [];
  let start = range.start;
  for (const end of [...merged(ends, others), range.end]) {
    const sentence = trimSpan(text, { start, end });
    if (sentence.start < sentence.end) sentences.push(sentence);
    start = end;
  }
  return sentences;
}

const merged = (ends: readonly number[], others: readonly number[]) =>
  others.length === 0 ? ends : [...new Set([...ends, ...others])].sort((a, b) => a - b);
