import type { ReportSnapshot, SnapshotClaim, SnapshotSource } from "./report-snapshot";

/**
 * An article of our own with every kind of claim, for tests of the report and for looking at it. `…` in a quote parts
 * the pieces of an interrupted place.
 */

const TITLE = "Stadtrat beschließt Radweg an der Hafenstraße";

const PARAGRAPHS = [
  TITLE,
  "Nordhaven - Der Stadtrat hat am Dienstagabend mit 24 zu 17 Stimmen den Bau eines Radwegs entlang der Hafenstraße beschlossen. Der Abstimmung war eine dreistündige Debatte vorausgegangen. Das Projekt kostet nach Angaben der Verwaltung 9,4 Millionen Euro und ist damit das teuerste seiner Art in Norddeutschland.",
  "Seit 2019 ist die Zahl der Radunfälle in der Stadt um 40 Prozent gestiegen. „Wir können nicht länger warten“, sagte die Fraktionsvorsitzende Marlene Okonjo. „Jede Woche wird hier ein Mensch verletzt, und die Verwaltung sieht seit zehn Jahren zu.“ Laut einer internen Umfrage unterstützen drei von vier Anwohnern das Vorhaben.",
  "Der Bund übernimmt 75 Prozent der förderfähigen Kosten, der Rest kommt aus dem Haushalt der Stadt. Baubeginn soll im Herbst 2027 sein. Oppositionsführer Dieter Brandwein nannte den Plan unseriös: Die Stadt habe 2022 schon einmal, wie er sagte, eine Million Euro für ein Gutachten ausgegeben, das nie veröffentlicht worden sei. Das Rathaus weist das zurück.",
  "In Kiel dauerte ein vergleichbares Vorhaben sechs Jahre. Die Kieler Förde-Route ist 11 Kilometer lang und wird täglich von 6.000 Menschen befahren. Angeblich erwägt auch Lübeck einen solchen Weg. Der Verkehrsforscher Ahmet Yıldız von der Technischen Universität rechnet mit einem Rückgang des Autoverkehrs um ein Zehntel.",
  "Der Stadtrat hat am Dienstagabend mit 24 zu 17 Stimmen den Bau eines Radwegs entlang der Hafenstraße beschlossen. Die Hafenstraße ist die meistbefahrene Straße der Stadt. An ihr stehen 212 Bäume, von denen 38 gefällt werden müssen. Der Naturschutzbund kündigte eine Klage an.",
  "© 2026 Nordische Nachrichten",
];

export const SAMPLE_TEXT = PARAGRAPHS.join("\n\n");

const source = (
  id: string,
  facts: Partial<SnapshotSource> & Pick<SnapshotSource, "kind" | "title">,
): SnapshotSource => ({
  id,
  url: null,
  publisher: null,
  author: null,
  publishedAt: null,
  isPrimary: false,
  isConfidential: false,
  originGroup: null,
  ...facts,
});

