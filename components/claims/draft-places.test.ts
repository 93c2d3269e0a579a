import { describe, expect, it } from "vitest";
import { buildClaim, buildNote } from "@/components/workspace/workspace-fixtures";
import { listAbandoned, wordsOfDraft } from "./draft-places";

const nothing = { records: new Set<string>(), conflicts: [] };
const gone = buildClaim({ id: "a", isDeleted: true, notes: [buildNote({ id: "n" })] });

describe("the deleted claims that are still shown", () => {
  it("are those with a draft or an open conflict of this person", () => {
    expect(listAbandoned([gone], nothing)).toEqual([]);
    expect(listAbandoned([gone], { ...nothing, records: new Set(["a"]) })).toEqual([gone]);
    expect(listAbandoned([gone], { ...nothing, conflicts: [{ claimId: "a" }] })).toEqual([gone]);
    expect(listAbandoned([buildClaim({ id: "a" })], { ...nothing, records: new Set(["a"]) })).toEqual([]);
  });

  it("count half a reply to one of their notes", () => {
    expect(listAbandoned([gone], { ...nothing, records: new Set(["n"]) })).toEqual([gone]);
  });
});

describe("an unsaved text that is shown without its form", () => {
  it("is what a person typed, not how it was kept", () => {
    const parts = JSON.stringify([
      { key: "1", wording: "First.", spans: [] },
      { key: "2", wording: "Second." },
    ]);
    expect(wordsOfDraft({ field: "parts" }, parts)).toBe("First.\nSecond.");
    const source = JSON.stringify({
      source: { typed: { title: "Minutes", kind: "PAGE" } },
      citation: { excerpt: "7:5" },
    });
    expect(wordsOfDraft({ field: "source" }, source)).toBe("Minutes\n7:5");
    expect(wordsOfDraft({ field: "note" }, "{")).toBe("{");
  });
});
