import { describe, expect, test } from "vitest";
import { findQuantities, isStated } from "./quantities";

describe("findQuantities", () => {
  test.each<[string, string, { value: string; unit?: string; bound?: string | null }[]]>([
    ["de", "1.200,5 Tonnen", [{ value: "1200.5", unit: "t" }]],
    ["en", "1,200.5 tonnes", [{ value: "1200.5", unit: "t" }]],
    ["de", "3,5 Mio. Euro", [{ value: "3.5", unit: "1e6 €" }]],
    ["en", "$3.5 million", [{ value: "3.5", unit: "1e6 $" }]],
    ["de", "€ 5", [{ value: "5", unit: "€" }]],
    [
      "de",
      "18 % und 18 Prozent",
      [
        { value: "18", unit: "%" },
        { value: "18", unit: "%" },
      ],
    ],
    ["de", "zwei Billionen Euro", [{ value: "2", unit: "1e12 €" }]],
    ["en", "two billion dollars", [{ value: "2", unit: "1e9 $" }]],
    ["de", "eine Million", [{ value: "1", unit: "1e6" }]],
    ["de", "eine Stadt und ein Haus", []],
    ["de", "zweihundertfünfzig Leute", [{ value: "zweihundertfünfzig" }]],
    ["de", "mehr als 200 Leute", [{ value: "200", bound: "least" }]],
    ["de", "bis zu 200 Leute", [{ value: "200", bound: "most" }]],
    ["de", "knapp 200 Leute", [{ value: "200", bound: "almost" }]],
    ["en", "about $200", [{ value: "200", unit: "$", bound: "about" }]],
    ["de", "am 30. Dezember 2023", [{ value: "30" }, { value: "2023" }]],
    ["de", "um 14.30 Uhr", [{ value: "14.30", unit: "uhr" }]],
    ["de", "12 500 Menschen", [{ value: "12500" }]],
  ])("reads in %s: %s", (language, text, expected) => {
    const found = findQuantities(text, language);
    expect(found).toHaveLength(expected.length);
    expect(found).toMatchObject(expected);
  });
});

test("a number that counts something else is not stated", () => {
  const stated = findQuantities("Es gab 30 Häuser und 40 neue Familien.", "de");
  const isIn = (text: string) => findQuantities(text, "de").every((one) => isStated(one, stated));
  expect(isIn("30 Häusern")).toBe(true);
  expect(isIn("40 Familien")).toBe(true);
  expect(isIn("30 Familien")).toBe(false);
});

test("long digits and long words cost no time", () => {
  const startedAt = performance.now();
  findQuantities(`${"1.".repeat(20_000)} ${"hundert".repeat(3_000)}x ${"1 ".repeat(20_000)}`, "de");
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
