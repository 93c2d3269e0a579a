import { describe, expect, it } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";
import { LOCALES } from "@/lib/i18n/locales";
import { normalizeText } from "@/lib/text/normalize-text";
import { SAMPLES } from "./samples";
import { detectWireHeader } from "./wire-header";

describe.each(LOCALES)("the sample article in %s", (locale) => {
  const text = normalizeText(SAMPLES[locale]);

  it("is as long as an agency story", () => {
    const words = text.match(/\S+/g)?.length ?? 0;
    expect(words).toBeGreaterThanOrEqual(250);
    expect(words).toBeLessThanOrEqual(350);
  });

  it("shows what is read from a text: title, agency, place, date and copyright", () => {
    const { title, agency, dateline, publishedAt, copyright, language } = detectWireHeader(text);
    expect([title, agency, dateline, copyright].every((field) => field !== null)).toBe(true);
    expect(publishedAt?.value).toBe("2026-01-06");
    expect(language?.value).toBe(locale);
  });

  it("shows repeats, speakers, hearsay and denial", () => {
    const { blocks, claims } = splitClaims(text, { language: locale });
    expect(blocks.filter(({ repeatOf }) => repeatOf !== null)).toHaveLength(1);
    expect(claims.length).toBeGreaterThanOrEqual(12);
    expect(claims.filter(({ speaker }) => speaker !== null).length).toBeGreaterThanOrEqual(5);
    expect(claims.map(({ modality }) => modality)).toEqual(expect.arrayContaining(["hearsay", "negated"]));
  });
});
