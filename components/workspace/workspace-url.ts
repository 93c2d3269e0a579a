import type { ClaimFilter } from "@/components/claims/claim-filter";
import { isClaimFilter } from "@/components/claims/claim-filter";

/** What of the workspace lives in the address, so that back, reload and links work. */
export type WorkspaceUrl = { claimId: string | null; filter: ClaimFilter };

export function parseWorkspaceUrl(search: string): WorkspaceUrl {
  const query = new URLSearchParams(search);
  const filter = query.get("show");
  return { claimId: query.get("claim"), filter: isClaimFilter(filter) ? filter : "all" };
}

/** The query of an address; what is as by default is left out. */
export function formatWorkspaceUrl({ claimId, filter }: WorkspaceUrl): string {
  const query = new URLSearchParams();
  if (claimId !== null) query.set("claim", claimId);
  if (filter !== "all") query.set("show", filter);
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/** Puts the state into the address bar without asking the server. */
export function showInAddress(url: WorkspaceUrl, how: "push" | "replace"): void {
  const target = `${window.location.pathname}${formatWorkspaceUrl(url)}`;
  if (target === `${window.location.pathname}${window.location.search}`) return;
  if (how === "push") window.history.pushState(null, "", target);
  else window.history.replaceState(null, "", target);
}
