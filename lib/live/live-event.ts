import type { ArticleHeader } from "@/lib/articles/article-views";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { NoteView } from "@/lib/notes/note-view";
import type { SourceView } from "@/lib/sources/source-view";

/**
 * An entry of the record as open pages hear of it, with the changed record as it is now: a claim for everything on a
 * claim, else the source, the note or the article's header. `view` is null for what is gone or has no view.
 */
export type LiveEvent = {
  seq: number;
  type: string;
  at: string;
  actor: { id: string | null; name: string };
  claimId: string | null;
  mutationId: string | null;
  /** Set for notes, so that a deleted one can be taken away. */
  noteId: string | null;
  view: ClaimView | ArticleHeader | NoteView | SourceView | null;
};

/** One message of a stream of server-sent events. */
export function formatEvent(event: LiveEvent): string {
  return `id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
}
