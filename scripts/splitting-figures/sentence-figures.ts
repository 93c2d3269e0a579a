import type { SplitResult } from "@/lib/claims/split-claims";
import type { Span } from "@/lib/text/span";
import type { Scores } from "@/scripts/splitting-figures/counting";
import { countSets, noCounts, scoresOf, share } from "@/scripts/splitting-figures/counting";

export interface SentenceCase {
  readonly id: string;
  readonly text: string;
  readonly gold: readonly Span[];
  readonly system: readonly Span[];
}

export interface SentenceFigures extends Scores {
  readonly sentences: number;
  /** Share of the gold's sentences with both ends right. */
  readonly exact: number | null;
  readonly errors: readonly string[];
}

/** Boundaries inside the texts, compared on visible characters, so that trimming does not matter. */
export function sentenceFigures(cases: readonly SentenceCase[]): SentenceFigures {
  const counts = noCounts();
  const errors: string[] = [];
  let sentences = 0;
  let exact = 0;
  for (const { id, text, gold, system } of cases) {
    const visible = visibleBefore(text);
    const expected = innerEnds(visible, gold);
    const found = innerEnds(visible, system);
    countSets(counts, expected, found);
    const reproduced = piecesOf(found, visible);
    const pieces = piecesOf(expected, visible);
    sentences += pieces.size;
    exact += [...pieces].filter((piece) => reproduced.has(piece)).length;
    errors.push(...boundaryErrors({ id, text, visible, expected, found }));
  }
  return { ...scoresOf(counts), sentences, exact: share(exact, sentences), errors };
}

/** How many visible characters stand before each offset. */
function visibleBefore(text: string): Int32Array {
  const count = new Int32Array(text.length + 1);
  for (let at = 0; at < text.length; at++)
    count[at + 1] = (count[at] ?? 0) + (/\s/.test(text.charAt(at)) ? 0 : 1);
  return count;
}

function innerEnds(visible: Int32Array, spans: readonly Span[]): Set<number> {
  const length = visible.at(-1) ?? 0;
  return new Set(spans.map(({ end }) => visible[end] ?? 0).filter((end) => end > 0 && end < length));
}

function piecesOf(inner: ReadonlySet<number>, visible: Int32Array): Set<string> {
  const ends = [...inner, visible.at(-1) ?? 0].sort((a, b) => a - b);
  return new Set(ends.map((end, index) => `${ends[index - 1] ?? 0}-${end}`));
}

interface Boundaries {
  readonly id: string;
  readonly text: string;
  readonly visible: Int32Array;
  readonly expected: ReadonlySet<number>;
  readonly found: ReadonlySet<number>;
}

function boundaryErrors({ id, text, visible, expected, found }: Boundaries): string[] {
  const around = (boundary: number) => {
    const at = visible.indexOf(boundary);
    return `${text.slice(Math.max(0, at - 50), at)} ¦ ${text.slice(at, at + 30)}`.replace(/\s+/g, " ");
  };
  return [
    ...[...expected].filter((at) => !found.has(at)).map((at) => `missed   ${id}: ${around(at)}`),
    ...[...found].filter((at) => !expected.has(at)).map((at) => `invented ${id}: ${around(at)}`),
  ];
}

export interface BlockFigures {
  readonly blocks: number;
  /** Share of the gold's blocks that were found with both ends and their kind. */
  readonly kind: number | null;
  /** Repeated sentences, and how many of them are linked to the one they repeat. */
  readonly repeats: number;
  readonly linked: number | null;
  readonly errors: readonly string[];
}

export interface BlockCase {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly (Span & { readonly kind: string })[];
  readonly sentences: readonly (Span & { readonly repeatOf: number | null })[];
  readonly system: SplitResult;
}

export const isSameSpan = (a: Span, b: Span) => a.start === b.start && a.end === b.end;

/** Kinds of blocks, and whether a repeated sentence points to the one it repeats. */
export function blockFigures(cases: readonly BlockCase[]): BlockFigures {
  const errors: string[] = [];
  let blocks = 0;
  let kinds = 0;
  let repeats = 0;
  let linked = 0;
  for (const { id, text, blocks: gold, sentences, system } of cases) {
    for (const block of gold) {
      const found = system.blocks.find((other) => isSameSpan(block, other));
      blocks++;
      if (found?.kind === block.kind) kinds++;
      else
        errors.push(
          `block    ${id}: ${block.kind}, not ${found?.kind ?? "found"} – ${openingOf(text, block)}`,
        );
    }
    for (const sentence of sentences) {
      if (sentence.repeatOf === null) continue;
      repeats++;
      if (isLinked(sentence, sentences, system)) linked++;
      else errors.push(`repeat   ${id}: ${openingOf(text, sentence)}`);
    }
  }
  return { blocks, kind: share(kinds, blocks), repeats, linked: share(linked, repeats), errors };
}

const openingOf = (text: string, { start, end }: Span) => text.slice(start, Math.min(end, start + 60));

function isLinked(
  sentence: Span & { readonly repeatOf: number | null },
  sentences: readonly Span[],
  system: SplitResult,
): boolean {
  const indexOf = (span: Span) =>
    system.sentences.findIndex(({ start, end }) => start < span.end && span.start < end);
  const original = sentences[sentence.repeatOf ?? -1];
  const found = system.sentences[indexOf(sentence)];
  return original !== undefined && found?.repeatOf === indexOf(original);
}
