import type { ReportClaim, ReportDocument, ReportNote, ReportSource } from "./report-document";
import { reportWords } from "./report-words";

/** Shorter names are too common to be taken for a hint at a source. */
const MIN_NAME_LENGTH = 4;

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
  const claims = report.claims.map((claim) => publishableClaim(claim, confidential, redact.text));
  const notes = report.notes.map((note) => publishableNote(note, redact.text));
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
    },
    people: { checkers: [], assignees: [], signers: [], checkerCount: report.people.checkerCount },
    notes,
    claims,
    sources: report.sources.map((source) => publishableSource(source, confidentialOrigins)),
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
  redact: (text: string) => string,
): ReportClaim {
  return {
    id: claim.id,
    number: claim.number,
    wording: claim.wording,
    translation: claim.translation,
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
    reason: redact(claim.reason),
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
            locator: citation.locator,
            excerpt: citation.excerpt,
            accessedAt: citation.accessedAt,
          },
    ),
    origins: claim.origins,
    notes: claim.notes.map((note) => publishableNote(note, redact)),
  };
}

function publishableNote(note: ReportNote, redact: (text: string) => string): ReportNote {
  return { by: null, at: note.at, body: redact(note.body), isReply: note.isReply };
}

/** Sources of one origin with a confidential one point at it, so nothing is said of their origin either. */
function publishableSource(
  source: ReportSource,
  confidentialOrigins: ReadonlySet<number | undefined>,
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
    title: source.title,
    url: source.url,
    publisher: source.publisher,
    author: source.author,
    publishedAt: source.publishedAt,
    isPrimary: source.isPrimary,
    isConfidential,
    origin: confidentialOrigins.has(source.origin?.number) ? null : source.origin,
    claims,
  };
}

/**
 * Blackens, in free text, what names a confidential source: its title, author (also each part of the name), publisher,
 * address and the words taken from it. A guard against the slip of a pen, not a judgement: what it leaves is still to
 * be read by a person before it is published.
 */
function createRedactor(report: ReportDocument): { text: (text: string) => string; count: () => number } {
  const mark = reportWords(report).word("withheld.mark");
  const secrets = secretsOf(report);
  let count = 0;
  if (secrets.length === 0) return { text: (text) => text, count: () => 0 };
  const pattern = new RegExp(secrets.map(toPattern).join("|"), "giu");
  return {
    text: (text) =>
      text.replace(pattern, () => {
        count += 1;
        return mark;
      }),
    count: () => count,
  };
}

function secretsOf(report: ReportDocument): string[] {
  const secrets = new Set<string>();
  const add = (value: string | null) => {
    const secret = value?.trim() ?? "";
    if (secret !== "") secrets.add(secret);
  };
  const confidential = report.sources.filter(({ isConfidential }) => isConfidential);
  for (const source of confidential) {
    add(source.title);
    add(source.author);
    add(source.publisher);
    add(source.url);
    add(source.origin?.name ?? null);
    for (const part of source.author?.split(/[^\p{L}\p{N}'’-]+/u) ?? []) {
      if (part.length >= MIN_NAME_LENGTH) secrets.add(part);
    }
  }
  const numbers = new Set(confidential.map(({ number }) => number));
  for (const { citations } of report.claims) {
    for (const citation of citations) if (numbers.has(citation.source)) add(citation.excerpt);
  }
  // The longest first: of two that begin alike, the whole is to go.
  return [...secrets].sort((a, b) => b.length - a.length);
}

/**
 * Found at the beginning of a word and with any ending ("Petersens"); short names only as a whole word. Any run of
 * space stands for any other, because lines wrap when people copy.
 */
function toPattern(secret: string): string {
  const words = secret.split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  const before = /^[\p{L}\p{N}]/u.test(secret) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = secret.length < MIN_NAME_LENGTH ? "(?![\\p{L}\\p{N}])" : "";
  return `${before}${words.join("\\s+")}${after}`;
}
