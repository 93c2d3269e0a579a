import { describe, expect, it } from "vitest";
import { buildReport } from "@/lib/reports/build-report";
import { HOSTILE_ADDRESSES, HOSTILE_TEXTS, hostileSnapshot } from "@/lib/reports/hostile-snapshot";
import type { ReportProfile } from "@/lib/reports/report-document";
import { sampleSnapshot } from "@/lib/reports/sample-snapshot";
import { renderHtml } from "./html";
import { cssString, escapeHtml, html, styleElement } from "./html-markup";

const options = {
  number: 3,
  profile: "internal",
  language: "de",
  timeZone: "Europe/Berlin",
  createdAt: "2026-03-13T15:42:00.000Z",
  createdBy: "Jana Petersen",
} as const;

const withoutStyles = (page: string) => page.replace(/<style>[^<]*<\/style>/, "");

/** The tags of a page with the names of their attributes: what a browser would build, without what it says. */
function skeletonOf(page: string): string[] {
  const tags = withoutStyles(page).match(/<[^>]*>/g) ?? [];
  return tags.map((tag) => tag.replace(/"[^"]*"/g, '""'));
}

/** Readable words of a page, with the blanks of its layout folded. */
function wordsOf(page: string): string {
  return withoutStyles(page)
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");
}

const hostilePage = (text: string, address: string, profile: ReportProfile = "internal") =>
  renderHtml(buildReport(hostileSnapshot(text, address), { ...options, profile, createdBy: text }));

describe("renderHtml", () => {
  it("builds the same elements whatever people wrote", { timeout: 30_000 }, () => {
    for (const profile of ["internal", "publishable"] as const) {
      const harmless = skeletonOf(hostilePage("Ein harmloser Satz.", "ftp://example.org", profile));
      for (const text of HOSTILE_TEXTS)
        expect(skeletonOf(hostilePage(text, "ftp://example.org", profile))).toEqual(harmless);
    }
  });

  it("links http and https addresses alone", () => {
    for (const address of HOSTILE_ADDRESSES) {
      const hrefs = [...hostilePage("Satz", address).matchAll(/href="([^"]*)"/g)].map(
        ([, href = ""]) => href,
      );
      for (const href of hrefs) expect(href).toMatch(/^(#|https:\/\/example\.org\/)/);
    }
    expect(hostilePage("Satz", "https://example.org/a?b=c&d")).toContain(
      'href="https://example.org/a?b=c&amp;d" target="_blank" rel="noopener noreferrer nofollow"',
    );
  });

  it("holds no script and loads nothing", () => {
    const page = renderHtml(buildReport(sampleSnapshot(), options));
    expect(page).toContain("default-src &#39;none&#39;");
    expect(page).not.toMatch(/<(script|img|iframe|link|object|embed|form|input)\b/);
    expect(page).not.toMatch(/\son[a-z]+=/);
    expect(page).not.toMatch(/\sstyle="/);
    expect(
      page.match(/url\([^)]{0,8}/g)?.every((url) => url === "url(data:fon" || url.startsWith("url(#hatch")),
    ).toBe(true);
  });

  it("shows verdict, quoted words and sources of every claim", () => {
    const report = buildReport(sampleSnapshot(), options);
    const page = renderHtml(report);
    for (const claim of report.claims) {
      const start = page.indexOf(`id="claim-${claim.number}"`);
      const block = wordsOf(page.slice(start, page.indexOf("</article>", start)));
      expect(block).toContain(claim.verdict?.label ?? "noch nicht geprüft");
      expect(block).toContain(escapeHtml(claim.quote ?? ""));
      for (const citation of claim.citations) {
        const source = report.sources.find(({ number }) => number === citation.source);
        expect(block).toContain(escapeHtml(source?.title ?? ""));
        expect(block).toContain(escapeHtml(source?.url ?? ""));
      }
    }
  });

  it("shows hearsay and conjecture beside the claim, always", () => {
    const report = buildReport(sampleSnapshot(), options);
    const page = renderHtml(report);
    for (const { number, modality } of report.claims) {
      if (modality !== "hearsay") continue;
      const start = page.indexOf(`id="claim-${number}"`);
      expect(page.slice(start, page.indexOf("</article>", start))).toContain("<strong>Hörensagen");
    }
  });

  it("says whose words a claim is, and hearsay, wherever the claim stands in short form", () => {
    const report = buildReport(sampleSnapshot(), options);
    const page = renderHtml(report);
    const cover = wordsOf(
      page.slice(page.indexOf('<section class="attention">'), page.indexOf('class="facts"')),
    );
    const open = wordsOf(
      page.slice(page.indexOf('<section id="unresolved"'), page.indexOf('<section id="sources"')),
    );
    expect(cover).toContain("ein Mensch verletzt. (gesagt von Marlene Okonjo, Fraktionsvorsitzende )");
    expect(cover).not.toMatch(/verletzt\. ✕/);
    expect(open).toContain("einen solchen Weg. ( Hörensagen: der Artikel gibt es als unbestätigt wieder )");
    expect(open).toContain("seit zehn Jahren zu. (gesagt von Marlene Okonjo, Fraktionsvorsitzende )");
  });

  it("names words that were never said on the cover, on the strip and in the text, though what they say is true", () => {
    const snapshot = sampleSnapshot();
    for (const claim of snapshot.claims) {
      claim.verdict = "CONFIRMED";
      claim.attributionVerdict = claim.number === 7 ? "NOT_SAID" : null;
    }
    const page = renderHtml(buildReport(snapshot, options));
    const words = wordsOf(page);
    expect(words).not.toContain("Kein Befund widerspricht dem Artikel.");
    expect(words).toContain("1 von 9 Zuschreibungen geprüft, davon 1 nicht gesagt");
    expect(words).toContain("Fraktionsvorsitzende ) ✕ nicht gesagt · ✓ bestätigt");
    expect(page).toContain('aria-label="Behauptung 7, gestützt, nicht gesagt">7!</a>');
    expect(page).toMatch(/<text [^>]*>7!<\/text>/);
    for (const claim of snapshot.claims)
      if (claim.attributionVerdict !== null) claim.attributionVerdict = "SAID";
    expect(wordsOf(renderHtml(buildReport(snapshot, options)))).toContain(
      "Kein Befund widerspricht dem Artikel.",
    );
  });

  it("shows an invented quotation before anybody has checked what it says", () => {
    const snapshot = sampleSnapshot();
    for (const claim of snapshot.claims) {
      claim.verdict = null;
      claim.attributionVerdict = claim.number === 7 ? "NOT_SAID" : null;
    }
    const words = wordsOf(renderHtml(buildReport(snapshot, options)));
    expect(words).toContain("✕ nicht gesagt · … noch nicht geprüft");
  });

  it("never calls what a named person says the article's own statement", () => {
    const snapshot = sampleSnapshot();
    snapshot.claims = snapshot.claims.slice(0, 1).map((claim) => ({ ...claim, speaker: "John Kirby" }));
    const words = wordsOf(renderHtml(buildReport(snapshot, options)));
    expect(words).toContain("gesagt von John Kirby");
    expect(words).not.toContain("Aussage des Artikels");
  });

  it("marks words in another language than the report's", () => {
    const page = renderHtml(buildReport(sampleSnapshot(), { ...options, language: "en" }));
    expect(page).toContain('<html lang="en">');
    expect(page).toContain('<blockquote class="quote" lang="de">');
    expect(page).toContain('<div class="text" lang="de">');
  });

  it("says that a draft is a draft, on the cover and on every page", () => {
    const page = renderHtml(buildReport(sampleSnapshot(), { ...options, number: null }));
    expect(wordsOf(page)).toContain("Entwurf: Dieser Bericht ist nicht festgeschrieben.");
    expect(page).toContain(`@top-right { content: ${cssString("Entwurf · intern")}`);
    expect(renderHtml(buildReport(sampleSnapshot(), options))).not.toContain("Entwurf");
  });

  it("keeps its headings in order", () => {
    const page = renderHtml(buildReport(sampleSnapshot(), options));
    const levels = [...page.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
  });

  it("writes times in the zone it states and days without a time as the days they are", () => {
    const words = wordsOf(
      renderHtml(buildReport(sampleSnapshot(), { ...options, timeZone: "America/New_York" })),
    );
    expect(words).toContain("13. März 2026, 11:42 Uhr von Jana Petersen");
    expect(words).toContain("America/New_York");
    expect(words).toContain("erschienen am 12. März 2026");
  });
});

describe("html", () => {
  it("escapes every value but markup of its own", () => {
    expect(html`<p title="${'"'}">${"<b>"}${html`<i>${"&"}</i>`}${null}${false}${[1, "'"]}</p>`.source).toBe(
      '<p title="&quot;">&lt;b&gt;<i>&amp;</i>1&#39;</p>',
    );
  });

  it("lets no style sheet end its element and no string end its style rule", () => {
    expect(() => styleElement("a{} </style>")).toThrow(RangeError);
    expect(cssString('a"\\\n}</style>')).toMatch(/^"[A-Za-z0-9 \\]*"$/);
  });
});
