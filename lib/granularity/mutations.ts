import { randomUUID } from "node:crypto";
import { changeOf } from "@/lib/activity/compare-and-set";
import { assertUnchangedSince, recordActivity, runMutation, wasCarriedOut } from "@/lib/activity/mutations";
import { toArticleHeader } from "@/lib/articles/article-header";
import { lockArticle } from "@/lib/articles/mutations";
import { getArticleHeader } from "@/lib/articles/queries";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import { sentenceAt } from "@/lib/claims/anchor-spans";
import { toClaimRecords } from "@/lib/claims/claim-records";
import type { Granularity } from "@/lib/claims/claim-vocabulary";
import { readNewestText } from "@/lib/claims/rows";
import type { SplitClaim } from "@/lib/claims/split-claims";
import type { Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { requireId } from "@/lib/db/record-id";
import { AppError } from "@/lib/errors";
import { splitText } from "@/lib/jobs/split-text";
import type { GranularityResult, RestructuringResult } from "@/lib/restructurings/restructuring-views";
import { replaceClaims, takeNumbers } from "@/lib/restructurings/rows";
import type { SetGranularityInput } from "@/lib/restructurings/schemas";
import { planResplit } from "./plan-resplit";
import { listPresentClaims, listWorkedOnSentences } from "./queries";

/**
 * Splits the text of an article anew, finer or coarser. What somebody has worked on stays as it is.
 * @throws FORBIDDEN, NOT_FOUND, CONFLICT where somebody else has switched since, RATE_LIMITED
 */
export async function setGranularity(
  actor: Actor,
  articleId: string,
  input: SetGranularityInput,
): Promise<GranularityResult> {
  assertCan(actor, "article.edit");
  assertCan(actor, "claim.edit");
  const { mutationId, version, granularity } = input;
  const id = requireId(articleId);
  const request = { operation: "setGranularity", mutationId, input: { articleId: id, version, granularity } };
  const fresh = (await wasCarriedOut(actor, request)) ? null : await splitAnew(actor, id, granularity);
  return await runMutation(actor, request, async (tx) => {
    const article = await lockArticle(tx, actor, id);
    const row = { ...article, fields: toArticleHeader(article) };
    const sent = { granularity };
    await assertUnchangedSince(tx, { row, version, sent, about: { chainId: id } });
    const change = changeOf(row, sent);
    if (!change) return { restructuringId: null, removed: [], claims: [], kept: 0, article: row.fields };
    // Somebody else switched, or the answer to an earlier request was forgotten, since this one looked.
    if (!fresh) throw new AppError("RATE_LIMITED", { retryAfterSeconds: 1 });
    const at = new Date();
    const { kept, ...result } = await replaceUntouched(tx, actor, { articleId: id, mutationId, at, fresh });
    await tx.article.updateMany({
      where: { id, deskId: actor.deskId },
      data: { granularity, version: change.version, fieldVersions: change.fieldVersions },
    });
    await recordActivity(tx, actor, {
      articleId: id,
      type: "article.changed",
      mutationId,
      at,
      before: change.before,
      after: { ...change.after, restructuringId: result.restructuringId },
    });
    return { ...result, kept, article: await getArticleHeader(actor, id, tx) };
  });
}

/**
 * The claims of the newest text as the splitter finds them now, in the sentences that were stored with it; null where it
 * is split like that already.
 */
async function splitAnew(
  actor: Actor,
  articleId: string,
  granularity: Granularity,
): Promise<SplitClaim[] | null> {
  const { language, ...article } = await getArticleHeader(actor, articleId);
  if (article.granularity === granularity) return null;
  const { text, sentences } = await readNewestText(db, actor, articleId);
  const { claims } = await splitText(text, { language, granularity });
  const placed = (spans: readonly { start: number }[], sentence: number) =>
    sentenceAt(sentences, spans[0]?.start ?? 0) ?? sentence;
  return claims.map((claim) => ({
    ...claim,
    sentence: placed(claim.spans, claim.sentence),
    repeats: claim.repeats.map(({ spans, sentence }) => ({ spans, sentence: placed(spans, sentence) })),
  }));
}

async function replaceUntouched(
  tx: Transaction,
  actor: Actor,
  {
    articleId,
    mutationId,
    at,
    fresh,
  }: { articleId: string; mutationId: string; at: Date; fresh: readonly SplitClaim[] },
): Promise<RestructuringResult & { kept: number }> {
  await tx.$queryRaw`
    SELECT id FROM "Claim" WHERE "articleId" = ${articleId}::uuid AND "deskId" = ${actor.deskId}::uuid
     ORDER BY id FOR NO KEY UPDATE`;
  const text = await readNewestText(tx, actor, articleId);
  const { removed, added, kept } = planResplit({
    present: await listPresentClaims(tx, actor, articleId),
    fresh,
    workedOn: await listWorkedOnSentences(tx, actor, articleId),
  });
  const firstNumber = await takeNumbers(tx, actor, { articleId, count: added.length });
  const { claims, spans } = toClaimRecords(text.text, added, { firstNumber, newId: randomUUID });
  const about = { articleId, text, kind: "RESPLIT", mutationId, at } as const;
  return { ...(await replaceClaims(tx, actor, { ...about, replaced: removed, claims, spans })), kept };
}
