export interface TextRange {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

export interface TextSegment {
  start: number;
  end: number;
  text: string;
  /** Every range that covers the segment, outermost first. */
  ids: string[];
}

/**
 * Cuts `text` at every range boundary, so overlapping claims render as flat spans.
 * Joining the segments gives `text` back, character for character. Ranges are clamped to the text, empty ones
 * ignored. Of two ranges the one that starts earlier is the outer one; of two that start together, the longer.
 */
export function splitByRanges(text: string, ranges: readonly TextRange[]): TextSegment[] {
  const opening = ranges
    .map(({ id, start, end }) => ({ id, start: Math.max(0, start), end: Math.min(text.length, end) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const cuts = sortedCuts(text.length, opening);

  const segments: TextSegment[] = [];
  let open: TextRange[] = [];
  let nextToOpen = 0;
  let start = 0;
  for (const end of cuts) {
    open = open.filter((range) => range.end > start);
    for (let range = opening[nextToOpen]; range && range.start === start; range = opening[nextToOpen]) {
      open.push(range);
      nextToOpen++;
    }
    segments.push({ start, end, text: text.slice(start, end), ids: distinctIds(open) });
    start = end;
  }
  return segments;
}

/** All inner boundaries and the end of the text, ascending, each once. */
function sortedCuts(length: number, ranges: readonly TextRange[]): number[] {
  const cuts = new Set(ranges.flatMap(({ start, end }) => [start, end]));
  cuts.add(length);
  cuts.delete(0);
  return [...cuts].sort((a, b) => a - b);
}

const distinctIds = (ranges: readonly TextRange[]) => [...new Set(ranges.map(({ id }) => id))];
