import { expect, test } from "vitest";
import type { ClaimRow } from "./claim-view";
import { compareByPlace, toClaimView } from "./claim-view";

const ROW: ClaimRow = {
  id: "1",
  number: 1,
  version: 1,
  origin: "SPLITTER",
  wording: "w",
  translationLanguage: null,
  translationWording: null,
  places: [
    { occurrence: 0, sentence: 2, start: 5, end: 9, quote: "a" },
    { occurrence: 0, sentence: 2, start: 12, end: 15, quote: "b" },
    { occurrence: 1, sentence: 7, start: 50, end: 54, quote: "a" },
    { occurrence: 1, sentence: 7, start: 57, end: 60, quote: "b" },
    { occurrence: 2, sentence: null, start: 90, end: 94, quote: "a" },
  ],
  sentence: 2,
  speaker: null,
  speakerRole: null,
  mode: "author",
  modality: "asserted",
  kind: "event",
  checkWorthiness: 0.5,
  reasons: [],
  state: "OPEN",
  verdict: "FALSE",
  verdictBy: "Rita",
  verdictAt: new Date("2026-01-02T03:04:05.678Z"),
  reason: "",
  attributionVerdict: null,
  assigneeId: null,
  isDeleted: false,
  madeBy: null,
  madeFrom: [],
  replacedBy: null,
  setAside: null,
  isSetAsideProposed: true,
  citations: [],
  notes: [],
};

test("tells the own place of a claim from its repeats", () => {
  const view = toClaimView(ROW);
  expect(view.spans).toEqual([
    { start: 5, end: 9, quote: "a" },
    { start: 12, end: 15, quote: "b" },
  ]);
  expect(view.repeats.map(({ sentence, spans }) => [sentence, spans.length])).toEqual([
    [7, 2],
    [null, 1],
  ]);
  expect(view).toMatchObject({ translation: null, verdictAt: "2026-01-02T03:04:05.678Z" });
  expect(view).not.toHaveProperty("places");
});

test("shows a second language only when both of its halves are there", () => {
  const english = { translationLanguage: "en", translationWording: "It is." };
  expect(toClaimView({ ...ROW, ...english }).translation).toEqual({ language: "en", wording: "It is." });
  expect(toClaimView({ ...ROW, translationLanguage: "en" }).translation).toBeNull();
});

test("orders claims by their place in the text, then by number", () => {
  const at = (start: number, number: number) =>
    toClaimView({
      ...ROW,
      number,
      places: [{ occurrence: 0, sentence: null, start, end: start + 1, quote: "x" }],
    });
  const sorted = [at(9, 1), at(3, 4), at(3, 2)].sort(compareByPlace);
  expect(sorted.map(({ number }) => number)).toEqual([2, 4, 1]);
});
