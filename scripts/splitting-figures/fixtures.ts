import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Span } from "@/lib/text/span";
import { trimSpan } from "@/lib/text/span";
import type { Fixture, FixtureQuotation } from "@/scripts/splitting-figures/fixture-schema";
import { fixtureSchema } from "@/scripts/splitting-figures/fixture-schema";
import type { GoldClaim, GoldQuotation, GoldSentence, GoldText } from "@/scripts/splitting-figures/gold";

export const FIXTURES_FOLDER = "lib/claims/fixtures";

/** A fixture with its offsets found (quotations in the order of the gold, then those of repeats), and the gold itself. */
export interface LoadedFixture extends Required<Omit<GoldText, "names">> {
  readonly gold: Fixture;
}

/** All news texts of our own with their gold, sorted by name. */
export function loadFixtures(folder = FIXTURES_FOLDER): LoadedFixture[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => {
      const id = basename(file, ".txt");
      const gold: unknown = JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8"));
      return resolveFixture({ id, text: readFileSync(join(folder, file), "utf8"), gold });
    });
}

/**
 * Finds the offsets of a gold that refers to its text by verbatim strings.
 * @throws Error that names the fixture and the string that does not stand where it should
 */
export function resolveFixture(input: { id: string; text: string; gold: unknown }): LoadedFixture {
  const { id, text } = input;
  const gold = fixtureSchema.parse(input.gold);
  const blocks = withRepeats(text, pieces({ id, text, parts: gold.blocks, what: "block" }), gold.blocks);
  const spans = pieces({ id, text, parts: gold.sentences, what: "sentence" });
  const sentences = withRepeats(text, spans, gold.sentences);
  const said = gold.sentences.map((sentence, index) =>
    sentence.quotations.map((quotation) =>
      resolveQuotation({ id, text, quotation, sentences: spans.slice(index) }),
    ),
  );
  const claims = gold.sentences.flatMap((sentence): GoldClaim[] =>
    sentence.claims.map(({ isOptional, missed: _, ...claim }) => ({
      ...claim,
      isOptional: isOptional ?? false,
    })),
  );
  return {
    id,
    text,
    language: gold.language,
    blocks: blocks.map((block, index) => ({ ...block, kind: gold.blocks[index]?.kind ?? "paragraph" })),
    sentences,
    quotations: [...said.flat(), ...saidAgain(sentences, said)],
    claims,
    gold,
  };
}

interface Parts {
  readonly id: string;
  readonly text: string;
  readonly parts: readonly { readonly opens: string }[];
  readonly what: "block" | "sentence";
}

/** Each part from its opening words to the next one's, without white space at its ends. */
function pieces({ id, text, parts, what }: Parts): Span[] {
  const starts: number[] = [];
  for (const { opens } of parts) {
    const from = starts.length === 0 ? 0 : (starts.at(-1) ?? 0) + 1;
    const start = text.indexOf(opens, from);
    if (start < 0) throw new Error(`${id}: no ${what} opens with "${opens}" behind offset ${from}`);
    starts.push(start);
  }
  if (text.slice(0, starts[0]).trim() !== "")
    throw new Error(`${id}: the first ${what} does not begin with the text`);
  return starts.map((start, index) => trimSpan(text, { start, end: starts[index + 1] ?? text.length }));
}

/** A repeat says word for word what the first piece with the same words says. */
function withRepeats(text: string, spans: readonly Span[], parts: readonly { readonly isRepeat?: true }[]) {
  const wordsOf = ({ start, end }: Span) => text.slice(start, end);
  return spans.map((span, index) => ({
    ...span,
    repeatOf: parts[index]?.isRepeat ? spans.findIndex((other) => wordsOf(other) === wordsOf(span)) : null,
  }));
}

/** What is said in a sentence is said in its repeats too. */
function saidAgain(
  sentences: readonly GoldSentence[],
  said: readonly (readonly GoldQuotation[])[],
): GoldQuotation[] {
  return sentences.flatMap(({ start, repeatOf }) => {
    if (repeatOf === null) return [];
    const distance = start - (sentences[repeatOf]?.start ?? start);
    const moved = (spans: readonly Span[]) =>
      spans.map((span) => ({ start: span.start + distance, end: span.end + distance }));
    return (said[repeatOf] ?? []).map((quotation) => ({
      ...quotation,
      spans: moved(quotation.spans),
      speakerSpans: moved(quotation.speakerSpans),
      cueSpans: moved(quotation.cueSpans),
    }));
  });
}

interface QuotationPlace {
  readonly id: string;
  readonly text: string;
  readonly quotation: FixtureQuotation;
  /** From the one it begins in. */
  readonly sentences: readonly Span[];
}

function resolveQuotation({ id, text, quotation, sentences }: QuotationPlace): GoldQuotation {
  const sentence = sentences[0] ?? { start: 0, end: 0 };
  const words = typeof quotation.words === "string" ? [quotation.words] : quotation.words;
  let from = sentence.start;
  const spans = words.map((piece) => {
    const start = text.indexOf(piece, from);
    if (start < 0 || start >= sentence.end) throw new Error(`${id}: nobody says "${piece}" in that sentence`);
    from = start + piece.length;
    return { start, end: from };
  });
  const frame = { start: sentence.start, end: sentences.find(({ end }) => end >= from)?.end ?? text.length };
  const place = { id, text, frame, spans, isWhole: quotation.mode === "reported" };
  return {
    mode: quotation.mode,
    spans,
    speakerSpans: quotation.speaker ? [spanBeside({ ...place, words: quotation.speaker })] : [],
    cueSpans: quotation.cue ? [spanBeside({ ...place, words: quotation.cue })] : [],
    speakerName: quotation.name ?? null,
  };
}

interface BesidePlace {
  readonly id: string;
  readonly text: string;
  /** The sentences of the quotation. */
  readonly frame: Span;
  readonly spans: readonly Span[];
  /** A reported quotation is the whole sentence, its speaker and cue stand inside. */
  readonly isWhole: boolean;
  readonly words: string;
}

/** The place of a speaker or cue: outside the words said, the one nearest to them. */
function spanBeside({ id, text, frame, spans, isWhole, words }: BesidePlace): Span {
  const places = wholeWordPlaces(text, frame, words).filter(
    (place) => isWhole || spans.every(({ start, end }) => place.end <= start || place.start >= end),
  );
  const distance = (place: Span) =>
    Math.min(...spans.map(({ start, end }) => Math.max(start - place.end, place.start - end)));
  const nearest = places.sort((a, b) => distance(a) - distance(b))[0];
  if (!nearest) throw new Error(`${id}: "${words}" does not stand beside what is said there`);
  return nearest;
}

function wholeWordPlaces(text: string, { start, end }: Span, words: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(words, start); at >= 0 && at < end; at = text.indexOf(words, at + 1)) {
    const to = at + words.length;
    if (!isWordCharacter(text.charAt(at - 1)) && !isWordCharacter(text.charAt(to)))
      places.push({ start: at, end: to });
  }
  return places;
}

const isWordCharacter = (character: string) => /[\p{L}\p{N}]/u.test(character);
