import { checkReasonsOf, hasExactNumber } from "@/lib/claims/check-reasons";
import type { CheckReason, ClaimModality, ClaimMode } from "@/lib/claims/claim-vocabulary";
import type { StatementReading } from "@/lib/claims/read-statement";
import { tellsWhoSomebodyIs } from "@/lib/claims/read-statement";
import { wordsOf } from "@/lib/text/words-of";

export interface CheckWorthiness {
  /** 0 … 1. */
  readonly score: number;
  readonly reasons: readonly CheckReason[];
}

export interface WorthEvidence {
  readonly statement: StatementReading;
  readonly modality: ClaimModality;
  readonly mode: ClaimMode;
}

/**
 * What raises or lowers the wish to check a statement, with the weight of each. Few and from the grammar, so that they
 * hold for news about anything; the lists of words only say what a reaction or a judgement is.
 * `scripts/fit-check-worthiness.ts` fits them on our own annotated news, held near the values a desk would expect.
 */
export const WORTH_WEIGHTS = {
  figure: 1.4,
  unit: 0.7,
  date: 0.1,
  names: -0.2,
  length: 0.3,
  comparison: 0.7,
  cause: 1.1,
  law: 0.1,
  hearsay: 0.5,
  act: 0.7,
  bareCopula: -0.2,
  bareSpeech: -0.1,
  direct: -0.6,
  reported: -0.8,
  opinion: -1.2,
  judgement: -1.7,
  appeal: -1.2,
  duty: -0.6,
  fixedPlan: -0.4,
  openPlan: -1.5,
  speechAct: -1,
  person: -1.1,
  procedure: -2.4,
  vague: -0.2,
  vagueSubject: -0.6,
  firstPerson: -0.7,
} as const;
export type WorthFeature = keyof typeof WORTH_WEIGHTS;
export const WORTH_FEATURES = Object.keys(WORTH_WEIGHTS) as WorthFeature[];
export const WORTH_BASE = 0.7;

/** How strongly each feature holds, mostly 0 or 1, and the reasons shown with the score. */
export function worthFeaturesOf({ statement, modality, mode }: WorthEvidence): {
  readonly features: Readonly<Record<WorthFeature, number>>;
  readonly reasons: readonly CheckReason[];
} {
  const { words, cues, grammar } = statement;
  const reasons = checkReasonsOf({ statement, modality, isQuoted: mode === "direct" });
  const has = (...wanted: CheckReason[]) => wanted.some((reason) => reasons.includes(reason));
  const isAppeal = modality === "appeal" || cues.appealVerb > 0;
  const hasFigure = has("number", "percent", "money");
  const isToCome = modality === "prediction" || grammar.isFuture || cues.plan > 0;
  const isDecided = cues.procedure === 0 && words.some(({ fine }) => fine === "VVPP" || fine === "VBN");
  // "wird am 4. Mai eröffnet", "soll geschlossen werden" can be looked up, "wird den Vorgang prüfen" can't.
  const isFixed = hasFigure || has("date") || isDecided;
  const isOnlySeveral = cues.several > 0 && !has("percent", "money") && !hasExactNumber(statement);
  const isSpeech = mode === "direct" || mode === "indirect";
  const isBare = !hasFigure && !has("date", "cause", "comparison", "superlative");
  // "Das skandalöse Urteil der 3. Kammer …": names, length and past make a judgement or a demand no fact.
  const isStance = isAppeal || modality === "opinion" || grammar.isJudgement;
  const isAct = grammar.isAct && !isToCome && !isStance;
  // Who holds an office is known; that somebody got or left it happened.
  const isPerson = tellsWhoSomebodyIs(statement) && !grammar.isAct;
  const holds: Record<WorthFeature, boolean | number> = {
    // What stands in a demand ("einen Fonds von 25 Millionen Euro einzurichten") says nothing about the world.
    figure: hasFigure && !isAppeal ? (isOnlySeveral ? FEW_OR_MANY : 1) : 0,
    unit: (has("percent", "money") || (hasFigure && cues.measure > 0)) && !isAppeal,
    date: has("date"),
    names: isStance ? 0 : Math.min(grammar.names, MOST_NAMES) / MOST_NAMES,
    length: isStance ? 0 : Math.log(Math.min(Math.max(words.length, 1), MOST_WORDS) / USUAL_LENGTH),
    comparison: has("comparison", "superlative") && !isAppeal,
    cause: has("cause") && !isAppeal,
    law: has("law"),
    hearsay: modality === "hearsay",
    act: isAct,
    bareCopula: grammar.isCopula && isBare,
    bareSpeech: isSpeech && isBare && !grammar.isAct,
    direct: mode === "direct",
    reported: mode === "reported" && !grammar.isByBody,
    opinion: modality === "opinion",
    judgement: grammar.isJudgement,
    appeal: isAppeal,
    duty: grammar.isDuty && (isSpeech || words.some(({ lower }) => UNREAL.has(lower))),
    fixedPlan: isToCome && isFixed,
    openPlan: isToCome && !isFixed,
    speechAct: cues.speech > 0 && !grammar.isByBody,
    person: isPerson,
    procedure: cues.procedure > 0,
    vague: cues.vague > 0,
    vagueSubject: grammar.isVague && !hasFigure,
    firstPerson: cues.firstPerson > 0,
  };
  const features = { ...holds } as Record<WorthFeature, number>;
  for (const feature of WORTH_FEATURES) features[feature] = Number(holds[feature]);
  return { features, reasons };
}

/** "hätte überarbeitet werden müssen": what did not happen. */
const UNREAL = wordsOf("hätte hätten");

/** "viele Fans" is less to hold on to than "300 Fans". */
const FEW_OR_MANY = 0.4;

/** More names make a statement no more concrete. */
const MOST_NAMES = 3;
/** Longer statements say no more that could be checked. */
const MOST_WORDS = 20;
/** Words of a usual statement. */
const USUAL_LENGTH = 10;

/** How much a claim asks to be checked, from 0 to 1 in steps of a thousandth, and why. */
export function checkWorthinessOf(evidence: WorthEvidence): CheckWorthiness {
  const { features, reasons } = worthFeaturesOf(evidence);
  let sum = WORTH_BASE;
  for (const feature of WORTH_FEATURES) sum += WORTH_WEIGHTS[feature] * features[feature];
  return { score: Math.round(1000 / (1 + Math.exp(-sum))) / 1000, reasons };
}
