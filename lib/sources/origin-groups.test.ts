import { describe, expect, it } from "vitest";
import { countIndependentOrigins } from "./origin-groups";

describe("countIndependentOrigins", () => {
  it("counts ten reprints of one report as one origin", () => {
    const reprints = Array.from({ length: 10 }, (_, index) => ({
      id: String(index),
      originGroup: "dpa, 14. März",
    }));
    expect(countIndependentOrigins(reprints)).toBe(1);
    expect(countIndependentOrigins([...reprints, { id: "x", originGroup: null }])).toBe(2);
  });

  it("counts a source used twice once", () => {
    const source = { id: "a", originGroup: null };
    expect(countIndependentOrigins([source, source])).toBe(1);
  });

  it("keeps a group apart from a source whose id is the group's name", () => {
    expect(
      countIndependentOrigins([
        { id: "a", originGroup: null },
        { id: "b", originGroup: "a" },
      ]),
    ).toBe(2);
    expect(countIndependentOrigins([])).toBe(0);
  });
});
