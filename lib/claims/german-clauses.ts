import { constituentEnd } from "@/lib/claims/german-phrases";
import { RELATIVE_PRONOUNS } from "@/lib/claims/german-words";
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
  const shape = segment.isParenthesis ? "parenthesis" : shapeOf(own, segment.from === 0);
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

// ---- segments ------------------------------------------------------------------------------------------------

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly isParenthesis: boolean;
}

function segmentsOf(words: readonly Word[]): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let depth = 0;
  let dash = -1;
  const close = (to: number, isParenthesis = false) => {
    if (to > from) segments.push({ from, to, isParenthesis });
    from = to + 1;
  };
  words.forEach((word, at) => {
    if (OPENING.test(word.text)) depth++;
    else if (CLOSING.test(word.text)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !separates(words, at)) return;
    if (!isDash(word)) {
      close(at);
    } else if (dash === from - 1 && dash >= 0) {
      close(at, true);
      dash = -1;
    } else {
      close(at);
      dash = at;
    }
  });
  close(words.length);
  return segments;
}

const OPENING = /^[(„»‚[]$/;
const CLOSING = /^[)“«‘\]]$/;

const isDash = ({ text, hasSpaceBefore }: Word) => hasSpaceBefore && /^[–—-]$/.test(text);

/** A comma, semicolon or dash; not the comma between two attributes of a noun. */
function separates(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.kind !== "mark") return false;
  if (word.text !== ",") return word.text === ";" || word.text === ":" || isDash(word);
  const next = words[at + 1];
  return !(words[at - 1]?.tag === "adjective" && (next?.tag === "adjective" || next?.tag === "adverb"));
}

type SegmentShape =
  | "relative"
  | "subordinate"
  | "infinitive"
  | "parenthesis"
  /** With a finite verb in front or second. */
  | "verb-second"
  | "verb-first"
  /** Without opener, its only finite verb last. */
  | "verb-final"
  | "verbless";

/** "…, Mutter der Fische ist und einen Schatz hat": each part ends with its verb. */
function isVerbFinalRow(words: readonly Word[]): boolean {
  const verb = firstFiniteIndex(words);
  const last = finalFiniteIndex(words);
  if (verb < 1 || last < 0) return false;
  return last > verb
    ? words[verb + 1]?.tag === "coordinator"
    : AUXILIARY.test(words[verb]?.finite?.lemma ?? "");
}
const AUXILIARY = /^(?:sein|haben|werden|können|müssen|sollen|wollen|dürfen)$/;

function shapeOf(words: readonly Word[], opensSentence: boolean): SegmentShape {
  const opener = openerIndex(words);
  const first = words[opener];
  const verb = firstFiniteIndex(words);
  if (first && !opensSentence && isRelativeOpening(words, opener) && !isVerbSecondBehind(words, verb))
    return "relative";
  if (first && isSubordinator(words, opener)) return "subordinate";
  if (verb < 0)
    return hasZuInfinitive(words) || INFINITIVE_OPENERS.has(words[0]?.lower ?? "")
      ? "infinitive"
      : "verbless";
  if (verb === 0) return "verb-first";
  return isVerbFinalOnly(words, verb) ? "verb-final" : "verb-second";
}

const INFINITIVE_OPENERS = new Set(["um", "anstatt"]);

/** The word that tells the kind of clause, behind "und", "nur", "vor allem", "so". */
function openerIndex(words: readonly Word[]): number {
  const at = words
    .slice(0, 4)
    .findIndex(({ tag, lower }) => tag !== "coordinator" && !BEFORE_SUBORDINATOR.has(lower));
  return Math.max(0, at);
}
const BEFORE_SUBORDINATOR = new Set([
  "nur",
  "vor",
  "allem",
  "so",
  "auch",
  "erst",
  "selbst",
  "insbesondere",
  "gerade",
  "kurz",
]);

/** "die …", "bei dem …", "deren Leiter …" at the beginning of a segment. */
function isRelativeOpening(words: readonly Word[], at: number): boolean {
  const first = words[at];
  const second = words[at + 1];
  if (!first) return false;
  if (first.tag === "preposition" && isStrong(words[at + 2]) && /^(?:der|dem|den)$/.test(second?.lower ?? ""))
    return true;
  if (first.tag === "preposition")
    return second !== undefined && RELATIVE_PRONOUNS.has(second.lower) && isStandingAlone(words, at + 1);
  if (first.lower === "was") return finalFiniteIndex(words) > at;
  if (first.lower === "wo" || first.lower === "dessen" || first.lower === "deren") return true;
  return RELATIVE_PRONOUNS.has(first.lower) && isStandingAlone(words, at);
}