export const SAMPLE_SOURCES = {
  minutes: source("0197a000-0000-7000-8000-00000000a001", {
    kind: "DOCUMENT",
    title: "Niederschrift der 31. Sitzung des Stadtrats, öffentlicher Teil",
    url: "https://ratsinfo.nordhaven.example/sitzungen/2026/031/niederschrift-oeffentlich.pdf?fassung=genehmigt&anlage=abstimmungsergebnisse-namentlich",
    publisher: "Stadt Nordhaven",
    publishedAt: "2026-03-12T00:00:00.000Z",
    isPrimary: true,
  }),
  budget: source("0197a000-0000-7000-8000-00000000a002", {
    kind: "DATASET",
    title: "Haushaltsplan 2026, Einzelplan 6: Verkehr",
    url: "https://haushalt.nordhaven.example/2026/einzelplan-6",
    publisher: "Kämmerei der Stadt Nordhaven",
    publishedAt: "2025-12-18T00:00:00.000Z",
    isPrimary: true,
  }),
  police: source("0197a000-0000-7000-8000-00000000a003", {
    kind: "DATASET",
    title: "Verkehrsunfallstatistik 2025",
    url: "https://polizei.nordhaven.example/statistik/verkehrsunfaelle-2025.xlsx",
    publisher: "Polizeidirektion Nordhaven",
    publishedAt: "2026-02-03T00:00:00.000Z",
    isPrimary: true,
  }),
  wire: source("0197a000-0000-7000-8000-00000000a004", {
    kind: "AGENCY_REPORT",
    title: "Bund fördert Radschnellweg in Nordhaven",
    publisher: "Nordischer Pressedienst",
    publishedAt: "2026-03-10T09:42:00.000Z",
    originGroup: "Pressemitteilung des Verkehrsministeriums vom 10. März 2026",
  }),
  reprint: source("0197a000-0000-7000-8000-00000000a005", {
    kind: "PAGE",
    title: "75 Prozent aus Berlin: Nordhaven baut",
    url: "https://www.kuestenbote.example/lokales/75-prozent-aus-berlin",
    publisher: "Küstenbote",
    publishedAt: "2026-03-10T00:00:00.000Z",
    originGroup: "Pressemitteilung des Verkehrsministeriums vom 10. März 2026",
  }),
  recording: source("0197a000-0000-7000-8000-00000000a006", {
    kind: "PAGE",
    title: "Mitschnitt der Ratssitzung vom 10. März 2026",
    url: "https://mediathek.nordhaven.example/stadtrat/2026-03-10",
    publisher: "Offener Kanal Nordhaven",
    isPrimary: true,
  }),
  call: source("0197a000-0000-7000-8000-00000000a007", {
    kind: "CALL",
    title: "Telefonat mit der Pressestelle des Rathauses",
    author: "Svea Lindqvist",
    publisher: "Stadt Nordhaven",
  }),
  insider: source("0197a000-0000-7000-8000-00000000a008", {
    kind: "PERSON",
    title: "Gespräch im Tiefbauamt",
    author: "Gunnar Kessberg",
    publisher: "Tiefbauamt, Sachgebiet 4",
    isConfidential: true,
    originGroup: "Kreis um Kessberg",
  }),
  register: source("0197a000-0000-7000-8000-00000000a009", {
    kind: "DATASET",
    title: "Baumkataster Hafenstraße",
    url: "https://geo.nordhaven.example/baumkataster?strasse=Hafenstra%C3%9Fe",
    publisher: "Grünflächenamt Nordhaven",
    isPrimary: true,
  }),
} as const;

type Draft = Partial<Omit<SnapshotClaim, "places">> & { quote: string; repeatFrom?: number };

const J = "Jana Petersen";
const T = "Tomasz Wróbel";
const cite = (
  from: keyof typeof SAMPLE_SOURCES,
  stance: "SUPPORTS" | "CONTRADICTS" | "CONTEXT",
  locator: string | null = null,
  excerpt: string | null = null,
) => ({ source: SAMPLE_SOURCES[from], stance, locator, excerpt, accessedAt: "2026-03-13T09:20:00.000Z" });

