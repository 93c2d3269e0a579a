import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "de" }).claims.map(({ wording }) => wording);

describe("a share of a number", () => {
  test.each([
    [
      "Bei dem Unfall wurden 14 Menschen verletzt, davon vier schwer.",
      ["Bei dem Unfall wurden 14 Menschen verletzt.", "Bei dem Unfall wurden vier Menschen schwer verletzt."],
    ],
    [
      "Bei dem Brand starben 14 Menschen, darunter zwei Kinder.",
      ["Bei dem Brand starben 14 Menschen.", "Bei dem Brand starben zwei Kinder."],
    ],
    ["14 Boote wurden geprüft, davon 3.", ["14 Boote wurden geprüft.", "3 Boote wurden geprüft."]],
  ])("is a claim of its own: %s", (text, expected) => {
    expect(wordingsOf(text)).toEqual(expected);
  });

  test.each([
    "Der Verein hat 300 Mitglieder, davon 40 Kinder.",
    "Die Stadt kaufte 40 Boote, davon zwölf neue.",
    "Bei dem Brand starben 14 Menschen, darunter ein Kind.",
    "Die Stadt hat 40 Boote, davon sind zwölf neu.",
  ])("stays with its whole where it can't be worded by itself: %s", (text) => {
    expect(wordingsOf(text)).toEqual([text]);
  });
});
