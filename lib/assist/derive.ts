import type { Span } from "@/lib/text/span";
import { contains, overlaps } from "@/lib/text/span";
import { alignWords } from "./align-words";
import { mayLeaveOut } from "./follows";
import { readWords } from "./read-words";

type Ground = {
  text: string;
  language: string;
  sentence: Span;
  /** The quoted words, in offsets of the sentence. */
  quotes: readonly Span[];
  quotations: readonly Span[];
  fullNames: readonly (readonly string[])[];
};

/**
 * Shows that a wording follows from the quoted words of its sentence: the same words in the same order, verbs inflected
 * and moved within their clause, less what can be left out.
 * @returns where its words stand in the text; null where one of them does not stand in the quotes
 */
export function derive(
  wording: string,
  { text, language, sentence, quotes, quotations, fullNames }: Ground,
): { places: Span[]; follows: boolean } | null {
  const own = text.slice(sentence.start, sentence.end);
  const edges = quotations.flatMap(({ start, end }) => [start - sentence.start, end - sentence.start]);
  const read = readWords(own, language, edges);
  const worded = readWords(wording, language).words;
  const isQuoted = (word: Span) => quotes.some((quote) => overlaps(quote, word));
  // What is not quoted keeps its place, so that what was left out can be looked at.
  const quoted = read.words.map((word) => (isQuoted(word) ? word : { ...word, key: "" }));
  const alignment = alignWords(worded, quoted, fullNames);
  if (!alignment) return null;
  const places = alignment.flatMap((place) => {
    const word = place === "added" ? undefined : read.words[place];
    return word ? [{ start: word.start + sentence.start, end: word.end + sentence.start }] : [];
  });
  const isAttributed = quotations.some((one) => places.every((place) => contains(one, place)));
  return { places, follows: mayLeaveOut(read, { alignment, wording: worded }, isAttributed) };
}
