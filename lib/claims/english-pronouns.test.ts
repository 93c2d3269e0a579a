import { expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "en" }).claims.map(({ wording }) => wording);

test("names the speaker where the pronoun in his speech can only mean him", () => {
  expect(wordingsOf("The company said it regretted the accident.")).toEqual([
    "The company regretted the accident.",
  ]);
});

test("keeps the pronoun where it may mean somebody else", () => {
  expect(wordingsOf("Police said he was hurt.")).toEqual(["He was hurt."]);
});

test("carries a person's name over from the sentence before", () => {
  expect(wordingsOf("Jane Sample opened the bridge. She stayed for an hour.")).toEqual([
    "Jane Sample opened the bridge.",
    "Jane Sample stayed for an hour.",
  ]);
});

test.each([
  ["two persons", "John Sample met Karl Muster in Exham. He left on Friday."],
  ["a man and a woman's pronoun", "John Sample opened the bridge. She stayed for an hour."],
  ["a thing", "The council closed the bridge. It was built in 1936."],
])("leaves a pronoun alone behind %s", (_case, text) => {
  expect(wordingsOf(text).at(-1)).toMatch(/^(?:He|She|It) /);
});
