import { wordsOf } from "@/lib/text/words-of";
import type { Blacken } from "./blacken";
import { createBlackener } from "./blacken";
import type { ReportClaim, ReportDocument, ReportNote, ReportSource } from "./report-document";
import { everyClaim } from "./report-document";
import { reportWords } from "./report-words";

/** An initial names nobody. */
const MIN_NAME_LENGTH = 2;
const MIN_UNCAPITALISED_LENGTH = 4;
const MIN_EXCERPT_LENGTH = 8;

/** What stands beside names in titles of people and calls. */
const NOT_A_NAME = wordsOf(
  "herr herrn frau dr prof der die das den dem des ein eine einen einem einer mit bei von vom und im in am zum zur",
  "anruf gespräch telefonat telefon interview treffen hintergrundgespräch besuch mail nachricht rückruf auskunft",
  "person quelle informant informantin zeuge zeugin mitarbeiter mitarbeiterin sprecher sprecherin",
  "mr mrs ms miss sir the an with at by from of and in on to call talk phone conversation meeting background",
  "source witness informant employee official spokesman spokeswoman spokesperson message email note visit",
);

/**
 * The form of a report that may be published: made from the internal one by naming what stays, so that whatever is
 * added to a report later stays inside until somebody decides otherwise. What is left out is listed by kind.
 * Also a frozen internal report has a publishable form, made from its stored document alone.
 */
export function withholdForPublication(report: ReportDocument): ReportDocument {
  if (report.profile === "publishable") return report;
  const redact = createRedactor(report);
  const confidentialSources = report.sources.filter(({ isConfidential }) => isConfidential);
  const confidentialOrigins = new Set(confidentialSources.map(({ origin }) => origin?.number));
  const confidential = new Set(confidentialSources.map(({ number }) => number));
  const claims = report.claims.map((claim) => publishableClaim(claim, confidential, redact));
  const claimsSetAside = report.claimsSetAside?.map((claim) => ({
    ...publishableClaim(claim, confidential, redact),
    setAside: {
      key: claim.setAside.key,
      label: claim.setAside.label,
      isProposed: claim.setAside.isProposed,
      by: null,
      at: claim.setAside.at,
    },
  }));
  const notes = report.notes.map((note) => publishableNote(note, redact));
  const sources = report.sources.map((source) => publishableSource(source, confidentialOrigins, redact));
  return {
    schemaVersion: report.schemaVersion,
    status: report.status,
    number: report.number,
    basedOn: null,
    profile: "publishable",
    language: report.language,
    timeZone: report.timeZone,
    createdAt: report.createdAt,
    createdBy: null,
    desk: report.desk,
    article: {
      id: report.article.id,
      title: report.article.title,
      language: report.article.language,
      sourceUrl: report.article.sourceUrl,
      agency: report.article.agency,
      byline: report.article.byline,
      dateline: report.article.dateline,
      copyright: report.article.copyright,
      publishedAt: report.article.publishedAt,
      deadline: null,
      assignee: null,
    },
    textVersion: report.textVersion,
    text: report.text,
    blocks: report.blocks,
    record: report.record,
    summary: {
      state: report.summary.state,
      claims: report.summary.claims,
      checked: report.summary.checked,
      signedOff: report.summary.signedOff,
      byVerdict: report.summary.byVerdict,
      byTone: {
        ...report.summary.byTone,
        open: report.summary.byTone.open + report.summary.byTone.working,
        working: 0,
      },
      byState: null,
      attributed: report.summary.attributed,
      attributionChecked: report.summary.attributionChecked,
      byAttribution: report.summary.byAttribution,
      sources: report.summary.sources,
      openNotes: null,
      internalNotes: null,
      removedClaims: report.summary.removedClaims,
      ...(report.summary.replacedClaims && { replacedClaims: report.summary.replacedClaims }),
      ...(report.summary.setAside !== undefined && { setAside: report.summary.setAside }),
    },
    people: { checkers: [], assignees: [], signers: [], checkerCount: report.people.checkerCount },
    notes,
    claims,
    ...(claimsSetAside && { claimsSetAside }),
    sources,
    textVersions: report.textVersions,
    earlierReports: report.earlierReports.map((earlier) => ({ ...earlier, createdBy: null })),
    scale: report.scale,
    withheld: [
      { part: "confidentialSources" as const, count: confidential.size },
      { part: "passages" as const, count: redact.count() },
      { part: "internalNotes" as const, count: report.summary.internalNotes ?? 0 },
      { part: "names" as const, count: null },
      { part: "work" as const, count: null },
      { part: "activity" as const, count: report.activity?.length ?? 0 },
    ].filter(({ count }) => count !== 0),
    activity: null,
  };
}

