import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "de" }).claims.map(({ wording }) => wording);

describe("an apposition", () => {
  test.each([
    [
      "names who holds an office",
      "Der Sprecher des Verbands, Karl Beispiel, trat am Montag zurück.",
      ["Karl Beispiel ist Sprecher des Verbands.", "Karl Beispiel trat am Montag zurück."],
    ],
    [
      "says which office a person holds",
      "Erika Beispiel, die Leiterin der Klinik, wurde entlassen.",
      ["Erika Beispiel ist Leiterin der Klinik.", "Erika Beispiel wurde entlassen."],
    ],
    [
      "describes somebody",
      "Der Fahrer, ein 43-Jähriger aus Musterhafen, blieb unverletzt.",
      ["Der Fahrer ist ein 43-Jähriger aus Musterhafen.", "Der Fahrer blieb unverletzt."],
    ],
  ])("%s", (_case, text, expected) => {
    expect(wordingsOf(text).toSorted()).toEqual(expected.toSorted());
  });

  test("takes no place in the text for the verb it gets", () => {
    const text = "Der Sprecher des Verbands, Karl Beispiel, trat am Montag zurück.";
    const { claims } = splitClaims(text, { language: "de" });
    const relation = claims.find(({ wording }) => wording.startsWith("Karl Beispiel ist"));
    expect(relation?.spans.map(({ start, end }) => text.slice(start, end)).join(" ")).not.toContain("ist");
  });

  test("is told from a row", () => {
    const text = "Karl Beispiel, Erika Muster und Otto Probe kamen zurück.";
    expect(wordingsOf(text)).toEqual([text]);
  });
});
