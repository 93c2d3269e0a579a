import { describe, expect, it } from "vitest";
import { standingOf } from "./claim-standing";

const own = { speaker: null, speakerRole: null, mode: "author", modality: "asserted" };

describe("standingOf", () => {
  it("leaves the article's own assertion without a word", () => {
    expect(standingOf(own)).toEqual({ speaker: null, unnamedMode: null, weakness: null });
    expect(standingOf({ ...own, modality: "negated" }).weakness).toBeNull();
  });

  it("names the speaker with the role, whatever the mode says", () => {
    const spoken = { ...own, speaker: "Marlene Okonjo", speakerRole: "Fraktionsvorsitzende" };
    expect(standingOf(spoken).speaker).toBe("Marlene Okonjo, Fraktionsvorsitzende");
    expect(standingOf({ ...spoken, mode: "direct", speakerRole: null })).toMatchObject({
      speaker: "Marlene Okonjo",
      unnamedMode: null,
    });
  });

  it("says how words of somebody unnamed are given", () => {
    expect(standingOf({ ...own, mode: "indirect" })).toMatchObject({
      speaker: null,
      unnamedMode: "indirect",
    });
  });

  it("keeps hearsay and conjecture, with and without a speaker", () => {
    expect(standingOf({ ...own, modality: "hearsay" }).weakness).toBe("hearsay");
    expect(standingOf({ ...own, speaker: "Kirby", mode: "direct", modality: "conjecture" }).weakness).toBe(
      "conjecture",
    );
  });
});
