import type { Span } from "@/lib/text/span";

/** A text in the one form in which quotes are compared, and where each of its characters stands in the original. */
type Folded = { text: string; starts: number[]; ends: number[] };

const FORMS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['„“”«»‟″"', '"'],
    ["‚‘’‹›‛′`´'", "'"],
    ["–—‒―‐‑−-", "-"],
  ].flatMap(([variants = "", form = ""]) => [...variants].map((variant) => [variant, form])),
);
/** Soft hyphens and joiners: there, but not to be seen. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/;

function fold(text: string): Folded {
  const folded: Folded = { text: "", starts: [], ends: [] };
  const add = (characters: string, start: number, end: number) => {
    for (let index = 0; index < characters.length; index++) {
      folded.starts.push(start);
      folded.ends.push(end);
    }
    folded.text += characters;
  };
  let at = 0;
  // Letters with their accents, so that both ways of writing "é" are one.
  for (const cluster of text.normalize("NFC") === text ? text : (text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [])) {
    const start = at;
    at += cluster.length;
    const character = cluster.normalize("NFC");
    if (INVISIBLE.test(character)) continue;
    if (/^\s$/.test(character)) {
      if (folded.text.endsWith(" ")) folded.ends[folded.ends.length - 1] = at;
      else add(" ", start, at);
    } else if (character === "…") add("...", start, at);
    else add(FORMS[character] ?? character, start, at);
  }
  return folded;
}

/** The form in which two wordings are the same to a reader: white space, quotation marks, dashes and case apart. */
export function foldedWording(text: string): string {
  return fold(text)
    .text.trim()
    .toLowerCase()
    .replace(/[.!?]+$/, "");
}

const WORD = /[\p{L}\p{N}]/u;

/** A quote that begins or ends inside a word is not a quote of its words: "acht" does not stand in "achtzig". */
function cutsWord(text: string, start: number, end: number): boolean {
  const touches = (left: number) => WORD.test(text.charAt(left)) && WORD.test(text.charAt(left + 1));
  return touches(start - 1) || touches(end - 1);
}

/**
 * Where the quotes stand in `sentence`, word for word: white space and the forms of quotation marks and dashes do not
 * count, everything else does. Each quote is looked for behind the one before, then from the beginning. Offsets are
 * those of `sentence`, in order, touching ones joined. Null when one of the quotes is not there.
 */
export function findQuotes(sentence: string, quotes: readonly string[]): Span[] | null {
  const within = fold(sentence);
  const spans: Span[] = [];
  let from = 0;
  for (const quote of quotes) {
    const wanted = fold(quote).text.trim();
    const at = wanted === "" ? -1 : findBehind(within.text, wanted, from);
    if (at < 0) return null;
    from = at + wanted.length;
    spans.push({ start: within.starts[at] ?? 0, end: within.ends[from - 1] ?? 0 });
  }
  return joinTouching(sentence, spans);
}

function findBehind(text: string, wanted: string, from: number): number {
  const behind = findWhole(text, wanted, from);
  return behind >= 0 || from === 0 ? behind : findWhole(text, wanted, 0);
}

function findWhole(text: string, wanted: string, from: number): number {
  for (let at = text.indexOf(wanted, from); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (!cutsWord(text, at, at + wanted.length)) return at;
  }
  return -1;
}

function joinTouching(sentence: string, spans: readonly Span[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && sentence.slice(last.end, start).trim() === "") last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}
