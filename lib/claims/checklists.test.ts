import { describe, expect, it } from "vitest";
import { CHECKLISTS } from "@/lib/claims/checklists";
import { CLAIM_KINDS } from "@/lib/claims/claim-vocabulary";
import german from "@/lib/i18n/messages/de/claims.json";
import english from "@/lib/i18n/messages/en/claims.json";

describe("what to look at", () => {
  it.each(CLAIM_KINDS)("is a list of three to five points for the kind %s", (kind) => {
    expect(CHECKLISTS[kind].length).toBeGreaterThanOrEqual(3);
    expect(CHECKLISTS[kind].length).toBeLessThanOrEqual(5);
  });

  it.each([
    ["German", german.checklist],
    ["English", english.checklist],
  ])("has words for every point and no others in %s", (_language, words) => {
    const keys = Object.entries(words).map(([kind, items]) => [kind, Object.keys(items)]);
    expect(Object.fromEntries(keys)).toEqual(CHECKLISTS);
  });
});
