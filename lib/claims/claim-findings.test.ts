import { describe, expect, it } from "vitest";
import { gravityOf, misattributionOf } from "./claim-findings";
import { ATTRIBUTION_VERDICTS, VERDICTS } from "./verdict-scale";

describe("gravityOf", () => {
  it("finds nothing against the article only where neither question has a bad answer", () => {
    const harmless = VERDICTS.flatMap((verdict) =>
      [null, ...ATTRIBUTION_VERDICTS].map((attributionVerdict) => ({ verdict, attributionVerdict })),
    ).filter((claim) => gravityOf(claim) === null);
    for (const { verdict, attributionVerdict } of harmless) {
      expect(["CONFIRMED", "MOSTLY_CORRECT", "NOT_CHECKABLE"]).toContain(verdict);
      expect([null, "SAID", "NOT_VERIFIED"]).toContain(attributionVerdict);
    }
    expect(harmless).toHaveLength(9);
  });

  it("puts words that were never said before everything else, also when what they say is true", () => {
    const invented = gravityOf({ verdict: "CONFIRMED", attributionVerdict: "NOT_SAID" });
    expect(invented).toBe(0);
    expect(gravityOf({ verdict: "FALSE", attributionVerdict: "SAID" })).toBe(1);
    expect(gravityOf({ verdict: null, attributionVerdict: "INACCURATE" })).toBe(2);
    expect(gravityOf({ verdict: "UNSUBSTANTIATED", attributionVerdict: null })).toBe(3);
    expect(gravityOf({ verdict: "FALSE", attributionVerdict: "INACCURATE" })).toBe(1);
  });
});

describe("misattributionOf", () => {
  it("takes what could not be verified for no finding", () => {
    expect([null, ...ATTRIBUTION_VERDICTS].map(misattributionOf)).toEqual([
      null,
      null,
      "INACCURATE",
      "NOT_SAID",
      null,
    ]);
  });
});
