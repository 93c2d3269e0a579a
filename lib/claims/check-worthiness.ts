import { checkReasonsOf } from "@/lib/claims/check-reasons";
import type { CheckReason, ClaimModality, ClaimMode } from "@/lib/claims/claim-vocabulary";
import { isNegation } from "@/lib/claims/negation";
import { isParticiple } from "@/lib/claims/participles";
import type { StatementCues } from "@/lib/claims/statement-cues";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

export interface CheckWorthiness {
  /** 0 … 1. */
  readonly score: number;
  readonly reasons: readonly CheckReason[];
}

export interface WorthEvidence {
  readonly words: readonly Token[];
  readonly cues: StatementCues;
  readonly modality: ClaimModality;
  readonly mode: ClaimMode;
}

/** What raises or lowers the wish to check a statement; each holds or does not hold. */
export const WORTH_FEATURES = [
  "figure",
  "unit",
  "comparison",
  "cause",
  "law",
  "hearsay",
  "deed",
  "state",
  "reported",
  "opinion",
  "judgement",
  "appeal",
  "future",
  "speechAct",
  "person",
  "procedure",
  "vague",
  "firstPerson",
] as const;
export type WorthFeature = (typeof WORTH_FEATURES)[number];

/** The features of a statement and the reasons shown with its score. */
export function worthFeaturesOf({ words, cues, modality, mode }: WorthEvidence): {
  readonly features: ReadonlySet<WorthFeature>;
  readonly reasons: readonly CheckReason[];
} {
  const reasons = checkReasonsOf({ words, cues, modality, isQuoted: mode === "direct" });
  const has = (reason: CheckReason) => reasons.includes(reason);
  const holds: Record<WorthFeature, boolean> = {
    figure: has("number"),
    unit: has("percent") || has("money") || cues.measure > 0,
    comparison: has("comparison") || has("superlative"),
    cause: has("cause"),
    law: has("law"),
    hearsay: modality === "hearsay",
    deed: cues.deed > 0 && modality !== "prediction",
    state: cues.state > 0 && cues.deed === 0,
    reported: mode === "reported",
    opinion: modality === "opinion",
    judgement: cues.judgement > 0,
    appeal: modality === "appeal" || cues.appealVerb > 0,
    future: modality === "prediction" || modality === "conjecture" || (cues.plan > 0 && cues.deed === 0),
    speechAct: cues.speech > 0,
    person: tellsWhoSomebodyIs(words, cues),
    procedure: cues.procedure > 0,
    vague: cues.vague > 0,
    firstPerson: cues.firstPerson > 0,
  };
  return { features: new Set(WORTH_FEATURES.filter((feature) => holds[feature])), reasons };
}

/** "Jana Holt ist Landrätin", "Ines Calder is 41", "He resigned as chairman": a name with what belongs to a person. */
export function tellsWhoSomebodyIs(words: readonly Token[], cues: StatementCues): boolean {
  if (cues.officeVerb > 0 || (cues.office > 0 && cues.copula > 0)) return true;
  const copula = words.findIndex(({ lower }) => COPULAS.has(lower));
  const predicate = words.slice(copula + 1);
  const isFullName = copula >= 2 && words.slice(0, copula).every(({ text }) => /^\p{Lu}/u.test(text));
  if (!isFullName || ARTICLES.has(words[0]?.lower ?? "") || predicate.length > LONGEST_PREDICATE)
    return false;
  return !predicate.some(({ text }) => isParticiple(text) || isNegation(text));
}
const COPULAS = wordsOf("ist war is was");
const ARTICLES = wordsOf("der die das ein eine the a an");
/** Words behind the copula: "a hydrologist at the Marl Institute." */
const LONGEST_PREDICATE = 8;

/**
 * From `scripts/fit-check-worthiness.ts`, rounded: what raised or lowered the wish to check in our own annotated news.
 * Beyond figures, the choice turns on what cannot be looked up (judgements, plans, procedure), not on topics.
 */
const BASE = 0.8;
const WEIGHTS: Readonly<Record<WorthFeature, number>> = {
  figure: 1.2,
  unit: 0.6,
  comparison: 0.7,
  cause: 0.6,
  law: 0.1,
  hearsay: 0.6,
  deed: 0.8,
  state: -0.5,
  reported: -0.8,
  opinion: -1.2,
  judgement: -1.6,
  appeal: -1,
  future: -1.2,
  speechAct: -0.8,
  person: -0.7,
  procedure: -1.5,
  vague: -0.6,
  firstPerson: -0.4,
};

/** How much a claim asks to be checked, from 0 to 1, and why. */
export function checkWorthinessOf(evidence: WorthEvidence): CheckWorthiness {
  const { features, reasons } = worthFeaturesOf(evidence);
  const sum = [...features].reduce((total, feature) => total + WEIGHTS[feature], BASE);
  return { score: Math.round(100 / (1 + Math.exp(-sum))) / 100, reasons };
}
