import type { Token } from "@/lib/text/tokenize-words";

/* What the tagger looks at. A feature is a number of 24 bits; the same code serves training and decoding. */

const FEATURE_BITS = 24;
export const FEATURE_MASK = (1 << FEATURE_BITS) - 1;

/** What a language knows about its words before any of them has a tag. */
export interface TaggerLanguage {
  /** Words that can take the same places share a name, such as "preposition" or "finite or participle". */
  readonly classNameOf: (token: Token, opensSentence: boolean) => string;
  /** Classes that are finite verbs wherever they stand. */
  readonly isFiniteClass: (className: string) => boolean;
  /** The tag of a mark that has one alone; null where its neighbours decide. */
  readonly tagOfMark: (mark: string) => string | null;
  /** Tags that no word of the class can have. */
  readonly forbids: (className: string, tag: string) => boolean;
  /** What a tag does to the clause it stands in. */
  readonly effectOf: (tag: string) => ClauseEffect;
}

export const CLAUSE_EFFECT = {
  none: 0,
  comma: 1,
  end: 2,
  opener: 3,
  finite: 4,
  auxiliary: 5,
  modal: 6,
} as const;
export type ClauseEffect = (typeof CLAUSE_EFFECT)[keyof typeof CLAUSE_EFFECT];

/** A word without its neighbours. */
export interface WordType {
  readonly word: number;
  readonly suffix: number;
  readonly shortSuffix: number;
  readonly shape: number;
  readonly className: number;
  readonly name: string;
  readonly isFinite: boolean;
  readonly own: readonly number[];
}

export const ROLES = ["own", "previous", "beforePrevious", "next", "afterNext"] as const;
export type Role = (typeof ROLES)[number];

export const hashText = (text: string, from = 0): number => {
  let hash = 0x811c9dc5;
  for (let at = from; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
};

const combine = (template: number, a: number, b = 0, c = 0): number => {
  let hash = Math.imul(template + 1, 0x9e3779b1) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) + b;
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35) + c;
  hash = Math.imul(hash ^ (hash >>> 16), 0x27d4eb2f);
  return (hash ^ (hash >>> 15)) & FEATURE_MASK;
};

const LOWER = 1;
const CAPITAL = 2;
const ALL_CAPITALS = 3;
const MIXED = 4;
const DIGITS = 5;
const MARK = 6;
const START = 8;
const HYPHEN = 16;

function shapeOf({ text, lower, kind }: Token, opensSentence: boolean): number {
  const start = opensSentence ? START : 0;
  if (kind === "mark") return MARK + start;
  if (kind === "number") return DIGITS + start + (text.includes("-") ? HYPHEN : 0);
  const hyphen = text.includes("-") ? HYPHEN : 0;
  if (text === lower) return LOWER + start + hyphen;
  if (text.length > 1 && text === text.toUpperCase()) return ALL_CAPITALS + start + hyphen;
  return (text.slice(1) === lower.slice(1) ? CAPITAL : MIXED) + start + hyphen;
}

/** Looks a word up and down; `opensSentence` says that its capital means nothing. */
export function wordTypeOf(token: Token, opensSentence: boolean, language: TaggerLanguage): WordType {
  const { lower } = token;
  const name = language.classNameOf(token, opensSentence);
  const shape = shapeOf(token, opensSentence);
  const className = hashText(name);
  const word = token.kind === "mark" ? className : hashText(lower);
  const suffix = hashText(lower, Math.max(0, lower.length - 3));
  const own = [
    combine(0, 0),
    combine(1, word),
    combine(2, word, shape),
    combine(3, shape),
    combine(4, className),
    combine(5, className, shape),
  ];
  if (token.kind === "word") {
    for (let length = 1; length <= 6 && length < lower.length; length++)
      own.push(combine(6, hashText(lower, lower.length - length), shape, length));
    for (let length = 1; length <= 4 && length < lower.length; length++)
      own.push(combine(7, hashText(lower.slice(0, length)), shape, length));
    own.push(combine(8, suffix, className));
    own.push(combine(9, hashText(lower, Math.max(0, lower.length - 2)), hashText(lower.slice(0, 2)), shape));
  }
  return {
    word,
    suffix,
    shortSuffix: hashText(lower, Math.max(0, lower.length - 2)),
    shape,
    className,
    name,
    isFinite: language.isFiniteClass(name),
    own,
  };
}

/** The word before the first and behind the last. */
export const OUTSIDE: WordType = {
  word: 1,
  suffix: 1,
  shortSuffix: 1,
  shape: 0,
  className: 1,
  name: "",
  isFinite: false,
  own: [],
};

