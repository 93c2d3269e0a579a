import { describe, expect, it } from "vitest";
import type { ArticleNode } from "./selection-spans";
import { offsetOfBoundary, spansOfSelection, wordingOfSpans } from "./selection-spans";

type Mutable = { -readonly [Key in keyof ArticleNode]: ArticleNode[Key] };

function textNode(value: string): Mutable {
  return { nodeType: 3, parentNode: null, childNodes: [], nodeValue: value };
}

function element(start: number | null, ...children: Mutable[]): Mutable {
  const node: Mutable = {
    nodeType: 1,
    parentNode: null,
    childNodes: children,
    nodeValue: null,
    getAttribute: (name) => (name === "data-start" && start !== null ? String(start) : null),
  };
  for (const child of children) child.parentNode = node;
  return node;
}

// Two paragraphs of the text "One two.\n\nThree four."; the second segment is a mark with hidden words around it.
const one = textNode("One ");
const two = textNode("two.");
const hidden = textNode("Claim 1, open");
const mark = element(null, element(null, hidden), element(4, two));
const three = textNode("Three four.");
const first = element(null, element(0, one), mark);
const second = element(null, element(10, three));
const article = element(null, first, second);

describe("the offset of a selection boundary", () => {
  it("counts from the start of its segment", () => {
    expect(offsetOfBoundary(one, 2)).toBe(2);
    expect(offsetOfBoundary(two, 3)).toBe(7);
    expect(offsetOfBoundary(three, 0)).toBe(10);
  });

  it("is found for a boundary between elements, as a triple click leaves it", () => {
    expect(offsetOfBoundary(article, 1)).toBe(10);
    expect(offsetOfBoundary(first, 1)).toBe(4);
    expect(offsetOfBoundary(article, 2)).toBe(21);
  });

  it("does not count words that only screen readers get", () => {
    expect(offsetOfBoundary(hidden, 5)).toBe(4);
  });

  it("is null outside the article", () => {
    expect(offsetOfBoundary(textNode("elsewhere"), 3)).toBeNull();
  });
});

describe("the spans of a selection", () => {
  const text = "One two.\n\nThree 😀 four.";
  const blocks = [
    { start: 0, end: 8 },
    { start: 10, end: 24 },
  ];

  it("leave out the white space at their ends, whichever way the selection was made", () => {
    expect(spansOfSelection(text, blocks, { from: 9, to: 3 })).toEqual([{ start: 4, end: 8 }]);
  });

  it("are one for each paragraph", () => {
    const spans = spansOfSelection(text, blocks, { from: 4, to: 15 });
    expect(spans).toEqual([
      { start: 4, end: 8 },
      { start: 10, end: 15 },
    ]);
    expect(wordingOfSpans(text, spans)).toBe("two. Three");
  });

  it("never cut a surrogate pair", () => {
    expect(spansOfSelection(text, blocks, { from: 17, to: 24 })).toEqual([{ start: 16, end: 24 }]);
  });

  it("are none for white space", () => {
    expect(spansOfSelection(text, blocks, { from: 8, to: 10 })).toEqual([]);
  });
});
