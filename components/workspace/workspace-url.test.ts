import { describe, expect, it } from "vitest";
import { formatWorkspaceUrl, parseWorkspaceUrl } from "./workspace-url";

describe("the address of the workspace", () => {
  it("holds the current claim and the view of the list, and gives both back", () => {
    const url = { claimId: "0198", filter: "work" } as const;
    expect(formatWorkspaceUrl(url)).toBe("?claim=0198&show=work");
    expect(parseWorkspaceUrl("?claim=0198&show=work")).toEqual(url);
  });

  it("leaves out what is as by default", () => {
    expect(formatWorkspaceUrl({ claimId: null, filter: "all" })).toBe("");
  });

  it("shows everything where the view is not one of ours", () => {
    expect(parseWorkspaceUrl("?show=<b>")).toEqual({ claimId: null, filter: "all" });
  });
});
