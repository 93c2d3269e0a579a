import type { Span } from "@/lib/text/span";
import { cutsSurrogatePair, trimSpan } from "@/lib/text/span";

/** What the mapping needs of a DOM node; a segment of the article carries its first offset in `data-start`. */
export type ArticleNode = {
  readonly nodeType: number;
  readonly parentNode: ArticleNode | null;
  readonly childNodes: ArrayLike<ArticleNode>;
  readonly nodeValue: string | null;
  getAttribute?: (name: string) => string | null;
};

const TEXT_NODE = 3;

/**
 * The offset into the article's text of a selection boundary, or null where there is no segment around. Words that only
 * screen readers get belong to no segment: a boundary in them moves to the segment that follows.
 * Segments say where they start; nothing is measured.
 */
export function offsetOfBoundary(node: ArticleNode, offset: number): number | null {
  const start = segmentStart(node);
  if (node.nodeType === TEXT_NODE && start !== null) return start + offset;
  const children = Array.from(node.childNodes);
  for (const child of children.slice(offset)) {
    const first = edgeOf(child, "first");
    if (first !== null) return first;
  }
  for (const child of children.slice(0, offset).reverse()) {
    const last = edgeOf(child, "last");
    if (last !== null) return last;
  }
  if (start !== null) return start;
  const parent = node.parentNode;
  return parent ? offsetOfBoundary(parent, Array.from(parent.childNodes).indexOf(node)) : null;
}

/**
 * One span for each block the selection touches, without the white space at its ends: a claim across paragraphs is an
 * interrupted one. Halves of a surrogate pair stay together.
 */
export function spansOfSelection(
  text: string,
  blocks: readonly Span[],
  selection: { from: number; to: number },
): Span[] {
  let start = Math.max(0, Math.min(selection.from, selection.to));
  let end = Math.min(text.length, Math.max(selection.from, selection.to));
  if (cutsSurrogatePair(text, start)) start--;
  if (cutsSurrogatePair(text, end)) end++;
  return blocks
    .map((block) => trimSpan(text, { start: Math.max(start, block.start), end: Math.min(end, block.end) }))
    .filter((span) => span.start < span.end);
}

/** The words of the spans as a first wording, on one line. */
export function wordingOfSpans(text: string, spans: readonly Span[]): string {
  return spans
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .replace(/\s+/gu, " ");
}

/** The start of the segment a node belongs to. */
function segmentStart(node: ArticleNode): number | null {
  for (let at: ArticleNode | null = node; at; at = at.parentNode) {
    const start = at.getAttribute?.("data-start");
    if (start) return Number(start);
  }
  return null;
}

/** The offset where the first segment inside a node begins, or where the last one ends. */
function edgeOf(node: ArticleNode, edge: "first" | "last"): number | null {
  if (node.nodeType === TEXT_NODE) {
    const start = segmentStart(node);
    if (start === null) return null;
    return edge === "first" ? start : start + (node.nodeValue?.length ?? 0);
  }
  const children = Array.from(node.childNodes);
  if (edge === "last") children.reverse();
  for (const child of children) {
    const found = edgeOf(child, edge);
    if (found !== null) return found;
  }
  return null;
}
