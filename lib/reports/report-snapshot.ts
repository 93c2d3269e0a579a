import type { SetAside } from "@/lib/claims/claim-vocabulary";
import type { AttributionVerdict, ClaimState, Verdict } from "@/lib/claims/verdict-scale";
import type { SourceKind, Stance } from "@/lib/sources/source-view";
import type { ReportArticle, ReportListing, ReportSpan } from "./report-document";

/** An article with everything that belongs to it at one moment: what a report is built from. Times are ISO 8601, UTC. */
export type ReportSnapshot = {
  desk: string;
  article: ReportArticle;
  text: string;
  /** As the splitter returned them; spaces and line ends between blocks belong to none. */
  blocks: { kind: string; start: number; end: number; repeatOf: number | null }[];
  textVersion: { number: number; sha256: string; createdAt: string };
  textVersions: { number: number; sha256: string; createdAt: string }[];
  /** In the order of their numbers, removed ones excluded. */
  claims: SnapshotClaim[];
  removedClaims: SnapshotRemoval[];
  /** In the order they were written, removed ones excluded. */
  notes: SnapshotNote[];
  /** In the order of the record. */
  activity: SnapshotActivity[];
  record: { seq: number; hash: string } | null;
  earlierReports: ReportListing[];
};

/** A claim that is gone: somebody removed it, or others stand in its place. */
export type SnapshotRemoval = { id: string; number: number; isReplaced: boolean };

export type SnapshotClaim = {
  id: string;
  number: number;
  /** Ids of the claims it was made of, and of those that these were made of. */
  predecessors: string[];
  wording: string;
  translation: { language: string; wording: string } | null;
  /** By place: the claim's own first, then its repeats; each in the order of its pieces. */
  places: ReportSpan[][];
  speaker: string | null;
  speakerRole: string | null;
  mode: string;
  modality: string;
  kind: string;
  setAside: SetAside | null;
  isSetAsideProposed: boolean;
  state: ClaimState;
  verdict: Verdict | null;
  verdictScale: number | null;
  verdictBy: string | null;
  verdictAt: string | null;
  reason: string;
  attributionVerdict: AttributionVerdict | null;
  assigneeId: string | null;
  assignee: string | null;
  citations: SnapshotCitation[];
};

export type SnapshotCitation = {
  stance: Stance;
  locator: string | null;
  excerpt: string | null;
  accessedAt: string | null;
  source: SnapshotSource;
};

export type SnapshotSource = {
  id: string;
  kind: SourceKind;
  title: string;
  url: string | null;
  publisher: string | null;
  author: string | null;
  publishedAt: string | null;
  isPrimary: boolean;
  isConfidential: boolean;
  originGroup: string | null;
};

export type SnapshotNote = {
  id: string;
  claimId: string | null;
  /** The note that this one answers. */
  parentId: string | null;
  body: string;
  visibility: "INTERNAL" | "REPORT";
  by: string | null;
  at: string;
  isResolved: boolean;
};

export type SnapshotActivity = {
  seq: number;
  at: string;
  actorId: string | null;
  by: string;
  type: string;
  claimId: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  hash: string;
};
