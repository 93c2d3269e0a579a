import type { ClaimFilter } from "@/components/claims/claim-filter";
import { localStore, openBrowserDrafts } from "@/components/drafts/browser-drafts";
import type { ArticleForReview } from "@/lib/articles/article-views";
import type { ApiClientHost } from "@/lib/http/api-client";
import { createApiClient, newMutationId } from "@/lib/http/api-client";
import { createAnnouncer } from "./announcer";
import { createNavigation } from "./navigation";
import { openPreferences } from "./preferences";
import type { Rights, WorkspaceTools } from "./workspace-context";
import { openWorkspace } from "./workspace-state";
import { createWorkspaceStore } from "./workspace-store";

type Setting = {
  article: ArticleForReview;
  claimId: string | null;
  filter: ClaimFilter;
  userId: string;
  rights: Rights;
  /** Shows the dialog that asks to sign in again; resolves when it is closed. */
  askToSignIn: ApiClientHost["signIn"];
};

/** Everything a workspace works with, made once for each article that is opened. */
export function makeTools({
  article,
  claimId,
  filter,
  userId,
  rights,
  askToSignIn,
}: Setting): WorkspaceTools {
  const api = createApiClient({
    fetch: (url, init) => fetch(url, init),
    userId,
    signIn: askToSignIn,
    onReachable: (isReachable) => store.setReachable(isReachable),
    wait: waitForNetwork,
    newMutationId,
  });
  const store = createWorkspaceStore({
    initial: openWorkspace(article, { claimId, filter }),
    api,
    now: Date.now,
  });
  return {
    api,
    store,
    navigation: createNavigation(store),
    drafts: openBrowserDrafts(userId, article.id),
    preferences: openPreferences(localStore()),
    announcer: createAnnouncer(),
    rights,
    userId,
  };
}

/** Waits, but not longer than until the browser says that it is online again. */
function waitForNetwork(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener("online", done);
      resolve();
    };
    const timer = setTimeout(done, delayMs);
    window.addEventListener("online", done);
  });
}