/** The features of a word for itself or for a neighbour. */
export function roleFeatures(type: WordType, role: Role): readonly number[] {
  const { word, suffix, shortSuffix, shape, className } = type;
  if (role === "own") return type.own;
  if (role === "previous")
    return [
      combine(10, word),
      combine(11, suffix),
      combine(12, className),
      combine(13, shape),
      combine(14, shortSuffix, shape),
    ];
  if (role === "beforePrevious") return [combine(20, word), combine(21, className), combine(22, shape)];
  if (role === "next")
    return [
      combine(30, word),
      combine(31, suffix),
      combine(32, className),
      combine(33, shape),
      combine(34, shortSuffix, shape),
    ];
  return [combine(40, word), combine(41, className), combine(42, shape)];
}

/** What is known at a word while the words before it have their tags. */
export interface Surroundings {
  readonly before: WordType;
  readonly own: WordType;
  readonly next: WordType;
  readonly afterNext: WordType;
  /** Tags of the word before and of the one before that. */
  readonly tag: number;
  readonly earlierTag: number;
  /** What the clause holds so far. */
  readonly clause: number;
  /** The last finite verb of the clause, or 0. */
  readonly verb: number;
  /** What the clause still holds: a finite verb, and how near its end is. */
  readonly ahead: number;
}

export const SURROUNDING_FEATURES = 20;

/** Writes the features that join words and tags to `into`. */
export function surroundingFeatures(at: Surroundings, into: Int32Array): void {
  const { before, own, next, tag, earlierTag, clause, verb, ahead } = at;
  const tags = tag * 256 + earlierTag;
  into[0] = combine(50, tag);
  into[1] = combine(51, tags);
  into[2] = combine(52, tag, own.word);
  into[3] = combine(53, tag, own.suffix, own.shape);
  into[4] = combine(54, tags, own.className);
  into[5] = combine(55, tag, next.className);
  into[6] = combine(56, tag, own.className, next.className);
  into[7] = combine(57, before.word, own.word);
  into[8] = combine(58, own.word, next.word);
  into[9] = combine(59, own.className, next.className, at.afterNext.className);
  into[10] = combine(60, clause, own.className);
  into[11] = combine(61, clause, own.suffix, own.shape);
  into[12] = combine(62, clause * 16 + ahead, own.className);
  into[13] = combine(63, verb, own.className);
  into[14] = combine(64, verb, own.suffix);
  into[15] = combine(65, before.className, own.className, next.className);
  into[16] = combine(66, before.word, own.className);
  into[17] = combine(67, own.className, next.word);
  into[18] = combine(68, clause * 16 + ahead, own.suffix, own.shape);
  into[19] = combine(69, clause * 16 + ahead, own.word);
}

const NO_OPENER = 0;
const SUBORDINATE = 1;

/** What the clause holds so far, told from the tags given; an embedded clause gives the outer one back. */
export class ClauseSoFar {
  private opener = NO_OPENER;
  private finite = 0;
  private outerFinite = 0;
  private outerVerb = 0;
  verb = 0;

  get code(): number {
    return this.opener * 8 + this.finite;
  }

  reset(): void {
    this.opener = NO_OPENER;
    this.finite = 0;
    this.outerFinite = 0;
    this.outerVerb = 0;
    this.verb = 0;
  }

  add(effect: ClauseEffect, word: number): void {
    if (effect === CLAUSE_EFFECT.none) return;
    if (effect === CLAUSE_EFFECT.end) this.reset();
    else if (effect === CLAUSE_EFFECT.opener) this.opener = SUBORDINATE;
    else if (effect === CLAUSE_EFFECT.comma) this.passComma();
    else {
      this.finite = effect;
      this.verb = word;
    }
  }

  private passComma(): void {
    const isOver = this.opener === SUBORDINATE && this.finite !== 0;
    const finite = isOver ? this.outerFinite : 0;
    const verb = isOver ? this.outerVerb : 0;
    if (!isOver && this.opener === NO_OPENER) {
      this.outerFinite = this.finite;
      this.outerVerb = this.verb;
    }
    this.opener = NO_OPENER;
    this.finite = finite;
    this.verb = verb;
  }
}

/** One name for all quotation marks, one for all dashes. */
export function classOfMark(mark: string): string {
  if (/^["„“”«»‚‘’'`´]$/.test(mark)) return '"';
  return /^[–—-]$/.test(mark) ? "–" : mark;
}

/** Whether a capital may stand here for no other reason than that a sentence begins. */
export const opensSentence = (previous: Token | undefined): boolean =>
  previous === undefined || (previous.kind === "mark" && BEFORE_SENTENCE.has(previous.text));
const BEFORE_SENTENCE = new Set('.!?:…„“”"«»‚‘(–-');

/** For every word whether a finite verb follows before the next mark, and how near that mark is. */
export function lookAhead(tokens: readonly Token[], types: readonly WordType[]): Uint8Array {
  const ahead = new Uint8Array(tokens.length);
  let distance = 0;
  let hasFinite = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    if (tokens[at]?.kind === "mark") {
      distance = 0;
      hasFinite = 0;
      continue;
    }
    ahead[at] = hasFinite * 4 + Math.min(distance, 3);
    distance++;
    if (types[at]?.isFinite) hasFinite = 1;
  }
  return ahead;
}
