import { isNegation } from "@/lib/claims/negation";
import type { Span } from "@/lib/text/span";
import { wordsOf } from "@/lib/text/words-of";

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;
const CLAUSE_EDGE = /[,;:–—()„“”»«"]/;
/** Whoever denies something says that it is not so, in whatever clause the rest stands. */
const DENIAL =
  /^(?:bestr[ei]+t\p{L}*|bestritt\p{L}*|dementier\p{L}*|(?:ge)?leugne\p{L}*|abgestritten|zurückgewiesen|zurückwies\p{L}*|verneint?\p{L}*|wider(?:spr[aäio]ch\p{L}*|legt\p{L}*)|den(?:y|ies|ied|ying)|refut\p{L}*|disput\p{L}*|reject\p{L}*)$/u;
/** What such a clause says is left open. */
const CONDITIONS = wordsOf("wenn falls ob sofern if whether unless");

/** "kaum", "nur", "fast": a statement without them says more than the text. */
const RESTRICTIONS = wordsOf(
  "kaum selten nur lediglich bloß ausschließlich fast beinahe nahezu teilweise teils erst",
  "hardly barely scarcely rarely seldom only merely almost nearly partly",
);

const wordsIn = (text: string) =>
  (text.toLowerCase().match(WORD) ?? []).map((word) => word.replace("’", "'"));

/** "nicht", "kein", "unbegründet bestreitet": whether a text says that something is not so. */
export function hasNegation(text: string): boolean {
  return wordsIn(text).some(isNegation);
}

/**
 * The clause around what was quoted: from its first quoted word to its last, and on both sides up to the next mark
 * that ends a clause. A "nicht" that was left out of the quotes is in it.
 */
export function clauseAround(sentence: string, spans: readonly Span[]): string {
  let start = Math.min(...spans.map((span) => span.start));
  let end = Math.max(...spans.map((span) => span.end));
  while (start > 0 && !isEdge(sentence, start - 1)) start--;
  while (end < sentence.length && !isEdge(sentence, end)) end++;
  return sentence.slice(start, end);
}

/** A comma between digits is part of a number. */
function isEdge(sentence: string, at: number): boolean {
  if (!CLAUSE_EDGE.test(sentence.charAt(at))) return false;
  return !(/\d/.test(sentence.charAt(at - 1)) && /\d/.test(sentence.charAt(at + 1)));
}

/**
 * Whether the wording denies what its clause states, or states what it denies. A denial anywhere in the sentence
 * ("X bestreitet, dass …") must show in the wording.
 */
export function turnsNegation(
  wording: string,
  { sentence, clause }: { sentence: string; clause: string },
): boolean {
  const isNegated = hasNegation(wording);
  const isDenied = wordsIn(wording).some((word) => DENIAL.test(word));
  const sentenceDenies = wordsIn(sentence).some((word) => DENIAL.test(word));
  if (sentenceDenies && !isDenied && !isNegated) return true;
  if (isDenied && !sentenceDenies) return true;
  return sentenceDenies ? false : isNegated !== hasNegation(clause);
}

/**
 * Whether the wording leaves out a restriction that stands among the quoted words, or right before them, where it is
 * easily left out of a quote: "nur drei Häuser".
 */
export function dropsRestriction(wording: string, sentence: string, spans: readonly Span[]): boolean {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const before = wordsIn(sentence.slice(0, start)).slice(-1);
  const restrictions = [...before, ...wordsIn(sentence.slice(start, end))].filter((word) =>
    RESTRICTIONS.has(word),
  );
  const kept = wordsIn(wording);
  return restrictions.length > 0 && !restrictions.some((word) => kept.includes(word));
}

/** Whether the wording states what the text leaves open: a condition or a question. */
export function closesWhatIsOpen(
  wording: string,
  { sentence, clause }: { sentence: string; clause: string },
): boolean {
  if (/\?["“”»«')\s]*$/.test(sentence) && !wording.includes("?")) return true;
  const conditions = wordsIn(clause).filter((word) => CONDITIONS.has(word));
  const kept = wordsIn(wording);
  return conditions.length > 0 && !conditions.some((word) => kept.includes(word));
}
