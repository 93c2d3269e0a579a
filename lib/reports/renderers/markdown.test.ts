import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildReport } from "@/lib/reports/build-report";
import { HOSTILE_ADDRESSES, HOSTILE_TEXTS, hostileSnapshot } from "@/lib/reports/hostile-snapshot";
import { sampleSnapshot } from "@/lib/reports/sample-snapshot";
import { escapeMarkdown, renderMarkdown } from "./markdown";

const options = {
  number: 3,
  profile: "internal",
  language: "de",
  timeZone: "Europe/Berlin",
  createdAt: "2026-03-13T15:42:00.000Z",
  createdBy: "Jana Petersen",
} as const;

const readBack = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
/** What is left when every escaped character is taken away: markup could only be made of it. */
const unescaped = (text: string) => text.replace(/\\[!-/:-@[-`{-~]/g, "");

describe("escapeMarkdown", () => {
  it("leaves nothing that begins markup and changes no word", { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...HOSTILE_TEXTS)), (text) => {
        const escaped = escapeMarkdown(text);
        expect(unescaped(escaped)).not.toMatch(/[\\`*_{}[\]<>&|~$^\n]/);
        expect(escaped).not.toMatch(/^\s*([#+=:-]|\d+[.)])/);
        expect(unescaped(escaped)).not.toMatch(/[a-z]:\/\/|\bwww\.\S|@\S/i);
        const plain = (value: string) => value.replace(/\s+/g, " ").trim();
        const lines = text.toWellFormed().replace(/\r\n?/g, "\n");
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are replaced.
        const readable = lines.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, "\ufffd");
        expect(plain(readBack(escaped))).toBe(plain(readable));
      }),
    );
  });
});

it("shows a control character also beside the end of a line", () => {
  expect(escapeMarkdown("one\n\u000btwo\r\nthree")).toBe("one \ufffdtwo three");
});

describe("renderMarkdown", () => {
  it("has the same headings, lists and tables whatever people wrote", () => {
    const shape = (text: string) =>
      renderMarkdown(buildReport(hostileSnapshot(text, "ftp://example.org"), options))
        .split("\n")
        .filter((line) => /^(#{1,3} |\| |- )/.test(line))
        .map((line) => line.slice(0, 2));
    const harmless = shape("Ein harmloser Satz.");
    for (const text of HOSTILE_TEXTS) expect(shape(text)).toEqual(harmless);
  });

  it("links http and https addresses alone", () => {
    for (const address of HOSTILE_ADDRESSES) {
      const markdown = renderMarkdown(buildReport(hostileSnapshot("Satz", address), options));
      expect(unescaped(markdown).match(/<[^>]*>|\]\(/g) ?? []).toEqual(
        address.startsWith("https:")
          ? expect.arrayContaining([expect.stringMatching(/^<https:\/\/example\.org\/[^<>\s]*>$/)])
          : [],
      );
    }
  });

  it("says whose words a claim is, and hearsay, wherever the claim stands in short form", () => {
    const snapshot = sampleSnapshot();
    const seventh = snapshot.claims[6];
    if (!seventh) throw new Error("The sample has too few claims");
    Object.assign(seventh, { verdict: "CONFIRMED", attributionVerdict: "NOT_SAID" });
    const markdown = renderMarkdown(buildReport(snapshot, options));
    expect(markdown).toContain(
      "- **Nr. 7** Jede Woche wird an der Hafenstraße ein Mensch verletzt. (gesagt von Marlene Okonjo, Fraktionsvorsitzende) **✕ nicht gesagt, ✓ bestätigt**",
    );
    expect(markdown).toContain("davon 1 nicht gesagt, 1 ungenau wiedergegeben");
    expect(markdown).toContain("**\\[7! ✓\\]**");
    expect(markdown).toContain(
      "- **Nr. 17** Auch Lübeck erwägt einen solchen Weg. (**Hörensagen: der Artikel gibt es als unbestätigt wieder**)",
    );
  });

  it("shows verdict, quoted words and sources of every claim", () => {
    const report = buildReport(sampleSnapshot(), options);
    const markdown = renderMarkdown(report);
    for (const claim of report.claims) {
      const start =
        markdown.indexOf(`### ${claim.number}\\. `) + markdown.indexOf(`### ${claim.number}. `) + 1;
      const block = markdown.slice(start, markdown.indexOf("\n### ", start + 1));
      expect(block).toContain(escapeMarkdown(claim.verdict?.label ?? "noch nicht geprüft"));
      expect(block).toContain(`> ${escapeMarkdown(claim.quote ?? "")}`);
      for (const { source } of claim.citations) expect(block).toContain(`S${source}: `);
    }
  });
});
