import type { Span } from "@/lib/text/span";
import { contains, overlaps, trimSpan } from "@/lib/text/span";
import type { Token } from "@/lib/text/tokenize-words";
import { tokenizeWords } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";
import type { FoundStatement } from "./speech-of-part";
import type { SplitQuotation } from "./split-claims";
import { tagEnglishWords } from "./tag-english-words";
import { tagGermanWords } from "./tag-german-words";

/** The words of a claim, with the text around them and what the splitter finds in it. */
export interface Divisible {
  text: string;
  /** BCP 47. */
  language: string;
  /** The sentences of the text. */
  sentences: readonly Span[];
  /** The claim's own place. */
  spans: readonly Span[];
  /** Who says it; then it is not lost with "…, sagte sie". */
  speaker: string | null;
  found: readonly FoundStatement[];
  quotations: readonly SplitQuotation[];
}

export interface Part {
  wording: string;
  spans: Span[];
}

const MOST_PARTS = 12;

/**
 * The parts that a claim could be split into, as a first draft for somebody who knows better: the statements of its
 * sentence where they say all that the claim says, otherwise its words cut between clauses, or at "und" where it has one
 * clause. No word of the claim is lost. Empty where there is nothing to cut, or a cut would part "sagte Kunz" from what he
 * said.
 */
export function proposeParts(claim: Divisible): Part[] {
  const statements = statementsWithin(claim);
  const areSentences = statements.every(
    ({ wording }) => finiteVerbs(wording, claim.language, wholeOf(wording))?.length !== 0,
  );
  if (areSentences && statements.length > 1 && statements.length <= MOST_PARTS) return statements;
  const parts = cutParts(claim);
  return parts.length > 1 && !parts.some((part) => isBareFrame(claim, part)) ? parts : [];
}

/** "Während Meier von 12 Prozent sprach, sagte Kunz." */
function isBareFrame({ quotations }: Divisible, part: Part): boolean {
  return quotations.some(
    ({ cue, ...content }) =>
      cue !== null &&
      part.spans.some((span) => contains(span, cue)) &&
      !part.spans.some((span) => overlaps(span, content)),
  );
}

// ---- statements ----------------------------------------------------------------------------------------------

function statementsWithin(claim: Divisible): Part[] {
  const statements = claim.found.flatMap((statement) => partsWithin(claim, statement));
  const frame = statements.flatMap((statement) => framesOf(claim, statement));
  const isSaid = (word: Token) =>
    JOINS.has(word.lower) ||
    frame.some((span) => contains(span, word)) ||
    statements.some(({ spans }) => spans.some((span) => contains(span, word)));
  if (!wordsOfClaim(claim).every(isSaid)) return [];
  return statements.map(({ wording, spans }) => ({ wording, spans }));
}

/** What only joins two statements: "Er kam, und sie ging." */
const JOINS = wordsOf("und sowie and dass that");

/** A statement where it stands on the claim's own words, at first or said again. */
function partsWithin({ spans }: Divisible, { wording, speaker, ...places }: FoundStatement) {
  return [places.spans, ...places.repeats.map((repeat) => repeat.spans)]
    .filter((place) => place.every((piece) => spans.some((span) => contains(span, piece))))
    .map((place) => ({ wording, speaker, spans: place.map(({ start, end }) => ({ start, end })) }));
}

/** Who says a statement, and "sagte": the claim's speaker stands for that, and for nobody else's. */
function framesOf(claim: Divisible, { speaker, spans }: Part & { speaker: string | null }): Span[] {
  if (claim.speaker === null || speaker === null) return [];
  return claim.quotations
    .filter(
      (quotation) => quotation.speaker?.name === speaker && spans.some((span) => overlaps(span, quotation)),
    )
    .flatMap((quotation) => [quotation.cue, quotation.speaker])
    .flatMap((span) => (span ? [span] : []));
}

function wordsOfClaim({ text, spans }: Divisible): Token[] {
  return spans.flatMap((span) => tokenizeWords(text, span)).filter(({ kind }) => kind !== "mark");
}

// ---- cuts ----------------------------------------------------------------------------------------------------

const COORDINATORS = wordsOf("und oder sowie aber doch sondern and or but while whereas");
const CLAUSE_OPENERS = wordsOf(
  "weil dass obwohl während nachdem bevor wenn als damit sodass wobei wodurch wonach ob",
  "der die das den dem deren dessen denen welche welcher welches wo",
  "because although after before when which who whose where that if since",
);
const STRONG_MARK = /^[;:–—]$/;

