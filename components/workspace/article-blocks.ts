import type { SplitBlock } from "@/lib/claims/split-claims";
import type { TextRange } from "@/lib/text/split-by-ranges";
import { splitByRanges } from "@/lib/text/split-by-ranges";
import type { ClaimPlaces as PlacedClaim } from "./workspace-model";

type ClaimPlaces = Omit<PlacedClaim, "sentence">;

/** A claim at one of its places; occurrence 0 is its own, the others are repeats. */
export type MarkedClaim = {
  claimId: string;
  isRepeat: boolean;
  /** Whether the place begins and ends with this piece, so that each is announced once. */
  isStart: boolean;
  isEnd: boolean;
  /** The same for the one span of the place that the piece belongs to. */
  opensSpan: boolean;
  closesSpan: boolean;
};

export type ArticleSegment = {
  start: number;
  text: string;
  /** Outermost first; the last one is what a click means. */
  claims: MarkedClaim[];
};

export type ArticleBlock = {
  kind: SplitBlock["kind"];
  start: number;
  end: number;
  /** Number among the paragraphs, from 1; null for everything else. */
  paragraph: number | null;
  /** Number of the paragraph this one repeats. */
  repeats: number | null;
  /** A dateline that the paragraph behind it goes on from, on the same line. */
  runsIn: boolean;
  segments: ArticleSegment[];
};

/**
 * Lays the claims over the blocks of the text: each block as flat segments. Joining the segments of a block gives its
 * text back, character for character.
 */
export function layOutArticle(
  text: string,
  blocks: readonly SplitBlock[],
  places: readonly ClaimPlaces[],
): ArticleBlock[] {
  const ranges = rangesOf(places);
  const paragraphs = numberParagraphs(blocks);
  let next = 0;
  let open: PlacedRange[] = [];
  return blocks.map((block, index) => {
    open = open.filter((range) => range.end > block.start);
    for (let range = ranges[next]; range && range.start < block.end; range = ranges[++next]) {
      if (range.end > block.start) open.push(range);
    }
    return {
      kind: block.kind,
      start: block.start,
      end: block.end,
      paragraph: paragraphs[index] ?? null,
      repeats: block.repeatOf === null ? null : (paragraphs[block.repeatOf] ?? null),
      runsIn: block.kind === "dateline" && isSameLine(text, block, blocks[index + 1]),
      segments: segmentsOf(text, block, open),
    };
  });
}

type PlacedRange = TextRange & { claimId: string; isRepeat: boolean; isFirst: boolean; isLast: boolean };

/** Every span of every place, in the order of the text. */
function rangesOf(places: readonly ClaimPlaces[]): PlacedRange[] {
  const ranges: PlacedRange[] = [];
  for (const { id: claimId, spans, repeats } of places) {
    const occurrences = [spans, ...repeats.map((repeat) => repeat.spans)];
    for (const [occurrence, pieces] of occurrences.entries()) {
      for (const [piece, { start, end }] of pieces.entries()) {
        ranges.push({
          id: `${claimId} ${occurrence} ${piece}`,
          claimId,
          isRepeat: occurrence > 0,
          isFirst: piece === 0,
          isLast: piece === pieces.length - 1,
          start,
          end,
        });
      }
    }
  }
  return ranges.sort((a, b) => a.start - b.start || b.end - a.end);
}

function segmentsOf(text: string, block: SplitBlock, ranges: readonly PlacedRange[]): ArticleSegment[] {
  const byId = new Map(ranges.map((range) => [range.id, range]));
  const shifted = ranges.map(({ id, start, end }) => ({
    id,
    start: start - block.start,
    end: end - block.start,
  }));
  return splitByRanges(text.slice(block.start, block.end), shifted).map((segment) => {
    const start = segment.start + block.start;
    const end = segment.end + block.start;
    return {
      start,
      text: segment.text,
      claims: segment.ids
        .flatMap((id) => byId.get(id) ?? [])
        .map(({ claimId, isRepeat, isFirst, isLast, ...range }) => ({
          claimId,
          isRepeat,
          isStart: isFirst && range.start === start,
          isEnd: isLast && range.end === end,
          opensSpan: range.start === start,
          closesSpan: range.end === end,
        })),
    };
  });
}

function isSameLine(text: string, block: SplitBlock, next: SplitBlock | undefined): boolean {
  return next !== undefined && !text.slice(block.end, next.start).includes("\n");
}

function numberParagraphs(blocks: readonly SplitBlock[]): (number | null)[] {
  let number = 0;
  return blocks.map(({ kind }) => {
    if (kind !== "paragraph" && kind !== "list-item") return null;
    number += 1;
    return number;
  });
}
