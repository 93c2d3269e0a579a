import { describe, expect, it } from "vitest";
import { buildReport } from "./build-report";
import { renderHtml } from "./renderers/html";
import { renderMarkdown } from "./renderers/markdown";
import { claimsThatNeedAttention, everyClaim, headlineOf } from "./report-document";
import type { ReportSnapshot, SnapshotActivity } from "./report-snapshot";
import { SAMPLE_TEXT, sampleSnapshot } from "./sample-snapshot";
import { withholdForPublication } from "./withhold-for-publication";

const options = {
  number: 3,
  profile: "internal",
  language: "de",
  timeZone: "Europe/Berlin",
  createdAt: "2026-03-13T15:42:00.000Z",
  createdBy: "Jana Petersen",
} as const;

const build = (change: Partial<Parameters<typeof buildReport>[1]> = {}) =>
  buildReport(sampleSnapshot(), { ...options, ...change });
const claimOf = (report: ReturnType<typeof build>, number: number) => {
  const claim = report.claims.find((candidate) => candidate.number === number);
  if (!claim) throw new Error(`No claim ${number}`);
  return claim;
};

describe("buildReport", () => {
  it("counts claims by verdict, tone, state and attribution", () => {
    const { summary } = build();
    expect(summary).toMatchObject({ claims: 20, checked: 15, signedOff: 1, sources: 9, removedClaims: [21] });
    expect(Object.values(summary.byVerdict).reduce((sum, count) => sum + count)).toBe(15);
    expect(Object.values(summary.byVerdict).every((count) => count > 0)).toBe(true);
    expect(Object.values(summary.byTone).reduce((sum, count) => sum + count)).toBe(20);
    expect(summary.byTone).toMatchObject({ refuted: 2, working: 2, open: 3 });
    expect(summary).toMatchObject({ state: "IN_PROGRESS", attributed: 9, attributionChecked: 6 });
    expect(summary.byAttribution).toEqual({ SAID: 4, INACCURATE: 1, NOT_SAID: 0, NOT_VERIFIED: 1 });
    expect(summary.openNotes).toBe(3);
  });

  it("quotes the words of the article verbatim and marks what is left out between its pieces", () => {
    const report = build();
    expect(claimOf(report, 4).quote).toBe(
      "Das Projekt […] ist damit das teuerste seiner Art in Norddeutschland",
    );
    for (const { spans, repeats } of report.claims) {
      for (const { start, end, quote } of [...spans, ...repeats.flat()])
        expect(SAMPLE_TEXT.slice(start, end)).toBe(quote);
    }
  });

  it("joins pieces with nothing but space between them without a mark", () => {
    const snapshot = sampleSnapshot();
    const claim = snapshot.claims[1];
    if (!claim) throw new Error("The sample has no second claim");
    const start = SAMPLE_TEXT.indexOf("Der Abstimmung");
    claim.places = [
      [
        { start, end: start + 14, quote: "Der Abstimmung" },
        { start: start + 15, end: start + 18, quote: "war" },
      ],
    ];
    expect(claimOf(buildReport(snapshot, options), 2).quote).toBe("Der Abstimmung war");
  });

  it("says so when a claim has no place in this text version", () => {
    const snapshot = sampleSnapshot();
    const [claim] = snapshot.claims;
    if (!claim) throw new Error("The sample has no claim");
    claim.places = [];
    expect(claimOf(buildReport(snapshot, options), 1)).toMatchObject({ quote: null, spans: [], repeats: [] });
  });

  it("gives the article's text back from its segments, character for character, and numbers every place", () => {
    const report = build();
    const text = report.blocks
      .map(({ segments }) => segments.map(({ start, end }) => report.text.slice(start, end)).join(""))
      .join("\n\n");
    expect(text).toBe(SAMPLE_TEXT);
    const ends = report.blocks.flatMap(({ segments }) => segments.flatMap(({ ends: list }) => list));
    expect(ends.filter(({ claim }) => claim === 1)).toEqual([
      { claim: 1, isRepeat: false },
      { claim: 1, isRepeat: true },
    ]);
    // In two pieces, numbered once, behind the last.
    expect(ends.filter(({ claim }) => claim === 4)).toHaveLength(1);
    const numbered = report.blocks.flatMap(({ segments }) =>
      segments.filter((segment) => segment.ends.length > 0),
    );
    for (const { start, end } of numbered) expect(report.text.slice(start, end)).not.toMatch(/[.!?]$/);
  });

  it("loses no text that the splitter put in no block", () => {
    const snapshot = sampleSnapshot();
    snapshot.blocks = snapshot.blocks.filter((_, index) => index % 2 === 1);
    const report = buildReport(snapshot, options);
    const text = report.blocks.map(({ start, end }) => report.text.slice(start, end)).join("\n\n");
    expect(text.replace(/\s+/g, " ")).toBe(SAMPLE_TEXT.replace(/\s+/g, " "));
  });

  it("shows the wording in the report's language where there is one, and the original beneath", () => {
    const english = build({ language: "en" });
    expect(headlineOf(claimOf(english, 5), "en")).toEqual({
      headline: {
        language: "en",
        text: "Since 2019 the number of cycling accidents in the city has risen by 40 per cent.",
      },
      original: {
        language: "de",
        text: "Seit 2019 ist die Zahl der Radunfälle in der Stadt um 40 Prozent gestiegen.",
      },
    });
    expect(headlineOf(claimOf(english, 2), "en").original).toBeNull();
    expect(headlineOf(claimOf(build(), 5), "de")).toEqual({
      headline: {
        language: "de",
        text: "Seit 2019 ist die Zahl der Radunfälle in der Stadt um 40 Prozent gestiegen.",
      },
      original: null,
    });
  });

  it("takes a translation into any variety of the report's language", () => {
    const snapshot = sampleSnapshot();
    const [claim] = snapshot.claims;
    if (!claim) throw new Error("The sample has no claim");
    claim.translation = { language: "en-GB", wording: "The council voted." };
    const report = buildReport(snapshot, { ...options, language: "en" });
    expect(headlineOf(claimOf(report, 1), "en").headline.text).toBe("The council voted.");
    const wording = { language: "en-US", text: "The council voted." };
    expect(headlineOf({ wording, translation: { language: "en", text: "Another" } }, "en")).toEqual({
      headline: wording,
      original: null,
    });
  });

  it("asks of attributed speech whether it was said and whether it is so, of the article's own words only the latter", () => {
    const report = build();
    expect(claimOf(report, 3)).toMatchObject({
      attribution: { verdict: "INACCURATE", label: "ungenau wiedergegeben" },
      verdict: { key: "FALSE", label: "falsch", scale: 1, rating: 1 },
    });
    expect(claimOf(report, 4).attribution).toEqual({ verdict: null, label: null });
    expect(claimOf(report, 1).attribution).toBeNull();
  });

  it("keeps what a finding was called, in the report's language", () => {
    expect(claimOf(build({ language: "en" }), 3).verdict?.label).toBe("false");
    expect(build().scale.verdicts.map(({ label }) => label)).toContain("Kontext fehlt, irreführend");
  });

  it("numbers each source once and counts sources of one origin once", () => {
    const report = build();
    expect(report.sources.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(claimOf(report, 10).origins).toEqual({ supporting: 2, contradicting: 0 });
    expect(claimOf(report, 5).origins).toEqual({ supporting: 0, contradicting: 1 });
    const [wire, reprint] = report.sources.filter(({ origin }) =>
      origin?.name?.startsWith("Pressemitteilung"),
    );
    expect(wire?.origin?.number).toBe(reprint?.origin?.number);
  });

  it("names who checked, from the record, with first and last time", () => {
    const { people } = build();
    expect(people.checkers.map(({ name }) => name)).toEqual(["Jana Petersen", "Tomasz Wróbel"]);
    expect(people.checkers.reduce((sum, { verdicts }) => sum + verdicts, 0)).toBe(15);
    for (const { firstAt, lastAt } of people.checkers) expect(firstAt < lastAt).toBe(true);
    expect(people.signers).toEqual([{ name: "Tomasz Wróbel", claims: [1], lastAt: expect.any(String) }]);
    expect(people.assignees.flatMap(({ claims }) => claims)).toHaveLength(20);
  });

  it("counts as checkers those who checked claims that are still there", () => {
    const snapshot = sampleSnapshot();
    const [entry] = snapshot.activity;
    if (!entry) throw new Error("The sample has no record");
    const gone = {
      ...entry,
      actorId: "u1",
      by: "Anna Alt",
      type: "claim.changed",
      after: { verdict: "FALSE" },
    };
    snapshot.activity = [
      { ...gone, claimId: "removed-1" },
      { ...gone, claimId: "removed-2" },
    ];
    expect(buildReport(snapshot, options).people).toMatchObject({ checkers: [], checkerCount: 0 });
    snapshot.activity.push({ ...gone, claimId: snapshot.claims[0]?.id ?? null });
    expect(buildReport(snapshot, options).people.checkers).toMatchObject([
      { name: "Anna Alt", claims: 1, verdicts: 1 },
    ]);
  });

  it("takes two people of one name for two", () => {
    const snapshot = sampleSnapshot();
    const [first, second] = snapshot.claims;
    if (!first || !second) throw new Error("The sample has too few claims");
    snapshot.claims = [
      { ...first, state: "SIGNED_OFF", assignee: "Anna Alt", assigneeId: "u1" },
      { ...second, state: "SIGNED_OFF", assignee: "Anna Alt", assigneeId: "u2" },
    ];
    const signOff = {
      seq: 1,
      at: options.createdAt,
      by: "Anna Alt",
      type: "claim.changed",
      before: {},
      hash: "aa",
    };
    snapshot.activity = [
      { ...signOff, actorId: "u1", claimId: first.id, after: { state: "SIGNED_OFF" } },
      { ...signOff, actorId: "u2", claimId: second.id, after: { state: "SIGNED_OFF" } },
    ];
    const { people } = buildReport(snapshot, options);
    expect(people.signers.map(({ name, claims }) => ({ name, claims }))).toEqual([
      { name: "Anna Alt", claims: [1] },
      { name: "Anna Alt", claims: [2] },
    ]);
    expect(people.assignees).toEqual([
      { name: "Anna Alt", claims: [1] },
      { name: "Anna Alt", claims: [2] },
    ]);
  });

  it("prints notes meant for the report and no others", () => {
    const report = build();
    expect(claimOf(report, 3).notes).toHaveLength(1);
    expect(report.notes).toHaveLength(1);
  });

  it("prints a reply only with the note it answers", () => {
    const snapshot = sampleSnapshot();
    const [printed, internal] = snapshot.notes;
    if (!printed || !internal) throw new Error("The sample has too few notes");
    const reply = { ...printed, visibility: "REPORT" as const };
    snapshot.notes = [
      printed,
      internal,
      { ...reply, id: "r1", parentId: printed.id, body: "Übernommen." },
      { ...reply, id: "r2", parentId: internal.id, body: "Antwort auf Internes." },
      { ...reply, id: "r3", parentId: "removed", body: "Antwort auf Entferntes." },
      { ...reply, id: "r4", parentId: printed.id, visibility: "INTERNAL", body: "Interne Antwort." },
    ];
    expect(claimOf(buildReport(snapshot, options), 3).notes.map(({ body }) => body)).toEqual([
      printed.body,
      "Übernommen.",
    ]);
  });

  it("lets no note into the annex with its words", () => {
    const snapshot = sampleSnapshot();
    const [entry] = snapshot.activity;
    if (!entry) throw new Error("The sample has no record");
    const body = { body: "GEHEIM", visibility: "INTERNAL" };
    snapshot.activity.push(
      { ...entry, type: "note.added", after: body, before: {} },
      { ...entry, type: "note.changed", before: body, after: { body: "GEHEIM 2", visibility: "REPORT" } },
    );
    const report = buildReport(snapshot, options);
    expect(JSON.stringify(report)).not.toContain("GEHEIM");
    expect(report.activity?.at(-1)?.changes).toEqual([
      { field: "visibility", before: "INTERNAL", after: "REPORT" },
    ]);
  });

  it("puts refuted claims before the rest and leaves opinions out of what needs attention", () => {
    const numbers = claimsThatNeedAttention(build().claims).map(({ number }) => number);
    expect(numbers).toEqual([3, 7, 5, 11, 13, 4, 9]);
  });

  it("takes words that were never said for a finding, also when what they say is true", () => {
    const snapshot = sampleSnapshot();
    for (const claim of snapshot.claims) {
      claim.verdict = "CONFIRMED";
      claim.attributionVerdict = null;
    }
    const [, , third, , fifth] = snapshot.claims;
    if (!third || !fifth) throw new Error("The sample has too few claims");
    third.attributionVerdict = "INACCURATE";
    fifth.attributionVerdict = "NOT_SAID";
    const numbers = claimsThatNeedAttention(buildReport(snapshot, options).claims).map(
      ({ number }) => number,
    );
    expect(numbers).toEqual([5, 3]);
  });
});

describe("claims that need no check", () => {
  const asideReport = (
    fields: Partial<ReportSnapshot["claims"][number]> = {},
    activity: SnapshotActivity[] = [],
  ) => {
    const snapshot = sampleSnapshot();
    const open = snapshot.claims.find(({ verdict, attributionVerdict }) => !verdict && !attributionVerdict);
    if (!open) throw new Error("The sample has no open claim");
    Object.assign(open, { setAside: "OPINION", isSetAsideProposed: true, ...fields });
    snapshot.activity.push(...activity.map((entry) => ({ ...entry, claimId: entry.claimId ?? open.id })));
    return { snapshot, id: open.id, report: buildReport(snapshot, options) };
  };
  const decision = (claimId: string | null): SnapshotActivity => ({
    seq: 900,
    at: "2026-03-14T09:00:00.000Z",
    actorId: "x",
    by: "Edgar Edit",
    type: "claim.changed",
    claimId,
    before: { setAside: null },
    after: { setAside: "OPINION" },
    hash: "",
  });

  it("stand by themselves and are in none of the counts", () => {
    const { report, id } = asideReport();
    expect(report.claims.map((claim) => claim.id)).not.toContain(id);
    expect(report.summary).toMatchObject({ claims: 19, setAside: 1 });
    expect(report.claimsSetAside).toMatchObject([
      { id, setAside: { key: "OPINION", label: "Meinung", isProposed: true, by: null, at: null } },
    ]);
  });

  it("say who decided, also where it was decided of the claim they were made of", () => {
    const setAside = { isProposed: false, by: "Edgar Edit", at: "2026-03-14T09:00:00.000Z" };
    const decided = { isSetAsideProposed: false };
    expect(asideReport(decided, [decision(null)]).report.claimsSetAside).toMatchObject([{ setAside }]);
    const inherited = asideReport({ ...decided, predecessors: ["before"] }, [decision("before")]);
    expect(inherited.report.claimsSetAside).toMatchObject([{ setAside }]);
  });

  it("are shown to the public without the name, and shield confidential sources like the others", () => {
    const { snapshot } = asideReport({ isSetAsideProposed: false }, [decision(null)]);
    const secret = snapshot.claims
      .flatMap(({ citations }) => citations)
      .find(({ source }) => source.isConfidential);
    const aside = snapshot.claims.find(({ setAside }) => setAside !== null);
    if (!secret || !aside) throw new Error("The sample lacks one of the two");
    aside.citations = [{ ...secret, excerpt: "Niemand darf davon etwas wissen." }];
    aside.reason = "Sie sagt: Niemand darf davon etwas wissen.";
    const report = buildReport(snapshot, { ...options, profile: "publishable" });
    expect(report.claimsSetAside).toMatchObject([{ setAside: { by: null }, citations: [{ excerpt: null }] }]);
    const text = JSON.stringify(report);
    expect(text).not.toContain("Edgar Edit");
    expect(text).not.toContain("Niemand darf davon");
  });

  it.each([renderHtml, renderMarkdown])("are named in each format with whoever set them aside", (render) => {
    const { report } = asideReport();
    expect(render(report)).toContain("Nicht zu prüfen");
    expect(render(report)).toContain("von Beleg vorgeschlagen, nicht bestätigt");
    const decided = asideReport({ isSetAsideProposed: false }, [decision(null)]).report;
    expect(render(decided)).toContain("entschieden von Edgar Edit");
  });

  it.each([renderHtml, renderMarkdown])("may be misquoted, which no reader must miss", (render) => {
    const { report, snapshot } = asideReport({ speaker: "Petra Beispiel", attributionVerdict: "NOT_SAID" });
    const aside = snapshot.claims.find(({ setAside }) => setAside !== null);
    expect(claimsThatNeedAttention(everyClaim(report)).map(({ id }) => id)).toContain(aside?.id);
    expect(report.summary.byAttribution.NOT_SAID).toBeGreaterThan(0);
    expect(render(report)).toContain("nicht gesagt");
  });

  it.each([renderHtml, renderMarkdown])("are missing in a report from before there were such", (render) => {
    const { claimsSetAside: _, ...report } = buildReport(sampleSnapshot(), options);
    const { setAside: __, replacedClaims: ___, ...summary } = report.summary;
    const old = { ...report, summary };
    expect(render(old)).not.toContain("Nicht zu prüfen");
    expect(withholdForPublication(old)).not.toHaveProperty("claimsSetAside");
  });
});

it("tells numbers of removed claims from those that others stand in the place of", () => {
  const snapshot = sampleSnapshot();
  snapshot.removedClaims.push({ id: "old", number: 22, isReplaced: true });
  expect(buildReport(snapshot, options).summary).toMatchObject({ removedClaims: [21], replacedClaims: [22] });
});
