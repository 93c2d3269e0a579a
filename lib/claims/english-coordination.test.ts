import { expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "en" }).claims.map(({ wording }) => wording);

test.each([
  [
    "verbs",
    "The town closed the bridge and opened a ferry.",
    ["The town closed the bridge.", "The town opened a ferry."],
  ],
  [
    "verbs with one auxiliary",
    "The bridge was built in 1936, damaged in 1944 and sold to the town.",
    ["The bridge was built in 1936.", "The bridge was damaged in 1944.", "The bridge was sold to the town."],
  ],
  [
    "an active verb behind a passive",
    "Jane Sample was born in Exham and died in Larkton.",
    ["Jane Sample was born in Exham.", "Jane Sample died in Larkton."],
  ],
  [
    "infinitives",
    "The government plans to close two mines and to build a harbour.",
    ["The government plans to close two mines.", "The government plans to build a harbour."],
  ],
  [
    "subjects, with the verb in their number",
    "The museum and the zoo were closed on Monday.",
    ["The museum was closed on Monday.", "The zoo was closed on Monday."],
  ],
  [
    "objects with the time they share",
    "The town opened a school and a library in 2019.",
    ["The town opened a school in 2019.", "The town opened a library in 2019."],
  ],
  [
    "things that are included",
    "Too much salt can lead to problems including high blood pressure and headaches.",
    [
      "Too much salt can lead to problems including high blood pressure.",
      "Too much salt can lead to problems including headaches.",
    ],
  ],
  [
    "somebody who is included in the subject",
    "Ten people, including two children, were hurt.",
    ["Ten people were hurt.", "Two children were hurt."],
  ],
])("takes %s apart", (_case, text, expected) => {
  expect(wordingsOf(text)).toEqual(expected);
});

test.each([
  ["a participle that may belong to a noun", "Observers reported long queues and isolated power cuts."],
  ["things of a list", "Most iodine in food comes from seafood, milk and iodised salt."],
  ["alternatives", "The town will sell the pool or close the zoo."],
  ["neither", "Neither the bank nor the town was willing to pay."],
  ["what needs two", "The ministry and the union signed an agreement."],
  ["verbs behind an inner clause", "The town learned the bridge broke and needs repair."],
  ["verbs that share an object", "The firm designed and built the bridge."],
  ["a negation that both may share", "The town did not close the bridge and open a ferry."],
])("leaves %s whole", (_case, text) => {
  expect(wordingsOf(text)).toEqual([text]);
});