const DRAFTS: Draft[] = [
  {
    quote:
      "Der Stadtrat hat am Dienstagabend mit 24 zu 17 Stimmen den Bau eines Radwegs entlang der Hafenstraße beschlossen.",
    repeatFrom: 1,
    translation: {
      language: "en",
      wording: "The city council voted 24 to 17 on Tuesday evening to build a cycle path along Hafenstraße.",
    },
    kind: "event",
    verdict: "CONFIRMED",
    state: "SIGNED_OFF",
    reason:
      "Die Niederschrift nennt das Ergebnis der namentlichen Abstimmung: 24 Ja, 17 Nein, 2 Enthaltungen.",
    citations: [
      cite(
        "minutes",
        "SUPPORTS",
        "S. 14, TOP 7",
        "Der Beschlussvorlage wird mit 24 Ja-Stimmen bei 17 Nein-Stimmen und 2 Enthaltungen zugestimmt.",
      ),
      cite("recording", "SUPPORTS", "3:12:40"),
    ],
  },
  {
    quote: "Der Abstimmung war eine dreistündige Debatte vorausgegangen.",
    kind: "quantity",
    verdict: "MOSTLY_CORRECT",
    reason: "Nach dem Mitschnitt dauerte die Debatte 2 Stunden 41 Minuten.",
    citations: [cite("recording", "CONTEXT", "0:28:10 bis 3:09:20")],
  },
  {
    quote: "Das Projekt kostet nach Angaben der Verwaltung 9,4 Millionen Euro",
    wording: "Das Projekt kostet 9,4 Millionen Euro.",
    speaker: "die Verwaltung",
    mode: "reported",
    kind: "quantity",
    attributionVerdict: "INACCURATE",
    verdict: "FALSE",
    state: "IN_REVIEW",
    reason:
      "Im Haushaltsplan stehen 12,9 Millionen Euro. Die 9,4 Millionen sind der Anteil des Bundes.\n\nDie Pressestelle hat die Zahl auf Nachfrage so bestätigt; im Text ist sie dem ganzen Projekt zugeschrieben.",
    citations: [
      cite(
        "budget",
        "CONTRADICTS",
        "S. 212, Haushaltsstelle 6300.9500",
        "Radweg Hafenstraße, Gesamtkosten 12.900.000 EUR, davon Zuwendung des Bundes 9.400.000 EUR",
      ),
      cite("call", "CONTRADICTS", "13. März, 10:20 Uhr"),
      cite("insider", "CONTRADICTS", "Treffen am 12. März", "Die 9,4 sind nur das, was aus Berlin kommt."),
    ],
  },
  {
    quote: "Das Projekt … ist damit das teuerste seiner Art in Norddeutschland",
    wording: "Das Projekt ist das teuerste seiner Art in Norddeutschland.",
    speaker: "die Verwaltung",
    mode: "reported",
    kind: "comparison",
    verdict: "UNSUBSTANTIATED",
    reason: "Gesucht in den Förderlisten des Bundes und der Länder; eine Rangliste gibt es nicht.",
  },
  {
    quote: "Seit 2019 ist die Zahl der Radunfälle in der Stadt um 40 Prozent gestiegen.",
    translation: {
      language: "en",
      wording: "Since 2019 the number of cycling accidents in the city has risen by 40 per cent.",
    },
    kind: "quantity",
    verdict: "MISSING_CONTEXT",
    state: "IN_REVIEW",
    reason:
      "Der Anstieg um 40 Prozent gilt für 2023. Im Jahr 2025 lag er bei 22 Prozent, bei 31 Prozent mehr Radverkehr.",
    citations: [
      cite("police", "CONTRADICTS", "Tabelle 4.2", "Radunfälle 2019: 318; 2023: 445; 2025: 388"),
      cite("police", "CONTEXT", "Tabelle 1.1"),
    ],
  },
  {
    quote: "„Wir können nicht länger warten“",
    wording: "Die Stadt kann nicht länger warten.",
    speaker: "Marlene Okonjo",
    speakerRole: "Fraktionsvorsitzende",
    mode: "direct",
    modality: "opinion",
    kind: "opinion",
    attributionVerdict: "SAID",
    verdict: "NOT_CHECKABLE",
    reason: "Eine Wertung.",
    citations: [cite("recording", "SUPPORTS", "1:02:15")],
  },
  {
    quote: "„Jede Woche wird hier ein Mensch verletzt … “",
    wording: "Jede Woche wird an der Hafenstraße ein Mensch verletzt.",
    speaker: "Marlene Okonjo",
    speakerRole: "Fraktionsvorsitzende",
    mode: "direct",
    kind: "quantity",
    attributionVerdict: "SAID",
    verdict: "MOSTLY_FALSE",
    reason: "Die Statistik zählt 2025 an der Hafenstraße 11 Verletzte, also weniger als einen im Monat.",
    citations: [
      cite("police", "CONTRADICTS", "Tabelle 7, Zeile 33", "Hafenstraße: 11 Verletzte, 0 Getötete"),
    ],
  },
  {
    quote: "und die Verwaltung sieht seit zehn Jahren zu",
    wording: "Die Verwaltung sieht seit zehn Jahren zu.",
    speaker: "Marlene Okonjo",
    speakerRole: "Fraktionsvorsitzende",
    mode: "direct",
    kind: "other",
    attributionVerdict: "NOT_VERIFIED",
    state: "WAITING",
  },
  {
    quote: "Laut einer internen Umfrage unterstützen drei von vier Anwohnern das Vorhaben.",
    wording: "Drei von vier Anwohnern unterstützen das Vorhaben.",
    mode: "reported",
    modality: "hearsay",
    kind: "quantity",
    verdict: "UNSUBSTANTIATED",
    reason: "Die Umfrage liegt der Redaktion nicht vor. Kessberg hat sie uns gezeigt, aber nicht überlassen.",
    citations: [cite("insider", "CONTEXT")],
  },
  {
    quote: "Der Bund übernimmt 75 Prozent der förderfähigen Kosten",
    kind: "quantity",
    verdict: "CONFIRMED",
    reason: "Zwei Meldungen, die auf dieselbe Pressemitteilung zurückgehen, und der Haushaltsplan.",
    citations: [
      cite(
        "wire",
        "SUPPORTS",
        null,
        "Der Bund fördert den Radweg mit 75 Prozent der zuwendungsfähigen Kosten.",
      ),
      cite("reprint", "SUPPORTS"),
      cite("budget", "SUPPORTS", "S. 212"),
    ],
  },
  {
    quote: "der Rest kommt aus dem Haushalt der Stadt",
    kind: "quantity",
    verdict: "PARTLY_FALSE",
    reason: "Ein Zehntel des Rests trägt das Land.",
    citations: [cite("budget", "CONTRADICTS", "S. 213"), cite("call", "SUPPORTS")],
  },
  {
    quote: "Baubeginn soll im Herbst 2027 sein.",
    wording: "Baubeginn ist im Herbst 2027.",
    modality: "hearsay",
    kind: "date",
    verdict: "CONFIRMED",
    reason: "So steht es im Beschluss.",
    citations: [cite("minutes", "SUPPORTS", "S. 15", "Baubeginn: IV. Quartal 2027")],
  },
  {
    quote: "Die Stadt habe 2022 … eine Million Euro für ein Gutachten ausgegeben",
    wording: "Die Stadt hat 2022 eine Million Euro für ein Gutachten ausgegeben.",
    speaker: "Dieter Brandwein",
    speakerRole: "Oppositionsführer",
    mode: "indirect",
    kind: "quantity",
    attributionVerdict: "SAID",
    verdict: "DISPUTED",
    reason: "Brandwein nennt eine Rechnung; das Rathaus nennt 340.000 Euro. Beide Belege sind gleichwertig.",
    citations: [cite("recording", "SUPPORTS", "2:20:05"), cite("call", "CONTRADICTS")],
  },
  {
    quote: "ein Gutachten ausgegeben, das nie veröffentlicht worden sei",
    wording: "Das Gutachten ist nie veröffentlicht worden.",
    speaker: "Dieter Brandwein",
    speakerRole: "Oppositionsführer",
    mode: "indirect",
    modality: "negated",
    kind: "event",
    attributionVerdict: "SAID",
    state: "IN_PROGRESS",
  },
  { quote: "In Kiel dauerte ein vergleichbares Vorhaben sechs Jahre.", kind: "comparison" },
  {
    quote: "Die Kieler Förde-Route ist 11 Kilometer lang",
    kind: "quantity",
    verdict: "CONFIRMED",
    reason: "",
    citations: [cite("reprint", "SUPPORTS")],
  },
  {
    quote: "Angeblich erwägt auch Lübeck einen solchen Weg.",
    wording: "Auch Lübeck erwägt einen solchen Weg.",
    modality: "hearsay",
    kind: "event",
  },
  {
    quote: "rechnet mit einem Rückgang des Autoverkehrs um ein Zehntel",
    wording: "Der Autoverkehr geht um ein Zehntel zurück.",
    speaker: "Ahmet Yıldız",
    speakerRole: "Verkehrsforscher an der Technischen Universität",
    mode: "reported",
    modality: "prediction",
    kind: "forecast",
    verdict: "NOT_CHECKABLE",
    reason: "Eine Vorhersage.",
  },
  { quote: "Die Hafenstraße ist die meistbefahrene Straße der Stadt.", kind: "comparison" },
  {
    quote: "An ihr stehen 212 Bäume, von denen 38 gefällt werden müssen.",
    kind: "quantity",
    verdict: "CONFIRMED",
    reason: "Das Kataster führt 212 Bäume; der Lageplan zeichnet 38 zur Fällung aus.",
    citations: [cite("register", "SUPPORTS", "Blatt 3"), cite("minutes", "SUPPORTS", "Anlage 2, Lageplan")],
  },
];

