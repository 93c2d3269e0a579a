import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitByRanges } from "@/lib/text/split-by-ranges";

const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));

const rangesOver = (length: number) =>
  fc.array(
    fc.record({
      id: fc.constantFrom("a", "b", "c", "d"),
      start: fc.integer({ min: -2, max: length + 2 }),
      end: fc.integer({ min: -2, max: length + 2 }),
    }),
  );

describe("splitByRanges", () => {
  test("cuts overlapping ranges into flat segments, the innermost id last", () => {
    const segments = splitByRanges("0123456789", [
      { id: "inner", start: 4, end: 6 },
      { id: "outer", start: 2, end: 8 },
      { id: "late", start: 5, end: 9 },
    ]);
    expect(segments.map(({ text, ids }) => [text, ids])).toEqual([
      ["01", []],
      ["23", ["outer"]],
      ["4", ["outer", "inner"]],
      ["5", ["outer", "inner", "late"]],
      ["67", ["outer", "late"]],
      ["8", ["late"]],
      ["9", []],
    ]);
  });

  test("names a claim once where two of its spans overlap, and ignores empty ranges", () => {
    const segments = splitByRanges("abcd", [
      { id: "one", start: 0, end: 3 },
      { id: "one", start: 1, end: 4 },
      { id: "empty", start: 2, end: 2 },
    ]);
    expect(segments.map(({ text, ids }) => [text, ids])).toEqual([
      ["a", ["one"]],
      ["bc", ["one"]],
      ["d", ["one"]],
    ]);
  });

  test("takes the longer of two ranges that start together for the outer one", () => {
    const [both] = splitByRanges("abcd", [
      { id: "short", start: 0, end: 2 },
      { id: "long", start: 0, end: 4 },
    ]);
    expect(both?.ids).toEqual(["long", "short"]);
  });

  test("gives nothing for an empty text", () => {
    expect(splitByRanges("", [{ id: "a", start: 0, end: 5 }])).toEqual([]);
  });

  test("gives the text back when the segments are joined", () => {
    fc.assert(
      fc.property(
        anyText.chain((text) => fc.tuple(fc.constant(text), rangesOver(text.length))),
        ([text, ranges]) => {
          const segments = splitByRanges(text, ranges);
          expect(segments.map((segment) => segment.text).join("")).toBe(text);
          expect(segments.every((segment) => segment.text === text.slice(segment.start, segment.end))).toBe(
            true,
          );
        },
      ),
    );
  });

  test("covers each segment with exactly the ranges that contain it", () => {
    fc.assert(
      fc.property(rangesOver(12), (ranges) => {
        for (const { start, end, ids } of splitByRanges("abcdefghijkl", ranges)) {
          const covering = ranges.filter(
            (range) => range.start <= start && range.end >= end && range.start < range.end,
          );
          expect([...ids].sort()).toEqual([...new Set(covering.map(({ id }) => id))].sort());
        }
      }),
    );
  });
});
