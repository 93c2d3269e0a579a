import { matchDateline } from "@/lib/articles/dateline";
import type { BlockKind } from "@/lib/claims/claim-vocabulary";
import { isByline, isCaption, isDateLine, isNotice } from "@/lib/claims/line-kinds";
import type { Span } from "@/lib/text/span";
import { isSpaceCode, trimSpan } from "@/lib/text/span";

export interface TextBlock extends Span {
  readonly kind: BlockKind;
}

const LONGEST_HEADLINE = 140;
const LONGEST_SUBHEAD = 80;
const SHORTEST_PARAGRAPH = 80;
const SHORTEST_WRAPPED_LINE = 45;
const LONGEST_WRAPPED_LINE = 100;
const LONGEST_LINE_THAT_IS_LOOKED_AT = 400;

const BULLET = /^(?:[-–•*·▪⁃◦‣∙►➤✓]\s|[•▪⁃◦‣]|\(?\d{1,2}(?:\.\)|[.)])\s|\(?[a-z]\)\s)/;
/** "4. Januar" opens a sentence, not an item. */
const DATE_OPENING =
  /^\d{1,2}\. (?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/;

/** Finds the blocks of an article, one per line (lines wrapped by hand are joined), in order. */
export function findBlocks(text: string): TextBlock[] {
  const paragraphs = joinWrappedLines(text, linesOf(text));
  return paragraphs.flatMap((span, index) => withDateline(text, span, kindOf(text, paragraphs, index)));
}

/** All lines with something on them, trimmed. */
function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf("\n", start);
    const end = feed < 0 ? text.length : feed;
    const line = trimSpan(text, { start, end });
    if (line.start < line.end) lines.push(line);
    start = end + 1;
  }
  return lines;
}

/** A line goes on in the next one when it stops in mid-sentence at the width of a typed page. */
function joinWrappedLines(text: string, lines: readonly Span[]): Span[] {
  const joined: { start: number; end: number; lastLineStart: number }[] = [];
  for (const line of lines) {
    const open = joined.at(-1);
    if (open && goesOn(text, { start: open.lastLineStart, end: open.end, blockStart: open.start }, line)) {
      open.end = line.end;
      open.lastLineStart = line.start;
    } else {
      joined.push({ start: line.start, end: line.end, lastLineStart: line.start });
    }
  }
  return joined.map(({ start, end }) => ({ start, end }));
}

function goesOn(text: string, line: Span & { readonly blockStart: number }, next: Span): boolean {
  if (lineFeedsBetween(text, line.end, next.start) !== 1) return false;
  if (BULLET.test(text.slice(next.start, next.start + 6))) return false;
  const last = text.charAt(line.end - 1);
  if (/[.!?…:]/.test(last)) return false;
  const length = line.end - line.start;
  const isSmall = /\p{Ll}/u.test(text.charAt(next.start));
  if (isSmall && isOpenSentence(text, line)) return true;
  if (/["“”«»)\]]/.test(last) || length < SHORTEST_WRAPPED_LINE || length > LONGEST_WRAPPED_LINE)
    return false;
  if (isSmall || /\d/.test(text.charAt(next.start))) return true;
  const nextLength = next.end - next.start;
  return nextLength >= SHORTEST_WRAPPED_LINE && nextLength <= LONGEST_WRAPPED_LINE;
}

/** Begins with a capital and has several words: the small letter in the next line goes on with it. */
function isOpenSentence(
  text: string,
  { blockStart, start, end }: Span & { readonly blockStart: number },
): boolean {
  if (end - start > LONGEST_WRAPPED_LINE) return false;
  return /^["„“»‚]?\p{Lu}/u.test(text.slice(blockStart, blockStart + 2)) && /\s/.test(text.slice(start, end));
}

function lineFeedsBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to && count < 2 && isSpaceCode(text.charCodeAt(at)); at++)
    if (text.charCodeAt(at) === 0x0a) count++;
  return count;
}

function kindOf(text: string, paragraphs: readonly Span[], index: number): BlockKind {
  const span = paragraphs[index] ?? { start: 0, end: 0 };
  const line = text.slice(span.start, Math.min(span.end, span.start + LONGEST_LINE_THAT_IS_LOOKED_AT));
  if (isNotice(line)) return "boilerplate";
  if (isCaption(line)) return "caption";
  if (isDateLine(line)) return "dateline";
  if (isByline(line)) return "byline";
  if (BULLET.test(line) && !DATE_OPENING.test(line)) return "list-item";
  const next = paragraphs[index + 1];
  if (index === 0 && next && looksLikeHeadline(line)) return "headline";
  return isSubhead(text, line, { previous: paragraphs[index - 1], next }) ? "headline" : "paragraph";
}

/** Short, more than one word, and not closed like a sentence. */
function looksLikeHeadline(line: string): boolean {
  return line.length < LONGEST_HEADLINE && /\p{L}\s+\S/u.test(line) && !/[.,;:…]["“”«»]?$/.test(line);
}

/** A headline inside the story: a short line between two paragraphs that are closed like sentences. */
function isSubhead(
  text: string,
  line: string,
  { previous, next }: { readonly previous: Span | undefined; readonly next: Span | undefined },
): boolean {
  if (!previous || !next || line.length > LONGEST_SUBHEAD || !looksLikeHeadline(line)) return false;
  if (/[!)\]"“”«»]$/.test(line) || !/^["„“»‚]?[\p{Lu}\d]/u.test(line)) return false;
  return isClosedParagraph(text, previous) && isClosedParagraph(text, next);
}

const isClosedParagraph = (text: string, { start, end }: Span) =>
  end - start >= SHORTEST_PARAGRAPH && /[.!?…]["“”«»)]?$/.test(text.slice(Math.max(start, end - 2), end));

function withDateline(text: string, span: Span, kind: BlockKind): TextBlock[] {
  const dateline = kind === "paragraph" ? matchDateline(text, span) : null;
  if (!dateline) return [blockOf(span, kind)];
  return [
    blockOf(trimSpan(text, { start: span.start, end: dateline.end }), "dateline"),
    blockOf(trimSpan(text, { start: dateline.end, end: span.end }), kind),
  ];
}

const blockOf = ({ start, end }: Span, kind: BlockKind): TextBlock => ({ start, end, kind });
