import type { ClaimState, Verdict } from "./verdict-scale";

/** From each state, the states one step away. */
const TRANSITIONS: Record<ClaimState, readonly ClaimState[]> = {
  OPEN: ["IN_PROGRESS", "WAITING", "IN_REVIEW"],
  IN_PROGRESS: ["OPEN", "WAITING", "IN_REVIEW"],
  WAITING: ["OPEN", "IN_PROGRESS", "IN_REVIEW"],
  IN_REVIEW: ["IN_PROGRESS", "RETURNED", "SIGNED_OFF"],
  RETURNED: ["IN_PROGRESS", "WAITING", "IN_REVIEW"],
  SIGNED_OFF: ["IN_PROGRESS"],
};

/** Steps that only a reviewer may take: signing off, returning, and opening again what was signed off. */
export function isReviewStep(from: ClaimState, to: ClaimState): boolean {
  return from !== to && (to === "SIGNED_OFF" || to === "RETURNED" || from === "SIGNED_OFF");
}

export type TransitionRefusal = "unreachable" | "needsVerdict" | "needsReviewer";

/**
 * Says why a claim may not go to `to`, or null when it may. `verdict` is the verdict the claim has after the same
 * write, so that verdict and state can be sent together.
 */
export function refuseTransition(step: {
  from: ClaimState;
  to: ClaimState;
  verdict: Verdict | null;
  isReviewer: boolean;
}): TransitionRefusal | null {
  if (step.from === step.to) return null;
  if (!TRANSITIONS[step.from].includes(step.to)) return "unreachable";
  if ((step.to === "IN_REVIEW" || step.to === "SIGNED_OFF") && step.verdict === null) return "needsVerdict";
  if (isReviewStep(step.from, step.to) && !step.isReviewer) return "needsReviewer";
  return null;
}

/** The states a person may choose for a claim now, in the order of the work; the present one is among them. */
export function reachableStates(claim: {
  state: ClaimState;
  verdict: Verdict | null;
  isReviewer: boolean;
}): ClaimState[] {
  const candidates: ClaimState[] = [claim.state, ...TRANSITIONS[claim.state]];
  return candidates.filter(
    (to) =>
      refuseTransition({ from: claim.state, to, verdict: claim.verdict, isReviewer: claim.isReviewer }) ===
      null,
  );
}

/** A signed-off claim is locked: only its state may change, until a reviewer opens it again. */
export function isLocked(claim: { state: ClaimState }): boolean {
  return claim.state === "SIGNED_OFF";
}
