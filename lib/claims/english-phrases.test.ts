import { expect, test } from "vitest";
import { longNounPhraseEnd, nounPhraseEnd, parseClause } from "@/lib/claims/english-phrases";
import { ENGLISH_SPEECH } from "@/lib/claims/find-english-speech";
import type { Word } from "@/lib/claims/tag-german-words";
import { tokenizeWords } from "@/lib/text/tokenize-words";

const read = (text: string) => ENGLISH_SPEECH.tag(tokenizeWords(text, { start: 0, end: text.length }));
const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join(" ");

test.each([
  ["The old bridge collapsed.", "The old bridge"],
  ["More than 300 people fled.", "More than 300 people"],
  ["Almost half of the houses were empty.", "Almost half"],
  ["The council's new plan failed.", "The council's new plan"],
  ["The World Bank (WB) agreed.", "The World Bank ( WB )"],
  ["Political, economic and cultural life has changed.", "Political , economic and cultural life"],
])("ends the noun phrase of %s behind its noun", (text, phrase) => {
  const words = read(text);
  expect(textOf(words.slice(0, nounPhraseEnd(words, 0)))).toBe(phrase);
});

test("keeps prepositional phrases with their noun, but no clause", () => {
  const words = read("The mayor of the town in the north resigned.");
  expect(textOf(words.slice(0, longNounPhraseEnd(words, 0)))).toBe("The mayor of the town in the north");
  const clause = read("no emotion as the sentence was read");
  expect(textOf(clause.slice(0, longNounPhraseEnd(clause, 0)))).toBe("no emotion");
});

test.each([
  ["On Monday the council closed the bridge.", "the council", "closed"],
  ["The storm, the strongest in years, killed two people.", "The storm , the strongest in years ,", "killed"],
  ["A house built in 1936 has been sold.", "A house built in 1936", "has been sold"],
  ["Last week the mayor also resigned.", "the mayor", "resigned"],
])("finds subject and verbs of %s", (text, subject, verbs) => {
  const words = read(text);
  const parsed = parseClause(words);
  expect(parsed && textOf(words.slice(parsed.subject.from, parsed.subject.to))).toBe(subject);
  expect(parsed && textOf(words.slice(parsed.verb.from, parsed.verb.to))).toBe(verbs);
});

test("finds no clause where there is none", () => {
  expect(parseClause(read("a bridge over the river"))).toBeNull();
});
