import { describe, expect, it } from "vitest";
import { changedDetails, detailsOf } from "./article-details-draft";
import { buildArticle } from "./workspace-fixtures";

const before = detailsOf({ ...buildArticle([]), deadline: "2026-03-14T15:30:00.000Z", agency: "dts" });

describe("the details of an article", () => {
  it("are sent only where they were touched", () => {
    expect(changedDetails(before, { ...before, byline: " Jana Petersen " })).toEqual({
      byline: "Jana Petersen",
    });
  });

  it("are null where they were emptied, but a title stays a text", () => {
    expect(changedDetails(before, { ...before, agency: "", title: "" })).toEqual({ agency: null, title: "" });
  });

  it("keep the moment of a deadline through the reader's own time", () => {
    const moved = { ...before, deadline: "" };
    expect(changedDetails(moved, before)).toEqual({ deadline: "2026-03-14T15:30:00.000Z" });
  });
});
