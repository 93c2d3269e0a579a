import { describe, expect, it } from "vitest";
import { countWords, EMPTY_DRAFT, parseImportDraft, shownDetail, toImportInput } from "./import-draft";

const preview = {
  title: "Fähre lief aus",
  language: "de",
  agency: "Nachrichtenkontor",
  byline: null,
  dateline: "Kaltenhafen",
  copyright: null,
  publishedAt: "2026-01-06T14:30:00.000Z",
};

describe("an import draft", () => {
  it("shows what the text says until a person corrects it, and an emptied field stays empty", () => {
    const draft = { ...EMPTY_DRAFT, corrections: { title: "Fähre auf Grund", agency: "" } };
    expect(shownDetail("title", { draft, preview })).toBe("Fähre auf Grund");
    expect(shownDetail("agency", { draft, preview })).toBe("");
    expect(shownDetail("dateline", { draft, preview })).toBe("Kaltenhafen");
    expect(shownDetail("publishedAt", { draft, preview })).toBe("2026-01-06");
    expect(shownDetail("byline", { draft, preview: null })).toBe("");
  });

  it("sends only what a person set", () => {
    expect(toImportInput({ ...EMPTY_DRAFT, text: "Text" })).toEqual({ text: "Text" });
    expect(
      toImportInput({
        text: "Text",
        keepsSentences: true,
        corrections: { title: "  ", agency: "", publishedAt: "", language: "en" },
        deadline: "2026-01-06T18:00",
        sourceUrl: " https://example.org/a ",
      }),
    ).toEqual({
      text: "Text",
      language: "en",
      agency: "",
      publishedAt: null,
      deadline: new Date("2026-01-06T18:00").toISOString(),
      sourceUrl: "https://example.org/a",
      granularity: "SENTENCE",
    });
  });

  it("survives being stored, and what is no draft is none", () => {
    const draft = { ...EMPTY_DRAFT, text: "Zürich", corrections: { title: "T" } };
    expect(parseImportDraft(JSON.stringify(draft))).toEqual(draft);
    expect(parseImportDraft("{")).toBeNull();
    expect(parseImportDraft("null")).toBeNull();
    expect(parseImportDraft('{"text":1}')).toBeNull();
  });

  it("counts words between white space", () => {
    expect(countWords("")).toBe(0);
    expect(countWords("  Am 30. Dezember\n2025 ")).toBe(4);
  });
});
