import { describe, expect, it } from "vitest";
import { matchesFilter } from "./claim-filter";

describe("the views of the list", () => {
  it("put a claim without verdict under work and one with a verdict under findings", () => {
    expect(matchesFilter({ setAside: null, verdict: null, state: "IN_PROGRESS" }, "work")).toBe(true);
    expect(matchesFilter({ setAside: null, verdict: null, state: "IN_PROGRESS" }, "findings")).toBe(false);
    expect(matchesFilter({ setAside: null, verdict: "FALSE", state: "IN_PROGRESS" }, "work")).toBe(false);
    expect(matchesFilter({ setAside: null, verdict: "FALSE", state: "SIGNED_OFF" }, "findings")).toBe(true);
  });

  it("show a returned claim as work although it keeps its verdict", () => {
    expect(matchesFilter({ setAside: null, verdict: "FALSE", state: "RETURNED" }, "work")).toBe(true);
    expect(matchesFilter({ setAside: null, verdict: "FALSE", state: "RETURNED" }, "findings")).toBe(true);
  });

  it("keep what is set aside out of the work and show it by itself", () => {
    const opinion = { verdict: null, state: "OPEN", setAside: "OPINION" } as const;
    expect(
      (["all", "work", "findings", "aside"] as const).map((filter) => matchesFilter(opinion, filter)),
    ).toEqual([true, false, false, true]);
  });
});
