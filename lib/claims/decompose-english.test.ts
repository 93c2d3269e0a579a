import fc from "fast-check";
import { expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "en" }).claims.map(({ wording }) => wording);

test("takes several constructions of one sentence apart", () => {
  expect(
    wordingsOf(
      "The storm, the strongest in 40 years, killed 14 people, three of whom were children, and left 80 homes without power.",
    ),
  ).toEqual([
    "The storm killed 14 people.",
    "The storm left 80 homes without power.",
    "The storm is the strongest in 40 years.",
    "Three of the 14 people were children.",
  ]);
});

test("takes one part apart where another can't be worded cleanly", () => {
  expect(wordingsOf("The dam broke in May, and what the town will do nobody has said.")).toHaveLength(1);
  expect(wordingsOf("The dam broke in May, and the firm designed and built a new one.")).toEqual([
    "The dam broke in May.",
    "The firm designed and built a new one.",
  ]);
});

test.each([
  "Who pays for the bridge, which was built in 1936?",
  "Closed since March, sold in May and forgotten.",
  "Not one of the two towns that were flooded has been rebuilt.",
])("leaves %s as it is", (text) => {
  expect(wordingsOf(text)).toEqual([text]);
});

const NAMES = ["the town", "Jane Sample", "14 workers", "the Harlow Clinic", "no bank", "two of the men"];
const DEEDS = ["closed 3 schools", "did not pay", "was sold in 1998", "has 40 beds", "never met Karl Muster"];
const TIES = [", and ", " and ", ", but ", ", who ", ", which ", ", while ", " after ", ", killing ", ", "];

test("loses no figure, name or negation, however clauses are tied together", () => {
  const sentence = fc
    .array(fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(...DEEDS), fc.constantFrom(...TIES)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) => `${parts.map(([name, deed, tie]) => `${name} ${deed}${tie}`).join("")}the dam broke.`);
  fc.assert(
    fc.property(sentence, (text) => {
      const said = wordingsOf(text).join(" ").toLowerCase();
      for (const word of text.match(/\d+|Muster|Sample|Harlow|\b(?:not|never|no)\b/g) ?? [])
        expect(said).toContain(word.toLowerCase());
    }),
    { numRuns: 200 },
  );
});

test.each([
  ["commas", "the dam, "],
  ["ands", "the dam broke and "],
  ["relative pronouns", "which the man who "],
  ["participles", "built, killing, "],
])("reads a sentence that is nothing but %s in linear time", (_case, piece) => {
  const seconds = (times: number) => {
    const started = performance.now();
    splitClaims(`${piece.repeat(times)}.`, { language: "en" });
    return (performance.now() - started) / 1000;
  };
  seconds(100);
  expect(seconds(4_000)).toBeLessThan(1);
});
