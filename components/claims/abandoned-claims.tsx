"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { useTools, useWorkspace } from "@/components/workspace/workspace-context";
import type { ClaimView } from "@/lib/claims/claim-view";
import { draftPlacesOf, listAbandoned } from "./draft-places";

const none: ReadonlySet<string> = new Set();

/** Somebody deleted what this person was writing in: the text is shown until it has a place again or is given up. */
export function AbandonedClaims() {
  const { drafts } = useTools();
  const shown = useWorkspace((state) => state.shown);
  const conflicts = useWorkspace((state) => state.conflicts);
  const records = useSyncExternalStore(drafts.subscribe, drafts.records, () => none);
  return (
    <div role="status" className="print:hidden">
      {listAbandoned(shown.values(), { records, conflicts }).map((claim) => (
        <AbandonedClaim key={claim.id} claim={claim} />
      ))}
    </div>
  );
}

function AbandonedClaim({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.abandoned");
  const fields = useTranslations("claims.fields");
  const { store, drafts, rights } = useTools();
  const by = useWorkspace((state) => state.touches.get(claim.id)?.by ?? null);
  const kept = draftPlacesOf(claim).flatMap((place) => {
    const draft = drafts.read(place);
    return draft === null ? [] : { place, text: draft.text };
  });

  function discard(): void {
    for (const { place, text } of kept) drafts.clear(place, text);
    for (const { claimId, field } of store.getState().conflicts) {
      if (claimId === claim.id) store.settleConflict(claimId, field);
    }
  }

  return (
    <section className="border-line border-b bg-sunken px-4 py-3">
      <p className="font-medium">
        {by === null
          ? t("deleted", { number: claim.number })
          : t("deletedBy", { number: claim.number, name: by })}
      </p>
      <p className="text-ink-soft">{claim.wording}</p>
      <dl className="mt-2 text-sm">
        {kept.map(({ place, text }) =>
          place.field === "source" ? null : (
            <div key={`${place.recordId} ${place.field}`}>
              <dt className="text-ink-faint text-xs">{fields(FIELD_WORD[place.field] ?? "body")}</dt>
              <dd className="whitespace-pre-wrap">{text}</dd>
            </div>
          ),
        )}
      </dl>
      <div className="mt-2 flex flex-wrap gap-2">
        {rights.canEdit ? (
          <Button size="sm" onClick={() => void store.change(claim.id, { type: "restore" })}>
            {t("restore")}
          </Button>
        ) : null}
        <Button size="sm" onClick={discard}>
          {t("discard")}
        </Button>
      </div>
    </section>
  );
}

/** Notes and replies have no field of their own in the vocabulary: they are words of a note. */
const FIELD_WORD: Partial<
  Record<string, "wording" | "translation" | "speaker" | "speakerRole" | "reason" | "body">
> = {
  wording: "wording",
  translation: "translation",
  speaker: "speaker",
  speakerRole: "speakerRole",
  reason: "reason",
};
