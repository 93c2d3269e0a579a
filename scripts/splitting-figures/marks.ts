import { splitClaims } from "@/lib/claims/split-claims";
import { pairClaims } from "@/scripts/splitting-figures/claim-figures";
import type { Fixture } from "@/scripts/splitting-figures/fixture-schema";
import type { LoadedFixture } from "@/scripts/splitting-figures/fixtures";
import { findsQuotations } from "@/scripts/splitting-figures/quotation-figures";
import { isSameSpan } from "@/scripts/splitting-figures/sentence-figures";

/** One thing of the gold, whether it is marked as missed, and whether the splitter misses it today. */
export interface Mark {
  readonly what: "block" | "sentence" | "quotation" | "claim";
  /** The gold's own words for it. */
  readonly words: string;
  readonly isMarkedMissed: boolean;
  readonly isMissed: boolean;
}

/** Compares everything in a fixture's gold with what the splitter finds; optional claims are left out. */
export function marksOf(fixture: LoadedFixture): Mark[] {
  const { blocks, sentences, quotations, claims } = missedOf(fixture);
  const list = (
    what: Mark["what"],
    items: readonly { readonly missed?: true | undefined }[],
    missed: readonly boolean[],
    wordsOf: (index: number) => string,
  ) =>
    items.map(
      (item, index): Mark => ({
        what,
        words: wordsOf(index),
        isMarkedMissed: item.missed ?? false,
        isMissed: missed[index] ?? true,
      }),
    );
  const { gold } = fixture;
  const goldQuotations = gold.sentences.flatMap((sentence) => sentence.quotations);
  const goldClaims = gold.sentences.flatMap((sentence) => sentence.claims);
  return [
    ...list("block", gold.blocks, blocks, (index) => gold.blocks[index]?.opens ?? ""),
    ...list("sentence", gold.sentences, sentences, (index) => gold.sentences[index]?.opens ?? ""),
    ...list("quotation", goldQuotations, quotations, (index) =>
      [goldQuotations[index]?.words ?? ""].flat().join(" … "),
    ),
    ...list("claim", goldClaims, claims, (index) => goldClaims[index]?.wording ?? "").filter(
      (_, index) => !goldClaims[index]?.isOptional,
    ),
  ];
}

/** The gold with its marks as they should be today. */
export function withTodaysMarks(fixture: LoadedFixture): Fixture {
  const missed = missedOf(fixture);
  let quotation = 0;
  let claim = 0;
  return {
    ...fixture.gold,
    blocks: fixture.gold.blocks.map((block, index) => marked(block, missed.blocks[index] ?? true)),
    sentences: fixture.gold.sentences.map((sentence, index) => ({
      ...marked(sentence, missed.sentences[index] ?? true),
      quotations: sentence.quotations.map((each) => marked(each, missed.quotations[quotation++] ?? true)),
      claims: sentence.claims.map((each) => {
        const isMissed = missed.claims[claim++] ?? true;
        return marked(each, isMissed && !each.isOptional);
      }),
    })),
  };
}

function marked<T extends { missed?: true | undefined }>(item: T, isMissed: boolean): T {
  const { missed: _, ...rest } = item;
  return { ...rest, ...(isMissed ? { missed: true } : {}) } as T;
}

function missedOf({ id, text, language, blocks, sentences, quotations, claims }: LoadedFixture) {
  const result = splitClaims(text, { language });
  const found = new Set(
    pairClaims({ id, language, gold: claims, system: result.claims }).map(({ gold }) => gold),
  );
  const finds = findsQuotations({ id, text, sentences, gold: quotations, system: result.quotations });
  return {
    blocks: blocks.map(
      (block) => !result.blocks.some((other) => isSameSpan(block, other) && other.kind === block.kind),
    ),
    sentences: sentences.map((sentence) => !result.sentences.some((other) => isSameSpan(sentence, other))),
    quotations: finds.map((isFound) => !isFound),
    claims: claims.map((claim) => !found.has(claim)),
  };
}
