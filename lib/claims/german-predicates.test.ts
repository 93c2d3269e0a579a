import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "de" }).claims.map(({ wording }) => wording);

describe("coordinated predicates", () => {
  test.each([
    [
      "share the subject in a row",
      "Die Feuerwehr räumte das Haus, löschte den Brand und barg zwei Katzen.",
      [
        "Die Feuerwehr räumte das Haus.",
        "Die Feuerwehr löschte den Brand.",
        "Die Feuerwehr barg zwei Katzen.",
      ],
    ],
    [
      "share a time or place in front",
      "Am Montag versammelten sich 300 Bürger und forderten einen neuen Deich.",
      ["Am Montag versammelten sich 300 Bürger.", "Am Montag forderten 300 Bürger einen neuen Deich."],
    ],
    [
      "do not share a time where each has its own",
      "Im Mai kam das Schiff an und fuhr im Juni weiter.",
      ["Im Mai kam das Schiff an.", "Das Schiff fuhr im Juni weiter."],
    ],
    [
      "share the end of their verbs",
      "Das Bad ist 1912 gebaut und zuletzt 1987 erweitert worden.",
      ["Das Bad ist 1912 gebaut worden.", "Das Bad ist zuletzt 1987 erweitert worden."],
    ],
    [
      "have subjects of their own",
      "Bei dem Unfall sind ein Radfahrer getötet und drei Menschen verletzt worden.",
      [
        "Bei dem Unfall ist ein Radfahrer getötet worden.",
        "Bei dem Unfall sind drei Menschen verletzt worden.",
      ],
    ],
    [
      "are told apart by und damit",
      "Der Pegel lag am Montag bei vier Metern und damit zehn Prozent über dem Mittel.",
      ["Der Pegel lag am Montag bei vier Metern.", "Der Pegel lag am Montag zehn Prozent über dem Mittel."],
    ],
    [
      "behind a comma with aber",
      "Der Verein hat 300 Mitglieder, sucht aber einen Trainer.",
      ["Der Verein hat 300 Mitglieder.", "Der Verein sucht aber einen Trainer."],
    ],
  ])("%s", (_case, text, expected) => {
    expect(wordingsOf(text)).toEqual(expected);
  });

  test.each([
    [
      "where the object may belong to both",
      "Der Täter hatte sein Opfer niedergeschlagen und zur Herausgabe gezwungen.",
    ],
    ["where a condition follows", "Der Rat hatte mit Klage gedroht, sollte der Bund zustimmen."],
  ])("stay together %s", (_case, text) => {
    expect(wordingsOf(text)).toEqual([text]);
  });
});
