import { matchesFilter } from "@/components/claims/claim-filter";
import type { ClaimView } from "@/lib/claims/claim-view";
import { progressOf } from "@/lib/claims/verdict-scale";
import { applyChange, same } from "./claim-changes";
import type { ClaimPlaces, WorkspaceState } from "./workspace-model";

/** Lays the pending changes of these claims over what is stored; every other claim keeps its identity. */
export function show(state: WorkspaceState, claimIds: readonly string[]): WorkspaceState {
  const shown = new Map(state.shown);
  for (const claimId of claimIds) {
    const claim = state.stored.get(claimId);
    if (!claim) continue;
    const changes = state.pending.filter((entry) => entry.claimId === claimId);
    shown.set(
      claimId,
      changes.reduce((view, entry) => applyChange(view, entry.change), claim),
    );
  }
  const order = keepIfEqual(state.order, orderOf(shown));
  const living = order.flatMap((id) => shown.get(id) ?? []);
  const anchors = keepPlaces(state.anchors, anchorsOf(shown, order));
  const currentId = state.currentId !== null && order.includes(state.currentId) ? state.currentId : null;
  return relist({ ...state, shown, order, anchors, currentId, progress: progressOf(living) });
}

export function orderOf(claims: ReadonlyMap<string, ClaimView>): string[] {
  return [...claims.values()]
    .filter((claim) => !claim.isDeleted)
    .sort((a, b) => startOf(a) - startOf(b) || a.number - b.number)
    .map(({ id }) => id);
}

function startOf(claim: ClaimView): number {
  return claim.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;
}

function keepIfEqual(old: readonly string[], fresh: readonly string[]): readonly string[] {
  return old.length === fresh.length && old.every((id, index) => id === fresh[index]) ? old : fresh;
}

export function anchorsOf(claims: ReadonlyMap<string, ClaimView>, order: readonly string[]): ClaimPlaces[] {
  return order
    .flatMap((id) => claims.get(id) ?? [])
    .map(({ id, sentence, spans, repeats }) => ({ id, sentence, spans, repeats }));
}

function keepPlaces(old: readonly ClaimPlaces[], fresh: readonly ClaimPlaces[]): readonly ClaimPlaces[] {
  const isUnmoved = (place: ClaimPlaces, index: number) => {
    const known = old[index];
    if (known?.id !== place.id) return false;
    if (known.sentence !== place.sentence) return false;
    if (known.spans === place.spans && known.repeats === place.repeats) return true;
    return same(known, place);
  };
  return old.length === fresh.length && fresh.every(isUnmoved) ? old : fresh;
}

export function relist(state: WorkspaceState): WorkspaceState {
  return { ...state, listed: keepIfEqual(state.listed, listOf(state.shown, state)) };
}

export function listOf(
  claims: ReadonlyMap<string, ClaimView>,
  { order, currentId, filter }: Pick<WorkspaceState, "order" | "currentId" | "filter">,
): readonly string[] {
  if (filter === "all") return order;
  return order.filter((id) => {
    const claim = claims.get(id);
    return id === currentId || (claim !== undefined && matchesFilter(claim, filter));
  });
}
