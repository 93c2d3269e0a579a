import type { AttributionVerdict, Tone, Verdict } from "./verdict-scale";
import { VERDICT_TONE } from "./verdict-scale";

/** Words that were not said, or not so: a finding against the article whether or not what they say is true. */
export type Misattribution = Extract<AttributionVerdict, "INACCURATE" | "NOT_SAID">;

/** The answer to "was it said?" where it speaks against the article, otherwise null. */
export function misattributionOf(attribution: AttributionVerdict | null): Misattribution | null {
  return attribution === "INACCURATE" || attribution === "NOT_SAID" ? attribution : null;
}

/** The tone of such a finding, beside the claim's own. */
export const MISATTRIBUTION_TONE = { NOT_SAID: "refuted", INACCURATE: "mixed" } as const satisfies Record<
  Misattribution,
  Tone
>;

const ATTRIBUTION_RANK = { NOT_SAID: 0, INACCURATE: 2 } as const satisfies Record<Misattribution, number>;
const TONE_RANK: Partial<Record<Tone, number>> = { refuted: 1, mixed: 2, unresolved: 3 };

/**
 * How gravely the answers to both questions speak against the article: 0 for words that were never said, then what the
 * evidence refutes, what is partly wrong or inaccurately given, and what nothing shows; null when neither answer is a
 * bad one. What nobody can check is no fault of the article.
 */
export function gravityOf(claim: {
  verdict: Verdict | null;
  attributionVerdict: AttributionVerdict | null;
}): number | null {
  const misattribution = misattributionOf(claim.attributionVerdict);
  const ranks = [
    misattribution === null ? undefined : ATTRIBUTION_RANK[misattribution],
    claim.verdict === null || claim.verdict === "NOT_CHECKABLE"
      ? undefined
      : TONE_RANK[VERDICT_TONE[claim.verdict]],
  ].filter((rank) => rank !== undefined);
  return ranks.length === 0 ? null : Math.min(...ranks);
}
