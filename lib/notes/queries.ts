import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import type { Transaction } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { isoTime } from "@/lib/db/json-sql";
import { requireId } from "@/lib/db/record-id";
import type { NoteView } from "./note-view";

/** A NoteView of "Note" n with its people as joined below; also a part of the query for claims. */
export const NOTE_OBJECT = Prisma.sql`json_build_object(
  'id', n.id, 'version', n.version, 'claimId', n."claimId", 'parentId', n."parentId", 'body', n.body,
  'visibility', n.visibility, 'authorId', n."authorId", 'authorName', coalesce(author.name, 'system'),
  'createdAt', ${isoTime('n."createdAt"')}, 'resolvedAt', ${isoTime('n."resolvedAt"')},
  'resolvedByName', CASE WHEN n."resolvedAt" IS NULL THEN NULL ELSE coalesce(resolver.name, 'system') END)`;

export const NOTE_TABLES = Prisma.sql`"Note" n
  LEFT JOIN "User" author ON author.id = n."authorId"
  LEFT JOIN "User" resolver ON resolver.id = n."resolvedById"`;

/** The notes on an article as a whole, oldest first; those on its claims come with the claims. */
export async function listArticleNotes(
  tx: Transaction,
  actor: Actor,
  articleId: string,
): Promise<NoteView[]> {
  assertCan(actor, "article.read");
  const rows = await tx.$queryRaw<{ note: NoteView }[]>`
    SELECT ${NOTE_OBJECT} AS note FROM ${NOTE_TABLES}
     WHERE n."articleId" = ${requireId(articleId)}::uuid AND n."deskId" = ${actor.deskId}::uuid
       AND n."claimId" IS NULL AND n."deletedAt" IS NULL
     ORDER BY n."createdAt", n.id`;
  return rows.map(({ note }) => note);
}

/** The notes with these ids, deleted ones left out. */
export async function listNotesById(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
): Promise<NoteView[]> {
  assertCan(actor, "article.read");
  const rows = await tx.$queryRaw<{ note: NoteView }[]>`
    SELECT ${NOTE_OBJECT} AS note FROM ${NOTE_TABLES}
     WHERE n.id = ANY (${ids.map(requireId)}::uuid[]) AND n."deskId" = ${actor.deskId}::uuid
       AND n."deletedAt" IS NULL`;
  return rows.map(({ note }) => note);
}
