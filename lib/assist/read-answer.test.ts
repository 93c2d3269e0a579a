import fc from "fast-check";
import { expect, test } from "vitest";
import { AssistError } from "./failures";
import { readAnswer } from "./read-answer";

const ONE = { sentence: 1, wording: "Die Stadt baut.", quotes: ["Die Stadt baut"], speaker: null };
const JSON_TEXT = JSON.stringify({ suggestions: [ONE] });

test.each([
  ["plain", JSON_TEXT],
  ["fenced", `\`\`\`json\n${JSON_TEXT}\n\`\`\``],
  ["fenced with words around", `Here are the claims:\n\`\`\`\n${JSON_TEXT}\n\`\`\`\nLet me know!`],
  ["behind thoughts", `<think>{"suggestions": maybe [] …</think>\n${JSON_TEXT}`],
  ["a bare list", JSON.stringify([ONE])],
  ["a quote that is no list", JSON.stringify({ suggestions: [{ ...ONE, quotes: ONE.quotes[0] }] })],
  [
    "a number in quotes, no speaker",
    '{"suggestions":[{"sentence":"1","wording":"Die Stadt baut.","quotes":["Die Stadt baut"]}]}',
  ],
])("reads JSON that is %s", (_, text) => {
  expect(readAnswer(text)).toEqual({ suggestions: [ONE], malformed: 0 });
});

test("leaves entries out that have another shape, and counts them", () => {
  const text = JSON.stringify({ suggestions: [ONE, { wording: 3 }, "text", null] });
  expect(readAnswer(text)).toEqual({ suggestions: [ONE], malformed: 3 });
});

test("takes an empty list for what it is", () => {
  expect(readAnswer('{"suggestions":[]}')).toEqual({ suggestions: [], malformed: 0 });
});

test("reads no more than a text of that size can yield", () => {
  const many = readAnswer(JSON.stringify({ suggestions: Array.from({ length: 1_000 }, () => ONE) }));
  expect(many.suggestions).toHaveLength(60);
  expect(many.malformed).toBe(940);
});

test.each([
  ["", "empty"],
  ["  \n ", "empty"],
  ["<think>hm</think>", "empty"],
  ["I cannot help with that.", "refused"],
  [JSON_TEXT.slice(0, -8), "garbled"],
  ['{"suggestions":"none"}', "garbled"],
  ["[1,2", "garbled"],
  ['{"suggestions":[{"a":1}]}', "garbled"],
  [`{"suggestions":[]} ${"x".repeat(300_000)}`, "garbled"],
])("refuses %j as %s", (text, failure) => {
  expect(() => readAnswer(text)).toThrow(expect.objectContaining({ failure }));
});

test("fails in a planned way on whatever a model writes", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      try {
        readAnswer(text);
      } catch (error) {
        expect(error).toBeInstanceOf(AssistError);
      }
    }),
  );
});
