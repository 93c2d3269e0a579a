import { describe, expect, test } from "vitest";
import { articleStateOf, progressOfCounts } from "./article-state";

describe("articleStateOf", () => {
  test("is open without claims and while nobody has begun", () => {
    expect(articleStateOf([])).toBe("OPEN");
    expect(articleStateOf([{ state: "OPEN", verdict: null, setAside: null, count: 9 }])).toBe("OPEN");
  });

  test("is in progress from the first verdict or state on", () => {
    const open = { state: "OPEN", verdict: null, setAside: null, count: 9 } as const;
    expect(articleStateOf([open, { state: "IN_PROGRESS", verdict: null, setAside: null, count: 1 }])).toBe(
      "IN_PROGRESS",
    );
    expect(articleStateOf([open, { state: "OPEN", verdict: "FALSE", setAside: null, count: 1 }])).toBe(
      "IN_PROGRESS",
    );
  });

  test("is checked when every claim has a verdict, signed off when every claim is", () => {
    const checked = { state: "IN_REVIEW", verdict: "FALSE", setAside: null, count: 2 } as const;
    const signedOff = { state: "SIGNED_OFF", verdict: "CONFIRMED", setAside: null, count: 2 } as const;
    expect(articleStateOf([checked, signedOff])).toBe("CHECKED");
    expect(articleStateOf([signedOff])).toBe("SIGNED_OFF");
  });
});

test("claims that are set aside are no part of the work", () => {
  const aside = { state: "OPEN", verdict: null, setAside: "OPINION", count: 4 } as const;
  const checked = { state: "IN_REVIEW", verdict: "FALSE", setAside: null, count: 2 } as const;
  expect(articleStateOf([aside, checked])).toBe("CHECKED");
  expect(articleStateOf([aside])).toBe("OPEN");
  expect(progressOfCounts([aside, checked])).toMatchObject({
    total: 2,
    checked: 2,
    setAside: 4,
    byTone: { open: 0 },
  });
});

test("progressOfCounts counts claims, not groups", () => {
  const progress = progressOfCounts([
    { state: "OPEN", verdict: null, setAside: null, count: 3 },
    { state: "WAITING", verdict: null, setAside: null, count: 2 },
    { state: "OPEN", verdict: "MOSTLY_FALSE", setAside: null, count: 4 },
  ]);
  expect(progress).toMatchObject({ total: 9, checked: 4, byTone: { open: 3, working: 2, refuted: 4 } });
});
