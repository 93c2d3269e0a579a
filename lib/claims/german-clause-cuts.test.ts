import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "de" }).claims.map(({ wording }) => wording);

describe("clauses of a German sentence as statements", () => {
  test.each([
    [
      "after nachdem",
      "Nachdem der Damm gebrochen war, räumte die Feuerwehr das Dorf.",
      ["Der Damm war gebrochen.", "Die Feuerwehr räumte das Dorf."],
    ],
    [
      "after so dass",
      "Ein Baum stürzte auf die Straße, so dass der Bus anhalten musste.",
      ["Ein Baum stürzte auf die Straße.", "Der Bus musste anhalten."],
    ],
    [
      "after wobei",
      "Das Dach stürzte ein, wobei vier Menschen starben.",
      ["Das Dach stürzte ein.", "Dabei starben vier Menschen."],
    ],
    [
      "between dashes",
      "Die Einheit – das Land hat 200 Soldaten geschickt – kam am Samstag in die Stadt.",
      ["Das Land hat 200 Soldaten geschickt.", "Die Einheit kam am Samstag in die Stadt."],
    ],
    [
      "behind a colon",
      "Der Rat hat entschieden: Das Bad wird im Mai geschlossen.",
      ["Der Rat hat entschieden.", "Das Bad wird im Mai geschlossen."],
    ],
  ])("%s", (_case, text, expected) => {
    expect(wordingsOf(text)).toEqual(expected);
  });

  test("states a reason besides the sentence that says what it is the reason for", () => {
    const text = "Die Brücke wurde gesperrt, weil ein Träger gebrochen war.";
    expect(wordingsOf(text)).toEqual([text, "Ein Träger war gebrochen."]);
  });

  test("takes two dass clauses apart", () => {
    expect(
      wordingsOf("Erika Beispiel sagte, dass der Damm alt ist und dass die Pumpen nicht laufen."),
    ).toEqual(["Der Damm ist alt.", "Die Pumpen laufen nicht."]);
  });

  test.each([
    "Wenn der Fluss weiter steigt, wird die Straße gesperrt.",
    "Der Zug hält nicht, um Zeit zu sparen.",
    "Die Stadt prüft, ob die Halle saniert werden kann.",
  ])("leaves %s whole", (text) => {
    expect(wordingsOf(text)).toEqual([text]);
  });
});
