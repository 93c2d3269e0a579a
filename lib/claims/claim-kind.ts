import { isYear } from "@/lib/claims/check-reasons";
import { isGermanFuture, tellsWhoSomebodyIs } from "@/lib/claims/check-worthiness";
import type { CheckReason, ClaimKind, ClaimModality } from "@/lib/claims/claim-vocabulary";
import { isParticiple } from "@/lib/claims/participles";
import type { StatementCues } from "@/lib/claims/statement-cues";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

interface KindEvidence {
  readonly words: readonly Token[];
  readonly cues: StatementCues;
  readonly modality: ClaimModality;
  readonly reasons: readonly CheckReason[];
}

type Rule = readonly [kind: ClaimKind, fits: (evidence: KindEvidence) => boolean];

const has = ({ reasons }: KindEvidence, reason: CheckReason) => reasons.includes(reason);

const hasAmount = (evidence: KindEvidence) =>
  has(evidence, "number") || has(evidence, "percent") || has(evidence, "money");

/** "Der Prozess beginnt am 4. Mai": fixed already, so that it can be looked up. */
function isAppointment(evidence: KindEvidence): boolean {
  const { cues, modality } = evidence;
  return cues.scheduled > 0 && has(evidence, "date") && (modality === "prediction" || cues.deed === 0);
}

/** "X kündigte Revision an", "Y wies den Vorwurf zurück": that it was said is what there is to check. */
const isOnlySaid = (evidence: KindEvidence) =>
  evidence.cues.speech > 0 &&
  evidence.cues.cause === 0 &&
  !has(evidence, "percent") &&
  !has(evidence, "money");

/** "Das Werk soll geschlossen werden", "The firm plans to close"; hearsay ("soll … haben") is about the past. */
const isForecast = ({ modality, cues, words }: KindEvidence) =>
  modality === "prediction" ||
  (cues.plan > 0 && (modality === "asserted" || modality === "negated")) ||
  isGermanFuture(words);

const isComparison = (evidence: KindEvidence) =>
  evidence.cues.multiple > 0 ||
  evidence.cues.compare > 0 ||
  has(evidence, "superlative") ||
  has(evidence, "comparison");

/** "Der Deich wurde 1987 erhöht": when something came about, and nothing else is counted. */
const isOrigin = (evidence: KindEvidence) =>
  evidence.cues.origin > 0 &&
  !hasAmount(evidence) &&
  (evidence.words.some(({ lower }) => isYear(lower)) ||
    CENTURY.test(evidence.words.map(({ lower }) => lower).join(" ")));
const CENTURY = /jahrhundert|century/;

function isQuantity(evidence: KindEvidence): boolean {
  if (has(evidence, "percent") || has(evidence, "money")) return true;
  const { cues, words } = evidence;
  return has(evidence, "number") && (cues.amount > 0 || cues.copula > 0) && !isPerfect(words);
}

/** "ist entdeckt worden", "hat die Leitung gespült", "were hurt", "was considering": something was done. */
function isPerfect(words: readonly Token[]): boolean {
  const auxiliary = words.findIndex(({ lower }) => AUXILIARIES.has(lower));
  const next = words[auxiliary + 1]?.lower ?? "";
  if (PAST.has(words[auxiliary]?.lower ?? "") && /.{3}ing$/.test(next)) return true;
  return auxiliary >= 0 && words.some(({ text }, at) => at > auxiliary && isParticiple(text));
}
const PAST = wordsOf("was were been");
const AUXILIARIES = wordsOf(
  "ist sind war waren hat haben hatte hatten wurde wurden wird werden worden was were has have had been",
);

/** The first that fits decides; each asks for other evidence (see `checklists`). */
const RULES: readonly Rule[] = [
  ["opinion", ({ modality }) => modality === "opinion"],
  // "X nannte die Pläne einen Kahlschlag": a judgement, whoever passes it on.
  ["opinion", ({ cues, ...rest }) => cues.judgement > 0 && cues.cause === 0 && !hasAmount({ cues, ...rest })],
  ["opinion", ({ cues }) => cues.demand > 0 && cues.ruling === 0],
  ["quotation", ({ modality, cues }) => modality === "appeal" || cues.appealVerb > 0],
  ["date", isAppointment],
  ["quotation", isOnlySaid],
  ["forecast", isForecast],
  ["cause", ({ cues }) => cues.cause > 0 && cues.ruling === 0],
  ["date", isOrigin],
  ["comparison", isComparison],
  ["law", ({ cues }) => cues.ruling > 0],
  ["position", ({ words, cues }) => tellsWhoSomebodyIs(words, cues)],
  ["quantity", isQuantity],
  ["relation", ({ words, cues }) => cues.state > 0 || (cues.copula > 0 && !isPerfect(words))],
];

/** What sort of statement a claim is; something that happened where nothing else is said. */
export function claimKindOf(evidence: KindEvidence): ClaimKind {
  return RULES.find(([, fits]) => fits(evidence))?.[0] ?? "event";
}
