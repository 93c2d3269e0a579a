import { expect, test } from "vitest";
import { withVerbsRead } from "@/lib/claims/english-verb-readings";
import type { Word } from "@/lib/claims/tag-german-words";
import { tokenizeWords } from "@/lib/text/tokenize-words";

/** Words with the tags they are given, as a tagger that errs would leave them. */
function tagged(text: string, fines: string): Word[] {
  const tags = fines.split(" ");
  return tokenizeWords(text, { start: 0, end: text.length }).map((token, at) => ({
    ...token,
    tag: token.kind === "mark" ? "mark" : "noun",
    fine: tags[at] ?? "",
    finite: null,
  }));
}
const finesOf = (words: readonly Word[]) => words.map(({ fine }) => fine).join(" ");

test.each([
  ["a participle without an auxiliary", "Marchers carried banners.", "NNS VBN NNS .", "NNS VBD NNS ."],
  ["a plural noun before an object", "The plant produces chlorine.", "DT NN NNS NN .", "DT NN VBZ NN ."],
  [
    "the verb behind a clause that is set off",
    "Rovers, who have won, finished third.",
    "NNS , WP VBP VBN , VBN JJ .",
    "NNS , WP VBP VBN , VBD JJ .",
  ],
  [
    "the verb of a clause with its source behind it",
    "Prices slowed in May, the office said.",
    "NNS VBN IN NNP , DT NN VBD .",
    "NNS VBD IN NNP , DT NN VBD .",
  ],
])("reads as a finite verb %s", (_case, text, fines, expected) => {
  expect(finesOf(withVerbsRead(tagged(text, fines)))).toBe(expected);
});

test("reads a verb before another verb without a subject as a participle", () => {
  const words = tagged("The results published in May revealed it.", "DT NNS VBD IN NNP VBD PRP .");
  expect(finesOf(withVerbsRead(words))).toBe("DT NNS VBN IN NNP VBD PRP .");
});

test("cuts a contraction into subject and verb, at their places in the text", () => {
  const [subject, verb] = withVerbsRead(tagged("It's cold.", "PRP+VBZ JJ ."));
  expect([subject?.text, subject?.start, subject?.end]).toEqual(["It", 0, 2]);
  expect([verb?.text, verb?.start, verb?.end, verb?.hasSpaceBefore]).toEqual(["'s", 2, 4, false]);
});
