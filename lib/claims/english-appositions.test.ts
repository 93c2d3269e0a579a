import { expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "en" }).claims.map(({ wording }) => wording);

test.each([
  [
    "an office behind a name",
    "Jane Sample, the mayor of Exham, opened the bridge.",
    ["Jane Sample opened the bridge.", "Jane Sample is the mayor of Exham."],
  ],
  [
    "a name behind an office",
    "The museum's director, Karl Muster, resigned on Monday.",
    ["The museum's director resigned on Monday.", "Karl Muster is the museum's director."],
  ],
  [
    "an age",
    "Karl Muster, 42, was arrested on Monday.",
    ["Karl Muster was arrested on Monday.", "Karl Muster is 42 years old."],
  ],
  [
    "a superlative at the end",
    "Turnout was 68 percent, the highest since 1990.",
    ["Turnout was 68 percent.", "Turnout was the highest since 1990."],
  ],
])("states what %s says", (_case, text, expected) => {
  expect(wordingsOf(text)).toEqual(expected);
});

test("takes commas of a list for no apposition", () => {
  const text = "The train stops in Exham, the capital, and Larkton.";
  expect(wordingsOf(text)).toEqual([text]);
});

test("states who somebody is in the author's voice beside what he says", () => {
  const { claims } = splitClaims('"The dam has broken," said Jane Sample, the mayor of Exham.', {
    language: "en",
  });
  expect(claims.map(({ wording, mode, speaker }) => [wording, mode, speaker])).toEqual([
    ["The dam has broken.", "direct", "Jane Sample"],
    ["Jane Sample is the mayor of Exham.", "author", null],
  ]);
});
