import { describe, expect, it } from "vitest";
import { changesOf, nounOf } from "./recorded-changes";

describe("changesOf", () => {
  it("names each changed field with its old and its new value", () => {
    const entry = { before: { verdict: null, reason: "" }, after: { verdict: "FALSE", reason: "Seite 4" } };
    expect(changesOf(entry)).toEqual([
      { field: "verdict", before: null, after: "FALSE" },
      { field: "reason", before: "", after: "Seite 4" },
    ]);
  });

  it("leaves out what only says which record was meant, and what was and stays empty", () => {
    const entry = { before: { noteId: "1", body: "a" }, after: { noteId: "1", body: "b", locator: null } };
    expect(changesOf(entry)).toEqual([{ field: "body", before: "a", after: "b" }]);
  });

  it("shows an attached source by title and address", () => {
    const source = { id: "s", title: "Unfallstatistik", url: "https://example.org/", version: 3 };
    expect(changesOf({ before: {}, after: { citationId: "c", stance: "SUPPORTS", source } })).toEqual([
      { field: "source", before: null, after: "Unfallstatistik" },
      { field: "url", before: null, after: "https://example.org/" },
      { field: "stance", before: null, after: "SUPPORTS" },
    ]);
  });
});

describe("nounOf", () => {
  it("takes what stands before the dot", () => {
    expect(nounOf({ type: "citation.attached" })).toBe("citation");
  });
});
