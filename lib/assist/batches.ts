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

type Structure = { blocks: readonly SplitBlock[]; sentences: readonly SplitSentence[] };

/** The sentences that may leave the server, asked about or beside another: indexes into `sentences`. */
export function statingSentences({ blocks, sentences }: Structure): ReadonlySet<number> {
  const silent = blocks.filter(({ kind }) => SILENT_BLOCKS.has(kind));
  return new Set(
    sentences.flatMap((sentence, index) =>
      sentence.end - sentence.start > LONGEST_SENTENCE || silent.some((block) => contains(block, sentence))
        ? []
        : [index],
    ),
  );
}

/** The sentences to ask about: those that were chosen, or else every one that states something, each once. */
export function askableSentences(structure: Structure, wanted: readonly number[] | null): number[] {
  const stating = [...statingSentences(structure)];
  if (wanted === null) return stating.filter((index) => structure.sentences[index]?.repeatOf === null);
  const wish = new Set(wanted);
  return stating.filter((index) => wish.has(index));
}

/** The sentences around one, as far as they are shown to the model and believed by the guard. */
export function contextOf(index: number, stating: ReadonlySet<number>): number[] {
  const from = index - SENTENCES_BEFORE;
  return Array.from({ length: SENTENCES_BEFORE + SENTENCES_AFTER + 1 }, (_, offset) => from + offset).filter(
    (one) => one !== index && stating.has(one),
  );
}

/** Cuts the asked sentences into requests that a small model can hold in mind. */
export function makeBatches(
  asked: readonly number[],
  { sentences, stating }: { sentences: readonly Span[]; stating: ReadonlySet<number> },
): Batch[] {
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
    const around = new Set(group.flatMap((index) => contextOf(index, stating)));
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
