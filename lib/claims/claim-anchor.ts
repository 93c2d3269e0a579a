import type { Span } from "@/lib/text/span";
import { cutsSurrogatePair } from "@/lib/text/span";

/** A span with the words it covers and their surroundings: enough to find it again in a changed text. */
export interface ClaimAnchor {
  start: number;
  end: number;
  quote: string;
  prefix: string;
  suffix: string;
}

const CONTEXT_LENGTH = 32;

/**
 * Ties a span to the exact words of `text`, with up to 32 UTF-16 units of context on each side.
 * Context never begins or ends inside a surrogate pair.
 * @throws RangeError when the span is empty, lies outside the text or cuts a surrogate pair
 */
export function createAnchor(text: string, { start, end }: Span): ClaimAnchor {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
    throw new RangeError(`Not a span of the text: ${start}–${end}`);
  }
  if (cutsSurrogatePair(text, start) || cutsSurrogatePair(text, end)) {
    throw new RangeError(`The span ${start}–${end} cuts a surrogate pair`);
  }
  let prefixStart = Math.max(0, start - CONTEXT_LENGTH);
  if (cutsSurrogatePair(text, prefixStart)) prefixStart++;
  let suffixEnd = Math.min(text.length, end + CONTEXT_LENGTH);
  if (cutsSurrogatePair(text, suffixEnd)) suffixEnd--;
  return {
    start,
    end,
    quote: text.slice(start, end),
    prefix: text.slice(prefixStart, start),
    suffix: text.slice(end, suffixEnd),
  };
}

/** Whether the anchor still quotes the text at its offsets. Said of every anchor on write. */
export function isAnchorOf(text: string, { start, end, quote }: ClaimAnchor): boolean {
  return start >= 0 && start < end && end <= text.length && text.slice(start, end) === quote;
}
