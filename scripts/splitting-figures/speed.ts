import { splitClaims } from "@/lib/claims/split-claims";
import { segmentSentences } from "@/lib/text/segment-sentences";
import type { GoldText } from "@/scripts/splitting-figures/gold";

export interface SpeedFigures {
  readonly language: string;
  /** Millions of UTF-16 units a second. */
  readonly sentences: number;
  /** The whole way from text to claims. */
  readonly pipeline: number;
}

/** Enough that the start counts for little, and little enough for a second. */
const LENGTH = 400_000;

/** How fast the news texts of one language are split, once the code is warm; on a busy machine it says little. */
export function speedOf(language: string, texts: readonly GoldText[]): SpeedFigures {
  const once = texts.map(({ text }) => text).join("\n\n");
  const text = `${once}\n\n`.repeat(Math.ceil(LENGTH / once.length));
  splitClaims(once, { language });
  return {
    language,
    sentences: rateOf(text, () => segmentSentences(text, { language })),
    pipeline: rateOf(text, () => splitClaims(text, { language })),
  };
}

function rateOf(text: string, run: () => unknown): number {
  const started = performance.now();
  run();
  return text.length / 1000 / (performance.now() - started);
}
