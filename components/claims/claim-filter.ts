import type { ClaimView } from "@/lib/claims/claim-view";
import { isChecked, isSetAside } from "@/lib/claims/verdict-scale";

/** The four views of the list of claims, as they stand in the address. */
export const CLAIM_FILTERS = ["all", "work", "findings", "aside"] as const;
export type ClaimFilter = (typeof CLAIM_FILTERS)[number];

export function isClaimFilter(value: string | null | undefined): value is ClaimFilter {
  return CLAIM_FILTERS.some((filter) => filter === value);
}

/**
 * Work is what has no verdict yet or came back, without what is set aside; findings are what has a verdict. A returned
 * claim is both.
 */
export function matchesFilter(
  claim: Pick<ClaimView, "verdict" | "state" | "setAside">,
  filter: ClaimFilter,
): boolean {
  switch (filter) {
    case "all":
      return true;
    case "work":
      return claim.state === "RETURNED" || !(isChecked(claim) || isSetAside(claim));
    case "findings":
      return isChecked(claim);
    case "aside":
      return isSetAside(claim);
  }
}
