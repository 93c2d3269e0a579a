import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const speakersOf = (text: string) =>
  splitClaims(text, { language: "de" })
    .claims.filter(({ mode }) => mode !== "author")
    .map(({ speaker }) => speaker);
const firstSpeaker = (text: string) => {
  const claim = splitClaims(text, { language: "de" }).claims[0];
  return [claim?.speaker, claim?.speakerRole];
};

describe("speakers with roles", () => {
  test.each([
    ["Außenministerin Erika Beispiel sagte, der Pakt halte.", "Erika Beispiel", "Außenministerin"],
    [
      "Der Sprecher des Ministeriums, Karl Beispiel, sagte, der Pakt halte.",
      "Karl Beispiel",
      "Sprecher des Ministeriums",
    ],
    [
      "Karl Beispiel, Sprecher des Ministeriums, sagte, der Pakt halte.",
      "Karl Beispiel",
      "Sprecher des Ministeriums",
    ],
    [
      "Der Pakt halte, sagte Vorstandschef Karl Beispiel dem Sender Radio Muster.",
      "Karl Beispiel",
      "Vorstandschef",
    ],
  ])("are named and keep their role: %s", (text, name, role) => {
    expect(firstSpeaker(text)).toEqual([name, role]);
  });

  test("are both named where two speak", () => {
    expect(
      firstSpeaker("Präsident Karl Beispiel und Kanzlerin Erika Muster erklärten, der Pakt halte.")[0],
    ).toBe("Präsident Karl Beispiel und Kanzlerin Erika Muster");
  });
});

describe("later mentions", () => {
  const INTRODUCTION =
    "Außenministerin Erika Muster sagte, der Pakt halte. Ingenieur Karl Beispiel sagte, das Tor sei alt. ";

  test.each([
    ["er", "Er erklärte, das Tor breche.", "Karl Beispiel"],
    ["sie", "Sie erklärte, das Tor breche.", "Erika Muster"],
    ["a last name", "Muster erklärte, das Tor breche.", "Erika Muster"],
    ["an office", "Die Außenministerin erklärte, das Tor breche.", "Erika Muster"],
    ["the end of an office", "Die Ministerin erklärte, das Tor breche.", "Erika Muster"],
    ["an age", "Der 58-Jährige erklärte, das Tor breche.", "Karl Beispiel"],
  ])("by %s find the person", (_mention, text, speaker) => {
    expect(speakersOf(INTRODUCTION + text)).toEqual(["Erika Muster", "Karl Beispiel", speaker]);
  });

  test("of an organisation by the end of its name find it", () => {
    expect(
      speakersOf("Der Deichverband sagte, das Tor breche. Der Verband erklärte, das Wasser steige."),
    ).toEqual(["der Deichverband", "der Deichverband"]);
  });

  test("by a pronoun that fits nobody name nobody", () => {
    expect(
      speakersOf("Ingenieur Karl Beispiel sagte, das Tor sei alt. Sie erklärte, das Wasser steige."),
    ).toEqual(["Karl Beispiel", null]);
  });

  test("keep the particles of a noble name", () => {
    expect(
      speakersOf(
        "Die Rätin Ursula von der Aue sagte, das Tor breche. Von der Aue erklärte, das Wasser steige.",
      ),
    ).toEqual(["Ursula von der Aue", "Ursula von der Aue"]);
  });
});
