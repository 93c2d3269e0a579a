import type { TaggerWeights } from "@/lib/text/tagger/weights";
import { unpackWeights } from "@/lib/text/tagger/weights";
import type { TaggerLanguage, WordType } from "@/lib/text/tagger/word-features";
import {
  ClauseSoFar,
  lookAhead,
  OUTSIDE,
  opensSentence,
  ROLES,
  roleFeatures,
  SURROUNDING_FEATURES,
  surroundingFeatures,
  wordTypeOf,
} from "@/lib/text/tagger/word-features";
import type { Token } from "@/lib/text/tokenize-words";

/** Names the tag of every token of one sentence. */
export type Tagger = (tokens: readonly Token[]) => string[];

/** Word types that are kept with their scores; more words than these begin the collection anew. */
const MOST_REMEMBERED = 6_000;

/**
 * A tag that leads by more than this on the words alone is hardly ever overtaken when the tags before it count too:
 * once in two thousand words. Four words of five need no further look.
 */
export const CLEAR_LEAD = 150;

/** Below everything that weights can make up for. */
const FORBIDDEN = -20_000;

interface ScoredType extends WordType {
  /** Index of the only tag the word ever has, or -1. */
  readonly fixed: number;
  /** For every role the scores of all tags, one role behind the other. */
  readonly scores: Int32Array;
}

/**
 * A greedy averaged perceptron: from left to right every word gets the tag with the highest sum of weights.
 * Linear in the number of tokens.
 */
export function createTagger(packed: TaggerWeights, language: TaggerLanguage): Tagger {
  const weights = unpackWeights(packed);
  const tags = packed.tags.split(" ");
  const count = tags.length;
  const effects = tags.map(language.effectOf);
  const fixed = fixedTags(packed.fixed, tags);
  const firstTypes = new Map<string, ScoredType>();
  const otherTypes = new Map<string, ScoredType>();
  const features = new Int32Array(SURROUNDING_FEATURES);
  const scores = new Int32Array(count);
  const clause = new ClauseSoFar();

  const scored = (type: WordType, fixedTag: number): ScoredType => {
    const sums = new Int32Array(count * ROLES.length);
    ROLES.forEach((role, index) => {
      for (const feature of roleFeatures(type, role)) weights.addTo(sums, index * count, feature);
    });
    tags.forEach((tag, index) => {
      if (language.forbids(type.name, tag)) sums[index] = FORBIDDEN;
    });
    // Spelt out: every word reads these, and a spread object is slow to read.
    return {
      word: type.word,
      suffix: type.suffix,
      shortSuffix: type.shortSuffix,
      shape: type.shape,
      className: type.className,
      name: type.name,
      isFinite: type.isFinite,
      own: type.own,
      fixed: fixedTag,
      scores: sums,
    };
  };
  const outside = scored(OUTSIDE, -1);

  const fixedTagOf = (token: Token, isFirst: boolean): number =>
    token.kind === "mark"
      ? tags.indexOf(language.tagOfMark(token.text) ?? "")
      : (fixed.get(isFirst ? token.lower : token.text) ?? -1);

  const typeOf = (token: Token, isFirst: boolean): ScoredType => {
    const remembered = isFirst ? firstTypes : otherTypes;
    const known = remembered.get(token.text);
    if (known) return known;
    const type = scored(wordTypeOf(token, isFirst, language), fixedTagOf(token, isFirst));
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(token.text, type);
    return type;
  };

  /** Writes what the words alone say to `scores`; the index of a tag that leads clearly, or -1. */
  const scoreWords = (own: ScoredType, near: Neighbours): number => {
    let best = -1;
    let highest = Number.NEGATIVE_INFINITY;
    let second = Number.NEGATIVE_INFINITY;
    for (let tag = 0; tag < count; tag++) {
      const score =
        (own.scores[tag] ?? 0) +
        (near.before.scores[tag + count] ?? 0) +
        (near.beforePrevious.scores[tag + 2 * count] ?? 0) +
        (near.next.scores[tag + 3 * count] ?? 0) +
        (near.afterNext.scores[tag + 4 * count] ?? 0);
      scores[tag] = score;
      if (score > highest) {
        second = highest;
        highest = score;
        best = tag;
      } else if (score > second) second = score;
    }
    return highest - second > CLEAR_LEAD ? best : -1;
  };

  return (tokens) => {
    const types: ScoredType[] = [];
    for (let index = 0; index < tokens.length; index++) {
      const token = tokens[index];
      if (token) types.push(typeOf(token, opensSentence(tokens[index - 1])));
    }
    const ahead = lookAhead(tokens, types);
    clause.reset();
    const near: Neighbours = { beforePrevious: outside, before: outside, next: outside, afterNext: outside };
    let tag = count;
    let earlierTag = count;
    const found: string[] = [];
    for (let index = 0; index < types.length; index++) {
      const own = types[index] ?? outside;
      near.next = types[index + 1] ?? outside;
      near.afterNext = types[index + 2] ?? outside;
      let best = own.fixed >= 0 ? own.fixed : scoreWords(own, near);
      if (best < 0) {
        const surroundings = {
          before: near.before,
          own,
          next: near.next,
          afterNext: near.afterNext,
          tag,
          earlierTag,
          clause: clause.code,
          verb: clause.verb,
          ahead: ahead[index] ?? 0,
        };
        surroundingFeatures(surroundings, features);
        for (let each = 0; each < SURROUNDING_FEATURES; each++) weights.addTo(scores, 0, features[each] ?? 0);
        best = indexOfHighest(scores);
      }
      clause.add(effects[best] ?? 0, own.word);
      found.push(tags[best] ?? "");
      earlierTag = tag;
      tag = best;
      near.beforePrevious = near.before;
      near.before = own;
    }
    return found;
  };
}

interface Neighbours {
  beforePrevious: ScoredType;
  before: ScoredType;
  next: ScoredType;
  afterNext: ScoredType;
}

function indexOfHighest(scores: Int32Array): number {
  let best = 0;
  let highest = scores[0] ?? 0;
  for (let tag = 1; tag < scores.length; tag++) {
    const score = scores[tag] ?? 0;
    if (score > highest) {
      highest = score;
      best = tag;
    }
  }
  return best;
}

function fixedTags(fixed: TaggerWeights["fixed"], tags: readonly string[]): Map<string, number> {
  const known = new Map<string, number>();
  for (const [tag, words] of Object.entries(fixed))
    for (const word of words.split(" ")) known.set(word, tags.indexOf(tag));
  return known;
}
