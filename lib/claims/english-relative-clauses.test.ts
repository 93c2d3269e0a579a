import { expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "en" }).claims.map(({ wording }) => wording);

test.each([
  [
    "who",
    "The mayor, who was elected in 2019, opened the bridge on Monday.",
    ["The mayor opened the bridge on Monday.", "The mayor was elected in 2019."],
  ],
  [
    "which at the end",
    "The town closed the bridge, which was built in 1936.",
    ["The town closed the bridge.", "The bridge was built in 1936."],
  ],
  [
    "whose",
    "The bank, whose director resigned in May, kept its rate at 3 percent.",
    ["The bank kept its rate at 3 percent.", "The bank's director resigned in May."],
  ],
  [
    "of whom",
    "The storm killed 14 people, three of whom were children.",
    ["The storm killed 14 people.", "Three of the 14 people were children."],
  ],
  [
    "in which",
    "The plant was closed after a leak in which two workers died.",
    ["The plant was closed after a leak.", "Two workers died in the leak."],
  ],
  [
    "when behind a year",
    "It was the worst flood since 2011, when 40 people died.",
    ["It was the worst flood since 2011.", "40 people died in 2011."],
  ],
  [
    "a certain one without a comma",
    "Police arrested a man who had stolen a boat.",
    ["Police arrested a man.", "A man had stolen a boat."],
  ],
  [
    "what holds of the subject",
    "Jane Sample is a lawyer who bought the club in 2019.",
    ["Jane Sample is a lawyer.", "Jane Sample bought the club in 2019."],
  ],
])("states a clause with %s by itself", (_case, text, expected) => {
  expect(wordingsOf(text)).toEqual(expected);
});

test.each([
  ["everybody's clause", "Every house that was flooded in March must be rebuilt."],
  ["the clause of a noun like fact", "He pointed to the fact that the dam broke in May."],
  ["a clause about the whole", "The dam held, which means the town is safe."],
  ["a clause behind a negation", "The town has no school that was built in 1936."],
])("leaves %s in its sentence", (_case, text) => {
  expect(wordingsOf(text)).toEqual([text]);
});

test("takes the person and not the body for whom the clause means", () => {
  expect(wordingsOf("Police found the body of a woman who disappeared in April.")).toEqual([
    "Police found the body of a woman.",
    "A woman disappeared in April.",
  ]);
});
