import { isNegation } from "@/lib/claims/negation";
import type { Span } from "@/lib/text/span";
import { wordsOf } from "@/lib/text/words-of";
import { contentWords, isAkinToText } from "./strange-words";

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)?/gu;
const CLAUSE_EDGE = /[,;:–—()„“”»«"]/;
/** English needs no comma before these. */
const ENGLISH_SUBORDINATE = / (?=(?:because|although|whereas|who|which|while)\b)/g;
/** Whoever denies something says that it is not so, in whatever clause the rest stands. */
const DENIAL =
  /^(?:bestr[ei]+t\p{L}*|bestritt\p{L}*|dementier\p{L}*|(?:ge)?leugne\p{L}*|abgestritten|zurückgewiesen|zurückwies\p{L}*|verneint?\p{L}*|wider(?:spr[aäio]ch\p{L}*|legt\p{L}*)|den(?:y|ies|ied|ying)|refut\p{L}*|disput\p{L}*|reject\p{L}*)$/u;
/** Accusation, suspicion, falsehood and what takes the place of something: without them a statement is another one. */
const FRAMES =
  /^(?:ang?eklag\p{L}*|anklage\p{L}*|klag(?:t|te)|verdacht\p{L}*|verdächtig\p{L}*|tatverdächtig\p{L}*|beschuldig\p{L}*|bezichtig\p{L}*|vor(?:ge|zu)?w[aeio]rf\p{L}*|vorwurf\p{L}*|vorwürfe\p{L}*|ermittel\p{L}*|mutmaßlich\p{L}*|angeblich\p{L}*|sogenannt\p{L}*|vermeintlich\p{L}*|falsch\p{L}*|falschmeldung|gerücht\p{L}*|unwahr\p{L}*|lüge\p{L}*|gelogen|erfunden\p{L}*|unzutreffend\p{L}*|irrtümlich\p{L}*|unterstell\p{L}*|weiger\p{L}*|verweiger\p{L}*|statt|anstatt|anstelle|accus\p{L}*|alleg\p{L}*|suspec?t\p{L}*|suspicion|charged|charges|indict\p{L}*|purported\p{L}*|supposed\p{L}*|so-called|untrue|false\p{L}*|lied|lies?|lying|hoax|rumou?r\p{L}*|myth|refus\p{L}*|fail(?:s|ed|ing)?|instead|wrongly|mistakenly)$/u;
/** What such a clause says is left open. */
const CONDITIONS = wordsOf("wenn falls ob sofern if whether unless");

/** "kaum", "nur", "fast": a statement without them says more than the text. */
export const RESTRICTIONS = wordsOf(
  "kaum selten nur lediglich bloß ausschließlich fast beinahe nahezu teilweise teils erst",
  "hardly barely scarcely rarely seldom only merely almost nearly partly",
);

const wordsIn = (text: string) =>
  (text.toLowerCase().match(WORD) ?? []).map((word) => word.replace("’", "'"));

/** "nicht", "kein", "unbegründet bestreitet": whether a text says that something is not so. */
export function hasNegation(text: string): boolean {
  return countNegations(text) > 0;
}

const countNegations = (text: string) => wordsIn(text).filter(isNegation).length;

/**
 * The clauses of a sentence that a wording can stand on: those with quoted words, and those between them, where a "nicht"
 * can be that was left out of the quotes. Of several, a clause in which no word is akin to the wording says something
 * else ("…, der nicht beteiligt war, …"); one without any content, such as a lone "nicht", belongs to all.
 */
export function clausesOf(wording: string, sentence: string, spans: readonly Span[]): string[] {
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const clauses = splitAtEdges(sentence).map((clause) => ({
    isQuoted: clause.start < end && clause.end > start,
    words: sentence.slice(clause.start, clause.end),
  }));
  const isOnly = clauses.filter(({ isQuoted }) => isQuoted).length === 1;
  return clauses.flatMap(({ isQuoted, words }) => {
    const content = contentWords(words);
    const belongs =
      content.length === 0 || (isQuoted && (isOnly || content.some((word) => isAkinToText(word, wording))));
    return belongs ? [words] : [];
  });
}

function splitAtEdges(sentence: string): Span[] {
  const clauses: Span[] = [];
  const subordinate = new Set([...sentence.matchAll(ENGLISH_SUBORDINATE)].map(({ index }) => index));
  let start = 0;
  for (let at = 0; at <= sentence.length; at++) {
    if (at < sentence.length && !isEdge(sentence, at) && !subordinate.has(at)) continue;
    if (sentence.slice(start, at).trim() !== "") clauses.push({ start, end: at });
    start = at + 1;
  }
  return clauses;
}

/** A comma between digits is part of a number. */
function isEdge(sentence: string, at: number): boolean {
  if (!CLAUSE_EDGE.test(sentence.charAt(at))) return false;
  return !(/\d/.test(sentence.charAt(at - 1)) && /\d/.test(sentence.charAt(at + 1)));
}

/**
 * Whether the wording denies what its clauses state, denies it twice, or states what they deny. A denial anywhere in the sentence
 * ("X bestreitet, dass …") must show in the wording.
 */
export function turnsNegation(wording: string, { sentence, clauses }: Sense): boolean {
  const own = countNegations(wording);
  const stated = clauses.reduce((sum, clause) => sum + countNegations(clause), 0);
  const denies = (text: string) => wordsIn(text).some((word) => DENIAL.test(word));
  if (denies(wording) && !denies(sentence)) return true;
  // Whoever denies something can be quoted with a "nicht" instead.
  if (denies(sentence) && !denies(wording)) return own !== stated + 1;
  return own > stated || (own === 0 && stated > 0);
}

/** Whether the wording leaves out what makes the sentence an accusation, a suspicion or a falsehood. */
export function leavesOutFrame(wording: string, sentence: string): boolean {
  const kept = new Set(wordsIn(wording));
  return wordsIn(sentence).some((word) => FRAMES.test(word) && !kept.has(word));
}

/** The sentence of a suggestion and those of its clauses that the wording stands on. */
export type Sense = { sentence: string; clauses: readonly string[] };

/** Whether the wording leaves out a restriction of its clauses: "nur drei Häuser". */
export function dropsRestriction(wording: string, { clauses }: Sense): boolean {
  const restrictions = clauses.flatMap(wordsIn).filter((word) => RESTRICTIONS.has(word));
  const kept = wordsIn(wording);
  return restrictions.length > 0 && !restrictions.some((word) => kept.includes(word));
}

/** Whether the wording states what the text leaves open: a condition or a question. */
export function closesWhatIsOpen(wording: string, { sentence, clauses }: Sense): boolean {
  if (/\?["“”»«')\s]*$/.test(sentence) && !wording.includes("?")) return true;
  const conditions = clauses.flatMap(wordsIn).filter((word) => CONDITIONS.has(word));
  const kept = wordsIn(wording);
  return conditions.length > 0 && !conditions.some((word) => kept.includes(word));
}
