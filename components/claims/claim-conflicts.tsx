"use client";

import { useTranslations } from "next-intl";
import { useTools, useWorkspace } from "@/components/workspace/workspace-context";
import type { FieldConflict } from "@/components/workspace/workspace-model";
import type { ClaimView } from "@/lib/claims/claim-view";
import { ConflictPanel } from "./conflict-panel";
import { useFieldWords } from "./field-words";

/** Fields whose text field shows the conflict itself. */
const TYPED: readonly string[] = ["wording", "translation", "reason", "speaker", "speakerRole"];

/** Conflicts about choices: verdict, state, assignee, kind. */
export function OtherConflicts({ claim }: { claim: ClaimView }) {
  const conflicts = useWorkspace((state) => state.conflicts);
  return conflicts
    .filter((conflict) => conflict.claimId === claim.id && !TYPED.includes(conflict.field))
    .map((conflict) => <ChoiceConflict key={conflict.field} conflict={conflict} />);
}

function ChoiceConflict({ conflict }: { conflict: FieldConflict }) {
  const t = useTranslations("claims.fields");
  const { store } = useTools();
  const wordOf = useFieldWords();
  return (
    <ConflictPanel
      label={t(conflict.field)}
      by={conflict.by}
      at={conflict.at}
      theirs={wordOf(conflict.field, conflict.theirs)}
      yours={wordOf(conflict.field, conflict.yours)}
      isText={false}
      onKeepTheirs={() => store.settleConflict(conflict.claimId, conflict.field)}
      onKeepMine={() => {
        store.settleConflict(conflict.claimId, conflict.field);
        void store.change(
          conflict.claimId,
          { type: "update", patch: { [conflict.field]: conflict.yours } },
          conflict.version,
        );
      }}
    />
  );
}
