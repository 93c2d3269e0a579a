import type { SetAside } from "@/lib/claims/claim-vocabulary";
import type { ClaimState, Progress, Verdict } from "@/lib/claims/verdict-scale";
import { isChecked, isSetAside, toneOf } from "@/lib/claims/verdict-scale";
import type { ArticleState } from "./article-views";

/** How many claims of an article share a verdict and a state. */
export type ClaimCount = {
  verdict: Verdict | null;
  state: ClaimState;
  setAside: SetAside | null;
  count: number;
};

/** The progress of an article from counts instead of claims. */
export function progressOfCounts(counts: readonly ClaimCount[]): Progress {
  const progress: Progress = {
    total: 0,
    checked: 0,
    setAside: 0,
    byTone: { open: 0, working: 0, supported: 0, mixed: 0, refuted: 0, unresolved: 0 },
  };
  for (const { count, ...claim } of counts) {
    if (isSetAside(claim)) {
      progress.setAside += count;
      continue;
    }
    progress.total += count;
    progress.byTone[toneOf(claim)] += count;
    if (isChecked(claim)) progress.checked += count;
  }
  return progress;
}

/** Where the work on an article is: done when every claim that is to be checked is, begun when one is. */
export function articleStateOf(counts: readonly ClaimCount[]): ArticleState {
  const present = counts.filter((claim) => claim.count > 0 && !isSetAside(claim));
  if (present.every((claim) => claim.state === "OPEN" && !isChecked(claim))) return "OPEN";
  if (present.every(({ state }) => state === "SIGNED_OFF")) return "SIGNED_OFF";
  return present.every(isChecked) ? "CHECKED" : "IN_PROGRESS";
}
