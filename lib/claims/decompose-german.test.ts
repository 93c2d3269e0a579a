import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "de" }).claims.map(({ wording }) => wording);

describe("taking a German sentence apart", () => {
  test("leaves out the cut that fails and makes the others", () => {
    expect(
      wordingsOf(
        "Es gibt keine Brücke, die das Hochwasser überstanden hat, und der Damm ist im Mai gebrochen.",
      ),
    ).toEqual([
      "Es gibt keine Brücke, die das Hochwasser überstanden hat.",
      "Der Damm ist im Mai gebrochen.",
    ]);
  });

  test("makes cuts inside cuts", () => {
    expect(
      wordingsOf(
        "Der Hafen, der 1912 eröffnet wurde, ist gesperrt, und die Fähre bringt 300 Gäste und zwei Hunde nach Musterstadt.",
      ),
    ).toEqual([
      "Der Hafen wurde 1912 eröffnet.",
      "Der Hafen ist gesperrt.",
      "Die Fähre bringt 300 Gäste nach Musterstadt.",
      "Die Fähre bringt zwei Hunde nach Musterstadt.",
    ]);
  });

  test("keeps a separable verb and its particle together", () => {
    const wordings = wordingsOf("Der Rat lehnt den Ausbau und die Öffnung des Hafens ab.");
    for (const wording of wordings) expect(wording).toMatch(/ab\.$/);
  });

  test("puts a verb that no list knows behind its subject with its particle at the end", () => {
    expect(wordingsOf("Die Insel, die den Ausbau des Hafens ablehnt, ist klein.")).toContain(
      "Die Insel lehnt den Ausbau des Hafens ab.",
    );
  });

  test("keeps what hangs on the subject with it", () => {
    expect(
      wordingsOf(
        "Die Behörde vermutet, dass ein Deal Musterlands mit dem Verband kurz vor dem Abschluss steht.",
      ),
    ).toEqual(["Ein Deal Musterlands mit dem Verband steht kurz vor dem Abschluss."]);
  });

  test("keeps a verb in the first person as it is", () => {
    expect(wordingsOf("„Ich werde morgen kommen“, sagte Karl Beispiel.")).toEqual([
      "Ich werde morgen kommen.",
    ]);
  });
});
