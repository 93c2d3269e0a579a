import { describe, expect, it } from "vitest";
import {
  attachInput,
  changedFields,
  citationFields,
  draftOfCitation,
  isWorthKeeping,
  newSourceDraft,
  parseSourceDraft,
  sourceFields,
} from "./source-draft";

const blank = newSourceDraft({ today: "2026-03-14", stance: "CONTRADICTS" });
const citation = {
  id: "c",
  version: 1,
  stance: "SUPPORTS",
  locator: "p. 4",
  excerpt: null,
  accessedAt: "2026-03-14T00:00:00.000Z",
  source: {
    id: "s",
    version: 1,
    kind: "DOCUMENT",
    title: "Minutes",
    url: null,
    publisher: "Council",
    author: null,
    publishedAt: "2026-03-01T00:00:00.000Z",
    isPrimary: true,
    isConfidential: false,
    originGroup: null,
  },
} as const;

describe("the source form", () => {
  it("starts with the last stance and today, and is then not worth keeping", () => {
    expect(blank).toMatchObject({ stance: "CONTRADICTS", accessedAt: "2026-03-14" });
    expect(isWorthKeeping(blank)).toBe(false);
    expect(isWorthKeeping({ ...blank, excerpt: "verbatim" })).toBe(true);
  });

  it("sends a new source with what was typed, empty fields as null", () => {
    expect(attachInput({ ...blank, title: "Minutes", url: "www.council.example" })).toMatchObject({
      stance: "CONTRADICTS",
      locator: null,
      source: { title: "Minutes", url: "https://www.council.example", publisher: null },
    });
  });

  it("takes a source without an address for a document, unless somebody chose otherwise", () => {
    const { kind: withUrl } = sourceFields({ ...blank, url: "www.council.example" });
    const { kind: without } = sourceFields({ ...blank, title: "Minutes" });
    const { kind: chosen } = sourceFields({ ...blank, kind: "CALL" });
    expect([withUrl, without, chosen]).toEqual(["PAGE", "DOCUMENT", "CALL"]);
  });

  it("sends only the id of a source the desk already has", () => {
    const input = attachInput({ ...blank, sourceId: "s", title: "Minutes" });
    expect(input).toMatchObject({ sourceId: "s" });
    expect(input).not.toHaveProperty("source");
  });

  it("keeps the white space of an excerpt, which is verbatim", () => {
    expect(attachInput({ ...blank, excerpt: "  “so said\nthe mayor” " }).excerpt).toBe(
      "  “so said\nthe mayor” ",
    );
  });

  it("sends on editing only the fields that were touched", () => {
    const before = draftOfCitation(citation);
    const after = { ...before, locator: "p. 5", publisher: "City council" };
    expect(changedFields(citationFields(before), citationFields(after))).toEqual({ locator: "p. 5" });
    expect(changedFields(sourceFields(before), sourceFields(after))).toEqual({ publisher: "City council" });
  });

  it("survives a kept draft that is damaged or from an older form", () => {
    expect(parseSourceDraft("{", blank)).toBeNull();
    expect(parseSourceDraft('{"title":"Minutes"}', blank)).toEqual({ ...blank, title: "Minutes" });
  });
});