function publishableClaim(
  claim: ReportClaim,
  confidential: ReadonlySet<number>,
  redact: Redactor,
): ReportClaim {
  return {
    id: claim.id,
    number: claim.number,
    wording: claim.wording,
    translation: claim.translation && { ...claim.translation, text: redact.prose(claim.translation.text) },
    spans: claim.spans,
    repeats: claim.repeats,
    quote: claim.quote,
    speaker: claim.speaker,
    speakerRole: claim.speakerRole,
    mode: claim.mode,
    modality: claim.modality,
    kind: claim.kind,
    tone: claim.tone === "working" ? "open" : claim.tone,
    state: null,
    attribution: claim.attribution,
    verdict: claim.verdict,
    reason: redact.prose(claim.reason),
    checkedBy: null,
    checkedAt: claim.checkedAt,
    signedOff: claim.signedOff && { by: null, at: claim.signedOff.at },
    assignee: null,
    citations: claim.citations.map((citation) =>
      confidential.has(citation.source)
        ? { source: citation.source, stance: citation.stance, locator: null, excerpt: null, accessedAt: null }
        : {
            source: citation.source,
            stance: citation.stance,
            locator: redact.fact(citation.locator),
            excerpt: redact.fact(citation.excerpt),
            accessedAt: citation.accessedAt,
          },
    ),
    origins: claim.origins,
    notes: claim.notes.map((note) => publishableNote(note, redact)),
  };
}

function publishableNote(note: ReportNote, redact: Redactor): ReportNote {
  return { by: null, at: note.at, body: redact.prose(note.body), isReply: note.isReply };
}

/** Sources of one origin with a confidential one point at it, so nothing is said of their origin either. */
function publishableSource(
  source: ReportSource,
  confidentialOrigins: ReadonlySet<number | undefined>,
  redact: Redactor,
): ReportSource {
  const { number, claims, isConfidential } = source;
  if (isConfidential) {
    return {
      number,
      id: null,
      kind: null,
      title: null,
      url: null,
      publisher: null,
      author: null,
      publishedAt: null,
      isPrimary: false,
      isConfidential,
      origin: null,
      claims,
    };
  }
  return {
    number,
    id: source.id,
    kind: source.kind,
    title: redact.fact(source.title),
    url: redact.address(source.url),
    publisher: redact.fact(source.publisher),
    author: redact.fact(source.author),
    publishedAt: source.publishedAt,
    isPrimary: source.isPrimary,
    isConfidential,
    origin:
      source.origin === null || confidentialOrigins.has(source.origin.number)
        ? null
        : { ...source.origin, name: redact.fact(source.origin.name) },
    claims,
  };
}

type Redactor = {
  /** What checkers wrote: reasoning, notes, translations. */
  prose: (text: string) => string;
  /** What is known of a public source. Its publisher may well be a confidential one's too, and tells of nobody. */
  fact: (text: string | null) => string | null;
  /** An address can't be blackened in part: it stays or goes. */
  address: (address: string | null) => string | null;
  count: () => number;
};

/**
 * Blackens what names a confidential source: its title, author and address, each part of a name, the origin it shares,
 * in free text also its publisher, and the words taken from it. A guard against the slip of a pen, not a judgement: what
 * it leaves is still to be read by a person before it is published.
 */
function createRedactor(report: ReportDocument): Redactor {
  const mark = reportWords(report).word("withheld.mark");
  const confidential = report.sources.filter(({ isConfidential }) => isConfidential);
  const passages = excerptsOf(report, confidential);
  const names = confidential.flatMap(namesOf);
  const publishers = confidential.flatMap(({ publisher }) => publisher ?? []);
  const inFacts = createBlackener({ phrases: names, passages, mark });
  const inProse = createBlackener({ phrases: [...names, ...publishers], passages, mark });
  let total = 0;
  const counted = (blacken: Blacken, text: string): string => {
    const { text: blackened, count } = blacken(text);
    total += count;
    return blackened;
  };
  return {
    prose: (text) => counted(inProse, text),
    fact: (text) => (text === null ? null : counted(inFacts, text)),
    address: (address) => (address === null || counted(inFacts, address) !== address ? null : address),
    count: () => total,
  };
}

/** A title of a person or a call usually is a name, or holds one. */
function namesOf({ kind, title, author, url, origin }: ReportSource): string[] {
  const isOfPerson = kind === "PERSON" || kind === "CALL";
  return [
    title,
    author,
    // Without what all addresses share, because people leave it out.
    url?.replace(/^https?:\/\/(?:www\.)?/i, "") ?? null,
    origin?.name ?? null,
    ...namePartsOf(author),
    ...(isOfPerson ? namePartsOf(title) : []),
  ].filter((name) => name !== null);
}

/** The words of a name; without lower-case ones ("von", "mit") where there are others. */
function namePartsOf(name: string | null): string[] {
  const words = (name?.split(/[^\p{L}\p{M}\p{N}]+/u) ?? []).filter(
    (word) => word.length >= MIN_NAME_LENGTH && !NOT_A_NAME.has(word.toLowerCase()),
  );
  const capitalised = words.filter((word) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word));
  return capitalised.length > 0
    ? capitalised
    : words.filter((word) => word.length >= MIN_UNCAPITALISED_LENGTH);
}

/** A word or two could stand anywhere. */
function excerptsOf(report: ReportDocument, confidential: readonly ReportSource[]): string[] {
  const numbers = new Set(confidential.map(({ number }) => number));
  return everyClaim(report)
    .flatMap(({ citations }) => citations)
    .flatMap(({ source, excerpt }) => (numbers.has(source) && excerpt !== null ? excerpt : []))
    .filter((excerpt) => excerpt.trim().length >= MIN_EXCERPT_LENGTH);
}
