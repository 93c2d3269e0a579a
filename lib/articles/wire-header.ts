import { matchDateline } from "@/lib/articles/dateline";
import { detectLanguage } from "@/lib/claims/detect-language";
import type { TextBlock } from "@/lib/claims/find-blocks";
import { findBlocks } from "@/lib/claims/find-blocks";
import type { Span } from "@/lib/text/span";

/** What a header field says, and where it stands in the text. */
export interface HeaderField extends Span {
  value: string;
}

/** What the head and foot of an agency report say about it; null where they say nothing. */
export interface WireHeader {
  title: HeaderField | null;
  agency: HeaderField | null;
  byline: HeaderField | null;
  /** The place the report was sent from. */
  dateline: HeaderField | null;
  /** ISO 8601: a date, or date and time without zone where a time is given. */
  publishedAt: HeaderField | null;
  copyright: HeaderField | null;
  language: HeaderField | null;
}

/** Agencies by the name or sign they use for themselves. */
const AGENCIES = [
  "dpa",
  "AFP",
  "Reuters",
  "AP",
  "dts Nachrichtenagentur",
  "dts",
  "KNA",
  "epd",
  "APA",
  "sda",
  "Keystone-SDA",
  "PA Media",
  "ANSA",
  "EFE",
];

/**
 * Reads title, agency, byline, dateline, date and copyright from the head and foot of a report.
 * The first line is a title only when it looks like one: short, without a full stop, and with a body behind it.
 */
export function detectWireHeader(text: string): WireHeader {
  const blocks = findBlocks(text);
  const body = blocks.findIndex(({ kind }) => kind === "paragraph");
  // A headline behind the first paragraph is one inside the story.
  const headline = blocks.slice(0, body < 0 ? blocks.length : body).find(({ kind }) => kind === "headline");
  const byline = blocks.find(({ kind }) => kind === "byline");
  const notice = blocks.findLast(
    (block) => block.kind === "boilerplate" && /^(?:©|\(c\)|Copyright)/i.test(textOf(text, block)),
  );
  const dateline = datelineOf(text, blocks);
  const language = detectLanguage(text);
  return {
    title: headline ? fieldOf(text, headline) : null,
    agency: dateline?.agency ? fieldOf(text, dateline.agency) : agencyIn(text, notice),
    byline: byline ? bylineField(text, byline) : null,
    dateline: dateline ? fieldOf(text, dateline.place) : null,
    publishedAt: publicationDate(text, blocks),
    copyright: notice ? fieldOf(text, notice) : null,
    language:
      language === "other" || text.trim() === "" ? null : { value: language, start: 0, end: text.length },
  };
}

const textOf = (text: string, { start, end }: Span) => text.slice(start, end);
const fieldOf = (text: string, span: Span): HeaderField => ({
  value: textOf(text, span),
  start: span.start,
  end: span.end,
});

function datelineOf(text: string, blocks: readonly TextBlock[]) {
  for (const block of blocks) {
    if (block.kind !== "dateline") continue;
    const dateline = matchDateline(text, { start: block.start, end: text.length });
    if (dateline) return dateline;
  }
  return null;
}

/** "Von Erika Beispiel und Max Muster" → the names. */
function bylineField(text: string, block: Span): HeaderField {
  const opening = /^(?:Von|By|VON|BY)\s+/.exec(textOf(text, block))?.[0].length ?? 0;
  return fieldOf(text, { start: block.start + opening, end: block.end });
}

function agencyIn(text: string, notice: Span | undefined): HeaderField | null {
  if (!notice) return null;
  const line = textOf(text, notice);
  for (const agency of AGENCIES) {
    const at = line.search(new RegExp(`(?<![\\p{L}\\d])${agency}(?![\\p{L}\\d])`, "u"));
    if (at >= 0) return fieldOf(text, { start: notice.start + at, end: notice.start + at + agency.length });
  }
  return null;
}

// ---- dates ---------------------------------------------------------------------------------------------------

const MONTHS = [
  ["januar", "jänner", "january", "jan"],
  ["februar", "february", "feb"],
  ["märz", "march", "mar"],
  ["april", "apr"],
  ["mai", "may"],
  ["juni", "june", "jun"],
  ["juli", "july", "jul"],
  ["august", "aug"],
  ["september", "sept", "sep"],
  ["oktober", "october", "okt", "oct"],
  ["november", "nov"],
  ["dezember", "december", "dez", "dec"],
];
const DATE_PATTERNS = [
  /(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2}))?/u,
  /(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4})(?:(?:,| um| -)?\s(?<hour>\d{1,2})[:.](?<minute>\d{2}))?/u,
  /(?<day>\d{1,2})\.?\s(?<month>\p{L}{3,9})\.?,?\s(?<year>\d{4})(?:(?:,| um| at| -)?\s(?<hour>\d{1,2})[:.](?<minute>\d{2}))?/u,
  /(?<month>\p{L}{3,9})\.?\s(?<day>\d{1,2}),?\s(?<year>\d{4})(?:(?:,| at| -)?\s(?<hour>\d{1,2})[:.](?<minute>\d{2}))?/u,
];

/** The date in a line of its own ("Stand: …") or in the dateline. Dates in the story are none. */
function publicationDate(text: string, blocks: readonly TextBlock[]): HeaderField | null {
  for (const block of blocks) {
    if (block.kind !== "dateline") continue;
    const line = textOf(text, block);
    for (const pattern of DATE_PATTERNS) {
      const match = pattern.exec(line);
      const value = match?.groups ? isoDate(match.groups) : null;
      if (match && value)
        return { value, start: block.start + match.index, end: block.start + match.index + match[0].length };
    }
  }
  return null;
}

/** ISO 8601 of the parts of a date, null where there is no such day. */
function isoDate({ year, month, day, hour, minute }: Record<string, string | undefined>): string | null {
  const monthNumber = /^\d+$/.test(month ?? "")
    ? Number(month)
    : 1 + MONTHS.findIndex((names) => names.includes((month ?? "").toLowerCase()));
  const dayNumber = Number(day);
  if (monthNumber < 1 || monthNumber > 12 || dayNumber < 1 || dayNumber > daysIn(Number(year), monthNumber))
    return null;
  const date = `${year}-${twoDigits(monthNumber)}-${twoDigits(dayNumber)}`;
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
  return `${date}T${twoDigits(Number(hour))}:${minute}`;
}

const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const twoDigits = (value: number) => String(value).padStart(2, "0");
