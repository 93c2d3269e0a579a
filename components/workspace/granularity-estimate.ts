import type { ClaimView } from "@/lib/claims/claim-view";

/**
 * How many claims splitting the text anew would replace at most, and how many stay because somebody has worked on their
 * sentence. The server decides; this is what the page can tell before.
 */
export function estimateResplit(claims: readonly ClaimView[]): { replaced: number; kept: number } {
  const worked = new Set(claims.filter(isWorkedOn).map(({ sentence }) => sentence));
  const kept = claims.filter((claim) => isWorkedOn(claim) || worked.has(claim.sentence)).length;
  return { replaced: claims.length - kept, kept };
}

function isWorkedOn(claim: ClaimView): boolean {
  const hasEvidence = claim.citations.length > 0 || claim.notes.length > 0;
  return claim.origin !== "SPLITTER" || claim.version > 1 || hasEvidence;
}
