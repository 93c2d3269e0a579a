/** What happens to an article and everything in it, "<noun>.<verb in the past>". */
export const ARTICLE_ACTIVITIES = [
  "article.imported",
  "article.changed",
  "article.deleted",
  "article.restored",
  "claim.added",
  "claim.changed",
  "claim.deleted",
  "claim.replaced",
  "claim.restored",
  "citation.attached",
  "citation.changed",
  "citation.detached",
  "citation.restored",
  "source.changed",
  "note.added",
  "note.changed",
  "note.resolved",
  "note.reopened",
  "note.deleted",
  "report.frozen",
  "suggestion.requested",
  "suggestion.dismissed",
  "suggestion.reopened",
] as const;
export type ArticleActivity = (typeof ARTICLE_ACTIVITIES)[number];

/** One entry of the record. `before` and `after` hold the changed fields, and the id of what changed where that is not the claim. */
export type ActivityView = {
  seq: number;
  at: string;
  /** `id` is null for the system; the name is the one of then. */
  actor: { id: string | null; name: string };
  type: string;
  claimId: string | null;
  claimNumber: number | null;
  mutationId: string | null;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  hash: string;
};
