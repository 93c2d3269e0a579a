import { createHash, randomUUID } from "node:crypto";
import { changeOf, sentFields } from "@/lib/activity/compare-and-set";
import { assertUnchangedSince, recordActivity, runMutation } from "@/lib/activity/mutations";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import { toClaimRecords } from "@/lib/claims/claim-records";
import { assertAssignable } from "@/lib/claims/mutations";
import { insertClaims, insertSpans } from "@/lib/claims/rows";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { requireId } from "@/lib/db/record-id";
import { AppError } from "@/lib/errors";
import type { BareMutationInput } from "@/lib/field-schemas";
import { splitText } from "@/lib/jobs/split-text";
import type { ArticleHeaderRow } from "./article-header";
import { toArticleHeader } from "./article-header";
import type { ArticleHeader } from "./article-views";
import { describeText } from "./describe-text";
import { getArticleHeader } from "./queries";
import { readableText } from "./readable-text";
import type { ImportArticleInput, UpdateArticleInput } from "./schemas";

export type ImportedArticle = { id: string; textVersion: number; claims: string[] };

/**
 * Imports an article: freezes its text, splits it and stores its claims, all of it or nothing. What is not said is
 * taken from the text.
 * @throws FORBIDDEN, TOO_LARGE, RATE_LIMITED, INVALID for what is no text
 */
export async function importArticle(actor: Actor, input: ImportArticleInput): Promise<ImportedArticle> {
  assertCan(actor, "article.import");
  const text = readableText(input.text);
  const split = await splitText(text, { language: input.language, granularity: input.granularity });
  const { text: _, mutationId, ...details } = input;
  const article = { ...describeText(text, split), ...sentFields(details) };
  const sha256 = createHash("sha256").update(text, "utf8").digest("hex");
  return await runMutation(
    actor,
    { operation: "importArticle", mutationId, input: { ...details, sha256 } },
    async (tx) => {
      const at = new Date();
      const articleId = randomUUID();
      const textVersionId = randomUUID();
      const { claims, spans } = toClaimRecords(text, split.claims, { newId: randomUUID });
      const owner = { articleId, deskId: actor.deskId, createdById: actor.userId, createdAt: at };
      await tx.article.createMany({
        data: {
          ...article,
          id: articleId,
          deskId: actor.deskId,
          createdById: actor.userId,
          createdAt: at,
          nextClaimNumber: claims.length + 1,
        },
      });
      const { blocks, sentences, quotations } = split;
      const structure = { blocks, sentences, quotations } as unknown as Prisma.InputJsonObject;
      await tx.textVersion.createMany({
        data: {
          ...owner,
          id: textVersionId,
          number: 1,
          text,
          sha256,
          structure,
        },
      });
      await insertClaims(tx, { ...owner, madeById: null, claims });
      await insertSpans(tx, { deskId: actor.deskId, textVersionId, spans });
      await recordActivity(tx, actor, {
        articleId,
        type: "article.imported",
        mutationId,
        before: {},
        after: { ...article, textVersion: 1, sha256, claimCount: claims.length },
        at,
      });
      return { id: articleId, textVersion: 1, claims: claims.map(({ id }) => id) };
    },
  );
}

type LockedArticle = ArticleHeaderRow & { fieldVersions: Record<string, number>; isDeleted: boolean };

/** @throws NOT_FOUND where it is missing or foreign */
async function lockAnyArticle(tx: Transaction, actor: Actor, articleId: string): Promise<LockedArticle> {
  const [article] = await tx.$queryRaw<LockedArticle[]>`
    SELECT id, version, "fieldVersions", title, language, "sourceUrl", agency, byline, dateline, copyright,
           "publishedAt", deadline, "assigneeId", granularity::text, "createdAt", "deletedAt" IS NOT NULL AS "isDeleted"
      FROM "Article" WHERE id = ${requireId(articleId)}::uuid AND "deskId" = ${actor.deskId}::uuid
       FOR NO KEY UPDATE`;
  if (!article) throw new AppError("NOT_FOUND");
  return article;
}

