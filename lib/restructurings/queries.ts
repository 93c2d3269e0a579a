import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import { readNewestText } from "@/lib/claims/mutations";
import { proposeParts } from "@/lib/claims/propose-parts";
import { listClaimsById } from "@/lib/claims/queries";
import { db } from "@/lib/db/client";
import { requireId } from "@/lib/db/record-id";
import { AppError } from "@/lib/errors";
import type { ProposedPart } from "./restructuring-views";

/**
 * The parts that a claim could be split into, as a first draft; none where rules cannot take it apart.
 * @throws NOT_FOUND where it is missing, deleted or foreign
 */
export async function listProposedParts(actor: Actor, claimId: string): Promise<ProposedPart[]> {
  assertCan(actor, "article.read");
  const owner = await db.claim.findFirst({
    where: { id: requireId(claimId), deskId: actor.deskId, deletedAt: null, article: { deletedAt: null } },
    select: { id: true, article: { select: { id: true, language: true } } },
  });
  const [claim] = owner ? await listClaimsById(db, actor, [owner.id]) : [];
  if (!owner || !claim) throw new AppError("NOT_FOUND");
  const { text, sentences } = await readNewestText(db, actor, owner.article.id);
  const { language } = owner.article;
  return proposeParts({ text, sentences, language, spans: claim.spans, speaker: claim.speaker });
}
