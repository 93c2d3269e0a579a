import type { Span } from "@/lib/text/span";

/** A passage between quotation marks; `inner` is the passage without them. */
export interface QuotedPassage extends Span {
  readonly inner: Span;
  /** The passage goes on in the next paragraph, which opens with a mark of its own. */
  readonly goesOn?: boolean;
}

const CLOSING_OF = new Map([
  ["„", '“”"'],
  ["“", "”"],
  ["»", "«"],
  ["«", "»"],
  ['"', '"'],
]);

/** Single marks, which look like apostrophes when they close. */
const SINGLE_CLOSING_OF = new Map([
  ["‚", "‘’'"],
  ["‘", "’"],
  ["'", "'"],
]);

/**
 * Pairs the quotation marks of one block and returns the outermost passages, in order. German („…“, »…«, ‚…‘),
 * English (“…”, ‘…’), French («…») and typewriter marks. A passage that is never closed is none, unless it opens
 * speech at the end of a paragraph and the next one goes on with a mark. Linear.
 */
export function matchQuotationMarks(text: string, { start, end }: Span): QuotedPassage[] {
  const passages: QuotedPassage[] = [];
  let opened = -1;
  let closers = "";
  for (let at = start; at < end; at++) {
    const character = text.charAt(at);
    if (opened >= 0) {
      if (!closers.includes(character)) continue;
      if (at > opened + 1)
        passages.push({ start: opened, end: at + 1, inner: { start: opened + 1, end: at } });
      opened = -1;
    } else {
      const close = singleCloseOf(text, at, start, end);
      if (close > at + 2) {
        passages.push({ start: at, end: close + 1, inner: { start: at + 1, end: close } });
        at = close;
        continue;
      }
      const expected = CLOSING_OF.get(character);
      if (expected === undefined) continue;
      opened = at;
      closers = expected;
    }
  }
  const opensSpeech = opened >= 0 && (opened === start || text.slice(opened - 2, opened) === ": ");
  if (opensSpeech && end > opened + 1 && REOPENED.test(text.slice(end, end + LONGEST_GAP)))
    passages.push({ start: opened, end, inner: { start: opened + 1, end }, goesOn: true });
  return passages;
}

/** Between paragraphs. */
const LONGEST_GAP = 6;
const REOPENED = /^\s*[„“»«"]/;

const LONGEST_SINGLE = 600;

/**
 * Where the single mark at `at` is closed, or -1 where it is an apostrophe. An opening mark has a gap in front, a
 * closing one no letter behind; behind a plural in -s only the end of a clause shows that a mark closes.
 */
function singleCloseOf(text: string, at: number, start: number, end: number): number {
  const closers = SINGLE_CLOSING_OF.get(text.charAt(at));
  if (!closers || (at > start && !/[\s([–—-]/.test(text.charAt(at - 1)))) return -1;
  if (!/[\p{L}\d]/u.test(text.charAt(at + 1))) return -1;
  for (let to = at + 2; to < Math.min(end, at + LONGEST_SINGLE); to++) {
    if (!closers.includes(text.charAt(to)) || /\s/.test(text.charAt(to - 1))) continue;
    const behind = text.charAt(to + 1);
    const isPlural = /[sxz]/.test(text.charAt(to - 1)) && behind === " ";
    if (!isPlural && (to + 1 >= end || !/[\p{L}\d]/u.test(behind))) return to;
  }
  return -1;
}
