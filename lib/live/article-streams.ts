import { getLastSeq } from "@/lib/activity/queries";
import { getArticleHeader } from "@/lib/articles/queries";
import type { Actor } from "@/lib/auth/policy";
import { AppError } from "@/lib/errors";
import { describeError, log } from "@/lib/log";
import { ActivityListener } from "./activity-listener";
import { credentialOf, listCurrentActors } from "./current-actors";
import { formatEvent } from "./live-event";
import { readEvents } from "./read-events";

const MAX_STREAMS_OF_ONE = 3;
const MAX_STREAMS = 200;
const RETRY_AFTER_SECONDS = 10;
/** How long the browser waits before it comes again. */
const RECONNECT_MS = 2_000;
const CHECK_MS = 3_000;
const HEARTBEAT_MS = 25_000;
/** A reader for whom this much is waiting gets no more until it has read … */
const MAX_WAITING_BYTES = 1_000_000;
/** … and is dropped when it has not for so long. */
const SLOW_READER_MS = 30_000;

type Stream = {
  actor: Actor;
  articleId: string;
  lastSeq: number;
  controller: ReadableStreamDefaultController<Uint8Array>;
  heardAt: number;
  /** Since when its reader is behind; null while it keeps up. */
  behindSince: number | null;
};

/**
 * The open streams of this process. Each stream remembers the last event it was sent, and everything it gets is read
 * from the record behind that: what happened before it was opened and what happens now come the same way, so nothing
 * is missed between the two and nothing comes twice.
 */
class ArticleStreams {
  private readonly streams = new Set<Stream>();
  private readonly listener = new ActivityListener((chainId) => this.wake(chainId));
  /** Articles that are being read for now; true when there is a reason to read them again. */
  private readonly reading = new Map<string, boolean>();
  private timer: NodeJS.Timeout | null = null;

  /**
   * Opens a stream of the events behind `afterSeq`, or of new ones only.
   * @throws NOT_FOUND, RATE_LIMITED
   */
  async open(
    actor: Actor,
    { articleId, afterSeq }: { articleId: string; afterSeq: number | null },
  ): Promise<ReadableStream<Uint8Array>> {
    await getArticleHeader(actor, articleId);
    const lastSeq = await getLastSeq(actor, articleId);
    this.assertRoom(actor);
    let stream: Stream | null = null;
    return new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          stream = {
            actor,
            articleId,
            lastSeq: Math.min(afterSeq ?? lastSeq, lastSeq),
            controller,
            heardAt: Date.now(),
            behindSince: null,
          };
          send(stream, `retry: ${RECONNECT_MS}\n\n`);
          this.add(stream);
        },
        pull: () => {
          if (stream?.behindSince == null) return;
          stream.behindSince = null;
          this.wake(articleId);
        },
        cancel: () => {
          if (stream) this.remove(stream);
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MAX_WAITING_BYTES }),
    );
  }

  /** @throws RATE_LIMITED */
  private assertRoom(actor: Actor): void {
    const credential = credentialOf(actor);
    const own = [...this.streams].filter((stream) => credentialOf(stream.actor) === credential).length;
    if (own >= MAX_STREAMS_OF_ONE || this.streams.size >= MAX_STREAMS) {
      throw new AppError("RATE_LIMITED", { retryAfterSeconds: RETRY_AFTER_SECONDS });
    }
  }

  private add(stream: Stream): void {
    this.streams.add(stream);
    this.timer ??= setInterval(() => void this.check(), CHECK_MS).unref();
    this.listener.start();
    this.wake(stream.articleId);
  }

  private remove(stream: Stream): void {
    if (!this.streams.delete(stream) || this.streams.size > 0) return;
    this.listener.stop();
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private close(stream: Stream): void {
    if (!this.streams.has(stream)) return;
    this.remove(stream);
    stream.controller.close();
  }

  /** Ends streams whose people have left or do not read; keeps the others from looking dead to proxies. */
  private async check(): Promise<void> {
    const now = Date.now();
    for (const stream of [...this.streams]) {
      if (stream.behindSince !== null && now - stream.behindSince > SLOW_READER_MS) this.close(stream);
      else if (now - stream.heardAt >= HEARTBEAT_MS) send(stream, ": still here\n\n");
    }
    try {
      await this.closeEnded([...this.streams]);
    } catch (error) {
      // Nothing is sent while nobody can say who may read it.
      log.warn("live.check-failed", describeError(error));
    }
  }

  private async closeEnded(streams: readonly Stream[]): Promise<void> {
    if (streams.length === 0) return;
    const current = await listCurrentActors(
      streams.map(({ actor }) => actor),
      new Date(),
    );
    for (const stream of streams) if (!current.has(stream.actor)) this.close(stream);
  }

  /** Reads on for one article, or for all of them. */
  private wake(articleId: string | null): void {
    const articleIds = articleId === null ? new Set([...this.streams].map((s) => s.articleId)) : [articleId];
    for (const id of articleIds) {
      if (this.reading.has(id)) this.reading.set(id, true);
      else void this.readOn(id);
    }
  }

  private async readOn(articleId: string): Promise<void> {
    this.reading.set(articleId, true);
    try {
      while (this.reading.get(articleId)) {
        this.reading.set(articleId, false);
        if (await this.sendNext(articleId)) this.reading.set(articleId, true);
      }
    } catch (error) {
      // The streams close and the browsers come again from where they were.
      log.warn("live.read-failed", describeError(error));
      for (const stream of this.readersOf(articleId)) this.close(stream);
    } finally {
      this.reading.delete(articleId);
    }
  }

  private readersOf(articleId: string): Stream[] {
    return [...this.streams].filter(
      (stream) => stream.articleId === articleId && stream.behindSince === null,
    );
  }

  /** Sends a batch of events to everybody who may still read them; false when there is nothing left to send. */
  private async sendNext(articleId: string): Promise<boolean> {
    const readers = this.readersOf(articleId);
    const [first] = readers;
    if (!first) return false;
    const afterSeq = Math.min(...readers.map(({ lastSeq }) => lastSeq));
    const events = await readEvents(first.actor, { articleId, afterSeq });
    if (events.length === 0) return false;
    // Behind the reading, so that whoever was shut out meanwhile gets nothing of it.
    await this.closeEnded(readers);
    for (const event of events) {
      const message = formatEvent(event);
      for (const stream of readers) {
        if (event.seq <= stream.lastSeq || stream.behindSince !== null || !this.streams.has(stream)) continue;
        send(stream, message);
        stream.lastSeq = event.seq;
      }
      if (event.type === "article.deleted" && event.view === null)
        for (const stream of readers) this.close(stream);
    }
    return true;
  }
}

const encoder = new TextEncoder();

function send(stream: Stream, message: string): void {
  stream.controller.enqueue(encoder.encode(message));
  stream.heardAt = Date.now();
  if ((stream.controller.desiredSize ?? 0) <= 0) stream.behindSince = Date.now();
}

const shared = globalThis as { belegStreams?: ArticleStreams };

shared.belegStreams ??= new ArticleStreams();

/** One a process: Next loads this module once for each of its bundles. */
export const articleStreams: ArticleStreams = shared.belegStreams;
