import { expect, test } from "vitest";
import { anchorSpans, sentenceAt } from "./anchor-spans";

const TEXT = "Ein 😀 Satz. Noch einer.";

test("quotes exactly the words between the offsets", () => {
  expect(
    anchorSpans(TEXT, [
      { start: 0, end: 3 },
      { start: 7, end: 12 },
    ]).map(({ quote }) => quote),
  ).toEqual(["Ein", "Satz."]);
});

test.each([
  [[{ start: 0, end: 999 }], "spans.0", "outOfRange"],
  [[{ start: 3, end: 3 }], "spans.0", "empty"],
  [[{ start: 5, end: 2 }], "spans.0", "empty"],
  [[{ start: 3, end: 4 }], "spans.0", "empty"],
  [[{ start: 0, end: 5 }], "spans.0", "cutsCharacter"],
  [
    [
      { start: 7, end: 12 },
      { start: 0, end: 3 },
    ],
    "spans.1",
    "notInOrder",
  ],
])("refuses %j", (spans, path, rule) => {
  expect(() => anchorSpans(TEXT, spans)).toThrow(
    expect.objectContaining({ details: { issues: [{ path, rule }] } }),
  );
});

test("sentenceAt finds the sentence of an offset, and none between two", () => {
  const sentences = [
    { start: 0, end: 12 },
    { start: 13, end: 24 },
  ];
  expect([0, 11, 12, 13, 23, 24].map((offset) => sentenceAt(sentences, offset))).toEqual([
    0,
    0,
    null,
    1,
    1,
    null,
  ]);
  expect(sentenceAt([], 0)).toBeNull();
});
