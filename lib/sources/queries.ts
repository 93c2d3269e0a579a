import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import type { Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { isoTime, likePattern } from "@/lib/db/json-sql";
import { requireId } from "@/lib/db/record-id";
import { invalid } from "@/lib/errors";
import type { ListSourcesInput } from "./schemas";
import type { CitationView, SourceView } from "./source-view";

/** A SourceView of "Source" s with "OriginGroup" g. */
export const SOURCE_OBJECT = Prisma.sql`json_build_object(
  'id', s.id, 'version', s.version, 'kind', s.kind, 'title', s.title, 'url', s.url, 'publisher', s.publisher,
  'author', s.author, 'publishedAt', ${isoTime('s."publishedAt"')}, 'isPrimary', s."isPrimary",
  'isConfidential', s."isConfidential", 'originGroup', g.name)`;

/** A CitationView of "Citation" t with its source; also a part of the query for claims. */
export const CITATION_OBJECT = Prisma.sql`json_build_object(
  'id', t.id, 'version', t.version, 'stance', t.stance, 'locator', t.locator, 'excerpt', t.excerpt,
  'accessedAt', ${isoTime('t."accessedAt"')}, 'source', ${SOURCE_OBJECT})`;

export const CITATION_TABLES = Prisma.sql`"Citation" t
  JOIN "Source" s ON s.id = t."sourceId" AND s."deskId" = t."deskId"
  LEFT JOIN "OriginGroup" g ON g.id = s."originGroupId"`;

/** The citation, detached ones left out; null where there is none. */
export async function getCitation(
  tx: Transaction,
  actor: Actor,
  citationId: string,
): Promise<CitationView | null> {
  assertCan(actor, "article.read");
  const [row] = await tx.$queryRaw<{ citation: CitationView }[]>`
    SELECT ${CITATION_OBJECT} AS citation FROM ${CITATION_TABLES}
     WHERE t.id = ${requireId(citationId)}::uuid AND t."deskId" = ${actor.deskId}::uuid AND t."deletedAt" IS NULL`;
  return row?.citation ?? null;
}

/** The sources of the desk with these ids. */
export async function listSourcesById(
  tx: Transaction,
  actor: Actor,
  ids: readonly string[],
): Promise<SourceView[]> {
  assertCan(actor, "source.read");
  const rows = await tx.$queryRaw<{ source: SourceView }[]>`
    SELECT ${SOURCE_OBJECT} AS source FROM "Source" s LEFT JOIN "OriginGroup" g ON g.id = s."originGroupId"
     WHERE s.id = ANY (${ids.map(requireId)}::uuid[]) AND s."deskId" = ${actor.deskId}::uuid`;
  return rows.map(({ source }) => source);
}

const CURSOR = /^(\d{1,16})_([0-9a-f-]{36})$/;

/**
 * The sources of the desk, the one used last first. `query` is looked for in title, publisher and address.
 * @throws INVALID for a cursor that no page of this list gave
 */
export async function listSources(
  actor: Actor,
  { query = "", cursor, limit = 50 }: ListSourcesInput,
): Promise<{
  items: (SourceView & { citationCount: number; lastUsedAt: string })[];
  nextCursor: string | null;
}> {
  assertCan(actor, "source.read");
  const position = cursor === undefined ? null : CURSOR.exec(cursor);
  if (cursor !== undefined && position === null) throw invalid("cursor", "unknownCursor");
  const pattern = likePattern(query);
  const rows = await db.$queryRaw<{ source: SourceView; citationCount: number; lastUsedAt: Date }[]>`
    SELECT ${SOURCE_OBJECT} AS source, used."citationCount", used."lastUsedAt"
      FROM "Source" s
      LEFT JOIN "OriginGroup" g ON g.id = s."originGroupId"
      CROSS JOIN LATERAL (
        -- A replaced claim keeps its citations, and those in its place have copies: it counts no more.
        SELECT count(*) FILTER (WHERE t."deletedAt" IS NULL AND c."deletedAt" IS NULL)::int AS "citationCount",
               greatest(max(t."createdAt"), s."createdAt") AS "lastUsedAt"
          FROM "Citation" t JOIN "Claim" c ON c.id = t."claimId" WHERE t."sourceId" = s.id
      ) used
     WHERE s."deskId" = ${actor.deskId}::uuid
       ${
         query.trim() === ""
           ? Prisma.empty
           : Prisma.sql`AND (s.title ILIKE ${pattern} OR s.publisher ILIKE ${pattern} OR s.url ILIKE ${pattern})`
       }
       ${
         position
           ? Prisma.sql`AND (used."lastUsedAt", s.id) <
               (${new Date(Number(position[1]))}::timestamptz, ${requireId(position[2] ?? "")}::uuid)`
           : Prisma.empty
       }
     ORDER BY used."lastUsedAt" DESC, s.id DESC
     LIMIT ${limit + 1}`;
  const items = rows.slice(0, limit).map(({ source, citationCount, lastUsedAt }) => ({
    ...source,
    citationCount,
    lastUsedAt: lastUsedAt.toISOString(),
  }));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { items, nextCursor: last ? `${last.lastUsedAt.getTime()}_${last.source.id}` : null };
}