/** Between two clauses, or only between two words of one. */
type Cut = { at: number; isBetweenClauses: boolean };

function cutParts(claim: Divisible): Part[] {
  const tokens = claim.spans.flatMap((span) => tokenizeWords(claim.text, span));
  const cuts = tokens.flatMap((_, index) => cutBefore(claim, tokens, index));
  const strong = cuts.filter(({ isBetweenClauses }) => isBetweenClauses);
  const positions = (strong.length > 0 ? strong : cuts).map(({ at }) => at);
  const verbs = finiteVerbs(claim.text, claim.language, claim.spans);
  const isEnough = (piece: readonly Span[]) => isStatement(claim.text, piece, verbs);
  const pieces: Span[][] = [];
  for (const [index, from] of [0, ...positions].entries()) {
    const to = positions[index] ?? claim.text.length;
    const piece = piecesBetween(claim, from, to);
    const last = pieces.at(-1);
    if (last && (pieces.length === MOST_PARTS || !isEnough(piece))) last.push(...piece);
    else pieces.push(piece);
  }
  const [first, second] = pieces;
  if (first && second && !isEnough(first)) pieces.splice(0, 2, [...first, ...second]);
  return pieces.map((spans) => ({
    wording: wordingOf(claim.text, joined(claim.text, spans)),
    spans: joined(claim.text, spans),
  }));
}

function cutBefore({ sentences }: Divisible, tokens: readonly Token[], index: number): Cut[] {
  const token = tokens[index];
  const previous = tokens[index - 1];
  if (!token || !previous) return [];
  const at = token.start;
  if (sentences.some(({ start }) => start > previous.start && start <= at))
    return [{ at, isBetweenClauses: true }];
  if (STRONG_MARK.test(previous.text) && token.hasSpaceBefore) return [{ at, isBetweenClauses: true }];
  const isJoin = COORDINATORS.has(token.lower);
  if (previous.text === ",") {
    return [{ at, isBetweenClauses: isJoin || CLAUSE_OPENERS.has(token.lower) }];
  }
  // "zwischen 3 und 5 Prozent" is one figure.
  const isInFigure = previous.kind === "number" || tokens[index + 1]?.kind === "number";
  return isJoin && !isInFigure ? [{ at, isBetweenClauses: false }] : [];
}

function piecesBetween({ text, spans }: Divisible, from: number, to: number): Span[] {
  return spans
    .map(({ start, end }) => trimSpan(text, { start: Math.max(start, from), end: Math.min(end, to) }))
    .filter(({ start, end }) => start < end);
}

/**
 * One word states nothing, and words without a verb state nothing by themselves: "6,2 Prozent weniger als im Vorjahr". In a
 * claim that has no verb at all, a headline, they may stand alone.
 */
function isStatement(text: string, pieces: readonly Span[], verbs: readonly Span[] | null): boolean {
  const words = pieces.flatMap((piece) => tokenizeWords(text, piece)).filter(({ kind }) => kind !== "mark");
  const hasVerb = verbs?.some((verb) => pieces.some((piece) => contains(piece, verb))) ?? true;
  return words.length > 1 && (hasVerb || verbs?.length === 0);
}

/** The finite verbs of these words; null where the language is none that Beleg reads. */
function finiteVerbs(text: string, language: string, spans: readonly Span[]): Span[] | null {
  const tokens = spans.flatMap((span) => tokenizeWords(text, span));
  const tagged = language.startsWith("de")
    ? tagGermanWords(tokens)
    : language.startsWith("en")
      ? tagEnglishWords(tokens)
      : null;
  return tagged?.filter(({ tag }) => tag === "finite") ?? null;
}

const wholeOf = (text: string): Span[] => [{ start: 0, end: text.length }];

/** Pieces that were cut apart and put together again. */
function joined(text: string, pieces: readonly Span[]): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of pieces) {
    const last = spans.at(-1);
    if (last && text.slice(last.end, start).trim() === "") last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

/** The words as a sentence. Only what joined them to the words before is left out of it. */
function wordingOf(text: string, spans: readonly Span[]): string {
  const words = spans
    .map(({ start, end }) => text.slice(start, end))
    .join(" ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,;:–—]*(?:(?:und|sowie|and)\s)?/iu, "")
    .replace(/[\s,;:–—]+$/u, "");
  const sentence = words.charAt(0).toUpperCase() + words.slice(1);
  return /[.!?…]["“”’«»)]*$/u.test(sentence) ? sentence : `${sentence}.`;
}
