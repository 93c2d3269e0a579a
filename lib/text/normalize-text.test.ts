import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeText } from "@/lib/text/normalize-text";

/** Strings rich in what normalisation is about. */
const raggedText = fc
  .array(
    fc.constantFrom(
      " ",
      "\t",
      "\n",
      "\r",
      "\r\n",
      "\u2028",
      "\ufeff",
      "\u0000",
      "\ud800",
      "e\u0301",
      "ä",
      "a",
      "\u00a0",
      "\u0301",
    ),
  )
  .map((parts) => parts.join(""));

/** Any UTF-16 units, lone surrogates among them. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));

describe("normalizeText", () => {
  test.each([
    ["a\r\nb\rc\u2028d\u2029e", "a\nb\nc\nd\ne"],
    ["\ufeffMu\u0308ller\u0000", "Müller"],
    ["eins  \t\nzwei", "eins\nzwei"],
    ["eins\n\n\n\n\n\nzwei", "eins\n\n\nzwei"],
    ["  eins\tzwei \n", "eins\tzwei"],
    ["halb \ud83d da", "halb \ufffd da"],
    ["ganz 😀 da", "ganz 😀 da"],
  ])("turns %j into %j", (raw, expected) => {
    expect(normalizeText(raw)).toBe(expected);
  });

  test("changes nothing the second time", () => {
    fc.assert(
      fc.property(fc.oneof(raggedText, anyText), (raw) => {
        const once = normalizeText(raw);
        expect(normalizeText(once)).toBe(once);
      }),
    );
  });

  test("leaves no carriage return, control character, lone surrogate or trailing space", () => {
    fc.assert(
      fc.property(raggedText, (raw) => {
        const text = normalizeText(raw);
        expect(text.isWellFormed()).toBe(true);
        expect(
          [...text].some((character) => character < " " && character !== "\n" && character !== "\t"),
        ).toBe(false);
        expect(text.split("\n").every((line) => line === line.trimEnd())).toBe(true);
      }),
    );
  });
});
