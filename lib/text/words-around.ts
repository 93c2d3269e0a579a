import type { Span } from "@/lib/text/span";
import { isSpaceAt, isSpaceCode } from "@/lib/text/span";

/*
 * What stands before and behind a place in a text. Every look is bounded, so that a scan that takes one at each full
 * stop stays linear.
 */

/** No abbreviation or numeral is longer. */
const LONGEST_WORD = 40;
const MOST_OPENERS = 6;
const FULL_STOP = 0x2e;
const OPENERS = new Set(Array.from("([{„“‚‘\"'»«›‹”’–—-•⁃▪◦‣∙*¿¡", (character) => character.charCodeAt(0)));

/** Tests for single UTF-16 units; those of ASCII, by far the most, without a regular expression. */
const isAsciiLower = (code: number) => code >= 0x61 && code <= 0x7a;
const isAsciiUpper = (code: number) => code >= 0x41 && code <= 0x5a;
const isAscii = (code: number) => code < 0x80;

export function isLetter(character: string): boolean {
  const code = character.charCodeAt(0);
  return isAscii(code) ? isAsciiLower(code) || isAsciiUpper(code) : /\p{L}/u.test(character);
}
export function isLowerCase(character: string): boolean {
  const code = character.charCodeAt(0);
  return isAscii(code) ? isAsciiLower(code) : /\p{Ll}/u.test(character);
}
export function isUpperCase(character: string): boolean {
  const code = character.charCodeAt(0);
  return isAscii(code) ? isAsciiUpper(code) : /\p{Lu}/u.test(character);
}
export const isDigit = (character: string) => character >= "0" && character <= "9";
export const isCapital = (word: string) => isUpperCase(word.charAt(0));
const isAlphanumeric = (character: string) =>
  isLetter(character) || isDigit(character) || (character > "\u007f" && /\p{N}/u.test(character));

/** "Wort", not "WORT" and not "wort". */
export const isCapitalisedAt = (text: string, at: number) =>
  isUpperCase(text.charAt(at)) && isLowerCase(text.charAt(at + 1));

export const skipSpace = (text: string, from: number, end: number) => {
  let at = from;
  while (at < end && isSpaceCode(text.charCodeAt(at))) at++;
  return at;
};

export const skipSpaceBack = (text: string, from: number, start: number) => {
  let at = from;
  while (at > start && isSpaceAt(text, at - 1)) at--;
  return at;
};

/** First letter or digit behind quotation marks, brackets and dashes; a few of them at most. */
export function firstLetterFrom(text: string, from: number, end: number): number {
  let at = from;
  while (
    at < end &&
    at - from < MOST_OPENERS &&
    (OPENERS.has(text.charCodeAt(at)) || isSpaceCode(text.charCodeAt(at)))
  )
    at++;
  return at;
}

/** Letters, digits and inner full stops that end at `at`, e.g. "z.B", "Dr", "30". */
export function wordBefore(text: string, at: number, start: number): string {
  const behind = text.charCodeAt(at - 1) === FULL_STOP ? at - 1 : at;
  let from = behind;
  const limit = Math.max(start, behind - LONGEST_WORD);
  while (from > limit && isWordCharacter(text, from - 1)) from--;
  return text.slice(from, behind);
}

/** Letters, digits and inner full stops from `at` on, without a full stop at the end. */
export function wordFrom(text: string, at: number, end: number): string {
  let to = at;
  const limit = Math.min(end, at + LONGEST_WORD);
  while (to < limit && isWordCharacter(text, to)) to++;
  return text.slice(at, to).replace(/\.+$/, "");
}

/** Letters and digits, and a full stop that has one on both sides. */
function isWordCharacter(text: string, at: number): boolean {
  if (text.charCodeAt(at) === FULL_STOP)
    return isAlphanumeric(text.charAt(at - 1)) && isAlphanumeric(text.charAt(at + 1));
  return isAlphanumeric(text.charAt(at));
}

/** Everything without white space around `at`, 80 characters to either side at most. */
export function tokenAround(text: string, at: number, { start, end }: Span): string {
  let from = at;
  let to = at;
  while (from > Math.max(start, at - 2 * LONGEST_WORD) && !isSpaceAt(text, from - 1)) from--;
  while (to < Math.min(end, at + 2 * LONGEST_WORD) && !isSpaceAt(text, to)) to++;
  return text.slice(from, to);
}
