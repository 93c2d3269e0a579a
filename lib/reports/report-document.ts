import type { ArticleState } from "@/lib/articles/article-views";
import { gravityOf } from "@/lib/claims/claim-findings";
import type { SetAside } from "@/lib/claims/claim-vocabulary";
import type { AttributionVerdict, ClaimState, Tone, Verdict } from "@/lib/claims/verdict-scale";
import type { SourceKind, Stance } from "@/lib/sources/source-view";

/** Version of the shape below. A frozen report keeps the one it was made with. */
export const REPORT_SCHEMA_VERSION = 1;

export const REPORT_PROFILES = ["internal", "publishable"] as const;
export type ReportProfile = (typeof REPORT_PROFILES)[number];

export const REPORT_LANGUAGES = ["de", "en"] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];

export function isReportLanguage(value: string): value is ReportLanguage {
  return REPORT_LANGUAGES.some((language) => language === value);
}

/** Why something that the internal report shows is missing from the publishable one. */
export const WITHHELD_PARTS = [
  "confidentialSources",
  "passages",
  "internalNotes",
  "names",
  "work",
  "activity",
] as const;
export type WithheldPart = (typeof WITHHELD_PARTS)[number];

/**
 * The verification report of one text version: everything a renderer needs, and nothing it could look up elsewhere.
 * Words of Beleg's own are keys, worded in `language` by the renderer; what a finding is called is kept here, because
 * newsrooms change scales and a frozen report must not. Times are ISO 8601 in UTC, offsets UTF-16 units of `text`.
 */
export type ReportDocument = {
  schemaVersion: typeof REPORT_SCHEMA_VERSION;
  status: "draft" | "frozen";
  /** Dense per article; null for a draft. */
  number: number | null;
  /** The frozen internal report this publishable one was derived from. */
  basedOn: { number: number; sha256: string } | null;
  profile: ReportProfile;
  language: ReportLanguage;
  /** In which times are written out. */
  timeZone: string;
  createdAt: string;
  createdBy: string | null;
  desk: string;
  article: ReportArticle;
  textVersion: { number: number; sha256: string; createdAt: string };
  text: string;
  blocks: ReportBlock[];
  /** The last link of the article's record when the report was made. */
  record: { seq: number; hash: string } | null;
  summary: ReportSummary;
  people: ReportPeople;
  /** Notes on the article as a whole that are meant for the report. */
  notes: ReportNote[];
  /** Those to be checked. */
  claims: ReportClaim[];
  /** Those that need no check; absent in reports from before there were such. */
  claimsSetAside?: ReportClaimSetAside[];
  sources: ReportSource[];
  textVersions: { number: number; sha256: string; createdAt: string }[];
  earlierReports: ReportListing[];
  scale: ReportScale;
  withheld: { part: WithheldPart; count: number | null }[];
  /** Null in the publishable profile. */
  activity: ReportActivity[] | null;
};

export type ReportArticle = {
  id: string;
  title: string;
  language: string;
  sourceUrl: string | null;
  agency: string | null;
  byline: string | null;
  dateline: string | null;
  copyright: string | null;
  publishedAt: string | null;
  deadline: string | null;
  assignee: string | null;
};

export type ReportBlock = {
  kind: string;
  start: number;
  end: number;
  /** Index of the block this one repeats. */
  repeatOf: number | null;
  /** Joined, they are the block's text. */
  segments: ReportSegment[];
};

/** A stretch of the text under the same claims. */
export type ReportSegment = {
  start: number;
  end: number;
  /** Outermost first; the last one gives the segment its look. */
  claims: number[];
  /** Claims whose last piece ends here: their numbers are printed behind it, before the full stop. */
  ends: { claim: number; isRepeat: boolean }[];
};

export type ReportSummary = {
  state: ArticleState;
  claims: number;
  checked: number;
  signedOff: number;
  byVerdict: Record<Verdict, number>;
  byTone: Record<Tone, number>;
  byState: Record<ClaimState, number> | null;
  /** Attributed claims ask a second question: was it said? */
  attributed: number;
  attributionChecked: number;
  byAttribution: Record<AttributionVerdict, number>;
  sources: number;
  /** Questions and remarks that nobody has resolved; null where withheld. */
  openNotes: number | null;
  internalNotes: number | null;
  /** Numbers are never given twice, so these are missing from the list. */
  removedClaims: number[];
  /** In whose place others stand; absent in older reports, like `setAside`. */
  replacedClaims?: number[];
  /** Claims that need no check; they are in no other count but those of attribution where somebody has judged it. */
  setAside?: number;
};

export type ReportPeople = {
  checkers: { name: string; claims: number; verdicts: number; firstAt: string; lastAt: string }[];
  assignees: { name: string; claims: number[] }[];
  signers: { name: string; claims: number[]; lastAt: string }[];
  /** How many people checked; stands where the names are withheld. */
  checkerCount: number;
};

