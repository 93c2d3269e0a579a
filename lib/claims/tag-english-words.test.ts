import { expect, test } from "vitest";
import { tagEnglishWords } from "@/lib/claims/tag-english-words";
import { tokenizeWords } from "@/lib/text/tokenize-words";

const wordsOf = (text: string) => tagEnglishWords(tokenizeWords(text, { start: 0, end: text.length }));

test.each([
  ["reported", "He reported losses on Friday.", "VBD"],
  ["reported", "Losses were reported on Friday.", "VBN"],
  ["that", "Officials said that the bridge was closed.", "IN"],
  ["that", "The bridge that collapsed was old.", "WDT"],
  ["to", "They agreed to close the plant.", "TO"],
  ["report", "The law requires firms to report leaks.", "VB"],
  ["report", "The report was published in May.", "NN"],
  ["It's", "It's the biggest fire in years.", "PRP+VBZ"],
  ["state's", "It was the state's biggest fire.", "NN+POS"],
  ["could", "The mayor could resign.", "MD"],
])("%s: %s", (word, sentence, tag) => {
  expect(wordsOf(sentence).find(({ text }) => text === word)?.fine).toBe(tag);
});

test("a form in -ed is finite where it is the verb of the clause and a participle behind an auxiliary", () => {
  const tagOf = (word: string, text: string) => wordsOf(text).find(({ lower }) => lower === word)?.tag;
  expect(tagOf("closed", "The company closed two plants.")).toBe("finite");
  expect(tagOf("closed", "Two plants were closed by the company.")).toBe("participle");
});
