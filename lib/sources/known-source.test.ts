import { describe, expect, test } from "vitest";
import { differingFacts } from "./known-source";
import type { SourceView } from "./source-view";

const KNOWN: SourceView = {
  id: "a",
  version: 1,
  kind: "PAGE",
  title: "Statistik",
  url: "https://example.org/statistik",
  publisher: null,
  author: "Amt",
  publishedAt: "2024-02-13T09:30:00.000Z",
  isPrimary: false,
  isConfidential: false,
  originGroup: null,
};

const differing = (typed: object, known: Partial<SourceView> = {}) =>
  differingFacts({ ...KNOWN, ...known }, { kind: "PAGE", title: "Statistik", ...typed });

describe("differingFacts", () => {
  test("finds nothing where the same was typed, or less", () => {
    expect(differing({})).toEqual([]);
    expect(differing({ author: null, publisher: null, publishedAt: null, isPrimary: false })).toEqual([]);
    expect(differing({ author: "Amt", publishedAt: "2024-02-13T00:00:00.000Z" })).toEqual([]);
  });

  test("names each fact that the desk knows otherwise, or not at all", () => {
    expect(differing({ title: "Zahlen", publisher: "Verlag", originGroup: "Amt" })).toEqual([
      "title",
      "publisher",
      "originGroup",
    ]);
    expect(differing({ kind: "DATASET", publishedAt: "2024-02-14T00:00:00.000Z", isPrimary: true })).toEqual([
      "kind",
      "publishedAt",
      "isPrimary",
    ]);
  });

  test("takes confidential for no difference, and the contrary for one", () => {
    expect(differing({ isConfidential: true })).toEqual([]);
    expect(differing({ isConfidential: false }, { isConfidential: true })).toEqual(["isConfidential"]);
    expect(differing({}, { isConfidential: true })).toEqual([]);
  });
});
