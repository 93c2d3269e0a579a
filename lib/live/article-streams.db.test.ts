import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, test } from "vitest";
import { getArticleForReview } from "@/lib/articles/queries";
import { getActor } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/policy";
import { updateClaim } from "@/lib/claims/mutations";
import { db } from "@/lib/db/client";
import { addArticleNote } from "@/lib/notes/mutations";
import { attachSource, updateSource } from "@/lib/sources/mutations";
import { buildArticle } from "@/prisma/factories";
import type { TestMember } from "@/prisma/test-accounts";
import { makeDesk, makeMember, sessionCookieOf } from "@/prisma/test-accounts";
import { articleStreams } from "./article-streams";
import type { LiveEvent } from "./live-event";

const open: Reader[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((reader) => reader.close()));
});

/** Reads a stream as a browser does. */
class Reader {
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;
  private readonly decoder = new TextDecoder();
  private waiting = "";
  readonly events: LiveEvent[] = [];

  constructor(stream: ReadableStream<Uint8Array>) {
    this.reader = stream.getReader();
    open.push(this);
  }

  /** Reads until `count` events have come; false when the stream ended before. */
  async until(count: number): Promise<boolean> {
    while (this.events.length < count) {
      const { done, value } = await this.reader.read();
      if (done) return false;
      this.waiting += this.decoder.decode(value, { stream: true });
      const messages = this.waiting.split("\n\n");
      this.waiting = messages.pop() ?? "";
      for (const message of messages) {
        const data = /^data: (.*)$/m.exec(message)?.[1];
        if (data !== undefined) this.events.push(JSON.parse(data) as LiveEvent);
      }
    }
    return true;
  }

  close(): Promise<void> {
    return this.reader.cancel();
  }
}

async function signIn(member: TestMember): Promise<Actor> {
  const cookie = await sessionCookieOf(member);
  const actor = await getActor(new Request("http://localhost/", { headers: { cookie } }));
  if (!actor) throw new Error("The session does not hold");
  return actor;
}

async function setUp() {
  const member = await makeMember("EDITOR");
  const actor = await signIn(member);
  const { id: articleId } = await buildArticle(actor);
  const { claims, seq } = await getArticleForReview(actor, articleId);
  const [claim] = claims;
  if (!claim) throw new Error("The story has no claim");
  let { version } = claim;
  const write = async (reason: string) => {
    ({ version } = await updateClaim(actor, claim.id, { version, mutationId: randomUUID(), reason }));
  };
  return { member, actor, articleId, claim, seq, write };
}

describe("the events of an article", () => {
  test("tell what happened behind the given seq, then what happens, each once and in order", async () => {
    const { actor, articleId, claim, write } = await setUp();
    await write("before");
    const reader = new Reader(await articleStreams.open(actor, { articleId, afterSeq: 1 }));
    await reader.until(1);
    await write("after");
    await reader.until(2);
    expect(reader.events.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(reader.events[1]).toMatchObject({
      type: "claim.changed",
      claimId: claim.id,
      view: { reason: "after" },
    });
  });

  test("have no gap and nothing twice while writers and readers come at once", async () => {
    const { actor, articleId, write } = await setUp();
    const writing = (async () => {
      for (let index = 0; index < 15; index++) await write(`text ${index}`);
    })();
    const readers: Reader[] = [];
    for (let index = 0; index < 3; index++) {
      readers.push(new Reader(await articleStreams.open(actor, { articleId, afterSeq: 0 })));
    }
    await Promise.all([writing, ...readers.map((reader) => reader.until(16))]);
    for (const { events } of readers) {
      expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 16 }, (_, index) => index + 1));
    }
  });

  test("carry the note, the claim with its source, and a source that was changed for all", async () => {
    const { actor, articleId, claim, seq } = await setUp();
    const reader = new Reader(await articleStreams.open(actor, { articleId, afterSeq: seq }));
    const note = await addArticleNote(actor, articleId, { mutationId: randomUUID(), body: "Frist beachten" });
    const citation = await attachSource(actor, claim.id, {
      mutationId: randomUUID(),
      stance: "SUPPORTS",
      source: { kind: "DOCUMENT", title: "Jahresbericht" },
    });
    await updateSource(actor, citation.source.id, {
      version: 1,
      mutationId: randomUUID(),
      title: "Bericht 2023",
    });
    await reader.until(3);
    expect(reader.events).toMatchObject([
      { type: "note.added", noteId: note.id, view: { body: "Frist beachten" } },
      { type: "citation.attached", claimId: claim.id, view: { citations: [{ id: citation.id }] } },
      { type: "source.changed", view: { id: citation.source.id, title: "Bericht 2023" } },
    ]);
  });

  test("are shut to other desks", async () => {
    const { articleId } = await setUp();
    const stranger = await signIn(await makeMember("ADMIN"));
    await expect(articleStreams.open(stranger, { articleId, afterSeq: 0 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  test("reach nobody whose session has ended, not even with the next event", async () => {
    const { member, actor, articleId, seq, write } = await setUp();
    const colleague = await signIn(await makeMember("EDITOR", { deskId: member.deskId }));
    const reader = new Reader(await articleStreams.open(colleague, { articleId, afterSeq: seq }));
    await db.session.deleteMany({ where: { userId: colleague.userId ?? "" } });
    await write("secret");
    expect(await reader.until(1)).toBe(false);
    expect(reader.events).toEqual([]);
    expect(actor.userId).not.toBe(colleague.userId);
  });

  test("stay in the desk they were opened in when the session moves to another", async () => {
    const { actor, articleId, seq, write } = await setUp();
    const elsewhere = await makeDesk();
    await db.membership.create({ data: { deskId: elsewhere, userId: actor.userId ?? "", role: "ADMIN" } });
    const reader = new Reader(await articleStreams.open(actor, { articleId, afterSeq: seq }));
    await db.session.updateMany({ where: { id: actor.sessionId ?? "" }, data: { deskId: elsewhere } });
    await write("secret");
    expect(await reader.until(1)).toBe(false);
    expect(reader.events).toEqual([]);
  });

  test("end within five seconds for a member who was shut out", async () => {
    const { member, articleId, seq } = await setUp();
    const other = await makeMember("EDITOR", { deskId: member.deskId });
    const reader = new Reader(await articleStreams.open(await signIn(other), { articleId, afterSeq: seq }));
    await db.membership.updateMany({ where: { userId: other.userId }, data: { disabledAt: new Date() } });
    const startedAt = Date.now();
    expect(await reader.until(1)).toBe(false);
    expect(Date.now() - startedAt).toBeLessThan(5_000);
  });

  test("are open three times to one session, and again when one of them is closed", async () => {
    const { actor, articleId } = await setUp();
    const openOne = async () => new Reader(await articleStreams.open(actor, { articleId, afterSeq: null }));
    const [first] = [await openOne(), await openOne(), await openOne()];
    await expect(openOne()).rejects.toMatchObject({ code: "RATE_LIMITED" });
    await first?.close();
    await expect(openOne()).resolves.toBeInstanceOf(Reader);
  });
});
