import { matchDateline } from "@/lib/articles/dateline";
import type { BlockKind } from "@/lib/claims/claim-vocabulary";
import type { Span } from "@/lib/text/span";
import { isSpaceCode, trimSpan } from "@/lib/text/span";

export interface TextBlock extends Span {
  readonly kind: BlockKind;
}

const LONGEST_HEADLINE = 140;
const LONGEST_BYLINE = 120;
const LONGEST_NOTICE = 200;
const SHORTEST_WRAPPED_LINE = 45;
const LONGEST_WRAPPED_LINE = 100;

const BULLET = /^(?:[-–•*·▪]\s|\d{1,2}[.)]\s|[a-z]\)\s)/;
const CAPTION =
  /^(?:Foto|Fotos|Bild|Bilder|Grafik|Archivbild|Archivfoto|Symbolbild|Symbolfoto|Photo|Image|Caption|Graphic|File photo)\b\s*[:(©]/i;
const BYLINE = /^(?:Von|By|VON|BY)\s+\p{Lu}/u;
const NOTICE =
  /^(?:©|\(c\)|Copyright\b|Alle Rechte vorbehalten|All rights reserved|Lesen Sie auch|Mehr zum Thema|Read more|Read also|Related:|Newsletter|Anzeige$|Advertisement$|Quelle:|Source:|Quellen:|Sources:)/i;
const STATUS_LINE =
  /^(?:Stand|Aktualisiert|Veröffentlicht|Erstellt|Updated|Published|Last updated)\b[^.]{0,20}:?\s.{0,60}\d{4}/i;

/** Finds the blocks of an article, one per line (lines wrapped by hand are joined), in order. */
export function findBlocks(text: string): TextBlock[] {
  const paragraphs = joinWrappedLines(text, linesOf(text));
  return paragraphs.flatMap((span, index) =>
    withDateline(text, span, kindOf(text, span, index, paragraphs[index + 1])),
  );
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
    if (open && goesOn(text, { start: open.lastLineStart, end: open.end }, line)) {
      open.end = line.end;
      open.lastLineStart = line.start;
    } else {
      joined.push({ ...line, lastLineStart: line.start });
    }
  }
  return joined.map(({ start, end }) => ({ start, end }));
}

function goesOn(text: string, line: Span, next: Span): boolean {
  if (lineFeedsBetween(text, line.end, next.start) !== 1) return false;
  if (BULLET.test(text.slice(next.start, next.start + 4))) return false;
  if (/[.!?…:"“”«»)\]]/.test(text.charAt(line.end - 1))) return false;
  const length = line.end - line.start;
  if (length < SHORTEST_WRAPPED_LINE || length > LONGEST_WRAPPED_LINE) return false;
  return /[\p{Ll}\d]/u.test(text.charAt(next.start)) || next.end - next.start >= SHORTEST_WRAPPED_LINE;
}

function lineFeedsBetween(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to && count < 2 && isSpaceCode(text.charCodeAt(at)); at++)
    if (text.charCodeAt(at) === 0x0a) count++;
  return count;
}

function kindOf(text: string, span: Span, index: number, next: Span | undefined): BlockKind {
  const length = span.end - span.start;
  const beginning = text.slice(span.start, Math.min(span.end, span.start + LONGEST_NOTICE));
  const isSentence = /[.!?…:]["“”«»)]?$/.test(text.slice(Math.max(span.start, span.end - 2), span.end));
  if (length < LONGEST_NOTICE && NOTICE.test(beginning)) return "boilerplate";
  if (length < LONGEST_NOTICE && CAPTION.test(beginning)) return "caption";
  if (length < LONGEST_BYLINE && STATUS_LINE.test(beginning)) return "dateline";
  if (length < LONGEST_BYLINE && !isSentence && BYLINE.test(beginning)) return "byline";
  if (BULLET.test(beginning)) return "list-item";
  if (index === 0 && next && length < LONGEST_HEADLINE && looksLikeHeadline(beginning)) return "headline";
  return "paragraph";
}

/** Short, more than one word, and not closed like a sentence. */
function looksLikeHeadline(line: string): boolean {
  return line.length < LONGEST_HEADLINE && /\p{L}\s+\S/u.test(line) && !/[.,;:…]["“”«»]?$/.test(line);
}

function withDateline(text: string, span: Span, kind: BlockKind): TextBlock[] {
  const dateline = kind === "paragraph" ? matchDateline(text, span) : null;
  if (!dateline) return [{ ...span, kind }];
  return [
    { ...trimSpan(text, { start: span.start, end: dateline.end }), kind: "dateline" },
    { ...trimSpan(text, { start: dateline.end, end: span.end }), kind },
  ];
}
