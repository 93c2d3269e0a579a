"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import type { DraftPlace } from "@/components/drafts/draft-box";
import { Button } from "@/components/ui/button";
import { useTools, useWorkspace } from "@/components/workspace/workspace-context";
import { successorsOf } from "@/components/workspace/workspace-state";
import type { ClaimView } from "@/lib/claims/claim-view";
import { draftPlacesOf, listAbandoned, wordsOfDraft } from "./draft-places";
import { useStrayDrafts } from "./use-stray-drafts";

const none: ReadonlySet<string> = new Set();

/**
 * Somebody deleted or replaced what this person was writing in or had open: what happened is said, the way to the new
 * claims is shown, and the text stays until it has a place again or is given up.
 */
export function AbandonedClaims() {
  const { drafts } = useTools();
  const shown = useWorkspace((state) => state.shown);
  const conflicts = useWorkspace((state) => state.conflicts);
  const lost = useWorkspace((state) => state.lost);
  const records = useSyncExternalStore(drafts.subscribe, drafts.records, () => none);
  const strays = useStrayDrafts();
  const abandoned = listAbandoned(shown.values(), { records, conflicts });
  const closed = lost.flatMap((id) => {
    const claim = shown.get(id);
    return claim?.isDeleted && !abandoned.includes(claim) ? [claim] : [];
  });
  return (
    <div role="status" className="max-h-[50%] shrink-0 overflow-y-auto print:hidden">
      {[...abandoned, ...closed].map((claim) => (
        <AbandonedClaim key={claim.id} claim={claim} />
      ))}
      {strays.length > 0 ? <StrayTexts places={strays} /> : null}
    </div>
  );
}

function AbandonedClaim({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.abandoned");
  const { store, drafts, rights } = useTools();
  const by = useWorkspace((state) => state.touches.get(claim.id)?.by ?? null);
  const kept = draftPlacesOf(claim).filter((place) => drafts.read(place) !== null);
  const hasConflict = useWorkspace((state) => state.conflicts.some(({ claimId }) => claimId === claim.id));
  const hasText = kept.length > 0 || hasConflict;
  const what = claim.replacedBy === null ? "deleted" : "replaced";
  const about = { number: claim.number, name: by ?? "", isKnown: String(by !== null) };

  function discard(): void {
    discardTexts(drafts, kept);
    for (const { claimId, field } of store.getState().conflicts) {
      if (claimId === claim.id) store.settleConflict(claimId, field);
    }
    store.forgetLostClaim(claim.id);
  }

  return (
    <section className="border-line border-b bg-sunken px-4 py-3">
      <p className="font-medium">
        {t(what, about)} {hasText ? t("textIsKept") : null}
      </p>
      <p className="text-ink-soft">{claim.wording}</p>
      <KeptTexts places={kept} />
      <div className="mt-2 flex flex-wrap gap-2">
        {claim.replacedBy === null ? null : <Successors claim={claim} />}
        {rights.canEdit && claim.replacedBy === null ? (
          <Button size="sm" onClick={() => void store.change(claim.id, { type: "restore" })}>
            {t("restore")}
          </Button>
        ) : null}
        <Button size="sm" onClick={discard}>
          {hasText ? t("discard") : t("close")}
        </Button>
      </div>
    </section>
  );
}

/** The way to what stands in the place of a claim. */
function Successors({ claim }: { claim: ClaimView }) {
  const t = useTranslations("claims.abandoned");
  const { store, navigation } = useTools();
  // Events and answers bring the new claims one by one: what there is of them is in the order of the list.
  useWorkspace((state) => state.order);
  return successorsOf(store.getState(), claim).map((successor) => (
    <Button
      key={successor.id}
      size="sm"
      title={successor.wording}
      onClick={() => navigation.goTo(successor.id)}
    >
      {t("open", { number: successor.number })}
    </Button>
  ));
}

/** Text whose claim cannot be told any more: a reply, or a change of a source that went with its claim. */
function StrayTexts({ places }: { places: readonly DraftPlace[] }) {
  const t = useTranslations("claims.abandoned");
  const { drafts } = useTools();
  return (
    <section className="border-line border-b bg-sunken px-4 py-3">
      <p className="font-medium">{t("stray")}</p>
      <KeptTexts places={places} />
      <Button size="sm" className="mt-2" onClick={() => discardTexts(drafts, places)}>
        {t("discard")}
      </Button>
    </section>
  );
}

function KeptTexts({ places }: { places: readonly DraftPlace[] }) {
  const t = useTranslations("claims.abandoned.field");
  const { drafts } = useTools();
  if (places.length === 0) return null;
  return (
    <dl className="mt-2 text-sm">
      {places.map((place) => {
        const known = place.field as Parameters<typeof t>[0];
        return (
          <div key={`${place.recordId} ${place.field}`}>
            <dt className="text-ink-faint text-xs">{t.has(known) ? t(known) : t("body")}</dt>
            <dd className="whitespace-pre-wrap">{wordsOfDraft(place, drafts.read(place)?.text ?? "")}</dd>
          </div>
        );
      })}
    </dl>
  );
}

function discardTexts(drafts: ReturnType<typeof useTools>["drafts"], places: readonly DraftPlace[]): void {
  for (const place of places) drafts.clear(place, drafts.read(place)?.text ?? "");
}
