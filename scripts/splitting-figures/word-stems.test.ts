import { describe, expect, it } from "vitest";
import {
  bagSimilarity,
  sameWordsKey,
  stemBag,
  stemEnglish,
  stemGerman,
} from "@/scripts/splitting-figures/word-stems";

describe("stems", () => {
  // Word and stem as the Snowball vocabulary lists them.
  it.each([
    ["aufeinanderfolge", "aufeinanderfolg"],
    ["kategorischen", "kategor"],
    ["häuser", "haus"],
    ["straßen", "strass"],
    ["kenntnisse", "kenntnis"],
    ["freundlichkeit", "freundlich"],
    ["entzündung", "entzund"],
    ["bauen", "bau"],
  ])("cuts the German %s to %s", (word, stem) => {
    expect(stemGerman(word)).toBe(stem);
  });

  it.each([
    ["companies", "company"],
    ["boxes", "box"],
    ["stopped", "stop"],
    ["running", "run"],
    ["quickly", "quick"],
    ["house", "hous"],
    ["gas", "gas"],
    ["42nd", "42nd"],
  ])("cuts the English %s to %s", (word, stem) => {
    expect(stemEnglish(word)).toBe(stem);
  });

  it("compares statements by the stems of their content words", () => {
    const a = stemBag("Der Verein hat drei Häuser gebaut.", "de");
    const b = stemBag("Drei Häuser wurden vom Verein gebaut.", "de");
    expect(bagSimilarity(a, b)).toBe(1);
    expect(bagSimilarity(a, stemBag("Der Verein hat drei Schiffe.", "de"))).toBeCloseTo(4 / 7);
  });

  it("counts wordings as the same by their letters and digits", () => {
    expect(sameWordsKey("„Der Damm“, 40 m!")).toBe("der damm 40 m");
  });
});
