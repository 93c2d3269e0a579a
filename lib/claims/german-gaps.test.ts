import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "de" }).claims.map(({ wording }) => wording);

describe("a clause that leaves its verb out", () => {
  test.each([
    [
      "gets the auxiliary and the infinitive of the other",
      "Das Werk soll ganz geschlossen, die Produktion nach Musterhafen verlagert werden.",
      ["Das Werk soll ganz geschlossen werden.", "Die Produktion soll nach Musterhafen verlagert werden."],
    ],
    [
      "gets haben where it has a subject of its own",
      "Der Kläger hatte drei Jahre gefordert, die Verteidigung auf eine Geldstrafe plädiert.",
      ["Der Kläger hatte drei Jahre gefordert.", "Die Verteidigung hatte auf eine Geldstrafe plädiert."],
    ],
    [
      "gets the verb where it has the same shape",
      "Die Liste kam auf 12 Prozent, die Union auf 9 Prozent.",
      ["Die Liste kam auf 12 Prozent.", "Die Union kam auf 9 Prozent."],
    ],
    [
      "goes on with allerdings",
      "Die Straße wurde an vielen Stellen beschädigt, allerdings in unterschiedlichem Maße.",
      [
        "Die Straße wurde an vielen Stellen beschädigt.",
        "Die Straße wurde an vielen Stellen in unterschiedlichem Maße beschädigt.",
      ],
    ],
  ])("%s", (_case, text, expected) => {
    expect(wordingsOf(text)).toEqual(expected);
  });
});
