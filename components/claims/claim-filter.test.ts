import { describe, expect, it } from "vitest";
import { matchesFilter } from "./claim-filter";

describe("the views of the list", () => {
  it("put a claim without verdict under work and one with a verdict under findings", () => {
    expect(matchesFilter({ verdict: null, state: "IN_PROGRESS" }, "work")).toBe(true);
    expect(matchesFilter({ verdict: null, state: "IN_PROGRESS" }, "findings")).toBe(false);
    expect(matchesFilter({ verdict: "FALSE", state: "IN_PROGRESS" }, "work")).toBe(false);
    expect(matchesFilter({ verdict: "FALSE", state: "SIGNED_OFF" }, "findings")).toBe(true);
  });

  it("show a returned claim as work although it keeps its verdict", () => {
    expect(matchesFilter({ verdict: "FALSE", state: "RETURNED" }, "work")).toBe(true);
    expect(matchesFilter({ verdict: "FALSE", state: "RETURNED" }, "findings")).toBe(true);
  });
});
