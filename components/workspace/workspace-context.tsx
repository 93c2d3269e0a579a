"use client";

import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { Draft, DraftBox, DraftPlace } from "@/components/drafts/draft-box";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { ApiClient } from "@/lib/http/api-client";
import type { Announcer } from "./announcer";
import type { Navigation } from "./navigation";
import type { Preferences } from "./preferences";
import type { WorkspaceState } from "./workspace-model";
import type { WorkspaceStore } from "./workspace-store";

/** What the person in front of the screen may do. */
export type Rights = {
  canEdit: boolean;
  canNote: boolean;
  canEditArticle: boolean;
  canDeleteArticle: boolean;
  canReport: boolean;
  isReviewer: boolean;
};

export type WorkspaceTools = {
  store: WorkspaceStore;
  drafts: DraftBox;
  api: ApiClient;
  announcer: Announcer;
  navigation: Navigation;
  preferences: Preferences;
  rights: Rights;
  userId: string;
};

export const WorkspaceContext = createContext<WorkspaceTools | null>(null);

export function useTools(): WorkspaceTools {
  const tools = useContext(WorkspaceContext);
  if (tools === null) throw new Error("useTools needs a workspace around it");
  return tools;
}

/** A part of the workspace's state; `selector` returns something that keeps its identity while it does not change. */
export function useWorkspace<Part>(selector: (state: WorkspaceState) => Part): Part {
  const { store } = useTools();
  const read = () => selector(store.getState());
  return useSyncExternalStore(store.subscribe, read, read);
}

export function useClaim(claimId: string): ClaimView | undefined {
  return useWorkspace((state) => state.shown.get(claimId));
}

export function useMemberName(userId: string | null): string | null {
  return useWorkspace((state) => state.members.find(({ id }) => id === userId)?.name ?? null);
}

/** Whether text of a claim, or of its sources and notes, still waits in this browser. */
export function useHasDraft(claim: ClaimView | undefined): boolean {
  const { drafts } = useTools();
  const has = () => {
    const records = drafts.records();
    if (!claim || records.size === 0) return false;
    return [claim, ...claim.citations, ...claim.notes].some(({ id }) => records.has(id));
  };
  return useSyncExternalStore(drafts.subscribe, has, () => false);
}

const noDraft = () => null;

/** The unsaved text of an input, and how to keep or forget it. The server never knows of it. */
export function useDraft({ recordId, field }: DraftPlace): {
  draft: Draft | null;
  keep: (draft: Pick<Draft, "text" | "base">) => void;
  /** Forgets a text that was saved or given up; false where another has been typed since and stays. */
  forget: (text: string) => boolean;
} {
  const { drafts } = useTools();
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.read({ recordId, field }), noDraft);
  const keep = useCallback(
    (next: Pick<Draft, "text" | "base">) => drafts.write({ recordId, field }, next),
    [drafts, recordId, field],
  );
  const forget = useCallback(
    (text: string) => drafts.clear({ recordId, field }, text),
    [drafts, recordId, field],
  );
  return { draft, keep, forget };
}
