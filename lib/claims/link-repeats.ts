import type { Span } from "@/lib/text/span";
import { wordsOf } from "@/lib/text/words-of";

const LEAST_WORDS_FOR_NEAR = 8;
const LEAST_SHARE = 0.85;
/** More words than this changed even in a long paragraph make it another. */
const MOST_DIFFERENCES = 12;
/** How many earlier candidates are compared, so that many look-alikes stay linear. */
const MOST_CANDIDATES = 6;

/**
 * For every span the index of the earliest one that says the same, or null: equal words, or nearly equal ones where
 * what differs changes nothing. A number, a name or another noun, a negation, a modal or auxiliary verb, a direction
 * ("mehr", "sank") and a quotation mark always make another statement.
 */
export function linkRepeats(text: string, spans: readonly Span[]): (number | null)[] {
  const vocabulary = new Vocabulary();
  const same = new Map<string, number>();
  const exact = new Map<string, number>();
  const similar = new Map<string, Candidate[]>();
  return spans.map((span, index) => {
    const piece = text.slice(span.start, span.end);
    const letterForLetter = same.get(piece);
    if (letterForLetter !== undefined) return letterForLetter;
    const words = wordsIn(piece, vocabulary);
    if (words.every(({ lower }) => lower === '"')) return null;
    const key = keyOf(words);
    const near =
      exact.get(key) ??
      (words.length < LEAST_WORDS_FOR_NEAR ? undefined : nearRepeat({ index, words }, similar, vocabulary));
    if (!exact.has(key)) exact.set(key, near ?? index);
    same.set(piece, near ?? index);
    return near ?? null;
  });
}

/** What is known of a word, found out once. */
interface KnownWord {
  readonly text: string;
  readonly lower: string;
  /** The same for all words that differ in capitals alone. */
  readonly id: number;
  readonly isDecisive: boolean;
}

class Vocabulary {
  private readonly words = new Map<string, KnownWord>();
  private readonly ids = new Map<string, number>();
  /** How often each word, by its id, is left over; all zero between two comparisons. */
  readonly counts: number[] = [];

  wordOf(text: string): KnownWord {
    const known = this.words.get(text);
    if (known) return known;
    const lower = text.toLowerCase();
    const id = this.ids.get(lower) ?? this.ids.size;
    this.ids.set(lower, id);
    this.counts[id] = 0;
    const word = { text, lower, id, isDecisive: isDecisive(lower) };
    this.words.set(text, word);
    return word;
  }
}

interface Candidate {
  readonly index: number;
  readonly words: readonly KnownWord[];
}

/** The earlier span with the same decisive words and the same beginning or end that says nearly the same; otherwise keeps this one for later. */
function nearRepeat(
  span: Candidate,
  similar: Map<string, Candidate[]>,
  vocabulary: Vocabulary,
): number | undefined {
  const { words } = span;
  const decisive = keyOf(words.filter(({ isDecisive }) => isDecisive).sort((a, b) => a.id - b.id));
  const signatures = [`${decisive}|${keyOf(words.slice(0, 4))}`, `${decisive}…${keyOf(words.slice(-4))}`];
  for (const signature of signatures) {
    const found = similar.get(signature)?.find((other) => sayTheSame(words, other.words, vocabulary));
    if (found) return found.index;
  }
  for (const signature of signatures) {
    const known = similar.get(signature);
    if (!known) similar.set(signature, [span]);
    else if (known.length < MOST_CANDIDATES) known.push(span);
  }
}

/** Two code units for each word: the same for the same words, and for no others. */
function keyOf(words: readonly KnownWord[]): string {
  let key = "";
  for (const { id } of words) key += String.fromCharCode(id & 0xffff, id >>> 16);
  return key;
}

