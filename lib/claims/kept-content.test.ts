import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const FOLDER = path.join(import.meta.dirname, "fixtures");
const STATING: readonly string[] = ["headline", "paragraph", "list-item", "caption"];
const texts = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));

const numbersOf = (words: string): readonly string[] => words.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** Sentences that state something and stand in no claim, or whose claims lack one of its numbers. */
function lostIn(text: string, language: string): string[] {
  const { blocks, sentences, claims } = splitClaims(text, { language });
  return sentences.flatMap(({ start, end, repeatOf }, index) => {
    const block = blocks.find((one) => one.start <= start && one.end >= end);
    if (repeatOf !== null || !block || !STATING.includes(block.kind)) return [];
    const own = claims.filter(
      ({ spans, sentence }) =>
        sentence === index || spans.some((span) => span.start < end && span.end > start),
    );
    const kept = numbersOf(own.map(({ wording }) => wording).join(" "));
    const sentence = text.slice(start, end);
    return own.length === 0 || numbersOf(sentence).some((number) => !kept.includes(number)) ? [sentence] : [];
  });
}

describe("the claims of a news text", () => {
  test.each(texts)("hold every stating sentence and every number of %s", (name) => {
    expect(lostIn(readFileSync(path.join(FOLDER, name), "utf8"), name.slice(0, 2))).toEqual([]);
  });

  test.each([
    ["de", "Der Rat forderte 2 Tore und sagte, die Stadt habe 40 Tore abgebaut."],
    ["en", '"It is late," Odo Brink said, adding that the 3 repairs would cost $14 million.'],
  ])("hold what stands beside the speech in a sentence (%s)", (language, text) => {
    expect(lostIn(text, language)).toEqual([]);
  });
});
