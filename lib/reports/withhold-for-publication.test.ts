import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReport } from "./build-report";
import { renderReport } from "./renderers/render-report";
import { REPORT_FORMATS } from "./report-format";
import { sampleSnapshot } from "./sample-snapshot";
import { withholdForPublication } from "./withhold-for-publication";

const options = {
  number: 3,
  profile: "publishable",
  language: "de",
  timeZone: "Europe/Berlin",
  createdAt: "2026-03-13T15:42:00.000Z",
  createdBy: "Jana Petersen",
} as const;

/** A word that stands nowhere else: letters that no other text of the sample puts in this order. */
const canary = fc.stringMatching(/^[A-Z][a-z]{5,9}$/).map((name) => `Qx${name}zq`);

function withoutFonts(file: string): string {
  return file.replace(/base64,[A-Za-z0-9+/=]+/g, "");
}

describe("withholdForPublication", () => {
  it("lets no word of an internal note, a confidential source, the record or a checker's name into any format", {
    timeout: 30_000,
  }, () => {
    fc.assert(
      fc.property(fc.uniqueArray(canary, { minLength: 10, maxLength: 10 }), (canaries) => {
        const [
          note = "",
          title = "",
          author = "",
          publisher = "",
          path = "",
          excerpt = "",
          locator = "",
          group = "",
          record = "",
          checker = "",
        ] = canaries;
        const snapshot = sampleSnapshot();
        const secret = {
          title: `${title} im Amt`,
          author: `Ole ${author}`,
          publisher,
          url: `https://example.org/${path}`,
          originGroup: group,
          isConfidential: true,
        };
        for (const claim of snapshot.claims) {
          claim.verdictBy = checker;
          claim.assignee = checker;
          claim.citations = claim.citations.map((citation) =>
            citation.source.isConfidential
              ? { ...citation, locator, excerpt, source: { ...citation.source, ...secret } }
              : { ...citation, source: { ...citation.source, originGroup: group } },
          );
          claim.reason += ` ${author}s Wort, ${publisher}; ${title}\n im Amt, ${excerpt.toUpperCase()} https://example.org/${path}`;
        }
        for (const entry of snapshot.notes) {
          entry.by = checker;
          entry.body = entry.visibility === "INTERNAL" ? note : `${entry.body} Siehe ${author}.`;
        }
        for (const entry of snapshot.activity)
          Object.assign(entry, { by: checker, after: { reason: record } });
        snapshot.article.assignee = checker;
        const report = buildReport(snapshot, { ...options, createdBy: checker });
        for (const format of REPORT_FORMATS) {
          const file = withoutFonts(renderReport(report, format)).toLowerCase();
          for (const word of canaries) expect(file).not.toContain(word.toLowerCase());
        }
      }),
      { numRuns: 20 },
    );
  });

  it("keeps findings, reasons, quotes and public sources", () => {
    const internal = buildReport(sampleSnapshot(), { ...options, profile: "internal" });
    const report = withholdForPublication(internal);
    expect(report.claims.map(({ verdict }) => verdict)).toEqual(
      internal.claims.map(({ verdict }) => verdict),
    );
    expect(report.claims.map(({ quote }) => quote)).toEqual(internal.claims.map(({ quote }) => quote));
    expect(report.claims[0]?.reason).toBe(internal.claims[0]?.reason);
    expect(report.sources.filter(({ title }) => title === null)).toHaveLength(1);
    expect(report.claims[2]?.citations).toHaveLength(3);
    expect(report.claims[2]?.origins).toEqual({ supporting: 0, contradicting: 3 });
  });

  it("says what it left out and how much of it", () => {
    const { withheld } = buildReport(sampleSnapshot(), options);
    expect(withheld).toEqual([
      { part: "confidentialSources", count: 1 },
      { part: "passages", count: 2 },
      { part: "internalNotes", count: 1 },
      { part: "names", count: null },
      { part: "work", count: null },
      { part: "activity", count: expect.any(Number) },
    ]);
  });

  it("says nothing of the origin of sources that share one with a confidential source", () => {
    const snapshot = sampleSnapshot();
    for (const { citations } of snapshot.claims) {
      for (const { source } of citations)
        if (source.kind === "CALL") Object.assign(source, { originGroup: "Kreis um Kessberg" });
    }
    const report = buildReport(snapshot, options);
    expect(report.sources.filter(({ origin }) => origin === null)).toHaveLength(2);
  });

  it("makes the same of a stored document as of the snapshot", () => {
    const stored = renderReport(buildReport(sampleSnapshot(), { ...options, profile: "internal" }), "json");
    expect(withholdForPublication(JSON.parse(stored))).toEqual(
      JSON.parse(renderReport(buildReport(sampleSnapshot(), options), "json")),
    );
  });
});
