import type { TaggerWeights } from "@/lib/text/tagger/weights";
import { unpackWeights } from "@/lib/text/tagger/weights";
import type { Surroundings, TaggerLanguage, WordType } from "@/lib/text/tagger/word-features";
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

/** Below everything that weights can make up for. */
const FORBIDDEN = -20_000;

interface ScoredType extends WordType {
  /** Index of the only tag the word ever has, or -1. */
  readonly fixed: number;
  /** For every role the scores of all tags, one role behind the other. */
  readonly scores: Int16Array;
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
  const remembered = new Map<string, ScoredType>();
  const features = new Int32Array(SURROUNDING_FEATURES);
  const scores = new Int32Array(count);
  const clause = new ClauseSoFar();

  const scored = (type: WordType, fixedTag: number): ScoredType => {
    const sums = new Int16Array(count * ROLES.length);
    ROLES.forEach((role, index) => {
      for (const feature of roleFeatures(type, role)) weights.addTo(sums, index * count, feature);
    });
    tags.forEach((tag, index) => {
      if (language.forbids(type.name, tag)) sums[index] = FORBIDDEN;
    });
    return { ...type, fixed: fixedTag, scores: sums };
  };
  const outside = scored(OUTSIDE, -1);

  const fixedTagOf = (token: Token, isFirst: boolean): number =>
    token.kind === "mark"
      ? tags.indexOf(language.tagOfMark(token.text))
      : (fixed.get(isFirst ? token.lower : token.text) ?? -1);

  const typeOf = (token: Token, isFirst: boolean): ScoredType => {
    const key = isFirst ? `^${token.text}` : token.text;
    const known = remembered.get(key);
    if (known) return known;
    const type = scored(wordTypeOf(token, isFirst, language), fixedTagOf(token, isFirst));
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, type);
    return type;
  };

  const addRole = (type: ScoredType, role: number) => {
    const from = role * count;
    for (let tag = 0; tag < count; tag++) scores[tag] = (scores[tag] ?? 0) + (type.scores[from + tag] ?? 0);
  };

  return (tokens) => {
    const types = tokens.map((token, index) => typeOf(token, opensSentence(tokens[index - 1])));
    const ahead = lookAhead(tokens, types);
    clause.reset();
    const at: Surroundings = {
      before: outside,
      own: outside,
      next: outside,
      afterNext: outside,
      tag: count,
      earlierTag: count,
      clause: 0,
      verb: 0,
      ahead: 0,
    };
    let beforePrevious = outside;
    let before = outside;
    const found: string[] = [];
    types.forEach((own, index) => {
      let best = own.fixed;
      if (best < 0) {
        const next = types[index + 1] ?? outside;
        const afterNext = types[index + 2] ?? outside;
        scores.fill(0);
        addRole(own, 0);
        addRole(before, 1);
        addRole(beforePrevious, 2);
        addRole(next, 3);
        addRole(afterNext, 4);
        at.before = before;
        at.own = own;
        at.next = next;
        at.afterNext = afterNext;
        at.clause = clause.code;
        at.verb = clause.verb;
        at.ahead = ahead[index] ?? 0;
        surroundingFeatures(at, features);
        for (const feature of features) weights.addTo(scores, 0, feature);
        best = indexOfHighest(scores);
      }
      clause.add(effects[best] ?? 0, own.word);
      found.push(tags[best] ?? "");
      at.earlierTag = at.tag;
      at.tag = best;
      beforePrevious = before;
      before = own;
    });
    return found;
  };
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
