import { describe, expect, it } from "vitest";
import {
  isChecked,
  progressOf,
  TONE_ICON,
  toneOf,
  VERDICT_RATING,
  VERDICT_TONE,
  VERDICTS,
} from "./verdict-scale";

describe("toneOf", () => {
  it("is open or working while there is no verdict", () => {
    expect(toneOf({ verdict: null, state: "OPEN" })).toBe("open");
    expect(toneOf({ verdict: null, state: "IN_PROGRESS" })).toBe("working");
    expect(toneOf({ verdict: null, state: "WAITING" })).toBe("working");
  });

  it("keeps the tone of the verdict when a claim is returned or waits", () => {
    expect(toneOf({ verdict: "FALSE", state: "RETURNED" })).toBe("refuted");
    expect(toneOf({ verdict: "CONFIRMED", state: "WAITING" })).toBe("supported");
  });
});

describe("the verdict scale", () => {
  it("numbers only the ordinal verdicts, in falling order and each once", () => {
    const ratings = VERDICTS.map((verdict) => VERDICT_RATING[verdict]).filter((rating) => rating !== null);
    expect(ratings).toEqual([5, 4, 3, 2, 1]);
    expect(VERDICT_RATING.UNSUBSTANTIATED).toBeNull();
    expect(VERDICT_RATING.NOT_CHECKABLE).toBeNull();
  });

  it("gives every tone an icon of its own, so that colour is never needed", () => {
    const icons = Object.values(TONE_ICON);
    expect(new Set(icons).size).toBe(icons.length);
    for (const tone of Object.values(VERDICT_TONE)) expect(TONE_ICON[tone]).toBeDefined();
  });
});

describe("progressOf", () => {
  it("counts a claim as checked by its verdict alone, not by its state", () => {
    const claims = [
      { verdict: null, state: "IN_REVIEW", setAside: null },
      { verdict: "FALSE", state: "RETURNED", setAside: null },
      { verdict: "CONFIRMED", state: "OPEN", setAside: null },
      { verdict: null, state: "OPEN", setAside: null },
    ] as const;
    expect(progressOf(claims)).toEqual({
      total: 4,
      checked: 2,
      setAside: 0,
      byTone: { open: 1, working: 1, supported: 1, mixed: 0, refuted: 1, unresolved: 0 },
    });
    expect(claims.filter(isChecked)).toHaveLength(2);
  });

  it("counts beside the others what is set aside, and its tone not at all", () => {
    const claims = [
      { verdict: null, state: "OPEN", setAside: "OPINION" },
      { verdict: "CONFIRMED", state: "OPEN", setAside: null },
    ] as const;
    expect(progressOf(claims)).toMatchObject({ total: 1, checked: 1, setAside: 1, byTone: { open: 0 } });
  });
});