/** Words in the language they are written in. */
export type Passage = { language: string; text: string };

export type ReportSpan = { start: number; end: number; quote: string };

export type ReportVerdict = {
  key: Verdict;
  label: string;
  tone: Tone;
  rating: number | null;
  scale: number;
};

export type ReportClaim = {
  id: string;
  number: number;
  wording: Passage;
  translation: Passage | null;
  spans: ReportSpan[];
  repeats: ReportSpan[][];
  /** The words of the article, verbatim, with […] where something between them is left out; null when it has none. */
  quote: string | null;
  speaker: string | null;
  speakerRole: string | null;
  mode: string;
  modality: string;
  kind: string;
  tone: Tone;
  /** Null where withheld. */
  state: ClaimState | null;
  /** Null where the claim is the author's own. */
  attribution: { verdict: AttributionVerdict | null; label: string | null } | null;
  verdict: ReportVerdict | null;
  reason: string;
  checkedBy: string | null;
  checkedAt: string | null;
  signedOff: { by: string | null; at: string } | null;
  assignee: string | null;
  citations: ReportCitation[];
  origins: { supporting: number; contradicting: number };
  notes: ReportNote[];
};

/** A claim that needs no check, and who says so. */
export type ReportClaimSetAside = ReportClaim & {
  setAside: {
    key: SetAside;
    label: string;
    /** Beleg proposed it and nobody has decided. */
    isProposed: boolean;
    /** Null where Beleg proposed it or the name is withheld. */
    by: string | null;
    at: string | null;
  };
};

export type ReportCitation = {
  /** Number in the register of sources. */
  source: number;
  stance: Stance;
  locator: string | null;
  excerpt: string | null;
  accessedAt: string | null;
};

export type ReportSource = {
  number: number;
  /** Null, like every fact about it, where the source is confidential and the report is to be published. */
  id: string | null;
  kind: SourceKind | null;
  title: string | null;
  url: string | null;
  publisher: string | null;
  author: string | null;
  publishedAt: string | null;
  isPrimary: boolean;
  isConfidential: boolean;
  /** Sources with the same number go back to one origin. */
  origin: { number: number; name: string | null } | null;
  claims: number[];
};

export type ReportNote = { by: string | null; at: string; body: string; isReply: boolean };

export type ReportListing = {
  number: number;
  sha256: string;
  createdAt: string;
  createdBy: string | null;
  profile: ReportProfile;
  language: string;
  textVersion: number;
};

/** A frozen report in the list of an article. */
export type ReportListItem = ReportListing & { id: string };

export type ReportScale = {
  version: number;
  verdicts: { key: Verdict; label: string; meaning: string; tone: Tone; rating: number | null }[];
  attribution: { key: AttributionVerdict; label: string }[];
};

export type ReportActivity = {
  seq: number;
  at: string;
  by: string;
  type: string;
  claim: number | null;
  changes: { field: string; before: unknown; after: unknown }[];
  hash: string;
};

/**
 * What stands over a claim: its wording in the report's language where somebody wrote one, with the original beneath;
 * otherwise the original alone.
 */
export function headlineOf(
  claim: Pick<ReportClaim, "wording" | "translation">,
  language: ReportLanguage,
): { headline: Passage; original: Passage | null } {
  const { wording, translation } = claim;
  if (translation !== null && isIn(translation, language) && !isIn(wording, language)) {
    return { headline: translation, original: wording };
  }
  return { headline: wording, original: null };
}

/** Whether a passage is in a language or a variety of it: en-GB is English. */
function isIn(passage: Passage, language: ReportLanguage): boolean {
  return passage.language.split("-")[0]?.toLowerCase() === language;
}

/** Also those that need no check: an opinion may be misquoted. */
export function everyClaim({ claims, claimsSetAside = [] }: ReportDocument): ReportClaim[] {
  return [...claims, ...claimsSetAside];
}

/** Claims the reader must know of first, the gravest first, then in order. */
export function claimsThatNeedAttention(claims: readonly ReportClaim[]): ReportClaim[] {
  return claims
    .flatMap((claim) => {
      const gravity = gravityOf({
        verdict: claim.verdict?.key ?? null,
        attributionVerdict: claim.attribution?.verdict ?? null,
      });
      return gravity === null ? [] : [{ claim, gravity }];
    })
    .sort((a, b) => a.gravity - b.gravity || a.claim.number - b.claim.number)
    .map(({ claim }) => claim);
}

/** Claims without a verdict. */
export function uncheckedClaims(claims: readonly ReportClaim[]): ReportClaim[] {
  return claims.filter(({ verdict }) => verdict === null);
}
