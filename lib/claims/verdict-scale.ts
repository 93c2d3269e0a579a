import type { SetAside } from "./claim-vocabulary";

/** Version of the scale below; stored with every verdict, because newsrooms change scales. */
export const VERDICT_SCALE_VERSION = 1;

/** In the order of the scale, which is also the order of the keys 1 to 9. */
export const VERDICTS = [
  "CONFIRMED",
  "MOSTLY_CORRECT",
  "MISSING_CONTEXT",
  "PARTLY_FALSE",
  "MOSTLY_FALSE",
  "FALSE",
  "UNSUBSTANTIATED",
  "DISPUTED",
  "NOT_CHECKABLE",
] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Attributed speech has a second question: did the speaker say it? */
export const ATTRIBUTION_VERDICTS = ["SAID", "INACCURATE", "NOT_SAID", "NOT_VERIFIED"] as const;
export type AttributionVerdict = (typeof ATTRIBUTION_VERDICTS)[number];

export const CLAIM_STATES = [
  "OPEN",
  "IN_PROGRESS",
  "WAITING",
  "IN_REVIEW",
  "RETURNED",
  "SIGNED_OFF",
] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

export const TONES = ["open", "working", "supported", "mixed", "refuted", "unresolved"] as const;
export type Tone = (typeof TONES)[number];

export const VERDICT_TONE = {
  CONFIRMED: "supported",
  MOSTLY_CORRECT: "supported",
  MISSING_CONTEXT: "mixed",
  PARTLY_FALSE: "mixed",
  MOSTLY_FALSE: "refuted",
  FALSE: "refuted",
  UNSUBSTANTIATED: "unresolved",
  DISPUTED: "mixed",
  NOT_CHECKABLE: "unresolved",
} as const satisfies Record<Verdict, Tone>;

/** The number a verdict has on the ordinal scale of ClaimReview (1 worst, 5 best); the others carry none. */
export const VERDICT_RATING = {
  CONFIRMED: 5,
  MOSTLY_CORRECT: 4,
  MISSING_CONTEXT: null,
  PARTLY_FALSE: 3,
  MOSTLY_FALSE: 2,
  FALSE: 1,
  UNSUBSTANTIATED: null,
  DISPUTED: null,
  NOT_CHECKABLE: null,
} as const satisfies Record<Verdict, number | null>;

/** Says a tone without colour. */
export const TONE_ICON = {
  open: "○",
  working: "…",
  supported: "✓",
  mixed: "◐",
  refuted: "✕",
  unresolved: "?",
} as const satisfies Record<Tone, string>;

/** A claim's tone: the family of its verdict, or how far the work is while it has none. */
export function toneOf(claim: { verdict: Verdict | null; state: ClaimState }): Tone {
  if (claim.verdict !== null) return VERDICT_TONE[claim.verdict];
  return claim.state === "OPEN" ? "open" : "working";
}

/** Checked means: has a content verdict, whatever the state. */
export function isChecked(claim: { verdict: Verdict | null }): boolean {
  return claim.verdict !== null;
}

/** Set aside: there is nothing to check, so it is no part of the work. */
export function isSetAside(claim: { setAside: SetAside | null }): boolean {
  return claim.setAside !== null;
}

/** Of the claims that are to be checked; those set aside are counted beside them. */
export type Progress = { total: number; checked: number; setAside: number; byTone: Record<Tone, number> };

/** Counts for "31 of 47 checked" and the strip of tones. */
export function progressOf(
  claims: readonly { verdict: Verdict | null; state: ClaimState; setAside: SetAside | null }[],
): Progress {
  const byTone: Record<Tone, number> = {
    open: 0,
    working: 0,
    supported: 0,
    mixed: 0,
    refuted: 0,
    unresolved: 0,
  };
  const toCheck = claims.filter((claim) => !isSetAside(claim));
  for (const claim of toCheck) byTone[toneOf(claim)] += 1;
  return {
    total: toCheck.length,
    checked: toCheck.filter(isChecked).length,
    setAside: claims.length - toCheck.length,
    byTone,
  };
}
