import type { Span } from "@/lib/text/span";
import { isSpaceAt } from "@/lib/text/span";

/** In Node 20 Intl.Segmenter takes quadratic time on long texts; in windows it stays linear. */
const WINDOW_LENGTH = 2_000;

/** Full stops of other scripts, such as "。", "؟" and "।". */
const OTHER_TERMINATOR = /(?![.!?])\p{Sentence_Terminal}/u;
const OPENER = /[\p{Ps}\p{Pi}]/u;
const CLOSER = /[\p{Pe}\p{Pf}"']/u;

/**
 * Ends of sentences at the terminators of scripts for which there are no rules of our own, found by Intl.Segmenter.
 * Nothing where the text has no such character.
 */
export function segmenterEnds(text: string, { start, end }: Span, language: string): number[] {
  if (!OTHER_TERMINATOR.test(start === 0 && end === text.length ? text : text.slice(start, end))) return [];
  const segmenter = new Intl.Segmenter(segmenterLocale(language), { granularity: "sentence" });
  const ends: number[] = [];
  for (let from = start; from < end; ) {
    const to = Math.min(end, from + WINDOW_LENGTH);
    const pieces = Array.from(
      segmenter.segment(text.slice(from, to)),
      ({ index, segment }) => from + index + segment.length,
    );
    // The last piece may be cut by the window: it is looked at again, unless it fills the window.
    const inner = to < end ? pieces.slice(0, -1) : pieces;
    for (const pieceEnd of inner) {
      const sentenceEnd = beforeOpeners(text, pieceEnd, from);
      if (pieceEnd < end && endsInOtherScript(text, sentenceEnd, start)) ends.push(sentenceEnd);
    }
    from = inner.at(-1) ?? to;
  }
  return ends;
}

/** Intl.Segmenter counts the mark that opens the next sentence to the one before: "关闭。“谁". */
function beforeOpeners(text: string, at: number, start: number): number {
  let end = at;
  while (end > start && OPENER.test(text.charAt(end - 1))) end--;
  return end;
}

function endsInOtherScript(text: string, at: number, start: number): boolean {
  let last = at;
  while (last > start && (isSpaceAt(text, last - 1) || CLOSER.test(text.charAt(last - 1)))) last--;
  return OTHER_TERMINATOR.test(text.slice(Math.max(start, last - 1), last));
}

const segmenterLocale = (language: string) =>
  /^[a-zA-Z]{2,3}(?:-[a-zA-Z]{2,4})?$/.test(language) ? language : "und";
