import fc from "fast-check";
import { expect, test } from "vitest";
import { findQuotes, foldedWording } from "./find-quote";

const found = (sentence: string, quotes: string[]) =>
  findQuotes(sentence, quotes)?.map(({ start, end }) => sentence.slice(start, end)) ?? null;

test.each<[string, string[], string[]]>([
  ["Die Stadt hat gebaut.", ["Die Stadt", "gebaut"], ["Die Stadt", "gebaut"]],
  ["Er sagte „Ja“ und ging.", ['"Ja"'], ["„Ja“"]],
  [
    "Die Bilanz\u00a02023 – ein Rückgang …",
    ["Bilanz 2023 - ein Rückgang ..."],
    ["Bilanz\u00a02023 – ein Rückgang …"],
  ],
  ["Der Bau\u00adherr  zahlt.", ["Bauherr zahlt"], ["Bau\u00adherr  zahlt"]],
  ["Café de Flore", ["Cafe\u0301 de"], ["Café de"]],
  ["Cafe\u0301 de Flore", ["Café de"], ["Cafe\u0301 de"]],
  ["achtzig, dann acht", ["acht"], ["acht"]],
  ["rot und rot", ["rot", "rot"], ["rot", "rot"]],
  ["eins zwei drei", ["drei", "eins"], ["eins", "drei"]],
  ["eins zwei drei", ["eins zwei", "zwei drei"], ["eins zwei drei"]],
  ["😀 lacht laut", ["😀 lacht"], ["😀 lacht"]],
])("finds in %j what %j quotes", (sentence, quotes, expected) => {
  expect(found(sentence, quotes)).toEqual(expected);
});

test.each<[string, string[]]>([
  ["Die Stadt hat gebaut.", ["die Stadt"]],
  ["Die Stadt hat gebaut.", ["Die Stadt", "verkauft"]],
  ["Die Stadt hat gebaut.", ["tadt hat"]],
  ["Die Stadt hat gebaut.", [""]],
  ["Die Stadt hat gebaut.", ["hat Stadt"]],
])("finds in %j nothing for %j", (sentence, quotes) => {
  expect(found(sentence, quotes)).toBeNull();
});

test("gives spans in order that lie in the sentence and do not touch, whatever is asked", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.array(fc.string(), { maxLength: 4 }),
      fc.nat(),
      (text, quotes, at) => {
        const spans = findQuotes(text, [...quotes, text.slice(at % (text.length + 1), text.length)]) ?? [];
        let last = -1;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          last = end - 1;
        }
      },
    ),
  );
});

test("takes wordings that read alike for one", () => {
  expect(foldedWording("Die „Stadt“  baut.")).toBe(foldedWording('die "Stadt" baut'));
  expect(foldedWording("Die Stadt baut nicht.")).not.toBe(foldedWording("Die Stadt baut."));
});
