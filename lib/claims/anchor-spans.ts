import { invalid } from "@/lib/errors";
import type { Span } from "@/lib/text/span";
import { cutsSurrogatePair } from "@/lib/text/span";
import type { ClaimAnchor } from "./claim-anchor";
import { createAnchor } from "./claim-anchor";

/**
 * Ties the pieces of one place to the words of `text`; `under` is where they stand in the input.
 * @throws INVALID naming the piece that is empty, outside the text, blank, out of order or cuts a character
 */
export function anchorSpans(text: string, spans: readonly Span[], under = "spans"): ClaimAnchor[] {
  return spans.map((span, index) => {
    const path = `${under}.${index}`;
    const previous = spans[index - 1];
    if (span.end > text.length || span.start < 0) throw invalid(path, "outOfRange");
    if (span.start >= span.end) throw invalid(path, "empty");
    if (previous && span.start < previous.end) throw invalid(path, "notInOrder");
    if (cutsSurrogatePair(text, span.start) || cutsSurrogatePair(text, span.end)) {
      throw invalid(path, "cutsCharacter");
    }
    const anchor = createAnchor(text, span);
    if (anchor.quote.trim() === "") throw invalid(path, "empty");
    return anchor;
  });
}

/** The index of the sentence in which `offset` lies; null between sentences. Sentences are in the order of the text. */
export function sentenceAt(sentences: readonly Span[], offset: number): number | null {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle];
    if (!sentence) return null;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return middle;
  }
  return null;
}
