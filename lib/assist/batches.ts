import type { BlockKind } from "@/lib/claims/claim-vocabulary";
import type { SplitBlock, SplitSentence } from "@/lib/claims/split-claims";
import type { Span } from "@/lib/text/span";
import { contains } from "@/lib/text/span";

/** Sentences that are asked about together, and those before and after them that only help to understand them. */
export type Batch = { sentences: number[]; before: number[]; after: number[] };

const MOST_SENTENCES = 8;
const MOST_CHARACTERS = 2_500;
const SENTENCES_BEFORE = 3;
const SENTENCES_AFTER = 1;
/** A longer one is no sentence of prose; a model would be asked for nothing but trouble. */
const LONGEST_SENTENCE = 2_000;

/** Blocks that state nothing: their text stays on the server. */
const SILENT_BLOCKS: ReadonlySet<BlockKind> = new Set(["dateline", "byline", "boilerplate"]);

/** The sentences worth asking about: those that state something, each once. Indexes into `sentences`. */
export function askableSentences(
  { blocks, sentences }: { blocks: readonly SplitBlock[]; sentences: readonly SplitSentence[] },
  wanted: readonly number[] | null,
): number[] {
  const silent = blocks.filter(({ kind }) => SILENT_BLOCKS.has(kind));
  const wish = wanted && new Set(wanted);
  return sentences.flatMap((sentence, index) => {
    const isAsked = wish === null ? sentence.repeatOf === null : wish.has(index);
    const isSilent = silent.some((block) => contains(block, sentence));
    return isAsked && !isSilent && sentence.end - sentence.start <= LONGEST_SENTENCE ? [index] : [];
  });
}

/** The sentences around one, as far as they are shown to the model and believed by the guard. */
export function contextOf(index: number, sentences: readonly Span[]): number[] {
  const from = Math.max(0, index - SENTENCES_BEFORE);
  return Array.from({ length: index - from + SENTENCES_AFTER + 1 }, (_, offset) => from + offset).filter(
    (one) => one !== index && fits(sentences[one]),
  );
}

function fits(sentence: Span | undefined): boolean {
  return sentence !== undefined && sentence.end - sentence.start <= LONGEST_SENTENCE;
}

/** Cuts the asked sentences into requests that a small model can hold in mind. */
export function makeBatches(asked: readonly number[], sentences: readonly Span[]): Batch[] {
  const groups: number[][] = [];
  let length = 0;
  for (const index of asked) {
    const sentence = sentences[index];
    const own = sentence ? sentence.end - sentence.start : 0;
    const last = groups.at(-1);
    const isNext = last !== undefined && index - (last.at(-1) ?? 0) <= SENTENCES_BEFORE;
    if (last && isNext && last.length < MOST_SENTENCES && length + own <= MOST_CHARACTERS) {
      last.push(index);
      length += own;
    } else {
      groups.push([index]);
      length = own;
    }
  }
  return groups.map((group) => {
    const around = new Set(group.flatMap((index) => contextOf(index, sentences)));
    for (const index of group) around.delete(index);
    const [first = 0] = group;
    const context = [...around].toSorted((a, b) => a - b);
    return {
      sentences: group,
      before: context.filter((index) => index < first),
      after: context.filter((index) => index > first),
    };
  });
}
