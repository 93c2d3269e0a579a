import type { ClaimAnchor } from "@/lib/claims/claim-anchor";
import { createAnchor } from "@/lib/claims/claim-anchor";
import type { SetAside } from "@/lib/claims/claim-vocabulary";
import { proposeSetAside } from "@/lib/claims/propose-set-aside";
import type { SplitClaim } from "@/lib/claims/split-claims";

/** A claim of the splitter as a row. */
export type ClaimRecord = Omit<SplitClaim, "spans" | "repeats"> & {
  id: string;
  number: number;
  setAside: SetAside | null;
};

/** One piece of a place of a claim as a row. */
export type SpanRecord = ClaimAnchor & {
  id: string;
  claimId: string;
  /** 0 is the claim's own place, 1 and up are its repeats. */
  occurrence: number;
  position: number;
  sentence: number | null;
};

/**
 * Numbers the claims from 1 and ties each of their places to the words that stand there.
 * @throws RangeError where the splitter points outside the text: better no article than a wrong mark
 */
export function toImportedClaims(
  text: string,
  split: readonly SplitClaim[],
  newId: () => string,
): { claims: ClaimRecord[]; spans: SpanRecord[] } {
  const claims: ClaimRecord[] = [];
  const spans: SpanRecord[] = [];
  for (const { spans: own, repeats, ...claim } of split) {
    const claimId = newId();
    claims.push({ ...claim, id: claimId, number: claims.length + 1, setAside: proposeSetAside(claim) });
    const places = [{ sentence: claim.sentence, spans: own }, ...repeats];
    for (const [occurrence, place] of places.entries()) {
      for (const [position, span] of place.spans.entries()) {
        const anchor = createAnchor(text, span);
        spans.push({ ...anchor, id: newId(), claimId, occurrence, position, sentence: place.sentence });
      }
    }
  }
  return { claims, spans };
}
