import type { Span } from "@/lib/text/span";

/** A passage between quotation marks; `inner` is the passage without them. */
export interface QuotedPassage extends Span {
  readonly inner: Span;
}

const CLOSING_OF = new Map([
  ["„", '“”"'],
  ["“", "”"],
  ["»", "«"],
  ["«", "»"],
  ['"', '"'],
]);

/**
 * Pairs the quotation marks of one block and returns the outermost passages, in order. German („…“, »…«),
 * English (“…”), French («…») and typewriter marks. A passage that is never closed is none. Linear.
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
      const expected = CLOSING_OF.get(character);
      if (expected === undefined) continue;
      opened = at;
      closers = expected;
    }
  }
  return passages;
}
