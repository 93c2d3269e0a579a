import type { ArticleHeader } from "@/lib/articles/article-views";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { Span } from "@/lib/text/span";

/** What a restructuring did: which claims are gone and which ones stand in the text instead. */
export type RestructuringResult = {
  /** Undo it by this id. */
  restructuringId: string;
  removed: string[];
  claims: ClaimView[];
};

/** What another granularity did to an article. */
export type GranularityResult = Omit<RestructuringResult, "restructuringId"> & {
  /** Null where the text already was split like that. */
  restructuringId: string | null;
  /** Sentences that stay as they are, because somebody has worked on them. */
  kept: number;
  article: ArticleHeader;
};

/** A part that a claim could be split into; `wording` is a first draft. */
export type ProposedPart = { wording: string; spans: Span[] };
