import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReport } from "./build-report";
import { renderReport } from "./renderers/render-report";
import { REPORT_FORMATS } from "./report-format";
import { SAMPLE_SOURCES, sampleSnapshot } from "./sample-snapshot";
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
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(fc.uniqueArray(canary, { minLength: 13, maxLength: 13 }), (canaries) => {
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
          caller = "",
          reply = "",
          quoted = "",
        ] = canaries;
        const snapshot = sampleSnapshot();
        const passage = `${quoted} sagte uns gestern im Flur des Amtes`;
        const secret = {
          title: `${title} im Amt`,
          author: `Ole ${author}`,
          publisher,
          url: `https://example.org/${path}`,
          originGroup: group,
          isConfidential: true,
        };
        const call = {
          ...SAMPLE_SOURCES.insider,
          id: "call",
          kind: "CALL" as const,
          title: `Telefonat mit Frau Dr. Ina ${caller}`,
          author: null,
        };
        const slip = `${author}s Wort, ${title}\n im Amt, ${excerpt.toUpperCase()}, Ina ${caller}; ${passage} https://example.org/${path}`;
        for (const claim of snapshot.claims) {
          claim.verdictBy = checker;
          claim.assignee = checker;
          claim.citations = claim.citations.map((citation) =>
            citation.source.isConfidential
              ? { ...citation, locator, excerpt, source: { ...citation.source, ...secret } }
              : {
                  ...citation,
                  locator: `Seite 3, ${slip}`,
                  excerpt: `Auszug: ${slip}`,
                  source: {
                    ...citation.source,
                    title: `Mitschrift ${slip}`,
                    author: slip,
                    publisher: `Amt ${slip}`,
                    url: `https://example.net/${caller}/${author}`,
                    originGroup: `${group} und ${slip}`,
                  },
                },
          );
          claim.citations.push({
            stance: "CONTEXT",
            locator,
            excerpt: passage,
            accessedAt: null,
            source: call,
          });
          claim.reason += ` ${publisher}: ${slip}`;
          claim.translation = { language: "en", wording: `Translated: ${slip}, ${publisher}` };
        }
        const [first] = snapshot.notes;
        if (!first) throw new Error("The sample has no note");
        const internal = { ...first, id: "i", visibility: "INTERNAL" as const };
        snapshot.notes.push(
          internal,
          { ...first, id: "r1", parentId: first.id, body: `Antwort: ${slip}` },
          { ...first, id: "r2", parentId: internal.id, body: reply },
          { ...internal, id: "r3", parentId: first.id, body: reply },
        );
        for (const entry of snapshot.notes) {
          entry.by = checker;
          entry.body = entry.visibility === "INTERNAL" ? note : `${entry.body} Siehe ${slip}, ${publisher}.`;
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

  it("takes the title of a person or a call for a name and blackens each part of it", () => {
    const snapshot = sampleSnapshot();
    const [claim] = snapshot.claims;
    const [citation] = claim?.citations ?? [];
    if (!claim || !citation) throw new Error("The sample has no citation");
    const source = { ...SAMPLE_SOURCES.insider, id: "p", author: null, publisher: null, originGroup: null };
    claim.citations = [
      { ...citation, source: { ...source, title: "Holger von Sprungfeder-Ott" } },
      {
        ...citation,
        locator: "Gespräch mit Holger Sprungfeder",
        excerpt: "Sprungfeder sagte es so.",
        source: { ...SAMPLE_SOURCES.minutes, title: "Mitschrift Holger Sprungfeder" },
      },
    ];
    claim.reason = "Herr Sprungfeder bestätigt die Zahl. Otts Büro im Gespräch auch, Otto Meier nicht.";
    const report = buildReport(snapshot, options);
    expect(report.claims[0]?.reason).toBe(
      "Herr [vertraulich] bestätigt die Zahl. [vertraulich] Büro im Gespräch auch, Otto Meier nicht.",
    );
    expect(report.claims[0]?.citations[1]).toMatchObject({
      locator: "Gespräch mit [vertraulich] [vertraulich]",
      excerpt: "[vertraulich] sagte es so.",
    });
    expect(report.sources[1]?.title).toBe("Mitschrift [vertraulich] [vertraulich]");
  });

  it("leaves public sources their publisher where a confidential one has the same", () => {
    const snapshot = sampleSnapshot();
    for (const { citations } of snapshot.claims)
      for (const citation of citations)
        if (citation.source.isConfidential)
          citation.source = { ...citation.source, publisher: "Stadt Nordhaven" };
    const report = buildReport(snapshot, options);
    expect(report.sources.map(({ publisher }) => publisher)).toContain("Stadt Nordhaven");
  });

  it("publishes in bounded time however much confidential sources were quoted", { timeout: 30_000 }, () => {
    const snapshot = sampleSnapshot();
    const claim = snapshot.claims[0];
    if (!claim) throw new Error("The sample has no claim");
    const source = SAMPLE_SOURCES.insider;
    claim.citations = Array.from({ length: 400 }, (_, index) => ({
      stance: "CONTEXT" as const,
      locator: null,
      excerpt: `Das waren ${index} Fälle (ungefähr). `.repeat(600).slice(0, 20_000),
      accessedAt: null,
      source: { ...source, id: `i${index}` },
    }));
    claim.reason = "Er sagte: „Das waren 7 Fälle, ungefähr; das waren 7 Fälle“.";
    const internal = buildReport(snapshot, { ...options, profile: "internal" });
    const started = performance.now();
    const report = withholdForPublication(internal);
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(report.claims[0]?.reason).toBe("Er sagte: „[vertraulich]“.");
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
