import { describe, expect, it } from "vitest";
import { layOutArticle } from "./article-blocks";

const text = "Headline\n\nOne two three.\n\nOne two three.";
const blocks = [
  { kind: "headline", start: 0, end: 8, repeatOf: null },
  { kind: "paragraph", start: 10, end: 24, repeatOf: null },
  { kind: "paragraph", start: 26, end: 40, repeatOf: 1 },
] as const;
const span = (start: number, end: number) => ({ start, end, quote: text.slice(start, end) });

describe("the article laid out with its claims", () => {
  const laidOut = layOutArticle(text, blocks, [
    { id: "outer", spans: [span(10, 24)], repeats: [{ sentence: null, spans: [span(26, 40)] }] },
    { id: "inner", spans: [span(14, 17)], repeats: [] },
  ]);

  it("gives the text of every block back, character for character", () => {
    expect(laidOut.map(({ segments }) => segments.map(({ text }) => text).join(""))).toEqual(
      blocks.map(({ start, end }) => text.slice(start, end)),
    );
  });

  it("says where each segment starts in the text", () => {
    for (const { start, text: piece } of laidOut.flatMap(({ segments }) => segments)) {
      expect(text.slice(start, start + piece.length)).toBe(piece);
    }
  });

  it("lists all claims of a segment, the innermost last", () => {
    const ids = laidOut[1]?.segments.map(({ claims }) => claims.map(({ claimId }) => claimId));
    expect(ids).toEqual([["outer"], ["outer", "inner"], ["outer"]]);
  });

  it("announces the beginning and the end of a place once", () => {
    const outer = laidOut[1]?.segments.map(({ claims }) => claims[0]);
    expect(outer?.map((claim) => claim?.isStart)).toEqual([true, false, false]);
    expect(outer?.map((claim) => claim?.isEnd)).toEqual([false, false, true]);
  });

  it("knows the edges of each span of an interrupted claim", () => {
    const [, first] = layOutArticle(text, blocks, [
      { id: "split", spans: [span(10, 13), span(18, 23)], repeats: [] },
    ]);
    const marked = first?.segments.flatMap(({ claims }) => claims);
    expect(marked).toMatchObject([
      { isStart: true, isEnd: false, opensSpan: true, closesSpan: true },
      { isStart: false, isEnd: true, opensSpan: true, closesSpan: true },
    ]);
  });

  it("marks a repeat as such and names the paragraph that is repeated", () => {
    expect(laidOut[2]).toMatchObject({ paragraph: 2, repeats: 1 });
    expect(laidOut[2]?.segments[0]?.claims).toMatchObject([{ claimId: "outer", isRepeat: true }]);
  });

  it("lets a dateline run into the paragraph on its line, and stand alone otherwise", () => {
    const runIn = layOutArticle(
      "Kiel - One.\n\nTwo.",
      [
        { kind: "dateline", start: 0, end: 6, repeatOf: null },
        { kind: "paragraph", start: 7, end: 11, repeatOf: null },
      ],
      [],
    );
    expect(runIn.map((block) => block.runsIn)).toEqual([true, false]);
    const alone = layOutArticle(
      "Kiel - 14 May\nOne.",
      [
        { kind: "dateline", start: 0, end: 13, repeatOf: null },
        { kind: "paragraph", start: 14, end: 18, repeatOf: null },
      ],
      [],
    );
    expect(alone.map((block) => block.runsIn)).toEqual([false, false]);
  });

  it("carries a claim that runs over a paragraph's end into the next", () => {
    const [, first, second] = layOutArticle(text, blocks, [
      { id: "long", spans: [span(18, 29)], repeats: [] },
    ]);
    expect(first?.segments.at(-1)).toMatchObject({
      text: "three.",
      claims: [{ isStart: true, isEnd: false }],
    });
    expect(second?.segments[0]).toMatchObject({ text: "One", claims: [{ isStart: false, isEnd: true }] });
  });
});
