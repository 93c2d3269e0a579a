import { describe, expect, it } from "vitest";
import { changedIn, emptyEdit, typeInto, typeOver } from "@/components/drafts/field-edit";
import type { CitationView } from "@/lib/sources/source-view";
import type { CitationInputs, CitedSourceEdit, SourceInputs } from "./source-edit";
import {
  attachInput,
  changesOfSource,
  citationFields,
  citedSource,
  editedSource,
  inputsOf,
  isProtected,
  isWorthKeeping,
  newCitedSource,
  parseCitedSourceEdit,
  sourceFields,
  typeIntoSource,
} from "./source-edit";

const blank = newCitedSource({ today: "2026-03-14", stance: "CONTRADICTS" });
const none: CitedSourceEdit = {
  known: null,
  source: emptyEdit<SourceInputs>(),
  citation: emptyEdit<CitationInputs>(),
};
const stored: CitationView = {
  id: "c",
  version: 1,
  stance: "SUPPORTS",
  locator: "p. 4",
  excerpt: "old words",
  accessedAt: "2026-03-14T00:00:00.000Z",
  source: {
    id: "s",
    version: 1,
    kind: "PAGE",
    title: "Old title",
    url: "https://council.example/",
    publisher: "Council",
    author: null,
    publishedAt: "2026-03-01T14:30:00.000Z",
    isPrimary: true,
    isConfidential: false,
    originGroup: null,
  },
};

/** What is sent for a new source of which this was typed, one input after the other. */
function typed(...inputs: Partial<SourceInputs>[]) {
  const source = inputs.reduce((edit, next) => typeIntoSource(edit, blank.source, next), none.source);
  return { edit: { ...none, source }, shown: { ...blank.source.fields, ...source.typed } };
}

describe("a source to attach", () => {
  it("starts with the last stance and today, and is then not worth keeping", () => {
    expect(attachInput(blank, none)).toMatchObject({ stance: "CONTRADICTS", accessedAt: "2026-03-14" });
    expect(isWorthKeeping(none)).toBe(false);
    const citation = typeInto(none.citation, blank.citation, { excerpt: "verbatim" });
    expect(isWorthKeeping({ ...none, citation })).toBe(true);
  });

  it("is sent with what was typed, empty fields as null", () => {
    const { edit } = typed({ title: "Minutes", url: "www.council.example" });
    expect(attachInput(blank, edit)).toMatchObject({
      locator: null,
      source: { title: "Minutes", url: "https://www.council.example", publisher: null },
    });
  });

  it("is a document without an address, unless somebody chose otherwise", () => {
    const kinds = [
      typed({ url: "www.council.example" }),
      typed({ title: "Minutes" }),
      typed({ kind: "CALL" }),
    ].map(({ edit }) => attachInput(blank, edit).source?.kind);
    expect(kinds).toEqual(["PAGE", "DOCUMENT", "CALL"]);
  });

  it("is sent by its id alone where the desk already has it", () => {
    const known = { id: "s", title: "Minutes", publisher: null };
    const input = attachInput(blank, { ...typed({ title: "Min" }).edit, known });
    expect(input).toMatchObject({ sourceId: "s" });
    expect(input).not.toHaveProperty("source");
  });

  it("keeps the white space of an excerpt, which is verbatim", () => {
    const excerpt = "  “so said\nthe mayor” ";
    const citation = typeInto(none.citation, blank.citation, { excerpt });
    expect(attachInput(blank, { ...none, citation }).excerpt).toBe(excerpt);
  });
});

describe("confidentiality", () => {
  it("is left to the server until somebody chooses, and shown as it will be for the kind", () => {
    const shown = (["PAGE", "PERSON", "DOCUMENT", "CALL"] as const).map((kind) => {
      const { edit, shown } = typed({ kind });
      expect(attachInput(blank, edit).source).not.toHaveProperty("isConfidential");
      return isProtected(shown);
    });
    expect(shown).toEqual([false, true, false, true]);
  });

  it("is what somebody chose", () => {
    const named = typed({ kind: "PERSON" }, { isConfidential: false });
    expect(isProtected(named.shown)).toBe(false);
    expect(attachInput(blank, named.edit).source).toMatchObject({ isConfidential: false });
    expect(isProtected(typed({ kind: "PAGE" }, { isConfidential: true }).shown)).toBe(true);
  });

  it("comes back when a page becomes a person, in a new source and in a stored one", () => {
    expect(isProtected(typed({ isConfidential: false }, { kind: "PERSON" }).shown)).toBe(true);
    const record = editedSource(stored.source);
    const edit = typeIntoSource(emptyEdit(), record, { kind: "PERSON" });
    expect(sourceFields(changesOfSource(edit))).toEqual({ kind: "PERSON", isConfidential: true });
    const named = typeIntoSource(edit, record, { isConfidential: false });
    expect(sourceFields(changesOfSource(named))).toEqual({ kind: "PERSON", isConfidential: false });
  });
});

describe("an attached source", () => {
  const opened = citedSource(stored);

  it("is saved only where it was touched, whatever a colleague changed meanwhile", () => {
    const edit = typeInto(emptyEdit<CitationInputs>(), opened.citation, { locator: "p. 5" });
    const kept = parseCitedSourceEdit(JSON.stringify({ ...none, citation: edit }));
    expect(citationFields(changedIn(kept.citation))).toEqual({ locator: "p. 5" });
    expect(changesOfSource(kept.source)).toEqual({});
    expect(kept.citation.version).toBe(1);
  });

  it("sends null for what was emptied", () => {
    const edit = typeIntoSource(emptyEdit(), opened.source, { url: " ", publisher: "", publishedAt: "" });
    expect(sourceFields(changesOfSource(edit))).toEqual({ url: null, publisher: null, publishedAt: null });
  });

  it("meets what somebody else stored in the form of its inputs", () => {
    const theirs = { title: "Their title", publisher: null, publishedAt: "2026-04-01T09:00:00.000Z" };
    const edit = typeIntoSource(emptyEdit(), opened.source, {
      title: "Mine",
      publisher: "",
      publishedAt: "2026-04-01",
    });
    const met = typeOver(edit, { version: 4, fields: inputsOf(theirs) });
    expect(changesOfSource(met)).toEqual({ title: "Mine" });
  });

  it("survives a kept edit that is damaged", () => {
    for (const text of ["", "{", "null", '{"title":"Minutes"}'])
      expect(parseCitedSourceEdit(text)).toEqual(none);
  });
});
