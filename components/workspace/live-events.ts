import type { LiveEvent } from "@/lib/live/live-event";

const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;

/**
 * Follows an article's events. The browser resumes a broken stream by itself from the last event it has heard; where
 * the server has closed the door (restart, ended session) a new stream asks from `lastSeq` on.
 */
export function followArticle({
  articleId,
  lastSeq,
  onEvent,
  onOpen,
  onBroken,
}: {
  articleId: string;
  lastSeq: () => number;
  onEvent: (event: LiveEvent) => void;
  onOpen: () => void;
  /** Until `onOpen` is heard again, events may be missing. */
  onBroken: () => void;
}): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let delayMs = FIRST_DELAY_MS;

  function open(): void {
    timer = null;
    source = new EventSource(`/api/v1/articles/${articleId}/events?after=${lastSeq()}`);
    source.onopen = () => {
      delayMs = FIRST_DELAY_MS;
      onOpen();
    };
    source.onmessage = (message) => onEvent(JSON.parse(message.data) as LiveEvent);
    source.onerror = () => {
      onBroken();
      if (source?.readyState !== EventSource.CLOSED) return;
      timer = setTimeout(open, delayMs);
      delayMs = Math.min(LONGEST_DELAY_MS, delayMs * 2);
    };
  }

  open();
  return () => {
    source?.close();
    if (timer !== null) clearTimeout(timer);
  };
}
