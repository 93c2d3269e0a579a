import type { SplitResult } from "@/lib/claims/split-claims";
import { splitClaims } from "@/lib/claims/split-claims";
import type { Span } from "@/lib/text/span";
import type { ClaimCase, ClaimFigures } from "@/scripts/splitting-figures/claim-figures";
import { claimFigures } from "@/scripts/splitting-figures/claim-figures";
import { contractViolations } from "@/scripts/splitting-figures/contract";
import type { DevelopmentSet } from "@/scripts/splitting-figures/development-sets";
import type { GoldText } from "@/scripts/splitting-figures/gold";
import type { QuotationFigures } from "@/scripts/splitting-figures/quotation-figures";
import { quotationFigures } from "@/scripts/splitting-figures/quotation-figures";
import type { BlockFigures, SentenceFigures } from "@/scripts/splitting-figures/sentence-figures";
import { blockFigures, sentenceFigures } from "@/scripts/splitting-figures/sentence-figures";

export interface SetFigures {
  readonly name: string;
  readonly texts: number;
  readonly sentences: SentenceFigures | null;
  readonly blocks: BlockFigures | null;
  readonly quotations: QuotationFigures | null;
  readonly claims: ClaimFigures | null;
  readonly violations: readonly string[];
}

/** Paragraphs that go into one run. */
const BATCH = 50;
const GAP = "\n\n";

/** Splits every text of a set and compares what its gold has noted. */
export function figuresOf({ name, texts, isParagraphs }: DevelopmentSet): SetFigures {
  const runs = isParagraphs ? splitTogether(texts) : texts.map((text) => ({ text, result: splitText(text) }));
  const withSentences = runs.filter(({ text }) => text.sentences && !text.quotations);
  const ownBlocks = runs.flatMap(({ text, result }) =>
    text.sentences && text.claims
      ? [
          {
            id: text.id,
            text: text.text,
            blocks: text.blocks ?? [],
            sentences: text.sentences,
            system: result,
          },
        ]
      : [],
  );
  const claims = runs.flatMap(({ text, result }) => claimCaseOf(text, result));
  const quotations = runs.flatMap(({ text, result }) =>
    text.quotations
      ? [
          {
            id: text.id,
            text: text.text,
            sentences: text.sentences ?? [],
            gold: text.quotations,
            system: result.quotations,
          },
        ]
      : [],
  );
  const own = texts.some(({ blocks }) => blocks) ? runs : withSentences;
  return {
    name,
    texts: texts.length,
    sentences: own.length
      ? sentenceFigures(
          own.map(({ text, result }) => ({
            id: text.id,
            text: text.text,
            gold: text.sentences ?? [],
            system: result.sentences,
          })),
        )
      : null,
    blocks: ownBlocks.length ? blockFigures(ownBlocks) : null,
    quotations: quotations.length ? quotationFigures(quotations) : null,
    claims: claims.length ? claimFigures(claims) : null,
    violations: isParagraphs ? [] : runs.flatMap(({ text, result }) => contractViolations(text.text, result)),
  };
}

const splitText = ({ text, language }: GoldText) => splitClaims(text, { language });

const claimCaseOf = (
  { id, language, claims, names }: GoldText,
  { claims: system }: SplitResult,
): ClaimCase[] => (claims ? [{ id, language, gold: claims, system, ...(names ? { names } : {}) }] : []);

interface Run {
  readonly text: GoldText;
  readonly result: SplitResult;
}

/** Paragraphs in groups, as one text with empty lines between; only their sentences are mapped back. */
function splitTogether(texts: readonly GoldText[]): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < texts.length; from += BATCH) {
    const group = texts.slice(from, from + BATCH);
    const whole = group.map(({ text }) => text).join(GAP);
    const result = splitClaims(whole, { language: group[0]?.language ?? "de" });
    let start = 0;
    for (const text of group) {
      runs.push({
        text,
        result: { ...result, sentences: within(result.sentences, start, text.text.length) },
      });
      start += text.text.length + GAP.length;
    }
  }
  return runs;
}

const within = <T extends Span>(spans: readonly T[], start: number, length: number): T[] =>
  spans
    .filter((span) => span.start < start + length && span.end > start)
    .map((span) => ({
      ...span,
      start: Math.max(span.start - start, 0),
      end: Math.min(span.end - start, length),
    }));