/** Words, and the marks that change what is said: a sentence between quotation marks is not the bare sentence. */
const wordsIn = (text: string, vocabulary: Vocabulary): KnownWord[] =>
  (text.match(/[\p{L}\p{N}]+|["„“”«»]/gu) ?? []).map((word) =>
    vocabulary.wordOf(QUOTATION_MARKS.has(word) ? '"' : word),
  );
const QUOTATION_MARKS = new Set(["„", "“", "”", "«", "»"]);

function sayTheSame(a: readonly KnownWord[], b: readonly KnownWord[], { counts }: Vocabulary): boolean {
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < LEAST_SHARE * longer) return false;
  const onlyA = without(a, b, counts);
  if (a.length - onlyA.length < LEAST_SHARE * longer) return false;
  const onlyB = without(b, a, counts);
  if (Math.max(onlyA.length, onlyB.length) > MOST_DIFFERENCES) return false;
  return areExchangeable(onlyA, onlyB);
}

/** The words of `a` that `b` lacks, capitals of function words aside. */
function without(a: readonly KnownWord[], b: readonly KnownWord[], counts: number[]): string[] {
  for (const { id } of b) counts[id] = (counts[id] ?? 0) + 1;
  const rest: string[] = [];
  for (const { id, text } of a) {
    const count = counts[id] ?? 0;
    if (count <= 0) rest.push(text);
    else counts[id] = count - 1;
  }
  for (const { id } of b) counts[id] = 0;
  return rest;
}

/** Whether each word that only one of the two has is empty, or has a fellow in the other: "Brücke" – "Brücken", "kleinen" – "winzigen". */
function areExchangeable(onlyA: readonly string[], onlyB: readonly string[]): boolean {
  const isFull = (word: string) => !EMPTY.has(word.toLowerCase());
  const rest = onlyB.filter(isFull);
  for (const word of onlyA.filter(isFull)) {
    const fellow = rest.findIndex((other) => areFellows(word, other));
    if (fellow < 0) return false;
    rest.splice(fellow, 1);
  }
  return rest.length === 0;
}

function areFellows(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (isDecisive(short.toLowerCase()) || isDecisive(long.toLowerCase())) return false;
  if (short.length >= 4 && long.startsWith(short) && long.length - short.length <= 2) return true;
  const ending = adjectiveEnding(a);
  return ending !== undefined && ending === adjectiveEnding(b);
}

/** The ending of a word in small letters that may be an adjective, not that of a verb in the past ("stoppten"). */
const adjectiveEnding = (word: string) => /^\p{Ll}{3,}(?<!t)(e[nrms]?)$/u.exec(word)?.[1];

/** May come and go without changing what is said. */
const EMPTY = wordsOf(
  "der die das dem den des ein eine einem einen einer eines und auch dann da so zudem außerdem dabei dort hier nun also jedoch aber dass es",
  "the a an and also then there that so this these those however but",
);

/** Words whose change makes another statement. */
const isDecisive = (word: string) => word === '"' || /\d/.test(word) || DECISIVE.has(word);
const DECISIVE = wordsOf(
  // negation and doubt
  "nicht kein keine keinen keinem keiner keines nie niemals nichts niemand weder ohne kaum not no never without none nobody nothing neither nor hardly",
  "angeblich mutmaßlich vermutlich offenbar wohl möglicherweise vielleicht allegedly reportedly apparently possibly perhaps",
  // time and mood
  "soll sollen sollte sollten kann können konnte konnten könnte könnten muss müssen musste mussten darf dürfen dürfte dürften will wollen wollte wollten",
  "ist sind war waren sei seien wäre wären wird werden wurde wurden würde würden hat haben hatte hatten habe hätte hätten",
  "is are was were will would shall should can could may might must has have had",
  // number words and quantities
  "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf beide alle einige manche viele mehrere wenige halb doppelt jeder jede jedes erste ersten zweite zweiten dritte dritten letzte letzten",
  "zero one two three four five six seven eight nine ten eleven twelve both all some many several few half double every each first second third last",
  // direction and order
  "mehr weniger höher niedriger größer kleiner besser schlechter über unter vor nach mit gegen für auf ab links rechts seit bis zwischen mindestens höchstens",
  "more less fewer higher lower greater smaller better worse over under above below before after with against for up down left right since until between",
  "neue neuen neuer neues alte alten alter altes große großen großer großes kleine hohe hohen niedrige niedrigen gute guten schlechte schlechten junge jungen reiche reichen arme armen legale legalen illegale illegalen tote toten",
  "steigen steigt stieg stiegen sinken sinkt sank sanken rose fell rises falls bestätigt bestritt bestritten confirmed denied",
);
