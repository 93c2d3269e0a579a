import type { QuotationMode } from "@/lib/claims/claim-vocabulary";
import type { SplitQuotation } from "@/lib/claims/split-claims";
import type { Span } from "@/lib/text/span";
import type { Pair, Scores } from "@/scripts/splitting-figures/counting";
import {
  countSets,
  matchBest,
  noCounts,
  scoresOf,
  share,
  sharedSize,
} from "@/scripts/splitting-figures/counting";
import type { GoldQuotation } from "@/scripts/splitting-figures/gold";
import { sameWordsKey } from "@/scripts/splitting-figures/word-stems";

/** Overlap (shared words by all words) from which two quotations are the same. */
const SAME_QUOTATION = 0.5;
/** Overlap from which speaker, mode and cue are compared. */
const COMPARABLE = 0.3;

export interface QuotationCase {
  readonly id: string;
  readonly text: string;
  readonly sentences: readonly Span[];
  readonly gold: readonly GoldQuotation[];
  readonly system: readonly SplitQuotation[];
}

export interface QuotationFigures {
  readonly quotations: number;
  readonly spans: Scores;
  readonly directWords: Scores;
  readonly attributedSentences: Scores;
  readonly speaker: number | null;
  /** Like `speaker`, on the name the speaker was resolved to; `null` where the gold has no names. */
  readonly name: number | null;
  readonly mode: number | null;
  readonly cue: number | null;
  readonly errors: readonly string[];
}

type Words = ReadonlySet<number>;

interface Quotation {
  readonly mode: QuotationMode;
  readonly words: Words;
  readonly speaker: Words;
  readonly cue: Words;
  readonly name: string | null | undefined;
  readonly pieces: number;
}

/** Right among those compared. */
interface Judged {
  right: number;
  of: number;
}

/** Who said what: quotations compared in words (runs of letters and digits). */
export function quotationFigures(cases: readonly QuotationCase[]): QuotationFigures {
  const spans = noCounts();
  const directWords = noCounts();
  const attributed = noCounts();
  const judged = { speaker: noJudgement(), name: noJudgement(), mode: noJudgement(), cue: noJudgement() };
  const errors: string[] = [];
  for (const each of cases) {
    const compared = compareQuotations(each);
    const { gold, system, pairs } = compared;
    const hits = pairs.filter(({ similarity }) => similarity >= SAME_QUOTATION);
    spans.found += hits.length;
    spans.invented += system.length - hits.length;
    spans.missed += gold.length - hits.length;
    const isDirect = ({ mode }: Quotation) => mode === "direct";
    countSets(directWords, allWords(gold.filter(isDirect)), allWords(system.filter(isDirect)));
    const isSpeech = attributedSentences(compared.sentences);
    countSets(attributed, isSpeech(allWords(gold)), isSpeech(allWords(system)));
    for (const pair of pairs) if (pair.similarity >= COMPARABLE) judge(judged, compared, pair, errors);
    errors.push(...unmatched(compared, hits));
  }
  const accuracy = ({ right, of }: Judged) => share(right, of);
  return {
    quotations: cases.reduce((sum, { gold }) => sum + gold.length, 0),
    spans: scoresOf(spans),
    directWords: scoresOf(directWords),
    attributedSentences: scoresOf(attributed),
    speaker: accuracy(judged.speaker),
    name: accuracy(judged.name),
    mode: accuracy(judged.mode),
    cue: accuracy(judged.cue),
    errors,
  };
}

const noJudgement = (): Judged => ({ right: 0, of: 0 });

/** For each gold quotation, whether the splitter finds it. */
export function findsQuotations(each: QuotationCase): boolean[] {
  const { gold, pairs } = compareQuotations(each);
  const found = new Set(
    pairs.filter(({ similarity }) => similarity >= SAME_QUOTATION).map((pair) => gold[pair.gold]),
  );
  return gold.map((quotation) => found.has(quotation));
}

interface Compared {
  readonly id: string;
  readonly gold: readonly Quotation[];
  readonly system: readonly Quotation[];
  readonly sentences: readonly Words[];
  readonly pairs: readonly Pair[];
  readonly textOf: (words: Words) => string;
}

