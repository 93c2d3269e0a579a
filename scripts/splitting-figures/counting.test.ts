import { describe, expect, it } from "vitest";
import {
  areaUnderCurve,
  countSets,
  matchBest,
  noCounts,
  scoresOf,
} from "@/scripts/splitting-figures/counting";

describe("counting", () => {
  it("gives precision, recall and F1", () => {
    const counts = noCounts();
    countSets(counts, new Set([1, 2, 3, 4]), new Set([3, 4, 5]));
    expect(counts).toEqual({ found: 2, invented: 1, missed: 2 });
    expect(scoresOf(counts)).toEqual({ f1: 4 / 7, precision: 2 / 3, recall: 1 / 2 });
  });

  it("calls it perfect when there was nothing to find and nothing was found", () => {
    expect(scoresOf(noCounts())).toEqual({ f1: 1, precision: null, recall: null });
  });

  it("ranks: 1 where every positive is above every negative, a half where the scores are equal", () => {
    const items = (positive: number, negative: number) => [
      { score: positive, isPositive: true },
      { score: negative, isPositive: false },
    ];
    expect(areaUnderCurve(items(0.9, 0.1))).toBe(1);
    expect(areaUnderCurve(items(0.1, 0.9))).toBe(0);
    expect(areaUnderCurve(items(0.5, 0.5))).toBe(0.5);
    expect(areaUnderCurve([{ score: 0.5, isPositive: true }])).toBeNull();
  });

  it("pairs the most similar first and nobody twice", () => {
    const similarities = [
      [0.7, 0.9],
      [0.6, 0.8],
    ];
    const pairs = matchBest({ system: 2, gold: 2 }, (system, gold) => similarities[system]?.[gold] ?? 0);
    expect(pairs).toEqual([
      { system: 0, gold: 1, similarity: 0.9 },
      { system: 1, gold: 0, similarity: 0.6 },
    ]);
  });
});