const claimId = (number: number) => `0197a000-0000-7000-8000-0000000b${String(number).padStart(4, "0")}`;
const noteId = (number: number) => `0197a000-0000-7000-8000-0000000d${String(number).padStart(4, "0")}`;

function placesOf(quote: string, from: number): { start: number; end: number; quote: string }[] {
  let position = from;
  return quote.split(" … ").map((piece) => {
    const start = SAMPLE_TEXT.indexOf(piece, position);
    if (start < 0) throw new RangeError(`Not in the sample: ${piece}`);
    position = start + piece.length;
    return { start, end: position, quote: piece };
  });
}

function toClaim({ quote, repeatFrom, ...facts }: Draft, index: number): SnapshotClaim {
  const number = index + 1;
  const isJudged = facts.verdict !== undefined;
  const first = placesOf(quote, 0);
  const repeats = repeatFrom === undefined ? [] : [placesOf(quote, first.at(-1)?.end ?? 0)];
  return {
    id: claimId(number),
    number,
    predecessors: [],
    wording: quote,
    translation: null,
    places: [first, ...repeats],
    speaker: null,
    speakerRole: null,
    mode: "author",
    modality: "asserted",
    kind: "other",
    setAside: null,
    isSetAsideProposed: true,
    state: isJudged ? "IN_REVIEW" : "OPEN",
    verdict: null,
    verdictScale: isJudged ? 1 : null,
    verdictBy: isJudged ? (number % 3 === 0 ? T : J) : null,
    verdictAt: isJudged ? `2026-03-13T1${number % 6}:04:00.000Z` : null,
    reason: "",
    attributionVerdict: null,
    assigneeId: person(number % 3 === 0 ? T : J),
    assignee: number % 3 === 0 ? T : J,
    citations: [],
    ...facts,
  };
}

