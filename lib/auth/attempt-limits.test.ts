import { describe, expect, it } from "vitest";
import { secondsUntilFree } from "./attempt-limits";

const start = Date.UTC(2026, 0, 1);
const at = (seconds: number) => new Date(start + seconds * 1000);

describe("secondsUntilFree", () => {
  it("lets five wrong passwords an account through and holds the sixth back", () => {
    const four = [0, 1, 2, 3].map(at);
    expect(secondsUntilFree("account", four, at(5))).toBe(0);
    expect(secondsUntilFree("account", [...four, at(4)], at(5))).toBe(55);
  });

  it("slides: each attempt counts for exactly a minute", () => {
    const five = [0, 1, 2, 3, 4].map(at);
    expect(secondsUntilFree("account", five, at(59))).toBe(1);
    expect(secondsUntilFree("account", five, at(60))).toBe(0);
    expect(secondsUntilFree("account", [...five, at(60)], at(60))).toBe(1);
  });

  it("gives an address, behind which a whole desk may sit, more room than an account", () => {
    const twenty = Array.from({ length: 20 }, () => at(0));
    expect(secondsUntilFree("address", twenty.slice(1), at(1))).toBe(0);
    expect(secondsUntilFree("address", twenty, at(1))).toBe(59);
  });
});
