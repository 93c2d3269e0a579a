import { expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "en" }).claims.map(({ wording }) => wording);

test.each([
  [
    "a set-off participle",
    "The band, formed in Exham in 1998, has sold 30 albums.",
    ["The band has sold 30 albums.", "The band was formed in Exham in 1998."],
  ],
  [
    "an opening participle",
    "Founded in 1889, the newspaper employs 140 journalists.",
    ["The newspaper employs 140 journalists.", "The newspaper was founded in 1889."],
  ],
  [
    "results of a deed",
    "The blast destroyed the house, killing two people and injuring five.",
    ["The blast destroyed the house.", "The blast killed two people.", "The blast injured five."],
  ],
  [
    "an earlier deed",
    "The banker was jailed on Tuesday after stealing 740 pounds.",
    ["The banker was jailed on Tuesday.", "The banker stole 740 pounds."],
  ],
  [
    "what a thing is worth",
    "The deal, worth 3 million euros, includes two ships.",
    ["The deal includes two ships.", "The deal is worth 3 million euros."],
  ],
])("states %s as a sentence", (_case, text, expected) => {
  expect(wordingsOf(text)).toEqual(expected);
});

test.each([
  ["whom it does not belong to", "Two men were hurt when a roof fell, trapping them."],
  ["what replaces something", "The council named a new director, replacing Karl Muster."],
])("leaves a participle where its subject is not plain: %s", (_case, text) => {
  expect(wordingsOf(text)).toEqual([text]);
});
