import type { FieldEdit } from "@/components/drafts/field-edit";
import { emptyEdit, parseEdit } from "@/components/drafts/field-edit";
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

/** Fields as the server names them in a conflict, as the inputs hold them. */
export function storedDetails(stored: Readonly<Record<string, unknown>>): Partial<ArticleDetails> {
  return Object.fromEntries(
    Object.entries(stored).map(([name, value]) => [name, toInput(name, String(value ?? ""))]),
  );
}

function toInput(name: string, value: string): string {
  if (name === "publishedAt") return value.slice(0, 10);
  return name === "deadline" && value !== "" ? toLocalMinute(new Date(value)) : value;
}

/** The details that are given, as the server takes them; an emptied one is null. */
export function articleFields(details: Partial<ArticleDetails>): ArticleFields {
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => [name, toField(name, value.trim())]),
  );
}

/** An edit as kept in the browser; an empty one where there is none or it is damaged. */
export function parseDetailsEdit(text: string): FieldEdit<ArticleDetails> {
  try {
    return parseEdit(JSON.parse(text));
  } catch {
    return emptyEdit();
  }
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
