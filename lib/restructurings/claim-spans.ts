import type { Span } from "@/lib/text/span";
import { contains } from "@/lib/text/span";

/** The spans in the order of the text, joined where they overlap or nothing but white space lies between them. */
export function unionOfSpans(text: string, spans: readonly Span[]): Span[] {
  const union: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = union.at(-1);
    if (last && (start <= last.end || text.slice(last.end, start).trim() === "")) {
      last.end = Math.max(last.end, end);
    } else {
      union.push({ start, end });
    }
  }
  return union;
}

/** The index of the first piece that does not lie inside of `own`; null where all of them do. */
export function findOutside(text: string, own: readonly Span[], pieces: readonly Span[]): number | null {
  const outer = unionOfSpans(text, own);
  const index = pieces.findIndex((piece) => !outer.some((span) => contains(span, piece)));
  return index < 0 ? null : index;
}

/** Where the words of `pieces` stand inside `place`, in their order; null where one of them does not. */
export function findRepeated(text: string, pieces: readonly Span[], place: readonly Span[]): Span[] | null {
  const found: Span[] = [];
  let from = 0;
  for (const piece of pieces) {
    const words = text.slice(piece.start, piece.end);
    const next = unionOfSpans(text, place)
      .map(({ start, end }) => ({ start: Math.max(start, from), end }))
      .flatMap(({ start, end }) => {
        const at = start < end ? text.slice(start, end).indexOf(words) : -1;
        return at < 0 ? [] : [{ start: start + at, end: start + at + words.length }];
      })[0];
    if (!next) return null;
    found.push(next);
    from = next.end;
  }
  return found;
}
