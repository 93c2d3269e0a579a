import { finalFiniteIndex, firstFiniteIndex, isFiniteVerb } from "@/lib/claims/german-finite-verbs";
import type { Segment, SegmentShape } from "@/lib/claims/german-segments";
import { hasZuInfinitive, isVerbFinalRow, segmentsOf, shapeOf } from "@/lib/claims/german-segments";
import { AUXILIARY_LEMMAS, isParticiple } from "@/lib/claims/german-verbs";
import type { Word } from "@/lib/claims/tag-german-words";

/* The clauses of a German sentence as a tree, read at its commas and dashes from left to right. */

export type ClauseKind =
  | "main"
  | "relative"
  | "subordinate"
  | "infinitive"
  /** "Der Hafen – er ist klein – bleibt": a main clause between dashes. */
  | "parenthesis"
  /** Words without a finite verb. */
  | "fragment";

/** A clause of a sentence. Offsets are indices of words, half-open; clauses inside it are part of its range. */
export interface Clause {
  readonly kind: ClauseKind;
  /** Its first word, behind the comma that separates it. */
  readonly from: number;
  readonly to: number;
  /** Clauses inside it, in order; the comma in front of each belongs to none. */
  readonly clauses: readonly Clause[];
}

interface OpenClause {
  kind: ClauseKind;
  readonly from: number;
  to: number;
  readonly clauses: OpenClause[];
  /** Its verb has come, so that it may end at the next comma. */
  isComplete: boolean;
}

/** The main clauses of a sentence with the clauses inside them. What stands between quotation marks is not cut. */
export function splitClauses(words: readonly Word[]): Clause[] {
  const reading: Reading = { words, top: [], open: [], tail: -1 };
  for (const segment of segmentsOf(words)) readSegment(reading, segment);
  return reading.top;
}

interface Reading {
  readonly words: readonly Word[];
  readonly top: OpenClause[];
  /** From the main clause to the innermost clause that is still being read. */
  readonly open: OpenClause[];
  /** Words behind a finished main clause that may begin the next: ", und die Grenze zum Nachbarn, …, wurde geschlossen". */
  tail: number;
}

function readSegment(reading: Reading, segment: Segment) {
  const { words, open } = reading;
  const own = words.slice(segment.from, segment.to);
  const read = segment.isParenthesis ? "parenthesis" : shapeOf(own, segment.from === 0);
  const shape =
    (read === "verb-second" && isGap(reading, own)) || closesBracket(reading, own) ? "verbless" : read;
  if (shape === "parenthesis") {
    const hasVerb = firstFiniteIndex(own) > 0;
    nest(reading, { ...openClause(hasVerb ? "parenthesis" : "fragment", segment), isComplete: true });
    return;
  }
  const innermost = open.at(-1);
  if (innermost && shape !== "relative" && shape !== "subordinate" && isWaiting(innermost)) {
    if (shape !== "verb-second" || !hasFiniteOfItsOwn(words, innermost)) {
      extend(open, segment.to);
      innermost.isComplete = completes(innermost.kind, own);
      return;
    }
    innermost.isComplete = true;
  }
  if (shape === "relative" || shape === "subordinate" || shape === "infinitive") {
    closeBefore(reading, shape, own[0]?.tag === "coordinator");
    if (open.length === 0) openMain(reading, { ...segment, to: segment.from });
    nest(reading, { ...openClause(shape, segment), isComplete: completes(shape, own) });
    return;
  }
  if (innermost && isVerbFinalClause(innermost) && (shape === "verb-final" || isVerbFinalRow(own))) {
    extend(open, segment.to);
    return;
  }
  while ((open.at(-1)?.kind ?? "main") !== "main") open.pop();
  const main = open[0];
  const { tail } = reading;
  reading.tail = -1;
  if (!main) openMain(reading, segment);
  else if (shape === "verb-first" && tail > main.from) splitMain(reading, main, { ...segment, from: tail });
  else if (shape !== "verb-second" || !hasFiniteOfItsOwn(words, main)) {
    if (shape === "verbless" && hasFiniteOfItsOwn(words, main)) reading.tail = segment.from;
    extend(open, segment.to);
  } else if (isReportedClause(words, main, own))
    nest(reading, { ...openClause("subordinate", segment), isComplete: true });
  else {
    open.length = 0;
    openMain(reading, segment);
  }
}

/** "hatte … gefordert, die Verteidigung auf Freispruch plädiert": the word that looks finite closes the verb of before. */
function isGap({ words, open }: Reading, own: readonly Word[]): boolean {
  const [main] = open;
  const last = own.at(-1);
  if (
    !main ||
    main.clauses.length > 0 ||
    !last ||
    !isParticiple(last.lower) ||
    firstFiniteIndex(own) !== own.length - 1
  )
    return false;
  const lemma = words[ownFiniteIndex(words, main)]?.finite?.lemma ?? "";
  return AUXILIARY_LEMMAS.has(lemma) && words[main.to - 1]?.tag === "participle";
}

