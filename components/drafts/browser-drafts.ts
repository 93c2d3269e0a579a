import { newMutationId } from "@/lib/http/api-client";
import type { DraftBox } from "./draft-box";
import { openDraftBox } from "./draft-box";

/** The drafts of one person in this tab of the browser; `scope` names the article they are typed in. */
export function openBrowserDrafts(userId: string, scope?: string): DraftBox {
  return openDraftBox({
    storage: localStore(),
    userId,
    tabId: tabId(),
    ...(scope !== undefined && { scope }),
    now: Date.now,
  });
}

const nothing = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => {
    throw new DOMException("nothing is stored here", "SecurityError");
  },
  removeItem: () => {},
};

/** The browser's storage; where it is forbidden, and on the server, one that keeps nothing. */
export function localStore(): Pick<Storage, "length" | "key" | "getItem" | "setItem" | "removeItem"> {
  if (typeof window === "undefined") return nothing;
  try {
    return window.localStorage;
  } catch {
    return nothing;
  }
}

const TAB_KEY = "beleg:tab";

/** Names this tab; the name survives a reload, so the tab finds its own drafts again. */
function tabId(): string {
  if (typeof window === "undefined") return "server";
  try {
    const known = window.sessionStorage.getItem(TAB_KEY);
    if (known !== null) return known;
    const fresh = newMutationId();
    window.sessionStorage.setItem(TAB_KEY, fresh);
    return fresh;
  } catch {
    return newMutationId();
  }
}
