import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "de" }).claims.map(({ wording }) => wording);

describe("rows of phrases", () => {
  test.each([
    [
      "objects with an article each",
      "Der Verband betreibt einen Hafen, eine Werft und ein Museum.",
      [
        "Der Verband betreibt einen Hafen.",
        "Der Verband betreibt eine Werft.",
        "Der Verband betreibt ein Museum.",
      ],
    ],
    [
      "phrases with a preposition each",
      "Der Rat stimmte für den Neubau und gegen die Maut.",
      ["Der Rat stimmte für den Neubau.", "Der Rat stimmte gegen die Maut."],
    ],
    [
      "subjects behind the verb, the verb agreeing",
      "Bei dem Brand starben zwei Männer und eine Frau.",
      ["Bei dem Brand starben zwei Männer.", "Bei dem Brand starb eine Frau."],
    ],
    [
      "what hangs on the last phrase alone",
      "Der Zoo zeigt ein Zebra aus Musterland und einen Esel aus Beispielstadt.",
      ["Der Zoo zeigt ein Zebra aus Musterland.", "Der Zoo zeigt einen Esel aus Beispielstadt."],
    ],
  ])("are taken apart: %s", (_case, text, expected) => {
    expect(wordingsOf(text)).toEqual(expected);
  });

  test.each([
    ["what only both are", "Die Strecke besteht aus einem Tunnel und einer Brücke."],
    ["an article for both", "Bei der Einreise und späteren Anträgen gab es Fehler."],
    ["one time", "Der Läufer brauchte zwei Stunden und drei Minuten."],
    [
      "another's object behind a preposition",
      "Der Plan sieht eine Verlängerung um fünf Jahre und die Öffnung des Hafens vor.",
    ],
  ])("stay together: %s", (_case, text) => {
    expect(wordingsOf(text)).toEqual([text]);
  });
});
