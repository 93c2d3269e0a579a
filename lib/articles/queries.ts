import { getLastSeq } from "@/lib/activity/queries";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import { listClaims } from "@/lib/claims/queries";
import type { SplitBlock, SplitSentence } from "@/lib/claims/split-claims";
import { progressOf } from "@/lib/claims/verdict-scale";
import type { Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { likePattern } from "@/lib/db/json-sql";
import { requireId } from "@/lib/db/record-id";
import { AppError, invalid } from "@/lib/errors";
import { splitText } from "@/lib/jobs/split-text";
import { listArticleNotes } from "@/lib/notes/queries";
import type { ArticleHeaderRow } from "./article-header";
import { toArticleHeader } from "./article-header";
import type { ClaimCount } from "./article-state";
import { articleStateOf, progressOfCounts } from "./article-state";
import type {
  ArticleForReview,
  ArticleHeader,
  ArticleListItem,
  ImportPreview,
  MemberOption,
} from "./article-views";
import { describeText } from "./describe-text";
import { readableText } from "./readable-text";
import type { ListArticlesInput, PreviewImportInput } from "./schemas";

const HEADER_COLUMNS = {
  id: true,
  version: true,
  title: true,
  language: true,
  sourceUrl: true,
  agency: true,
  byline: true,
  dateline: true,
  copyright: true,
  publishedAt: true,
  deadline: true,
  assigneeId: true,
  granularity: true,
  createdAt: true,
} as const satisfies Record<keyof ArticleHeaderRow, true>;

/**
 * What is said about an article beside its text.
 * @throws NOT_FOUND where it is missing, deleted or foreign
 */
export async function getArticleHeader(
  actor: Actor,
  articleId: string,
  client: Transaction = db,
): Promise<ArticleHeader> {
  assertCan(actor, "article.read");
  const article = await client.article.findFirst({
    where: { id: requireId(articleId), deskId: actor.deskId, deletedAt: null },
    select: HEADER_COLUMNS,
  });
  if (!article) throw new AppError("NOT_FOUND");
  return toArticleHeader(article);
}

/**
 * An article with everything the workspace shows. Eight queries, whatever its size.
 * @throws NOT_FOUND where it is missing, deleted or foreign
 */
export async function getArticleForReview(actor: Actor, articleId: string): Promise<ArticleForReview> {
  const header = await getArticleHeader(actor, articleId);
  // First, so that the live events go on at or before what is read next: one told twice is harmless, a gap is not.
  const seq = await getLastSeq(actor, header.id);
  const textVersion = await db.textVersion.findFirst({
    where: { articleId: header.id, deskId: actor.deskId },
    orderBy: { number: "desc" },
    select: { number: true, sha256: true, text: true, structure: true },
  });
  if (!textVersion) throw new AppError("NOT_FOUND");
  const claims = await listClaims(db, actor, header.id);
  const { text, structure, ...version } = textVersion;
  const { blocks, sentences } = structure as unknown as { blocks: SplitBlock[]; sentences: SplitSentence[] };
  return {
    ...header,
    text,
    textVersion: version,
    blocks,
    sentences,
    claims,
    notes: await listArticleNotes(db, actor, header.id),
    progress: progressOf(claims),
    members: await listMemberOptions(actor),
    seq,
  };
}

async function listMemberOptions(actor: Actor): Promise<MemberOption[]> {
  return await db.$queryRaw<MemberOption[]>`
    SELECT u.id, u.name, m.role::text
      FROM "Membership" m JOIN "User" u ON u.id = m."userId"
     WHERE m."deskId" = ${actor.deskId}::uuid AND m."disabledAt" IS NULL
     ORDER BY u.name, u.id`;
}

type ArticleRow = Pick<ArticleHeaderRow, "id" | "title" | "agency" | "language" | "assigneeId"> & {
  deadline: Date | null;
  createdAt: Date;
  assigneeName: string | null;
};

/**
 * The articles of the desk, newest first.
 * @throws INVALID for a cursor that no page of this list gave; FORBIDDEN for deleted ones without the right to restore
 */
export async function listArticles(
  actor: Actor,
  { cursor, limit = 50, query = "", assigneeId, deleted = false }: ListArticlesInput = {},
): Promise<{ items: ArticleListItem[]; nextCursor: string | null }> {
  assertCan(actor, deleted ? "article.delete" : "article.read");
  const before = cursor === undefined ? null : await readPosition(actor, cursor);
  const rows = await db.$queryRaw<ArticleRow[]>`
    SELECT a.id, a.title, a.agency, a.language, a.deadline, a."assigneeId", a."createdAt", u.name AS "assigneeName"
      FROM "Article" a
      LEFT JOIN "User" u ON u.id = a."assigneeId"
     WHERE a."deskId" = ${actor.deskId}::uuid
       AND ${deleted ? Prisma.sql`a."deletedAt" IS NOT NULL` : Prisma.sql`a."deletedAt" IS NULL`}
       ${query.trim() === "" ? Prisma.empty : Prisma.sql`AND a.title ILIKE ${likePattern(query)}`}
       ${assigneeId === undefined ? Prisma.empty : Prisma.sql`AND a."assigneeId" = ${requireId(assigneeId)}::uuid`}
       ${
         before === null
           ? Prisma.empty
           : Prisma.sql`AND (a."createdAt", a.id) < (${before.createdAt}::timestamptz, ${before.id}::uuid)`
       }
     ORDER BY a."createdAt" DESC, a.id DESC
     LIMIT ${limit + 1}`;
  const page = rows.slice(0, limit);
  const counts = await countClaims(
    actor,
    page.map(({ id }) => id),
  );
  const items = page.map((row): ArticleListItem => {
    const ofArticle = counts.get(row.id) ?? [];
    return {
      ...row,
      deadline: row.deadline?.toISOString() ?? null,
      createdAt: row.createdAt.toISOString(),
      state: articleStateOf(ofArticle),
      progress: progressOfCounts(ofArticle),
    };
  });
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

/** A cursor is the id of the last article of the page before. */
async function readPosition(actor: Actor, cursor: string): Promise<{ id: string; createdAt: Date }> {
  const isId = /^[0-9a-f-]{36}$/.test(cursor);
  const last = isId
    ? await db.article.findFirst({
        where: { id: requireId(cursor), deskId: actor.deskId },
        select: { id: true, createdAt: true },
      })
    : null;
  if (!last) throw invalid("cursor", "unknownCursor");
  return last;
}

async function countClaims(actor: Actor, articleIds: readonly string[]): Promise<Map<string, ClaimCount[]>> {
  const rows = await db.$queryRaw<(ClaimCount & { articleId: string })[]>`
    SELECT "articleId", verdict::text, state::text, "setAside"::text, count(*)::int AS count
      FROM "Claim"
     WHERE "articleId" = ANY (${articleIds}::uuid[]) AND "deskId" = ${actor.deskId}::uuid AND "deletedAt" IS NULL
     GROUP BY "articleId", verdict, state, "setAside"`;
  const counts = new Map<string, ClaimCount[]>();
  for (const { articleId, ...count } of rows)
    counts.set(articleId, [...(counts.get(articleId) ?? []), count]);
  return counts;
}

/**
 * What an import of this text would bring, without storing anything. Ends with `signal`: an overtaken one is not needed.
 * @throws FORBIDDEN, TOO_LARGE, RATE_LIMITED, INVALID for what is no text
 */
export async function previewImport(
  actor: Actor,
  input: PreviewImportInput,
  { signal }: { signal?: AbortSignal } = {},
): Promise<ImportPreview> {
  assertCan(actor, "article.import");
  const text = readableText(input.text);
  const split = await splitText(text, {
    language: input.language,
    granularity: input.granularity,
    signal,
  });
  return {
    ...describeText(text, split),
    claimCount: split.claims.length,
    repeatedParagraphCount: split.blocks.filter(({ repeatOf }) => repeatOf !== null).length,
  };
}
