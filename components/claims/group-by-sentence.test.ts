import { describe, expect, it } from "vitest";
import { groupBySentence } from "./group-by-sentence";

const sentences: Record<string, number | null> = { a: 0, b: 0, c: 1, d: 0, x: null, y: null };
const group = (...ids: string[]) => groupBySentence(ids, (id) => sentences[id] ?? null);

describe("the list by sentences", () => {
  it("gathers the claims of one sentence and keeps the order of the list", () => {
    expect(group("a", "b", "c").map(({ claimIds }) => claimIds)).toEqual([["a", "b"], ["c"]]);
  });

  it("keeps the key of a sentence while its claims come and go", () => {
    expect(group("b", "c")[0]?.key).toBe(group("a", "b", "c")[0]?.key);
  });

  it("tells two places of one sentence apart where another claim stands between them", () => {
    const keys = group("a", "c", "d").map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
  });

  it("never gathers claims that belong to no sentence", () => {
    expect(group("x", "y")).toHaveLength(2);
  });
});
