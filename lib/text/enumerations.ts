import { isGermanOrdinal } from "@/lib/text/german-ordinals";
import type { SentenceRules } from "@/lib/text/sentence-rules";
import type { Span } from "@/lib/text/span";
import { isSpaceAt } from "@/lib/text/span";
import { isLowerCase, skipSpace, skipSpaceBack, wordBefore, wordFrom } from "@/lib/text/words-around";
import { wordsOf } from "@/lib/text/words-of";

const MARKER = /^(?:(\d{1,2}|[a-z]|ix|iv|v?i{1,3})(\.\)|[.)])\s|[•⁃▪◦‣∙])/;
const LONGEST_MARKER = 6;
/** A list in one paragraph is no longer; looking no further keeps the scan linear. */
const LONGEST_LIST = 5_000;
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/** Behind one of these a number belongs to it: "on May 2. The mayor …". */
const COUNTS_ON = wordsOf(
  "january february march april may june july august september october november december number part page chapter volume figure table",
);

/**
 * Where the further items of a paragraph begin that is a list: "1.) Kauf 2.) Verkauf", "a. … b. …", "• … • …".
 * Only a paragraph that opens with a marker is one, and each marker has to count on from the one before.
 */
export function listItemStarts(text: string, { start, end }: Span, rules: SentenceRules): number[] {
  const first = skipSpace(text, start, end);
  const match = MARKER.exec(text.slice(first, Math.min(first + LONGEST_MARKER, end)));
  if (!match) return [];
  const paragraph = { start: first, end: paragraphEnd(text, first, Math.min(end, first + LONGEST_LIST)) };
  const [marker, value, form] = match;
  if (value === undefined || form === undefined)
    return bulletsFrom(text, marker, { start: first + 1, end: paragraph.end });
  const starts: number[] = [];
  for (let item = followerOf(value); item !== undefined; item = followerOf(item)) {
    const from = starts.at(-1) ?? first;
    const at = placeOf(text, `${item}${form}`, { start: from + 1, end: paragraph.end });
    if (at < 0 || (form === "." && !numbersAnItem(text, at, item, paragraph, rules))) break;
    starts.push(at);
  }
  return starts;
}

/** "8" → "9", "i" → "ii", "b" → "c". */
function followerOf(value: string): string | undefined {
  if (/^\d/.test(value)) return `${Number(value) + 1}`;
  const roman = ROMAN.indexOf(value);
  if (roman >= 0) return ROMAN[roman + 1];
  return value < "z" ? String.fromCharCode(value.charCodeAt(0) + 1) : undefined;
}

/** The first place of `marker` with white space on both sides, or -1. */
function placeOf(text: string, marker: string, { start, end }: Span): number {
  const part = text.slice(start, end);
  for (let at = part.indexOf(marker); at >= 0; at = part.indexOf(marker, at + 1))
    if (isSpaceAt(text, start + at - 1) && isSpaceAt(part, at + marker.length)) return start + at;
  return -1;
}

/** "… am 2. Mai" is no second item, and neither is "see no. 2. of". */
function numbersAnItem(
  text: string,
  at: number,
  value: string,
  { start, end }: Span,
  rules: SentenceRules,
): boolean {
  const nextAt = skipSpace(text, at + value.length + 1, end);
  if (isLowerCase(text.charAt(nextAt))) return false;
  const behind = skipSpaceBack(text, at, start);
  if (/[.!?;]/.test(text.charAt(behind - 1))) return true;
  const next = wordFrom(text, nextAt, end).toLowerCase();
  const previous = wordBefore(text, behind, start).toLowerCase();
  if (rules.language !== "de")
    return (
      !COUNTS_ON.has(previous) && !rules.neverCloses.has(previous) && !rules.onlyBeforeNumbers.has(previous)
    );
  return rules.starters.has(next) || !isGermanOrdinal(value, previous, next);
}

function paragraphEnd(text: string, start: number, end: number): number {
  const length = text.slice(start, end).search(/\n[^\S\n]{0,40}\n/);
  return length < 0 ? end : start + length;
}

function bulletsFrom(text: string, bullet: string, { start: from, end }: Span): number[] {
  const starts: number[] = [];
  const part = text.slice(from, end);
  for (let at = part.indexOf(bullet); at >= 0; at = part.indexOf(bullet, at + 1))
    if (isSpaceAt(text, from + at - 1)) starts.push(from + at);
  return starts;
}
