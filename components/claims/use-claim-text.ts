"use client";

import { useDraft, useTools, useWorkspace } from "@/components/workspace/workspace-context";
import type { FieldConflict } from "@/components/workspace/workspace-model";
import type { Outcome } from "@/components/workspace/workspace-store";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { ClaimText } from "./claim-text";
import { saveClaimText } from "./save-claim-text";

export type EditedText = {
  /** What the input shows: the draft, else what is stored. */
  text: string;
  isDirty: boolean;
  /** Somebody changed the stored text after the typing began. */
  isOvertaken: boolean;
  /** Who that was, where this page has heard it. */
  overtakenBy: string | null;
  conflict: FieldConflict | null;
  type: (text: string) => void;
  save: () => Promise<Outcome>;
  discard: () => void;
  /** Lays both texts side by side. */
  compare: () => void;
};

/** A text of a claim in the making: every input is kept until the server has acknowledged it. */
export function useClaimText(claim: ClaimView, spec: ClaimText): EditedText {
  const { store, drafts } = useTools();
  const place = { recordId: claim.id, field: spec.field };
  const { draft, keep, forget } = useDraft(place);
  const touch = useWorkspace((state) => state.touches.get(claim.id));
  const conflict = useWorkspace(
    (state) =>
      state.conflicts.find((entry) => entry.claimId === claim.id && entry.field === spec.field) ?? null,
  );
  const acknowledged = useWorkspace((state) => state.stored.get(claim.id)) ?? claim;
  const stored = spec.read(claim);
  const text = draft?.text ?? stored;
  const isOvertaken =
    draft?.base !== undefined && draft.base !== null && stored !== draft.base.text && stored !== text;

  return {
    text,
    isDirty: text !== stored || (draft !== null && text !== spec.read(acknowledged)),
    isOvertaken,
    overtakenBy: touch?.by ?? null,
    conflict,
    type: (next) => keep({ text: next, base: draft?.base ?? { version: claim.version, text: stored } }),
    save: () => saveClaimText({ store, drafts }, { claimId: claim.id, spec }),
    discard: () => forget(text),
    compare() {
      store.raiseConflict({
        claimId: claim.id,
        field: spec.field,
        theirs: claim[spec.field],
        yours: spec.patch(text, claim)[spec.field] ?? null,
        by: touch?.by ?? null,
        at: touch?.at ?? null,
        version: claim.version,
      });
    },
  };
}