/**
 * Locks an article of the actor's desk for the rest of the transaction. Whoever locks claims too locks it first.
 * @throws NOT_FOUND where it is missing, deleted or foreign
 */
export async function lockArticle(tx: Transaction, actor: Actor, articleId: string): Promise<LockedArticle> {
  const article = await lockAnyArticle(tx, actor, articleId);
  if (article.isDeleted) throw new AppError("NOT_FOUND");
  return article;
}

/**
 * Changes what is said about an article, by compare-and-set.
 * @throws FORBIDDEN, NOT_FOUND, CONFLICT, INVALID
 */
export async function updateArticle(
  actor: Actor,
  articleId: string,
  input: UpdateArticleInput,
): Promise<ArticleHeader> {
  assertCan(actor, "article.edit");
  const { mutationId, version, ...fields } = input;
  return await runMutation(
    actor,
    {
      operation: "updateArticle",
      mutationId,
      input: { articleId: requireId(articleId), version, ...fields },
    },
    async (tx) => {
      const article = await lockArticle(tx, actor, articleId);
      const sent = sentFields(fields);
      const row = {
        version: article.version,
        fieldVersions: article.fieldVersions,
        fields: toArticleHeader(article),
      };
      await assertUnchangedSince(tx, { row, version, sent, about: { chainId: article.id } });
      const change = changeOf(row, sent);
      if (!change) return row.fields;
      if (typeof change.after.assigneeId === "string") {
        await assertAssignable(tx, actor, change.after.assigneeId);
      }
      await tx.article.updateMany({
        where: { id: article.id, deskId: actor.deskId },
        data: { ...change.after, version: change.version, fieldVersions: change.fieldVersions },
      });
      await recordActivity(tx, actor, {
        articleId: article.id,
        type: "article.changed",
        mutationId,
        before: change.before,
        after: change.after,
        at: new Date(),
      });
      return await getArticleHeader(actor, article.id, tx);
    },
  );
}

/**
 * Takes an article with everything in it out of sight; nothing is erased.
 * @throws FORBIDDEN, NOT_FOUND
 */
export async function deleteArticle(
  actor: Actor,
  articleId: string,
  { mutationId }: BareMutationInput,
): Promise<void> {
  assertCan(actor, "article.delete");
  await runMutation(
    actor,
    { operation: "deleteArticle", mutationId, input: { articleId: requireId(articleId) } },
    async (tx) => {
      const article = await lockArticle(tx, actor, articleId);
      await setDeleted(tx, actor, { articleId: article.id, mutationId, isDeleted: true });
    },
  );
}

/**
 * Brings a deleted article back.
 * @throws FORBIDDEN, NOT_FOUND
 */
export async function restoreArticle(
  actor: Actor,
  articleId: string,
  { mutationId }: BareMutationInput,
): Promise<ArticleHeader> {
  assertCan(actor, "article.delete");
  return await runMutation(
    actor,
    { operation: "restoreArticle", mutationId, input: { articleId: requireId(articleId) } },
    async (tx) => {
      const article = await lockAnyArticle(tx, actor, articleId);
      if (article.isDeleted)
        await setDeleted(tx, actor, { articleId: article.id, mutationId, isDeleted: false });
      return await getArticleHeader(actor, article.id, tx);
    },
  );
}

async function setDeleted(
  tx: Transaction,
  actor: Actor,
  { articleId, mutationId, isDeleted }: { articleId: string; mutationId: string; isDeleted: boolean },
): Promise<void> {
  const at = new Date();
  await tx.article.updateMany({
    where: { id: articleId, deskId: actor.deskId },
    data: { deletedAt: isDeleted ? at : null, version: { increment: 1 } },
  });
  await recordActivity(tx, actor, {
    articleId,
    type: isDeleted ? "article.deleted" : "article.restored",
    mutationId,
    before: { isDeleted: !isDeleted },
    after: { isDeleted },
    at,
  });
}
