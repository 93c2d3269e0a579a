import type { ClaimAnchor } from "./claim-anchor";
import { createAnchor } from "./claim-anchor";
import type { SetAside } from "./claim-vocabulary";
import { proposeSetAside } from "./propose-set-aside";
import type { SplitClaim } from "./split-claims";
import type { ClaimState } from "./verdict-scale";

/** A new claim as a row; what is left out is as it is for a claim that nobody has touched. */
export type ClaimRecord = Omit<SplitClaim, "spans" | "repeats" | "sentence"> & {
  id: string;
  number: number;
  sentence: number | null;
  setAside: SetAside | null;
  /** SPLITTER where it is left out. */
  origin?: "SPLITTER" | "HAND";
  state?: ClaimState;
  reason?: string;
  assigneeId?: string | null;
  fieldVersions?: Record<string, number>;
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
 * Numbers the claims of the splitter from `firstNumber` and ties each of their places to the words that stand there.
 * @throws RangeError where the splitter points outside the text: better no article than a wrong mark
 */
export function toClaimRecords(
  text: string,
  split: readonly SplitClaim[],
  { firstNumber = 1, newId }: { firstNumber?: number; newId: () => string },
): { claims: ClaimRecord[]; spans: SpanRecord[] } {
  const claims: ClaimRecord[] = [];
  const spans: SpanRecord[] = [];
  for (const { spans: own, repeats, ...claim } of split) {
    const id = newId();
    claims.push({ ...claim, id, number: firstNumber + claims.length, setAside: proposeSetAside(claim) });
    const places = [{ sentence: claim.sentence, spans: own }, ...repeats];
    for (const record of toSpanRecords(text, { claimId: id, places, newId })) spans.push(record);
  }
  return { claims, spans };
}

/**
 * The places of a claim, its own first, tied to the words that stand there.
 * @throws RangeError for a place outside the text
 */
export function toSpanRecords(
  text: string,
  {
    claimId,
    places,
    newId,
  }: {
    claimId: string;
    places: readonly { sentence: number | null; spans: SplitClaim["spans"] }[];
    newId: () => string;
  },
): SpanRecord[] {
  return places.flatMap((place, occurrence) =>
    place.spans.map((span, position) => ({
      ...createAnchor(text, span),
      id: newId(),
      claimId,
      occurrence,
      position,
      sentence: place.sentence,
    })),
  );
}
