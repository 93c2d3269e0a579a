import { changeOf, sentFields } from "@/lib/activity/compare-and-set";
import { invalid } from "@/lib/errors";
import { isAttributed } from "./claim-standing";
import type { ClaimMode } from "./claim-vocabulary";
import type { ClaimFields } from "./schemas";
import { isLocked, refuseTransition } from "./workflow";

/** The fields of a claim that people change, all of them. */
export type CompleteClaimFields = { [Field in keyof ClaimFields]-?: Exclude<ClaimFields[Field], undefined> };

/** What is judged about these fields is judged about others too: a change of those makes a judgement out of date. */
export const JUDGED_WITH: Readonly<Partial<Record<keyof ClaimFields, readonly (keyof ClaimFields)[]>>> = {
  attributionVerdict: ["speaker"],
  verdict: ["setAside"],
  setAside: ["verdict"],
};

/** Fields that were sent, and what follows from them. */
export type ClaimEdit = ClaimFields & { mode?: ClaimMode };

/**
 * What an edit makes of a claim: the fields that were sent and those that follow from them. Whoever starts work on a
 * claim that is nobody's gets it. Whether somebody said it was judged of one speaker: another one is not judged yet.
 * A verdict means that somebody has checked: the claim is no longer set aside.
 * @throws INVALID where the workflow or the claim itself does not allow it
 */
export function completeEdit({
  stored,
  sent,
  userId,
  isReviewer,
}: {
  stored: CompleteClaimFields & {
    mode: ClaimMode;
    /** False where the text itself shows reported or quoted speech: it stays that, also without a speaker. */
    isModeBySpeaker: boolean;
  };
  sent: ClaimFields;
  /** Null for the system. */
  userId: string | null;
  isReviewer: boolean;
}): ClaimEdit {
  const next: ClaimEdit = sentFields(sent);
  if (next.speaker !== undefined && next.speaker !== stored.speaker) {
    if (stored.attributionVerdict !== null) next.attributionVerdict ??= null;
    const mode = next.speaker === null ? "author" : "reported";
    if (stored.isModeBySpeaker && mode !== stored.mode) next.mode = mode;
  }
  if (next.verdict && stored.setAside !== null) next.setAside ??= null;
  const merged = { ...stored, ...next };
  const refusal = refuseTransition({
    from: stored.state,
    to: merged.state,
    verdict: merged.verdict,
    isReviewer,
  });
  if (refusal) throw invalid("state", refusal);
  if (isLocked(stored)) {
    const { state: _, ...others } = next;
    const [locked] = Object.keys(
      changeOf({ version: 1, fieldVersions: {}, fields: stored }, others)?.after ?? {},
    );
    if (locked) throw invalid(locked, "locked");
  }
  if (merged.setAside !== null && merged.verdict !== null) throw invalid("setAside", "hasVerdict");
  const needsVerdict = merged.state === "IN_REVIEW" || merged.state === "SIGNED_OFF";
  if (needsVerdict && merged.verdict === null) throw invalid("verdict", "needsVerdict");
  if (merged.attributionVerdict !== null && !isAttributed(merged)) {
    throw invalid("attributionVerdict", "needsSpeaker");
  }
  if (merged.state === "IN_PROGRESS" && merged.assigneeId === null && userId !== null) {
    if (stored.state === "IN_PROGRESS") throw invalid("assigneeId", "needsAssignee");
    next.assigneeId = userId;
  }
  return next;
}
