import type { ArticleHeader } from "./article-views";

/** The columns of an article's header as the database gives them. */
export type ArticleHeaderRow = Omit<ArticleHeader, "publishedAt" | "deadline" | "createdAt"> & {
  publishedAt: Date | null;
  deadline: Date | null;
  createdAt: Date;
};

/** Names exactly the fields of the view, so that a row with more columns gives none of them away. */
export function toArticleHeader(row: ArticleHeaderRow): ArticleHeader {
  return {
    id: row.id,
    version: row.version,
    title: row.title,
    language: row.language,
    sourceUrl: row.sourceUrl,
    agency: row.agency,
    byline: row.byline,
    dateline: row.dateline,
    copyright: row.copyright,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    deadline: row.deadline?.toISOString() ?? null,
    assigneeId: row.assigneeId,
    granularity: row.granularity,
    createdAt: row.createdAt.toISOString(),
  };
}