/** "bei der große Teile gesperrt wurden": behind an article in the dative the adjective would end in -en. */
const isStrong = (word: Word | undefined) => word?.tag === "adjective" && /(?<!e[rln])e$/.test(word.lower);

/** A pronoun and no article: what follows begins a phrase of its own or is the verb. */
function isStandingAlone(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next) return false;
  if (word.tag === "pronoun") return true;
  const verb = finalFiniteIndex(words);
  return (
    next.tag !== "noun" &&
    next.tag !== "adjective" &&
    verb > at + 1 &&
    constituentEnd(words, at, verb) !== verb
  );
}

/** "…, das ist falsch", "…, die Bewohner flohen auf Dächer": the verb does not stand at the end. */
const isVerbSecondBehind = (words: readonly Word[], verb: number) =>
  verb > 0 && verb < words.length - 1 && finalFiniteIndex(words) <= verb;

const DUAL_SUBORDINATORS = new Set(["während", "seit", "bis", "trotz", "statt", "ohne", "um"]);
const ADVERBIAL_RELATIVES = /^wo(?:bei|durch|mit|raufhin|gegen|nach|für|rauf|rüber|ran|rin|von|zu)$/;

function isSubordinator(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (ADVERBIAL_RELATIVES.test(word.lower)) return true;
  if (word.lower === "als" || word.lower === "wie" || word.lower === "denn")
    return word.lower !== "denn" && finalFiniteIndex(words) > at + 1;
  if (word.tag === "subordinator") return firstFiniteIndex(words) > at || DASS.test(word.lower);
  return word.tag === "preposition" && DUAL_SUBORDINATORS.has(word.lower) && finalFiniteIndex(words) > at + 1;
}
const DASS = /^(?:dass|daß|ob|weil|wenn|falls|nachdem|obwohl|sodass|bevor)$/;

function hasZuInfinitive(words: readonly Word[]): boolean {
  return words.some(
    ({ lower, tag, fine }, at) =>
      (lower === "zu" && words[at + 1]?.tag === "infinitive") ||
      (tag === "infinitive" && (fine === "VVIZU" || ZU_INFINITIVE.test(lower))),
  );
}
const ZU_INFINITIVE =
  /^(?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|hin|los|mit|nach|teil|um|vor|weg|weiter|wieder|zurück|zusammen)\p{Ll}*zu\p{Ll}{3,}n$/u;

/** "…, nicht mehr gewartet werden musste": the rest of a clause whose beginning stands before the comma. */
function isVerbFinalOnly(words: readonly Word[], verb: number): boolean {
  return finalFiniteIndex(words) === verb && constituentEnd(words, 0, verb) !== verb;
}

// ---- verbs ---------------------------------------------------------------------------------------------------

const isFiniteVerb = (word: Word | undefined) =>
  word?.tag === "finite" && word.finite !== null && !/^(?:hunderte|tausende|dutzende)$/.test(word.lower);

export function firstFiniteIndex(words: readonly Word[]): number {
  return words.findIndex(isFiniteVerb);
}

/** Index of the finite verb of a verb-final clause, or -1: the last word, or before two infinitives. */
export function finalFiniteIndex(words: readonly Word[]): number {
  let last = words.length - 1;
  while (last > 0 && CLOSING_MARK.test(words[last]?.text ?? "")) last--;
  const word = words[last];
  if (!word) return -1;
  if ((word.tag === "infinitive" || MODAL_INFINITIVE.test(word.lower)) && words[last - 1]?.lower !== "zu") {
    for (let at = last - 1; at >= Math.max(0, last - 3); at--)
      if (words[at]?.tag === "finite" && BEFORE_TWO_INFINITIVES.test(words[at]?.lower ?? "")) return at;
    if (word.tag === "infinitive")
      return word.finite && words.length > 2 && firstFiniteIndex(words) < 0 ? last : -1;
  }
  if (word.tag === "participle") return word.finite && firstFiniteIndex(words) < 0 ? last : -1;
  return word.finite && word.tag === "finite" ? last : -1;
}
const MODAL_INFINITIVE = /^(?:müssen|können|sollen|wollen|dürfen)$/;
const CLOSING_MARK = /^[“”"«‘)]$/;
const BEFORE_TWO_INFINITIVES = /^(?:hat|haben|hatte|hatten|hätte|hätten|habe|wird|werden|würde|würden)$/;
