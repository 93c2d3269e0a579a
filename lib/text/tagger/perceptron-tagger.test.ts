import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ENGLISH_TAGGER_LANGUAGE } from "@/lib/claims/english-tagger-language";
import { GERMAN_TAGGER_LANGUAGE } from "@/lib/claims/german-tagger-language";
import englishWeights from "@/lib/text/tagger/english-weights.json";
import germanWeights from "@/lib/text/tagger/german-weights.json";
import { CLEAR_LEAD, createTagger } from "@/lib/text/tagger/perceptron-tagger";
import type { TaggerWeights } from "@/lib/text/tagger/weights";
import { packWeights, WeightTable } from "@/lib/text/tagger/weights";
import type { TaggerLanguage } from "@/lib/text/tagger/word-features";
import {
  ClauseSoFar,
  lookAhead,
  OUTSIDE,
  opensSentence,
  roleFeatures,
  SURROUNDING_FEATURES,
  surroundingFeatures,
  wordTypeOf,
} from "@/lib/text/tagger/word-features";
import { tokenizeWords } from "@/lib/text/tokenize-words";

const tokensOf = (text: string) => tokenizeWords(text, { start: 0, end: text.length });

/** The tagger as the book says it, without anything remembered: for every word all features are added up anew. */
function tagSlowly(text: string, weights: TaggerWeights, language: TaggerLanguage): string[] {
  const tokens = tokensOf(text);
  const table = new WeightTable(weights.packed);
  const tags = weights.tags.split(" ");
  const types = tokens.map((token, at) => wordTypeOf(token, opensSentence(tokens[at - 1]), language));
  const ahead = lookAhead(tokens, types);
  const clause = new ClauseSoFar();
  const found: string[] = [];
  const fixed = Object.entries(weights.fixed).flatMap(([tag, words]) =>
    words.split(" ").map((word) => [word, tag] as const),
  );
  const fixedTags = new Map(fixed);
  tokens.forEach((token, at) => {
    const typeAt = (index: number) => types[index] ?? OUTSIDE;
    const scores = new Int32Array(tags.length);
    const surrounding = new Int32Array(SURROUNDING_FEATURES);
    surroundingFeatures(
      {
        before: typeAt(at - 1),
        own: typeAt(at),
        next: typeAt(at + 1),
        afterNext: typeAt(at + 2),
        tag: at > 0 ? tags.indexOf(found[at - 1] ?? "") : tags.length,
        earlierTag: at > 1 ? tags.indexOf(found[at - 2] ?? "") : tags.length,
        clause: clause.code,
        verb: clause.verb,
        ahead: ahead[at] ?? 0,
      },
      surrounding,
    );
    const ofWords = [
      ...roleFeatures(typeAt(at), "own"),
      ...roleFeatures(typeAt(at - 1), "previous"),
      ...roleFeatures(typeAt(at - 2), "beforePrevious"),
      ...roleFeatures(typeAt(at + 1), "next"),
      ...roleFeatures(typeAt(at + 2), "afterNext"),
    ];
    for (const feature of ofWords) table.addTo(scores, 0, feature);
    const allowed = tags.filter((tag) => !language.forbids(typeAt(at).name, tag));
    const scoreOf = (tag: string) => scores[tags.indexOf(tag)] ?? 0;
    const bestNow = () => allowed.reduce((a, b) => (scoreOf(b) > scoreOf(a) ? b : a));
    const [first = 0, second = 0] = allowed.map(scoreOf).sort((a, b) => b - a);
    if (first - second <= CLEAR_LEAD) for (const feature of surrounding) table.addTo(scores, 0, feature);
    const best = bestNow();
    const known =
      token.kind === "mark"
        ? language.tagOfMark(token.text)
        : fixedTags.get(opensSentence(tokens[at - 1]) ? token.lower : token.text);
    const tag = known ?? best;
    clause.add(language.effectOf(tag), typeAt(at).word);
    found.push(tag);
  });
  return found;
}

const PIECES =
  "Der die das Rat hat haben zu sein laut seit prüft geprüft beraten den Plan, der „ “ . ; und dass 3 1990 The said it's who left had been of plants ünter x-y Über".split(
    " ",
  );
const someText = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6 })), {
  maxLength: 14,
});

describe.each([
  ["German", germanWeights, GERMAN_TAGGER_LANGUAGE],
  ["English", englishWeights, ENGLISH_TAGGER_LANGUAGE],
] as const)("the %s tagger", (_name, weights, language) => {
  const tag = createTagger(weights, language);

  test("gives the tags that adding up all features anew gives, whatever it has seen before", () => {
    fc.assert(
      fc.property(someText, (pieces) => {
        const text = pieces.join(" ");
        expect(tag(tokensOf(text))).toEqual(tagSlowly(text, weights, language));
      }),
      { numRuns: 25 },
    );
  });

  test("has weights small enough for a repository, with source and licence", () => {
    expect(Buffer.byteLength(JSON.stringify(weights))).toBeLessThan(400_000);
    expect(weights.source).toContain("Universal Dependencies");
    expect(weights.licence).toBe("CC BY-SA 4.0");
  });

  test("takes a text without any end in a time that grows with its length", () => {
    const seconds = (words: number) => {
      const tokens = tokensOf("dass er who, ".repeat(words / 4));
      const before = process.cpuUsage();
      tag(tokens);
      return process.cpuUsage(before).user / 1e6;
    };
    seconds(4_000);
    const short = seconds(20_000);
    expect(seconds(80_000)).toBeLessThan(Math.max(0.5, short * 12));
  });
});

describe("packed weights", () => {
  test("come back as they were", () => {
    const features = [
      { feature: 0, weights: [[1, -46] as const] },
      { feature: 45, weights: [[0, 46] as const, [91, 1] as const] },
      { feature: 46, weights: [[2, 3] as const] },
      { feature: 16_777_215, weights: [[5, -1] as const] },
    ];
    const table = new WeightTable(packWeights(features));
    for (const { feature, weights } of features) {
      const scores = new Int32Array(92);
      table.addTo(scores, 0, feature);
      expect([...scores.entries()].filter(([, score]) => score !== 0)).toEqual(
        [...weights].map((pair) => [...pair]),
      );
    }
    const unknown = new Int32Array(92);
    table.addTo(unknown, 0, 47);
    expect(unknown.every((score) => score === 0)).toBe(true);
  });
});
