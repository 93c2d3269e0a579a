"use client";

import { useEffect, useEffectEvent, useState, useSyncExternalStore } from "react";
import type { DraftPlace } from "@/components/drafts/draft-box";
import { useTools, useWorkspace } from "@/components/workspace/workspace-context";
import { ApiError } from "@/lib/http/api-client";
import { listDraftRecords, OWN_FIELDS } from "./draft-places";

const nothing: readonly DraftPlace[] = [];

/**
 * Unsaved text of this person's in this article whose record the page does not know: somebody deleted or replaced it
 * before the page was loaded. The claim is asked for and shown as a deleted one; what cannot be told is returned.
 */
export function useStrayDrafts(): readonly DraftPlace[] {
  const { api, store, drafts } = useTools();
  // Told of every draft that comes or goes; on the server and while it takes over there are none.
  useSyncExternalStore<ReadonlySet<string> | null>(drafts.subscribe, drafts.records, () => null);
  const shown = useWorkspace((state) => state.shown);
  const articleNotes = useWorkspace((state) => state.articleNotes);
  const [hasAsked, setHasAsked] = useState(false);

  const findStrays = (): readonly DraftPlace[] => {
    const records = drafts.records();
    if (records.size === 0) return nothing;
    const { header } = store.getState();
    const known = listDraftRecords(shown.values(), { articleId: header.id, articleNotes });
    if ([...records].every((id) => known.has(id))) return nothing;
    return drafts.placesInScope().filter(({ recordId }) => !known.has(recordId));
  };

  const ask = useEffectEvent(async () => {
    const own: readonly string[] = OWN_FIELDS;
    const ids = new Set(
      findStrays()
        .filter(({ field }) => own.includes(field))
        .map(({ recordId }) => recordId),
    );
    for (const id of ids) {
      try {
        store.receiveClaim(await api.getClaim(id));
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
      }
    }
    setHasAsked(true);
  });

  // Only what was left behind before this page was loaded can be unknown to it: later losses arrive as live events.
  useEffect(() => {
    void ask();
  }, []);

  return hasAsked ? findStrays() : nothing;
}
