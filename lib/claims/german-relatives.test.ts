import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "de" }).claims.map(({ wording }) => wording);

describe("a German relative clause as a statement", () => {
  test.each([
    [
      "whose pronoun is the subject",
      "Die Polizei fasste einen jungen Mann, der zwei Boote gestohlen hatte.",
      ["Die Polizei fasste einen jungen Mann.", "Ein junger Mann hatte zwei Boote gestohlen."],
    ],
    [
      "behind a preposition",
      "Der Sturm, bei dem acht Menschen starben, zog im März durch Musterland.",
      ["Bei dem Sturm starben acht Menschen.", "Der Sturm zog im März durch Musterland."],
    ],
    [
      "whose pronoun is the object",
      "Der Mann, den die Polizei am Montag fasste, schweigt.",
      ["Die Polizei fasste den Mann am Montag.", "Der Mann schweigt."],
    ],
    [
      "with several verbs",
      "Die Werft, die 1912 gegründet wurde und 80 Boote gebaut hat, sucht Leute.",
      ["Die Werft wurde 1912 gegründet.", "Die Werft hat 80 Boote gebaut.", "Die Werft sucht Leute."],
    ],
    [
      "behind the participle",
      "Der Rat hat einen Plan vorgelegt, der zwölf neue Schulen vorsieht.",
      ["Der Rat hat einen Plan vorgelegt.", "Ein Plan sieht zwölf neue Schulen vor."],
    ],
    [
      "in a phrase with its article in the preposition",
      "Der Brand im Lager, das seit 2010 leer stand, ist gelöscht.",
      ["Das Lager stand seit 2010 leer.", "Der Brand im Lager ist gelöscht."],
    ],
    [
      "of a predicate",
      "Karl Beispiel ist ein Maler, der 1960 geboren wurde.",
      ["Karl Beispiel ist ein Maler.", "Karl Beispiel wurde 1960 geboren."],
    ],
    [
      "with wo",
      "Der Fahrer kam ins Krankenhaus, wo er am Sonntag starb.",
      ["Der Fahrer kam ins Krankenhaus.", "Im Krankenhaus starb er am Sonntag."],
    ],
  ])("%s", (_case, text, expected) => {
    expect(wordingsOf(text)).toEqual(expected);
  });

  test("belongs to a new noun rather than to its genitive", () => {
    expect(wordingsOf("Das zeigt eine Studie der Hochschule, für die Forscher 94 Nester zählten.")).toContain(
      "Für die Studie der Hochschule zählten Forscher 94 Nester.",
    );
  });

  test.each([
    ["a denied noun", "Es gibt keine Brücke, die das Hochwasser überstanden hat."],
    ["the only one", "Sie ist die einzige Ärztin, die auf der Insel wohnt."],
    [
      "a noun that its genitive may take the clause from",
      "Die Kritik der Partei, die am Montag bekannt wurde, wiegt schwer.",
    ],
    ["a cleft", "Es war der Bürgermeister, der den Alarm auslöste."],
  ])("stays where it is behind %s", (_case, text) => {
    expect(wordingsOf(text)).toEqual([text]);
  });
});
