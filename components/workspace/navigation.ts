import type { ClaimFilter } from "@/components/claims/claim-filter";
import { neighbourOf } from "./workspace-state";
import type { WorkspaceStore } from "./workspace-store";
import { parseWorkspaceUrl, showInAddress } from "./workspace-url";

export type Navigation = ReturnType<typeof createNavigation>;

/** Moves between claims; the store and the address always say the same. */
export function createNavigation(store: WorkspaceStore) {
  function show(how: "push" | "replace"): void {
    const { currentId, filter } = store.getState();
    showInAddress({ claimId: currentId, filter }, how);
  }

  return {
    /** A chosen claim is a place to come back to. */
    goTo(claimId: string | null): void {
      store.select(claimId);
      show("push");
    },
    /** Stepping through the list leaves no trail of places. Returns where it ended. */
    step(direction: 1 | -1): string | null {
      const claimId = neighbourOf(store.getState(), direction);
      if (claimId !== null) {
        store.select(claimId);
        show("replace");
      }
      return claimId;
    },
    /** What is open went, and something else took its place: the address says so, without a trail. */
    catchUp: () => show("replace"),
    setFilter(filter: ClaimFilter): void {
      store.setFilter(filter);
      show("push");
    },
    /** Takes over what the address says, after back and forward. */
    followAddress(): void {
      const { claimId, filter } = parseWorkspaceUrl(window.location.search);
      store.setFilter(filter);
      store.select(claimId);
    },
  };
}
