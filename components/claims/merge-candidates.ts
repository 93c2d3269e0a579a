import { isAttributed } from "@/lib/claims/claim-standing";
import type { ClaimView } from "@/lib/claims/claim-view";
import { isLocked } from "@/lib/claims/workflow";

export type MergeRefusal = "otherSpeaker" | "locked";
export type MergeCandidate = { claim: ClaimView; refusal: MergeRefusal | null };

/**
 * The claims that a claim could be merged with, the likeliest first: those of its sentence, then its neighbours in the
 * text, the nearest first. What cannot be merged is among them and says why.
 */
export function listMergeCandidates(claim: ClaimView, inOrder: readonly ClaimView[]): MergeCandidate[] {
  const at = inOrder.findIndex(({ id }) => id === claim.id);
  return inOrder
    .map((other, index) => ({ other, distance: Math.abs(index - at) }))
    .filter(({ other }) => other.id !== claim.id)
    .sort((a, b) => Number(!isBeside(a.other)) - Number(!isBeside(b.other)) || a.distance - b.distance)
    .map(({ other }) => ({ claim: other, refusal: refusalOf(claim, other) }));

  function isBeside(other: ClaimView): boolean {
    return claim.sentence !== null && other.sentence === claim.sentence;
  }
}

/** Nobody gets the words of somebody else, and what is signed off stays as it is. */
function refusalOf(claim: ClaimView, other: ClaimView): MergeRefusal | null {
  if (other.speaker !== claim.speaker || isAttributed(other) !== isAttributed(claim)) return "otherSpeaker";
  return isLocked(other) ? "locked" : null;
}

/** One after the other in the order of the text, as a first draft of the common wording. */
export function mergedWording(claims: readonly ClaimView[]): string {
  return [...claims]
    .sort((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0) || a.number - b.number)
    .map(({ wording }) => wording.trim())
    .join(" ");
}
