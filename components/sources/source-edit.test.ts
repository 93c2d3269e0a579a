import { describe, expect, it } from "vitest";
import type { SourceView } from "@/lib/sources/source-view";
import { changedFields, editOf, mergeSaved } from "./source-edit";

const source: SourceView = {
  id: "0197a000-0000-7000-8000-000000000001",
  version: 2,
  kind: "PAGE",
  title: "Unfallstatistik",
  url: "https://example.org/",
  publisher: null,
  author: null,
  publishedAt: "2026-01-06T00:00:00.000Z",
  isPrimary: false,
  isConfidential: false,
  originGroup: null,
};

describe("the edit of a source", () => {
  it("sends nothing when nothing was changed", () => {
    expect(changedFields(editOf(source), editOf(source))).toEqual({});
  });

  it("sends what was changed, and null for what was emptied", () => {
    const base = editOf(source);
    const edit = { ...base, title: "Statistik", url: " ", publisher: "Polizei ", isPrimary: true };
    expect(changedFields(base, edit)).toEqual({
      title: "Statistik",
      url: null,
      publisher: "Polizei",
      isPrimary: true,
    });
    expect(changedFields(edit, base)).toEqual({
      title: "Unfallstatistik",
      url: "https://example.org/",
      publisher: null,
      isPrimary: false,
    });
  });

  it("takes over what someone else saved and keeps what they did not touch", () => {
    const edit = { ...editOf(source), publisher: "mein Eintrag" };
    expect(
      mergeSaved(edit, { kind: "DATASET", publishedAt: "2026-02-01T00:00:00.000Z", author: null }),
    ).toEqual({
      ...edit,
      kind: "DATASET",
      publishedAt: "2026-02-01",
      author: "",
    });
  });
});
