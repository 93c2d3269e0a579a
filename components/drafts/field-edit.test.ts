import { describe, expect, it } from "vitest";
import type { FieldEdit } from "./field-edit";
import {
  changedIn,
  emptyEdit,
  findConflicts,
  giveWay,
  isChanged,
  parseEdit,
  settle,
  shownFields,
  typeInto,
  typeOver,
} from "./field-edit";

type Fields = { title: string; locator: string; isConfidential: boolean };

const opened = { version: 3, fields: { title: "Old title", locator: "", isConfidential: false } };
const theirs = { version: 5, fields: { title: "Their title", locator: "", isConfidential: true } };
const none = emptyEdit<Fields>();

describe("an edit of a record", () => {
  it("holds only what was touched, so that a colleague's change meanwhile is shown and never written back", () => {
    const edit = typeInto(none, opened, { locator: "p. 4" });
    expect(shownFields(theirs.fields, edit)).toEqual({ ...theirs.fields, locator: "p. 4" });
    expect(changedIn(edit)).toEqual({ locator: "p. 4" });
    expect(edit.version).toBe(3);
  });

  it("keeps the version it was begun on, whatever is touched later", () => {
    const edit = typeInto(typeInto(none, opened, { title: "Mine" }), theirs, { isConfidential: false });
    expect(edit.version).toBe(3);
    expect(edit.base).toEqual({ title: "Old title", isConfidential: true });
    expect(changedIn(typeInto(edit, theirs, { title: "Mine too" })).title).toBe("Mine too");
  });

  it("takes the older version where a field is touched that was shown from before", () => {
    const edit = typeOver(typeInto(none, opened, { title: "Mine" }), theirs);
    expect(typeInto(edit, opened, { locator: "p. 4" }).version).toBe(3);
  });

  it("sends nothing that was typed back to what it was", () => {
    const edit = typeInto(typeInto(none, opened, { title: "Mine" }), opened, { title: "Old title" });
    expect(isChanged(edit)).toBe(false);
  });

  it("is done once it is saved, but for what was typed meanwhile", () => {
    const sent = typeInto(none, opened, { title: "Mine", locator: "p. 4" });
    const saved = { version: 4, fields: { title: "Mine", locator: "p. 4", isConfidential: false } };
    expect(settle(sent, changedIn(sent), saved)).toEqual(none);
    const longer = typeInto(sent, opened, { title: "Mine, and more" });
    expect(settle(longer, changedIn(sent), saved)).toEqual({
      version: 4,
      base: { title: "Mine" },
      typed: { title: "Mine, and more" },
    });
    const other = typeInto(sent, opened, { isConfidential: true });
    expect(settle(other, changedIn(sent), saved)).toEqual({
      version: 3,
      base: { isConfidential: false },
      typed: { isConfidential: true },
    });
  });

  it("names the fields in conflict, and can put its own through or give way", () => {
    const edit = typeInto(none, opened, { title: "Mine", locator: "p. 4" });
    expect(findConflicts(edit, theirs.fields)).toEqual(["title"]);
    const insisting = typeOver(edit, theirs);
    expect(insisting.version).toBe(5);
    expect(changedIn(insisting)).toEqual({ title: "Mine", locator: "p. 4" });
    const yielding = giveWay(insisting, { title: "Their title" });
    expect(shownFields(opened.fields, yielding).title).toBe("Their title");
    expect(changedIn(yielding)).toEqual({ locator: "p. 4" });
  });

  it("survives being stored, and what is damaged is empty", () => {
    const edit = typeInto(none, opened, { title: "Mine" });
    expect(parseEdit<Fields>(JSON.parse(JSON.stringify(edit)))).toEqual(edit);
    for (const damaged of [null, "x", {}, { version: 1, base: null, typed: {} }])
      expect(parseEdit<Fields>(damaged)).toEqual(none satisfies FieldEdit<Fields>);
  });
});
