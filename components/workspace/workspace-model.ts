import type { ClaimFilter } from "@/components/claims/claim-filter";
import type { ArticleForReview, ArticleHeader, MemberOption } from "@/lib/articles/article-views";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { Progress } from "@/lib/claims/verdict-scale";
import type { NoteView } from "@/lib/notes/note-view";
import type { CitationView } from "@/lib/sources/source-view";

/** What a person changes in place; sources and notes have writes of their own. */
export type ClaimFields = Pick<
  ClaimView,
  | "wording"
  | "translation"
  | "speaker"
  | "speakerRole"
  | "kind"
  | "setAside"
  | "state"
  | "verdict"
  | "reason"
  | "attributionVerdict"
  | "assigneeId"
>;
export type ClaimField = keyof ClaimFields;
export type ClaimPatch = Partial<ClaimFields>;

export type Change =
  | { type: "update"; patch: ClaimPatch }
  | { type: "delete" }
  | { type: "restore" }
  | { type: "detachCitation"; citationId: string }
  | { type: "reattachCitation"; citation: CitationView }
  | { type: "resolveNote"; noteId: string; resolved: boolean };

/** A change that is on the screen and not yet acknowledged. */
export type PendingChange = {
  key: string;
  claimId: string;
  change: Change;
  /** What the fields of an update showed before; also what a compensating write puts back. */
  before: ClaimPatch;
  /** Version of the claim the change was made against. */
  version: number;
};

/** Two answers to the same question: what the server holds and what this person entered. */
export type FieldConflict = {
  claimId: string;
  field: ClaimField;
  theirs: ClaimFields[ClaimField];
  yours: ClaimFields[ClaimField];
  /** Who and when, as far as this page has heard. */
  by: string | null;
  at: string | null;
  /** Version to send next, now that both are known. */
  version: number;
};

/** Where one claim stands: its own place and its repeats. */
export type ClaimPlaces = Pick<ClaimView, "id" | "sentence" | "spans" | "repeats">;

/** Who changed a claim last, as far as this page has heard. */
export type Touch = {
  by: string;
  at: string;
  /** By the same person, here or in another window. */
  isOwn?: boolean;
};

export type WorkspaceState = {
  header: ArticleHeader;
  text: string;
  textVersion: ArticleForReview["textVersion"];
  blocks: ArticleForReview["blocks"];
  sentences: ArticleForReview["sentences"];
  members: readonly MemberOption[];
  /** Each claim as the server last told it. */
  stored: ReadonlyMap<string, ClaimView>;
  /** Each claim as it is on the screen: stored, with the pending changes on top. Unchanged claims keep their identity. */
  shown: ReadonlyMap<string, ClaimView>;
  /** Claims that are not deleted, in the order of the text. */
  order: readonly string[];
  /** Where the claims of `order` stand in the text; keeps its identity while none of them moves. */
  anchors: readonly ClaimPlaces[];
  progress: Progress;
  pending: readonly PendingChange[];
  conflicts: readonly FieldConflict[];
  articleNotes: readonly NoteView[];
  touches: ReadonlyMap<string, Touch>;
  /** Claims that somebody else replaced while they were open here; shown until the person has seen it. */
  lost: readonly string[];
  seq: number;
  isReachable: boolean;
  /** Whether the changes of others arrive. */
  isLive: boolean;
  /** When the server last acknowledged a write of this page. */
  savedAt: number | null;
  currentId: string | null;
  filter: ClaimFilter;
  /** The claims that the filter lets through, and the current one, which stays until it is left. */
  listed: readonly string[];
};