function compareQuotations({ id, text, sentences, gold, system }: QuotationCase): Compared {
  const words = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const wordsIn = (spans: readonly Span[]): Words =>
    new Set(
      words.flatMap((word, index) =>
        spans.some(({ start, end }) => word.start >= start && word.end <= end) ? [index] : [],
      ),
    );
  const expected = gold
    .map((quotation) => ({
      mode: quotation.mode,
      words: wordsIn(quotation.spans),
      speaker: wordsIn(quotation.speakerSpans),
      cue: wordsIn(quotation.cueSpans),
      name: quotation.speakerName,
      pieces: quotation.spans.length,
    }))
    .filter(hasWords);
  const found = system
    .map((quotation) => ({
      mode: quotation.mode,
      words: wordsIn([quotation]),
      speaker: wordsIn(quotation.speaker ? [quotation.speaker] : []),
      cue: wordsIn(quotation.cue ? [quotation.cue] : []),
      name: quotation.speaker?.name ?? null,
      pieces: 1,
    }))
    .filter(hasWords);
  const joined = joinPieces(found, expected);
  return {
    id,
    gold: expected,
    system: joined,
    sentences: sentences.map((sentence) => wordsIn([sentence])).filter(({ size }) => size >= 3),
    pairs: matchBest({ system: joined.length, gold: expected.length }, (a, b) =>
      overlapOf(joined[a], expected[b]),
    ),
    textOf: (set) => [...set].map((index) => text.slice(words[index]?.start, words[index]?.end)).join(" "),
  };
}

const hasWords = ({ words }: Quotation) => words.size > 0;

function overlapOf(a: Quotation | undefined, b: Quotation | undefined): number {
  if (!a || !b) return 0;
  const common = sharedSize(a.words, b.words);
  return common / (a.words.size + b.words.size - common);
}

/** The splitter gives a quotation with a frame inside as two; they are joined where the gold counts them as one. */
function joinPieces(system: readonly Quotation[], gold: readonly Quotation[]): Quotation[] {
  const joined: Quotation[] = [];
  const places = new Map<number, number>();
  for (const quotation of system) {
    const whole = gold.findIndex(
      ({ pieces, words }) => pieces > 1 && sharedSize(quotation.words, words) * 2 > quotation.words.size,
    );
    const place = places.get(whole);
    const earlier = place === undefined ? undefined : joined[place];
    if (whole < 0 || place === undefined || !earlier) {
      if (whole >= 0) places.set(whole, joined.length);
      joined.push(quotation);
      continue;
    }
    joined[place] = {
      ...earlier,
      words: new Set([...earlier.words, ...quotation.words]),
      speaker: earlier.speaker.size ? earlier.speaker : quotation.speaker,
      cue: earlier.cue.size ? earlier.cue : quotation.cue,
    };
  }
  return joined;
}

const allWords = (quotations: readonly Quotation[]): Words =>
  new Set(quotations.flatMap(({ words }) => [...words]));

/** A sentence is somebody's speech where a third of its words are. */
const attributedSentences =
  (sentences: readonly Words[]) =>
  (speech: Words): Words =>
    new Set(
      sentences.flatMap((sentence, index) =>
        sharedSize(sentence, speech) / sentence.size >= 1 / 3 ? [index] : [],
      ),
    );

function judge(
  judged: Record<"speaker" | "name" | "mode" | "cue", Judged>,
  { id, gold, system, textOf }: Compared,
  pair: Pair,
  errors: string[],
): void {
  const expected = gold[pair.gold];
  const found = system[pair.system];
  if (!expected || !found) return;
  const count = (what: keyof typeof judged, isRight: boolean) => {
    judged[what].of++;
    if (isRight) judged[what].right++;
  };
  const report = (what: string, right: string, wrong: string) =>
    errors.push(
      `${what.padEnd(8)} ${id}: gold "${right}", system "${wrong}" – ${textOf(expected.words).slice(0, 80)}`,
    );
  count("mode", found.mode === expected.mode);
  if (found.mode !== expected.mode) report("mode", expected.mode, found.mode);
  if (expected.cue.size) count("cue", sharedSize(expected.cue, found.cue) > 0);
  if (expected.speaker.size) {
    const isRight = sharedSize(expected.speaker, found.speaker) > 0;
    count("speaker", isRight);
    if (!isRight) report("speaker", textOf(expected.speaker), textOf(found.speaker));
  }
  if (expected.name) {
    const isRight = isSameName(expected.name, found.name ?? "");
    count("name", isRight);
    if (!isRight) report("name", expected.name, found.name ?? "");
  }
}

/** Lenient about titles and articles: one of the two stands in the other. */
export function isSameName(a: string, b: string): boolean {
  const plain = (name: string) =>
    sameWordsKey(name).replace(/^(?:der|die|das|dem|den|des|ein|eine|einem|einer|the|an?) /, "");
  const [x, y] = [plain(a), plain(b)];
  return y !== "" && (x.includes(y) || y.includes(x));
}

function unmatched({ id, gold, system, textOf }: Compared, hits: readonly Pair[]): string[] {
  const foundGold = new Set(hits.map((pair) => pair.gold));
  const usedSystem = new Set(hits.map((pair) => pair.system));
  const line = (what: string, { mode, words }: Quotation) =>
    `${what} ${id}: (${mode}) ${textOf(words).slice(0, 120)}`;
  return [
    ...gold.filter((_, index) => !foundGold.has(index)).map((quotation) => line("missed  ", quotation)),
    ...system.filter((_, index) => !usedSystem.has(index)).map((quotation) => line("invented", quotation)),
  ];
}
