import type { Span } from "@/lib/text/span";
import { isSpaceCode } from "@/lib/text/span";

export type TokenKind = "word" | "number" | "mark";

export interface Token extends Span {
  readonly text: string;
  /** The text in lower case. */
  readonly lower: string;
  readonly kind: TokenKind;
  readonly hasSpaceBefore: boolean;
}

/**
 * Cuts a text into words, numbers and single marks, in order. Hyphens, apostrophes and slashes inside words and
 * full stops and commas inside numbers stay ("US-Kongress", "1.152", "42,90", "2000/2001"); the full stop of an
 * initial or an ordinal is part of it ("J.", "30." before a small gap and a word is decided by the sentence).
 * Linear in the length of the span.
 */
export function tokenizeWords(text: string, { start, end }: Span): Token[] {
  const tokens: Token[] = [];
  let hasSpaceBefore = false;
  for (let at = start; at < end; ) {
    if (isSpaceCode(text.charCodeAt(at))) {
      hasSpaceBefore = true;
      at++;
      continue;
    }
    const to = tokenEnd(text, at, end);
    const known = knownPiece(text.slice(at, to));
    tokens.push({
      start: at,
      end: to,
      text: known.text,
      lower: known.lower,
      kind: known.kind,
      hasSpaceBefore,
    });
    hasSpaceBefore = false;
    at = to;
  }
  return tokens;
}

type Piece = Pick<Token, "text" | "lower" | "kind">;

const MOST_REMEMBERED = 20_000;
const LONGEST_REMEMBERED = 40;
const remembered = new Map<string, Piece>();

/** The same words come again and again: each is kept once, however often it stands in the text. */
function knownPiece(text: string): Piece {
  const known = remembered.get(text);
  if (known) return known;
  if (text.length > LONGEST_REMEMBERED) return { text, lower: text.toLowerCase(), kind: kindOf(text) };
  // A copy: what is cut from an article would keep the whole article in memory.
  const own = text.split("").join("");
  const piece = { text: own, lower: own.toLowerCase(), kind: kindOf(own) };
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(own, piece);
  return piece;
}

function tokenEnd(text: string, start: number, end: number): number {
  let at = wordEnd(text, start, end);
  // "Brückmann & Thiel" is one name: cut at its ampersand, it would be somebody else's.
  while (at > start && joinsNames(text, at, end)) at = wordEnd(text, at + AMPERSAND.length, end);
  if (at === start) return start + (isSurrogatePair(text, start) ? 2 : 1);
  if (text.charAt(at) === "." && at + 1 < end && ownsFullStop(text.slice(start, at), text, at)) return at + 1;
  return at;
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && (isWordCode(text.charCodeAt(at)) || joins(text, at, start, end))) at++;
  return at;
}

const AMPERSAND = " & ";

function joinsNames(text: string, at: number, end: number): boolean {
  const next = at + AMPERSAND.length;
  return next < end && text.startsWith(AMPERSAND, at) && /\p{Lu}/u.test(text.charAt(next));
}

/** A mark inside a word or number that belongs to it, because a letter or digit stands on both sides. */
function joins(text: string, at: number, start: number, end: number): boolean {
  if (at === start || at + 1 >= end) return false;
  const mark = text.charAt(at);
  if (mark === "-" || mark === "\u2011") return isWordCode(text.charCodeAt(at + 1));
  if (mark === "'" || mark === "’" || mark === "/" || mark === "&" || mark === "_" || mark === "@") {
    return isWordCode(text.charCodeAt(at - 1)) && isWordCode(text.charCodeAt(at + 1));
  }
  if (mark === "." || mark === "," || mark === ":") {
    if (isDigitCode(text.charCodeAt(at - 1)) && isDigitCode(text.charCodeAt(at + 1))) return true;
    return (
      mark === "." &&
      at - start <= 3 &&
      isWordCode(text.charCodeAt(at + 1)) &&
      !isDigitCode(text.charCodeAt(at + 1))
    );
  }
  return false;
}

/** "J." and "Dr." keep their full stop, and so does a day or ordinal of at most three digits. */
function ownsFullStop(word: string, text: string, at: number): boolean {
  if (!isSpaceCode(text.charCodeAt(at + 1))) return false;
  if (word.length === 1) return true;
  if (word.length <= 3 && isDigitCode(word.charCodeAt(0))) return /^\d+$/.test(word);
  return SHORT_FORMS.has(word);
}

const SHORT_FORMS = new Set([
  "Dr",
  "Prof",
  "Mr",
  "Mrs",
  "Ms",
  "St",
  "Nr",
  "bzw",
  "ca",
  "z.B",
  "d.h",
  "Mio",
  "Mrd",
  "usw",
  "etc",
  "Gen",
  "Sen",
  "Gov",
  "Rep",
]);

const kindOf = (piece: string): TokenKind => {
  if (isDigitCode(piece.charCodeAt(0))) return "number";
  return isWordCode(piece.charCodeAt(0)) ? "word" : "mark";
};

const isDigitCode = (code: number) => code >= 0x30 && code <= 0x39;

/** Letters, digits and combining marks; the µ of "µg" too. */
function isWordCode(code: number): boolean {
  if (code < 0x80)
    return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || isDigitCode(code);
  if (code < 0x250)
    return (
      (code >= 0xc0 && code !== 0xd7 && code !== 0xf7) ||
      code === 0xb5 ||
      code === 0xaa ||
      code === 0xba ||
      code === 0xb2 ||
      code === 0xb3
    );
  return /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(code));
}

function isSurrogatePair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  return code >= 0xd800 && code <= 0xdbff && next >= 0xdc00 && next <= 0xdfff;
}
