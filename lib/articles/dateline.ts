import type { Span } from "@/lib/text/span";

export interface Dateline extends Span {
  readonly place: Span;
  readonly agency: Span | null;
  /** The date in the dateline, e.g. "Jan 4". */
  readonly date: Span | null;
}

const LONGEST_DATELINE = 90;
const PLACE_WORD = "\\p{Lu}[\\p{L}'’.-]*";
const DATELINE = new RegExp(
  `^(?<place>${PLACE_WORD}(?:[ /]${PLACE_WORD}){0,3})` +
    "(?:,? (?<date>(?:\\p{Lu}\\p{L}{2,9}\\.? \\d{1,2}|\\d{1,2}\\.? ?\\p{Lu}\\p{L}{2,9}|\\d{1,2}\\.\\d{1,2}\\.)(?:,? \\d{4})?))?" +
    '(?: ?\\((?<agency>[^()]{2,30})\\))? ?(?<dash>[-–—:]{1,2}) (?=[\\p{Lu}\\d"„“»‚])',
  "du",
);

/** Reads "Washington - …", "BERLIN (dpa) – …" or "LONDON, Jan 4 (Reuters) - …" at the start of a paragraph. */
export function matchDateline(text: string, { start, end }: Span): Dateline | null {
  const beginning = text.slice(start, Math.min(end, start + LONGEST_DATELINE));
  const match = DATELINE.exec(beginning);
  const place = match?.indices?.groups?.place;
  if (!match || !place) return null;
  const { agency, date, dash } = match.groups ?? {};
  // A colon only opens a story behind an agency; elsewhere it introduces a speaker.
  if (dash?.startsWith(":") && !agency) return null;
  const spanOf = (group: [number, number] | undefined) =>
    group ? { start: start + group[0], end: start + group[1] } : null;
  return {
    start,
    end: start + match[0].length,
    place: { start: start + place[0], end: start + place[1] },
    agency: agency ? spanOf(match.indices?.groups?.agency) : null,
    date: date ? spanOf(match.indices?.groups?.date) : null,
  };
}
