import { expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "en" }).claims.map(({ wording }) => wording);

test.each([
  [
    "and",
    "The dam broke in March, and the water rose by two metres.",
    ["The dam broke in March.", "The water rose by two metres."],
  ],
  ["but", "The dam held, but two houses were flooded.", ["The dam held.", "Two houses were flooded."]],
  [
    "a list",
    "The dam broke, two bridges were damaged and the school was closed.",
    ["The dam broke.", "Two bridges were damaged.", "The school was closed."],
  ],
  [
    "a leading although",
    "Although the dam held, two houses were flooded.",
    ["The dam held.", "Two houses were flooded."],
  ],
  [
    "a contrasting while",
    "Wages rose by 2 percent, while prices fell.",
    ["Wages rose by 2 percent.", "Prices fell."],
  ],
  [
    "a semicolon",
    "The bridge was closed; the ferry was full.",
    ["The bridge was closed.", "The ferry was full."],
  ],
  ["after", "The road was closed after a bridge collapsed.", ["The road was closed.", "A bridge collapsed."]],
  [
    "because, with and without the cause",
    "The school was closed because the roof had collapsed.",
    ["The school was closed.", "The school was closed because the roof had collapsed."],
  ],
])("takes clauses apart at %s", (_case, text, expected) => {
  expect(wordingsOf(text)).toEqual(expected);
});

test.each([
  ["a time", "The dam broke while the town slept."],
  ["a condition", "If the dam breaks, two towns will be flooded."],
  ["a denied cause", "The school was not closed because the roof had collapsed."],
])("leaves %s whole", (_case, text) => {
  expect(wordingsOf(text)).toEqual([text]);
});

test("leaves out what only ties a sentence to the one before", () => {
  expect(wordingsOf("However, the dam held.")).toEqual(["The dam held."]);
});

test("names the pronoun of a second clause by the subject of the first", () => {
  expect(wordingsOf("The harbour is small, and it has no crane.")).toEqual([
    "The harbour is small.",
    "The harbour has no crane.",
  ]);
});
