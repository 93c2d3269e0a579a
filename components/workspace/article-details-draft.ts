import type { ArticleHeader } from "@/lib/articles/article-views";
import type { ArticleFields } from "@/lib/articles/schemas";

/** What stands in the form of an article's details; text as it is typed. */
export type ArticleDetails = {
  title: string;
  language: string;
  agency: string;
  byline: string;
  dateline: string;
  copyright: string;
  sourceUrl: string;
  publishedAt: string;
  deadline: string;
  assigneeId: string;
};

export function detailsOf(header: ArticleHeader): ArticleDetails {
  return {
    title: header.title,
    language: header.language,
    agency: header.agency ?? "",
    byline: header.byline ?? "",
    dateline: header.dateline ?? "",
    copyright: header.copyright ?? "",
    sourceUrl: header.sourceUrl ?? "",
    publishedAt: header.publishedAt?.slice(0, 10) ?? "",
    deadline: header.deadline === null ? "" : toLocalMinute(new Date(header.deadline)),
    assigneeId: header.assigneeId ?? "",
  };
}

/** The fields that were touched, as the server takes them; an emptied one is null. */
export function changedDetails(before: ArticleDetails, after: ArticleDetails): ArticleFields {
  const changed = Object.entries(after).filter(
    ([name, value]) => value !== before[name as keyof ArticleDetails],
  );
  return Object.fromEntries(changed.map(([name, value]) => [name, toField(name, value.trim())]));
}

function toField(name: string, value: string): string | null {
  if (name === "title" || name === "language") return value;
  if (value === "") return null;
  return name === "deadline" ? new Date(value).toISOString() : value;
}

/** A moment as a `datetime-local` input shows it: in the reader's own time, to the minute. */
function toLocalMinute(moment: Date): string {
  const shifted = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}
