import { describe, expect, it } from "vitest";
import { CLAIM_STATES } from "./verdict-scale";
import { isLocked, reachableStates, refuseTransition } from "./workflow";

const editor = { isReviewer: false } as const;
const reviewer = { isReviewer: true } as const;

describe("refuseTransition", () => {
  it("lets a claim stay where it is, in every state and for every role", () => {
    for (const state of CLAIM_STATES) {
      expect(refuseTransition({ from: state, to: state, verdict: null, ...editor })).toBeNull();
    }
  });

  it("asks for a verdict before a claim goes to sign-off", () => {
    expect(refuseTransition({ from: "OPEN", to: "IN_REVIEW", verdict: null, ...editor })).toBe(
      "needsVerdict",
    );
    expect(refuseTransition({ from: "OPEN", to: "IN_REVIEW", verdict: "FALSE", ...editor })).toBeNull();
  });

  it("keeps signing off, returning and reopening for reviewers", () => {
    for (const step of [
      { from: "IN_REVIEW", to: "SIGNED_OFF" },
      { from: "IN_REVIEW", to: "RETURNED" },
      { from: "SIGNED_OFF", to: "IN_PROGRESS" },
    ] as const) {
      expect(refuseTransition({ ...step, verdict: "FALSE", ...editor })).toBe("needsReviewer");
      expect(refuseTransition({ ...step, verdict: "FALSE", ...reviewer })).toBeNull();
    }
  });

  it("signs off nothing that was not handed in for sign-off", () => {
    for (const from of CLAIM_STATES.filter((state) => state !== "IN_REVIEW" && state !== "SIGNED_OFF")) {
      expect(refuseTransition({ from, to: "SIGNED_OFF", verdict: "CONFIRMED", ...reviewer })).toBe(
        "unreachable",
      );
    }
  });
});

describe("reachableStates", () => {
  it("offers an editor of a signed-off claim nothing but what it is", () => {
    expect(reachableStates({ state: "SIGNED_OFF", verdict: "CONFIRMED", ...editor })).toEqual(["SIGNED_OFF"]);
    expect(isLocked({ state: "SIGNED_OFF" })).toBe(true);
  });

  it("leaves out sign-off while there is no verdict", () => {
    expect(reachableStates({ state: "OPEN", verdict: null, ...editor })).toEqual([
      "OPEN",
      "IN_PROGRESS",
      "WAITING",
    ]);
  });
});