/** "hat den Fluss, der …, als gefährlich eingestuft": no clause with "als", but the end of the verb that is still open. */
function closesBracket({ words, open }: Reading, own: readonly Word[]): boolean {
  const [main] = open;
  const last = own.at(-1);
  if (!main || !last || own[0]?.lower !== "als" || !isParticiple(last.lower)) return false;
  if (main.clauses.at(-1)?.to !== main.to || own.some((word) => word !== last && isFiniteVerb(word)))
    return false;
  const verb = ownFiniteIndex(words, main);
  const before = words[(main.clauses.at(-1)?.from ?? 0) - 2];
  return (
    /^(?:haben|sein|werden)$/.test(words[verb]?.finite?.lemma ?? "") &&
    before !== undefined &&
    !isParticiple(before.lower)
  );
}

const isVerbFinalClause = ({ kind }: OpenClause) => kind === "relative" || kind === "subordinate";

/** The words from `segment.from` on turn out to be a main clause of their own. */
function splitMain({ top, open }: Reading, main: OpenClause, segment: Segment) {
  const next = openClause("main", segment);
  const moved = main.clauses.findIndex(({ from }) => from >= segment.from);
  if (moved >= 0) next.clauses.push(...main.clauses.splice(moved));
  main.to = segment.from - 1;
  top.push(next);
  open.length = 0;
  open.push(next);
}

const openClause = (kind: ClauseKind, { from, to }: Segment): OpenClause => ({
  kind,
  from,
  to,
  clauses: [],
  isComplete: false,
});

function openMain({ top, open }: Reading, segment: Segment) {
  const main = openClause("main", segment);
  top.push(main);
  open.push(main);
}

function nest({ top, open }: Reading, clause: OpenClause) {
  const outer = open.at(-1);
  if (outer) outer.clauses.push(clause);
  else top.push(clause);
  extend(open, clause.to);
  if (clause.kind !== "parenthesis" && clause.kind !== "fragment") open.push(clause);
}

function extend(open: readonly OpenClause[], to: number) {
  for (const clause of open) clause.to = to;
}

/** A verb-final clause goes on behind a comma until its verb has come. */
const isWaiting = ({ kind, isComplete }: OpenClause) => kind !== "main" && !isComplete;

/** A finished clause ends where another begins; a relative clause may still belong to a noun inside it. */
function closeBefore({ open }: Reading, shape: SegmentShape, isCoordinated: boolean) {
  const innermost = open.at(-1);
  if (!innermost || innermost.kind === "main" || isWaiting(innermost)) return;
  if (shape === "relative" && !isCoordinated) return;
  if (shape === "infinitive" && innermost.kind === "relative") return;
  if (shape !== "relative" && innermost.kind === "subordinate" && !isCoordinated) return;
  while (open.length > 1 && open.at(-1)?.isComplete) open.pop();
}

function completes(kind: ClauseKind, own: readonly Word[]): boolean {
  return kind === "infinitive" ? hasZuInfinitive(own) : finalFiniteIndex(own) > 0;
}

/** Whether the clause has a finite verb outside the clauses in it. */
function hasFiniteOfItsOwn(words: readonly Word[], clause: Clause): boolean {
  return ownFiniteIndex(words, clause) >= 0;
}

/** Index of the first finite verb of a clause that does not stand in a clause inside it, or -1. */
export function ownFiniteIndex(words: readonly Word[], { from, to, clauses }: Clause): number {
  let inner = 0;
  for (let at = from; at < to; at++) {
    while (clauses[inner] && at >= (clauses[inner]?.to ?? 0)) inner++;
    if (at >= (clauses[inner]?.from ?? to)) continue;
    if (isFiniteVerb(words[at])) return at;
  }
  return -1;
}

/** "Er sagte, die Brücke sei gesperrt": a clause in the Konjunktiv behind one in the indicative is its object. */
function isReportedClause(words: readonly Word[], main: Clause, own: readonly Word[]): boolean {
  const verb = words[ownFiniteIndex(words, main)];
  const other = own[firstFiniteIndex(own)];
  if (
    verb?.finite &&
    THINKING.test(verb.finite.lemma) &&
    main.to - ownFiniteIndex(words, main) <= 3 &&
    main.clauses.length === 0 &&
    own[0]?.tag !== "coordinator"
  )
    return true;
  return verb?.finite?.isSubjunctive === false && other?.finite?.isSubjunctive === true;
}
const THINKING =
  /^(?:sagen|meinen|glauben|hoffen|denken|finden|wissen|behaupten|erklären|vermuten|fürchten|befürchten|annehmen|schätzen|erwarten|betonen|heißen)$/;
