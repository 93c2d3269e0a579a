import { ENGLISH_STARTERS, GERMAN_STARTERS } from "@/lib/text/sentence-starters";
import type { Span } from "@/lib/text/span";
import { wordsOf } from "@/lib/text/words-of";

export interface Dateline extends Span {
  readonly place: Span;
  readonly agency: Span | null;
  /** The date in the dateline, e.g. "Jan 4". */
  readonly date: Span | null;
}

/** Agencies by the sign with which they mark their reports, as the source of a regular expression. */
export const AGENCY_SIGN =
  "dts Nachrichtenagentur|dts|dpa(?:[-/](?:AFX|infocom|\\p{Ll}{2,3}))?|AFP|Reuters|rtr|AP|Associated Press|KNA|epd|APA|sda|Keystone-SDA|ots|SID|dapd|ddp|AFX|PA Media|PA|UPI|ANSA|EFE|TASS|Xinhua|Kyodo|Bloomberg|Belga|ANP|CTK|PAP|RND|dpa-AFX";

const LONGEST_DATELINE = 110;
const PLACE_WORD = "\\p{Lu}[\\p{L}'’.-]*";
const PARTICLE = "(?:am|an der|an|bei|ob der|a\\. ?d\\.|a\\. ?M\\.|de|do|di|la|of|im|in der)";
const DATE =
  "(?:(?:\\p{L}{2,10}, )?(?:\\p{Lu}\\p{L}{2,9}\\.? \\d{1,2}|\\d{1,2}\\.? ?\\p{Lu}\\p{L}{2,9}\\.?|\\d{1,2}\\.\\d{1,2}\\.)(?:,? ?\\d{4})?)";
const DATELINE = new RegExp(
  `^(?<place>${PLACE_WORD}(?:(?: ${PARTICLE} | ?/ ?| |, )${PLACE_WORD}){0,4})` +
    `(?:,? (?<date>${DATE}))?` +
    '(?: ?[(/](?<agency>[^()]{2,40})\\))? ?(?<dash>[-–—:]{1,2}|(?<=\\))[.:]?) (?=[\\p{Lu}\\d"„“»‚])',
  "du",
);
const KNOWN_AGENCY = new RegExp(`(?:^|[\\s/,])(?:${AGENCY_SIGN})(?:$|[\\s/,-])`, "u");

/** First words of towns of several words; other pairs of words may be a person: "Erika Beispiel – Die …". */
const TOWN_OPENINGS = wordsOf(
  "st. sankt bad new san santa los las tel rio den den neu hong kuala buenos addis abu cape port saint são sao el la le fort west east north south groß klein alt ho kansas salt mexico lake ras den",
);

/** Words that open a paragraph before a dash and are no place. */
const NO_PLACES = wordsOf(
  "achtung hinweis update analyse kommentar fazit frage antwort nein ja doch kritik sport wetter porträt interview hintergrund reportage eilmeldung note analysis comment opinion question answer yes no update exclusive explainer background review",
);

function isPlace(place: string): boolean {
  const [first = "", ...rest] = place.toLowerCase().split(/[ ,]+/);
  if (NO_PLACES.has(first) || GERMAN_STARTERS.has(first) || ENGLISH_STARTERS.has(first)) return false;
  if (rest.length === 0 || place === place.toUpperCase() || TOWN_OPENINGS.has(first)) return true;
  return place.includes("/") || new RegExp(` ${PARTICLE} `, "u").test(place);
}

/** Reads "Washington - …", "BERLIN (dpa) – …" or "LONDON, Jan 4 (Reuters) - …" at the start of a paragraph. */
export function matchDateline(text: string, { start, end }: Span): Dateline | null {
  const beginning = text.slice(start, Math.min(end, start + LONGEST_DATELINE));
  const match = DATELINE.exec(beginning);
  const place = match?.indices?.groups?.place;
  if (!match || !place) return null;
  const { agency, date, dash } = match.groups ?? {};
  const isSigned = agency !== undefined && KNOWN_AGENCY.test(agency);
  // A colon only opens a story behind an agency; elsewhere it introduces a speaker. Nor does a bare bracket close one.
  if (!/^[-–—]/.test(dash ?? "") && !isSigned) return null;
  if (!isSigned && !date && !isPlace(text.slice(start + place[0], start + place[1]))) return null;
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