const person = (name: string) =>
  name === J ? "0197a000-0000-7000-8000-00000000c001" : "0197a000-0000-7000-8000-00000000c002";
const hashOf = (seq: number) => seq.toString(16).padStart(2, "0").repeat(32);

/** The sample as it would be read from the database; a fresh copy each time. */
export function sampleSnapshot(): ReportSnapshot {
  const claims = DRAFTS.map(toClaim);
  let seq = 0;
  const entry = (
    by: string,
    type: string,
    claim: number | null,
    after: Record<string, unknown>,
    before = {},
  ) => {
    seq += 1;
    const minutes = String(seq % 60).padStart(2, "0");
    return {
      seq,
      at: `2026-03-13T${10 + Math.floor(seq / 60)}:${minutes}:00.000Z`,
      actorId: person(by),
      by,
      type,
      claimId: claim === null ? null : claimId(claim),
      before,
      after,
      hash: hashOf(seq),
    };
  };
  const activity = [
    entry(J, "article.imported", null, { title: TITLE, claims: claims.length }),
    ...claims.flatMap(({ number, verdict, verdictBy, reason, citations }) => [
      ...citations.map(({ source: { title }, stance }) =>
        entry(verdictBy ?? J, "citation.attached", number, { source: title, stance }),
      ),
      ...(verdict
        ? [entry(verdictBy ?? J, "claim.changed", number, { verdict, reason }, { verdict: null, reason: "" })]
        : []),
    ]),
    entry(T, "note.added", 3, {
      noteId: noteId(2),
      body: "Interne Notiz: Bei Kessberg noch einmal nachfragen.",
      visibility: "INTERNAL",
    }),
    entry(T, "claim.changed", 1, { state: "SIGNED_OFF" }, { state: "IN_REVIEW" }),
  ];
  const note = { parentId: null, by: J, at: "2026-03-13T11:30:00.000Z", isResolved: false };
  return {
    desk: "Redaktion Nord",
    article: {
      id: "0197a000-0000-7000-8000-000000000001",
      title: TITLE,
      language: "de",
      sourceUrl: "https://nordkurier.example/lokales/stadtrat-radweg",
      agency: "Nordische Nachrichten",
      byline: "Frauke Hinrichs",
      dateline: "Nordhaven",
      copyright: "© 2026 Nordische Nachrichten",
      publishedAt: "2026-03-14T00:00:00.000Z",
      deadline: "2026-03-13T17:00:00.000Z",
      assignee: J,
    },
    text: SAMPLE_TEXT,
    blocks: PARAGRAPHS.map((paragraph, index) => {
      const start = PARAGRAPHS.slice(0, index).reduce((sum, before) => sum + before.length + 2, 0);
      const kind = index === 0 ? "headline" : index === PARAGRAPHS.length - 1 ? "boilerplate" : "paragraph";
      return { kind, start, end: start + paragraph.length, repeatOf: null };
    }),
    textVersion: { number: 1, sha256: "4f1c".repeat(16), createdAt: "2026-03-13T09:01:00.000Z" },
    textVersions: [{ number: 1, sha256: "4f1c".repeat(16), createdAt: "2026-03-13T09:01:00.000Z" }],
    claims,
    removedClaims: [{ id: claimId(21), number: 21, isReplaced: false }],
    notes: [
      {
        ...note,
        id: noteId(1),
        claimId: claimId(3),
        body: "Vorschlag an die Autorin: „Das Projekt kostet 12,9 Millionen Euro, davon trägt der Bund 9,4 Millionen.“",
        visibility: "REPORT",
      },
      {
        ...note,
        id: noteId(2),
        claimId: claimId(3),
        body: "Interne Notiz: Bei Kessberg noch einmal nachfragen.",
        visibility: "INTERNAL",
        by: T,
      },
      {
        ...note,
        id: noteId(3),
        claimId: null,
        body: "Der Artikel lag der Redaktion am 13. März um 9:01 Uhr vor. Gunnar Kessbergs Rolle bleibt ungenannt.",
        visibility: "REPORT",
      },
    ],
    activity,
    record: { seq, hash: hashOf(seq) },
    earlierReports: [],
  };
}
