import type { ClaimView } from "@/lib/claims/claim-view";
import { isChecked } from "@/lib/claims/verdict-scale";

/** The three views of the list of claims, as they stand in the address. */
export const CLAIM_FILTERS = ["all", "work", "findings"] as const;
export type ClaimFilter = (typeof CLAIM_FILTERS)[number];

export function isClaimFilter(value: string | null | undefined): value is ClaimFilter {
  return CLAIM_FILTERS.some((filter) => filter === value);
}

/** Work is what has no verdict yet or came back; findings are what has one. A returned claim is both. */
export function matchesFilter(claim: Pick<ClaimView, "verdict" | "state">, filter: ClaimFilter): boolean {
  switch (filter) {
    case "all":
      return true;
    case "work":
      return !isChecked(claim) || claim.state === "RETURNED";
    case "findings":
      return isChecked(claim);
  }
}
