import { isYear } from "@/lib/claims/check-reasons";
import type { CheckReason, ClaimKind, ClaimModality } from "@/lib/claims/claim-vocabulary";
import type { StatementReading } from "@/lib/claims/read-statement";
import { tellsWhoSomebodyIs } from "@/lib/claims/read-statement";

interface KindEvidence {
  readonly statement: StatementReading;
  readonly modality: ClaimModality;
  readonly reasons: readonly CheckReason[];
}

type Rule = readonly [kind: ClaimKind, fits: (evidence: KindEvidence) => boolean];

const has = ({ reasons }: KindEvidence, reason: CheckReason) => reasons.includes(reason);

const hasAmount = (evidence: KindEvidence) =>
  has(evidence, "number") || has(evidence, "percent") || has(evidence, "money");

/** "Der Prozess beginnt am 4. Mai": fixed already, so that it can be looked up. */
const isAppointment = (evidence: KindEvidence) =>
  evidence.statement.cues.scheduled > 0 &&
  has(evidence, "date") &&
  (evidence.modality === "prediction" || !evidence.statement.grammar.isAct || isPassivePresent(evidence));

/** "wird am 4. Mai eröffnet" */
const isPassivePresent = ({ statement: { words } }: KindEvidence) =>
  words.some(({ lower }) => lower === "wird" || lower === "werden");

/** "X kündigte Revision an", "Y wies den Vorwurf zurück": that it was said is what there is to check. */
const isOnlySaid = (evidence: KindEvidence) =>
  evidence.statement.cues.speech > 0 &&
  evidence.statement.cues.cause === 0 &&
  !has(evidence, "percent") &&
  !has(evidence, "money");

/** "Das Werk soll geschlossen werden", "The firm plans to close"; hearsay ("soll … haben") is about the past. */
const isForecast = ({ modality, statement: { cues, grammar } }: KindEvidence) =>
  modality === "prediction" ||
  ((cues.plan > 0 || cues.possible > 0 || grammar.isFuture) &&
    (modality === "asserted" || modality === "negated"));

const isComparison = (evidence: KindEvidence) =>
  evidence.statement.cues.multiple > 0 ||
  evidence.statement.cues.compare > 0 ||
  has(evidence, "superlative") ||
  has(evidence, "comparison");

/** "Der Deich wurde 1987 erhöht": when something came about, and nothing else is counted. */
const isOrigin = (evidence: KindEvidence) =>
  evidence.statement.cues.origin > 0 &&
  !hasAmount(evidence) &&
  evidence.statement.words.some(({ lower }) => isYear(lower) || CENTURY.test(lower));
const CENTURY = /^(?:jahrhundert|century)/;

function isQuantity(evidence: KindEvidence): boolean {
  if (has(evidence, "percent") || has(evidence, "money")) return true;
  const { cues, grammar } = evidence.statement;
  return has(evidence, "number") && (grammar.isCopula || (cues.amount > 0 && !isPerfect(evidence)));
}

/** "ist entdeckt worden", "hat die Leitung gespült", "were hurt": something was done. */
const isPerfect = ({ statement: { words, grammar } }: KindEvidence) =>
  grammar.isAct && words.some(({ fine }) => fine === "VVPP" || fine === "VBN" || fine === "VBG");

const isState = ({ statement: { cues, grammar } }: KindEvidence) => grammar.isCopula || cues.state > 0;

/** The first that fits decides; each asks for other evidence (see `checklists`). */
const RULES: readonly Rule[] = [
  // A judgement is one by its modality: the two never disagree.
  ["opinion", ({ modality }) => modality === "opinion"],
  ["quotation", ({ modality, statement: { cues } }) => modality === "appeal" || cues.appealVerb > 0],
  ["date", isAppointment],
  ["quotation", isOnlySaid],
  ["forecast", isForecast],
  ["cause", ({ statement: { cues } }) => cues.cause > 0 && cues.ruling === 0],
  ["date", isOrigin],
  ["comparison", isComparison],
  ["law", ({ statement: { cues } }) => cues.ruling > 0],
  ["position", ({ statement }) => tellsWhoSomebodyIs(statement)],
  ["quantity", isQuantity],
  ["relation", isState],
];

/** What sort of statement a claim is; something that happened where nothing else is said. */
export function claimKindOf(evidence: KindEvidence): ClaimKind {
  return RULES.find(([, fits]) => fits(evidence))?.[0] ?? "event";
}
