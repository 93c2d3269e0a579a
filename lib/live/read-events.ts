import type { ActivityView } from "@/lib/activity/activity-view";
import { readEntries } from "@/lib/activity/queries";
import { getArticleHeader } from "@/lib/articles/queries";
import type { Actor } from "@/lib/auth/policy";
import { listClaimsById } from "@/lib/claims/queries";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { listNotesById } from "@/lib/notes/queries";
import { listSourcesById } from "@/lib/sources/queries";
import type { LiveEvent } from "./live-event";

const BATCH = 200;

/**
 * The next events of an article, oldest first; empty when there are none. Each record is read once, however often it
 * changed.
 */
export async function readEvents(
  actor: Actor,
  { articleId, afterSeq }: { articleId: string; afterSeq: number },
): Promise<LiveEvent[]> {
  const entries = await readEntries(actor, { chainId: articleId, afterSeq, limit: BATCH });
  if (entries.length === 0) return [];
  const findView = await readViews(actor, articleId, entries);
  return entries.map((entry) => ({
    seq: entry.seq,
    type: entry.type,
    at: entry.at,
    actor: entry.actor,
    claimId: entry.claimId,
    mutationId: entry.mutationId,
    noteId: idIn(entry, "noteId"),
    view: findView(entry),
  }));
}

function idIn(entry: ActivityView, name: string): string | null {
  const id = entry.after[name];
  return typeof id === "string" ? id : null;
}

function present<Value>(values: readonly (Value | null)[]): Value[] {
  return [...new Set(values.filter((value) => value !== null))];
}

async function readViews(
  actor: Actor,
  articleId: string,
  entries: readonly ActivityView[],
): Promise<(entry: ActivityView) => LiveEvent["view"]> {
  const claimIds = present(entries.map(({ claimId }) => claimId));
  const others = entries.filter(({ claimId }) => claimId === null);
  const noteIds = present(others.map((entry) => idIn(entry, "noteId")));
  const sourceIds = present(others.map((entry) => idIn(entry, "sourceId")));
  const needsHeader = others.some(({ type }) => type.startsWith("article."));
  const records = [
    ...(claimIds.length > 0 ? await listClaimsById(db, actor, claimIds) : []),
    ...(noteIds.length > 0 ? await listNotesById(db, actor, noteIds) : []),
    ...(sourceIds.length > 0 ? await listSourcesById(db, actor, sourceIds) : []),
    ...(needsHeader ? await readHeader(actor, articleId) : []),
  ];
  const byId = new Map(records.map((record) => [record.id, record]));
  return (entry) => {
    const isAboutArticle = entry.type.startsWith("article.");
    const id =
      entry.claimId ??
      idIn(entry, "noteId") ??
      idIn(entry, "sourceId") ??
      (isAboutArticle ? articleId : null);
    return id === null ? null : (byId.get(id) ?? null);
  };
}

/** A list of one; empty for an article that has been deleted. */
async function readHeader(actor: Actor, articleId: string) {
  try {
    return [await getArticleHeader(actor, articleId)];
  } catch (error) {
    if (error instanceof AppError && error.code === "NOT_FOUND") return [];
    throw error;
  }
}
