"use client";

import { useEffect } from "react";
import type { ArticleHeader } from "@/lib/articles/article-views";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { LiveEvent } from "@/lib/live/live-event";
import type { NoteView } from "@/lib/notes/note-view";
import type { SourceView } from "@/lib/sources/source-view";
import { followArticle } from "./live-events";
import { useTools } from "./workspace-context";
import type { WorkspaceStore } from "./workspace-store";

/** What ties the workspace to the browser: the live events, the address, and the warning before unsaved text is left. */
export function useWorkspaceLife(): void {
  const { store, navigation, drafts, userId } = useTools();

  useEffect(() => {
    // What arrives together is drawn together.
    let arrived: LiveEvent[] = [];
    let timer: ReturnType<typeof setTimeout> | null = null;
    const takeOver = () => {
      const events = arrived;
      arrived = [];
      timer = null;
      store.batch(() => {
        for (const event of events) hear(store, userId, event);
      });
    };
    const close = followArticle({
      articleId: store.getState().header.id,
      lastSeq: () => arrived.at(-1)?.seq ?? store.getState().seq,
      onEvent: (event) => {
        arrived.push(event);
        timer ??= setTimeout(takeOver);
      },
      onOpen: () => {
        store.setReachable(true);
        store.setLive(true);
      },
      onBroken: () => store.setLive(false),
    });
    return () => {
      close();
      if (timer !== null) clearTimeout(timer);
    };
  }, [store, userId]);

  useEffect(() => {
    window.addEventListener("popstate", navigation.followAddress);
    return () => window.removeEventListener("popstate", navigation.followAddress);
  }, [navigation]);

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      const { pending, conflicts } = store.getState();
      if (drafts.isDirty() || pending.length > 0 || conflicts.length > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [drafts, store]);
}

/** Takes an event over. What happens on a claim carries the claim; otherwise the noun says what the view is. */
function hear(
  store: WorkspaceStore,
  userId: string,
  { seq, type, view, actor, at, claimId, noteId }: LiveEvent,
): void {
  store.heard(seq);
  const [noun] = type.split(".");
  if (view === null) {
    if (noteId !== null) store.removeArticleNote(noteId);
  } else if (claimId !== null) {
    store.receiveClaim(view as ClaimView, { by: actor.name, at, isOwn: actor.id === userId });
  } else if (noun === "note") store.receiveNote(view as NoteView);
  else if (noun === "source") store.receiveSource(view as SourceView);
  else if (noun === "article") store.receiveHeader(view as ArticleHeader);
}
