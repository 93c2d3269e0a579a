import { describe, expect, it } from "vitest";
import { estimateResplit } from "./granularity-estimate";
import { buildClaim, buildNote } from "./workspace-fixtures";

describe("what splitting the text anew would do", () => {
  it("keeps every claim of a sentence on which somebody has worked", () => {
    const claims = [
      buildClaim({ id: "a", sentence: 0 }),
      buildClaim({ id: "b", sentence: 1, notes: [buildNote({})] }),
      buildClaim({ id: "c", sentence: 1 }),
      buildClaim({ id: "d", sentence: 2, version: 2 }),
      buildClaim({ id: "e", sentence: 3, origin: "HAND" }),
      buildClaim({ id: "f", sentence: 4 }),
    ];
    expect(estimateResplit(claims)).toEqual({ replaced: 2, kept: 4 });
  });
});
