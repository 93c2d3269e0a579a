import { describe, expect, it } from "vitest";
import { changedIn, emptyEdit, shownFields, typeInto } from "@/components/drafts/field-edit";
import type { ArticleDetails } from "./article-details-draft";
import { articleFields, detailsOf, parseDetailsEdit, storedDetails } from "./article-details-draft";
import { buildArticle } from "./workspace-fixtures";

const header = { ...buildArticle([]), deadline: "2026-03-14T15:30:00.000Z", agency: "dts" };
const opened = { version: header.version, fields: detailsOf(header) };

describe("the details of an article", () => {
  it("are sent only where they were touched, also after a reload and a colleague's change", () => {
    const edit = typeInto(emptyEdit<ArticleDetails>(), opened, { byline: " Jana Petersen " });
    const reloaded = parseDetailsEdit(JSON.stringify(edit));
    const theirs = detailsOf({ ...header, title: "Their title" });
    expect(shownFields(theirs, reloaded)).toMatchObject({ title: "Their title", byline: " Jana Petersen " });
    expect(articleFields(changedIn(reloaded))).toEqual({ byline: "Jana Petersen" });
  });

  it("are null where they were emptied, but a title stays a text", () => {
    expect(articleFields({ agency: "", title: "" })).toEqual({ agency: null, title: "" });
  });

  it("keep the moment of a deadline through the reader's own time", () => {
    const { deadline } = opened.fields;
    expect(articleFields({ deadline })).toEqual({ deadline: "2026-03-14T15:30:00.000Z" });
  });

  it("meet what somebody else stored in the form of their inputs", () => {
    const { deadline, assigneeId, publishedAt } = header;
    const { title, ...rest } = storedDetails({ title: "T", deadline, assigneeId, publishedAt });
    expect(title).toBe("T");
    expect(opened.fields).toMatchObject(rest);
  });

  it("survive a kept edit that is damaged", () => {
    for (const text of ["", "{", "null"]) expect(parseDetailsEdit(text)).toEqual(emptyEdit());
  });
});
