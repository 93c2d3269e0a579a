import { checkReasonsOf } from "@/lib/claims/check-reasons";
import type { CheckReason, ClaimModality, ClaimMode } from "@/lib/claims/claim-vocabulary";
import { isNegation } from "@/lib/claims/negation";
import { isClearParticiple, isParticiple } from "@/lib/claims/participles";
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
  const isAppeal = modality === "appeal" || cues.appealVerb > 0 || cues.demand > 0;
  const isFuture =
    modality === "prediction" ||
    ((cues.plan > 0 || (cues.scheduled > 0 && has("date"))) && cues.deed === 0) ||
    isGermanFuture(words);
  const holds: Record<WorthFeature, boolean> = {
    // What stands in a demand ("einen Fonds von 25 Millionen Euro einzurichten") says nothing about the world.
    figure: has("number") && !isAppeal,
    unit: (has("percent") || has("money") || (has("number") && cues.measure > 0)) && !isAppeal,
    comparison: (has("comparison") || has("superlative")) && !isAppeal,
    cause: has("cause") && !isAppeal,
    law: has("law"),
    hearsay: modality === "hearsay",
    deed: !isFuture && (cues.deed > 0 || isGermanPassive(words)),
    state: cues.state > 0 && cues.deed === 0,
    reported: mode === "reported",
    opinion: modality === "opinion",
    judgement: cues.judgement > 0,
    appeal: isAppeal,
    future: isFuture,
    speechAct: cues.speech > 0,
    person: tellsWhoSomebodyIs(words, cues),
    procedure: cues.procedure > 0,
    vague: cues.vague > 0,
    firstPerson: cues.firstPerson > 0,
  };
  return { features: new Set(WORTH_FEATURES.filter((feature) => holds[feature])), reasons };
}

const hasWerden = (words: readonly Token[]) => words.some(({ lower }) => WERDEN.has(lower));
const WERDEN = wordsOf("wird werden werde");

/** "Die Knochen werden gereinigt": something is done, however the present says it. */
const isGermanPassive = (words: readonly Token[]) =>
  hasWerden(words) && words.some(({ text }) => isClearParticiple(text));

/** "Das Ministerium wird berichten": an infinitive at the end and no participle. */
export function isGermanFuture(words: readonly Token[]): boolean {
  const last = words.findLast(({ kind }) => kind === "word")?.text ?? "";
  return hasWerden(words) && !isGermanPassive(words) && /^\p{Ll}+n$/u.test(last) && !WERDEN.has(last);
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
 * "vague" is set by hand, it is too rare there. Beyond figures, the choice turns on what cannot be looked up (judgements, plans, procedure), not on topics.
 */
const BASE = 0.6;
const WEIGHTS: Readonly<Record<WorthFeature, number>> = {
  figure: 1.3,
  unit: 0.8,
  comparison: 0.7,
  cause: 1.1,
  law: 0.1,
  hearsay: 0.4,
  deed: 0.9,
  state: -0.3,
  reported: -0.7,
  opinion: -1,
  judgement: -1.8,
  appeal: -0.8,
  future: -1.2,
  speechAct: -0.9,
  person: -0.8,
  procedure: -2,
  vague: -0.6,
  firstPerson: -0.6,
};

/** How much a claim asks to be checked, from 0 to 1, and why. */
export function checkWorthinessOf(evidence: WorthEvidence): CheckWorthiness {
  const { features, reasons } = worthFeaturesOf(evidence);
  const sum = [...features].reduce((total, feature) => total + WEIGHTS[feature], BASE);
  return { score: Math.round(100 / (1 + Math.exp(-sum))) / 100, reasons };
}
