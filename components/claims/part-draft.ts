import type { Span } from "@/lib/text/span";
import { overlaps, trimSpan } from "@/lib/text/span";

/** A part of a claim that is being split: what it states and the words it stands on. */
export type PartDraft = { key: string; wording: string; spans: readonly Span[] };

/** A word of the text, with its place. */
export type PlacedWord = Span & { text: string };

/** What stands between white space in these spans. */
export function wordsIn(text: string, spans: readonly Span[]): PlacedWord[] {
  return spans.flatMap((span) =>
    [...text.slice(span.start, span.end).matchAll(/\S+/gu)].map(({ 0: word, index }) => ({
      start: span.start + index,
      end: span.start + index + word.length,
      text: word,
    })),
  );
}

/** The words as a sentence: a capital first, a full stop behind, and no comma or "and" that joined them to others. */
export function wordingFrom(text: string, spans: readonly Span[]): string {
  const words = spans
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s,;:–—]*(?:(?:und|sowie|and)\s)?/iu, "")
    .replace(/[\s,;:–—]+$/u, "");
  if (words === "") return "";
  const sentence = words.charAt(0).toLocaleUpperCase() + words.slice(1);
  return /[.!?…]["“”’«»)]*$/u.test(sentence) ? sentence : `${sentence}.`;
}

/** Two parts of one, cut before the word at `at`; their wordings are the words, to be written out. */
export function cutPart(
  text: string,
  part: PartDraft,
  { at, keys }: { at: number; keys: readonly [string, string] },
): [PartDraft, PartDraft] {
  const before = within(text, part.spans, { start: 0, end: at });
  const after = within(text, part.spans, { start: at, end: text.length });
  return [
    { key: keys[0], wording: wordingFrom(text, before), spans: before },
    { key: keys[1], wording: wordingFrom(text, after), spans: after },
  ];
}

/** The words of the claim that belong to none of its parts. */
export function wordsLeftOut(text: string, claim: readonly Span[], parts: readonly PartDraft[]): string[] {
  return wordsIn(text, claim)
    .filter((word) => /[\p{L}\p{N}]/u.test(word.text))
    .filter((word) => !parts.some(({ spans }) => spans.some((span) => overlaps(span, word))))
    .map((word) => word.text);
}

/** Why the parts cannot be saved yet; null where they can. */
export function findFault(
  text: string,
  parts: readonly PartDraft[],
): "nothingToCut" | "tooFew" | "empty" | null {
  if (parts.length < 2) {
    const words = parts.flatMap(({ spans }) => wordsIn(text, spans));
    return words.length < 2 ? "nothingToCut" : "tooFew";
  }
  return parts.some(({ wording, spans }) => wording.trim() === "" || spans.length === 0) ? "empty" : null;
}

/** Parts as kept in the browser; null where there are none or they are damaged. */
export function parseParts(text: string): PartDraft[] | null {
  try {
    const parts = JSON.parse(text) as unknown;
    return Array.isArray(parts) ? (parts as PartDraft[]) : null;
  } catch {
    return null;
  }
}

function within(text: string, spans: readonly Span[], limits: Span): Span[] {
  return spans
    .map(({ start, end }) =>
      trimSpan(text, { start: Math.max(start, limits.start), end: Math.min(end, limits.end) }),
    )
    .filter(({ start, end }) => start < end);
}
