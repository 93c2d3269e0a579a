import { getArticleHeader } from "@/lib/articles/queries";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import { proposeParts } from "@/lib/claims/propose-parts";
import { listClaimsById } from "@/lib/claims/queries";
import type { NewestText } from "@/lib/claims/rows";
import { readNewestText } from "@/lib/claims/rows";
import type { SplitQuotation } from "@/lib/claims/split-claims";
import { db } from "@/lib/db/client";
import { requireId } from "@/lib/db/record-id";
import { AppError } from "@/lib/errors";
import { splitText } from "@/lib/jobs/split-text";
import type { ProposedPart } from "./restructuring-views";
import type { Ground } from "./successors";

/**
 * The parts that a claim could be split into, as a first draft; none where rules cannot take it apart.
 * @throws NOT_FOUND where it is missing, deleted or foreign
 */
export async function listProposedParts(actor: Actor, claimId: string): Promise<ProposedPart[]> {
  assertCan(actor, "article.read");
  const owner = await db.claim.findFirst({
    where: { id: requireId(claimId), deskId: actor.deskId, deletedAt: null, article: { deletedAt: null } },
    select: { id: true, article: { select: { id: true } } },
  });
  const [claim] = owner ? await listClaimsById(db, actor, [owner.id]) : [];
  if (!owner || !claim) throw new AppError("NOT_FOUND");
  const { text, language, sentences, found, quotations } = await readGround(actor, owner.article.id);
  return proposeParts({
    text,
    language,
    sentences,
    found,
    quotations,
    spans: claim.spans,
    speaker: claim.speaker,
  });
}

/** A text version and what the splitter finds in it. */
export type HeardText = Ground & NewestText & { quotations: SplitQuotation[] };

/**
 * The text of an article with what the splitter finds in it now. Before a transaction: it takes its time.
 * @throws NOT_FOUND, RATE_LIMITED
 */
export async function readGround(actor: Actor, articleId: string): Promise<HeardText> {
  const { language } = await getArticleHeader(actor, articleId);
  const newest = await readNewestText(db, actor, articleId);
  const { claims, quotations } = await splitText(newest.text, { language });
  return { ...newest, language, found: claims, quotations };
}
