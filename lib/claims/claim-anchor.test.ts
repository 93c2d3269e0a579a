import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createAnchor, isAnchorOf } from "@/lib/claims/claim-anchor";

describe("createAnchor", () => {
  test("keeps the quote and 32 characters on each side", () => {
    const text = `${"v".repeat(40)}Zitat${"h".repeat(40)}`;
    expect(createAnchor(text, { start: 40, end: 45 })).toEqual({
      start: 40,
      end: 45,
      quote: "Zitat",
      prefix: "v".repeat(32),
      suffix: "h".repeat(32),
    });
  });

  test("never cuts a surrogate pair in the surroundings", () => {
    const text = `${"😀".repeat(20)}x${"😀".repeat(20)}`;
    const { prefix, suffix } = createAnchor(text.replace("x", "xy"), { start: 40, end: 41 });
    expect(prefix.isWellFormed()).toBe(true);
    expect(suffix.isWellFormed()).toBe(true);
    expect(suffix).toBe(`y${"😀".repeat(15)}`);
  });

  test.each([
    [{ start: 3, end: 3 }, "empty"],
    [{ start: -1, end: 2 }, "before the text"],
    [{ start: 2, end: 99 }, "behind the text"],
    [{ start: 0, end: 1 }, "inside a surrogate pair"],
    [{ start: 0.5, end: 2 }, "no whole number"],
  ])("refuses a span that is %j: %s", (span) => {
    expect(() => createAnchor("😀abcdef", span)).toThrow(RangeError);
  });

  test("makes an anchor of the text it was made from, for every span", () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom("a", "ä", " ", "😀", "\n", "ß"), { minLength: 1 })
          .map((parts) => parts.join("")),
        fc.nat(),
        fc.nat(),
        (text, a, b) => {
          const characters = [...text];
          const from = a % characters.length;
          const start = characters.slice(0, from).join("").length;
          const end = start + characters.slice(from, from + 1 + (b % 9)).join("").length;
          const anchor = createAnchor(text, { start, end });
          expect(isAnchorOf(text, anchor)).toBe(true);
          expect(text.includes(anchor.prefix + anchor.quote + anchor.suffix)).toBe(true);
        },
      ),
    );
  });
});

describe("isAnchorOf", () => {
  test("is false once the words have moved or changed", () => {
    const anchor = createAnchor("Die Brücke ist offen.", { start: 4, end: 10 });
    expect(isAnchorOf("Die Brücke ist offen.", anchor)).toBe(true);
    expect(isAnchorOf("Eine Brücke ist offen.", anchor)).toBe(false);
    expect(isAnchorOf("Die Br", anchor)).toBe(false);
  });
});
