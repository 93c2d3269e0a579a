import { expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "en" }).claims.map(({ wording }) => wording);

const modalityOf = (text: string) => splitClaims(text, { language: "en" }).claims[0]?.modality;

test.each([
  ["The captain is said to have sunk the ship.", "The captain has sunk the ship."],
  ["The captain is believed to be in Exham.", "The captain is in Exham."],
  ["The captain reportedly sank the ship.", "The captain sank the ship."],
])("states %s plainly and marks it as hearsay", (text, wording) => {
  expect(wordingsOf(text)).toEqual([wording]);
  expect(modalityOf(text)).toBe("hearsay");
});
