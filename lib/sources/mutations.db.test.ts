import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listActivity } from "@/lib/activity/queries";
import { getArticleForReview } from "@/lib/articles/queries";
import type { Actor } from "@/lib/auth/policy";
import { updateClaim } from "@/lib/claims/mutations";
import { db } from "@/lib/db/client";
import { buildArticle } from "@/prisma/factories";
import { failureOf } from "@/prisma/failure-of";
import { makeMember } from "@/prisma/test-accounts";
import { attachSource, detachCitation, restoreCitation, updateCitation, updateSource } from "./mutations";
import { listSources } from "./queries";
import type { AttachSourceInput, NewSource, SourceFields } from "./schemas";

const mutation = () => ({ mutationId: randomUUID() });
const PAGE: NewSource = {
  kind: "PAGE",
  title: "Statistik",
  url: "https://example.org/statistik?utm_source=x",
};

async function setUp() {
  const { actor, deskId } = await makeMember("REVIEWER", { name: "Rita Review" });
  const { actor: colleague } = await makeMember("EDITOR", { deskId });
  const { actor: viewer } = await makeMember("VIEWER", { deskId });
  const { actor: stranger } = await makeMember("ADMIN");
  const { id: articleId, claims } = await buildArticle(actor);
  const [claimId = "", otherClaimId = ""] = claims;
  return { actor, colleague, viewer, stranger, articleId, claimId, otherClaimId };
}

const attach = (actor: Actor, claimId: string, input: Partial<AttachSourceInput>) =>
  attachSource(actor, claimId, { ...mutation(), stance: "SUPPORTS", ...input });

async function citationsOf(actor: Actor, articleId: string, claimId: string) {
  const { claims } = await getArticleForReview(actor, articleId);
  return claims.find(({ id }) => id === claimId)?.citations;
}

describe("attachSource", () => {
  test("keeps what was seen: stance, place, words, time", async () => {
    const { actor, articleId, claimId } = await setUp();
    const citation = await attach(actor, claimId, {
      source: { ...PAGE, publisher: "Amt", isPrimary: true, originGroup: "Amt für Statistik" },
      stance: "CONTRADICTS",
      locator: "Tabelle 3",
      excerpt: "Es waren\n214 Wohnungen.",
      accessedAt: "2026-01-02T03:04:05.000Z",
    });
    expect(citation).toMatchObject({
      version: 1,
      stance: "CONTRADICTS",
      locator: "Tabelle 3",
      excerpt: "Es waren\n214 Wohnungen.",
      accessedAt: "2026-01-02T03:04:05.000Z",
      source: {
        ...PAGE,
        publisher: "Amt",
        isPrimary: true,
        isConfidential: false,
        originGroup: "Amt für Statistik",
      },
    });
    expect(await citationsOf(actor, articleId, claimId)).toEqual([citation]);
    const { items } = await listActivity(actor, { articleId, claimId });
    expect(items).toMatchObject([
      {
        type: "citation.attached",
        after: { citationId: citation.id, stance: "CONTRADICTS", source: { title: "Statistik" } },
      },
    ]);
  });

  test("takes a page as accessed now and a person as one to protect", async () => {
    const { actor, claimId } = await setUp();
    const page = await attach(actor, claimId, { source: PAGE });
    expect(Math.abs(Date.now() - Date.parse(page.accessedAt ?? ""))).toBeLessThan(60_000);
    const person = await attach(actor, claimId, { source: { kind: "PERSON", title: "Ein Beamter" } });
    expect(person).toMatchObject({ accessedAt: null, source: { isConfidential: true, url: null } });
    const named = await attach(actor, claimId, {
      source: { kind: "CALL", title: "Pressestelle", isConfidential: false },
    });
    expect(named.source.isConfidential).toBe(false);
  });

  test("uses the desk's source with the same address again, also when two come at once", async () => {
    const { actor, colleague, stranger, claimId, otherClaimId } = await setUp();
    const [first, second] = await Promise.all([
      attach(actor, claimId, { source: PAGE }),
      attach(colleague, otherClaimId, { source: { ...PAGE, url: "HTTPS://EXAMPLE.org/statistik/#teil" } }),
    ]);
    expect(second.source.id).toBe(first.source.id);
    const { claims } = await buildArticle(stranger);
    const foreign = await attach(stranger, claims[0] ?? "", { source: PAGE });
    expect(foreign.source.id).not.toBe(first.source.id);
  });

  test("protects a known source that is sent as confidential, and says so on the record", async () => {
    const { actor, colleague, articleId, claimId, otherClaimId } = await setUp();
    const first = await attach(actor, claimId, { source: PAGE });
    const second = await attach(colleague, otherClaimId, { source: { ...PAGE, isConfidential: true } });
    expect(second.source).toEqual({ ...first.source, isConfidential: true, version: 2 });
    const third = await attach(actor, otherClaimId, { source: PAGE });
    expect(third.source.isConfidential).toBe(true);
    const changes = (await listActivity(actor, { articleId })).items.filter(
      ({ type }) => type === "source.changed",
    );
    expect(changes).toMatchObject([
      { before: { isConfidential: false }, after: { sourceId: first.source.id, isConfidential: true } },
    ]);
  });

  test("loses nothing that was typed about an address the desk knows otherwise", async () => {
    const { actor, articleId, claimId, otherClaimId } = await setUp();
    const { source } = await attach(actor, claimId, { source: PAGE });
    const typed = { ...PAGE, title: "Zahlen", publisher: "Amt", isConfidential: true };
    const error = await failureOf(attach(actor, otherClaimId, { source: typed }));
    expect(error.details.issues).toEqual([
      { path: "source.url", rule: "known" },
      { path: "source.title", rule: "differs" },
      { path: "source.publisher", rule: "differs" },
    ]);
    expect(await citationsOf(actor, articleId, otherClaimId)).toEqual([]);
    expect((await listSources(actor, {})).items).toMatchObject([source]);
  });

  test("attaches a source by its id, but none of another desk", async () => {
    const { actor, stranger, claimId, otherClaimId } = await setUp();
    const { source } = await attach(actor, claimId, { source: PAGE });
    const again = await attach(actor, otherClaimId, { sourceId: source.id });
    expect(again.source).toEqual(source);
    const { claims } = await buildArticle(stranger);
    const error = await failureOf(attach(stranger, claims[0] ?? "", { sourceId: source.id }));
    expect(error.details.issues).toEqual([{ path: "sourceId", rule: "unknown" }]);
  });

  test("needs an address for a page", async () => {
    const { actor, claimId } = await setUp();
    const error = await failureOf(attach(actor, claimId, { source: { kind: "PAGE", title: "x" } }));
    expect(error.details.issues).toEqual([{ path: "source.url", rule: "required" }]);
    expect((await listSources(actor, {})).items).toEqual([]);
  });

  test("is shut to viewers, other desks and claims that are signed off", async () => {
    const { actor, viewer, stranger, claimId } = await setUp();
    expect((await failureOf(attach(viewer, claimId, { source: PAGE }))).code).toBe("FORBIDDEN");
    expect((await failureOf(attach(stranger, claimId, { source: PAGE }))).code).toBe("NOT_FOUND");
    const { id } = await attach(actor, claimId, { source: PAGE });
    await updateClaim(actor, claimId, { version: 1, ...mutation(), verdict: "FALSE", state: "IN_REVIEW" });
    await updateClaim(actor, claimId, { version: 2, ...mutation(), state: "SIGNED_OFF" });
    const locked = [{ path: "state", rule: "locked" }];
    expect((await failureOf(attach(actor, claimId, { source: PAGE }))).details.issues).toEqual(locked);
    expect((await failureOf(detachCitation(actor, id, mutation()))).details.issues).toEqual(locked);
    const change = updateCitation(actor, id, { version: 1, ...mutation(), locator: "x" });
    expect((await failureOf(change)).details.issues).toEqual(locked);
  });
});

describe("updateCitation", () => {
  test("changes fields by compare-and-set", async () => {
    const { actor, colleague, claimId } = await setUp();
    const { id } = await attach(actor, claimId, { source: PAGE });
    await updateCitation(actor, id, { version: 1, ...mutation(), excerpt: "Theirs" });
    const moved = await updateCitation(colleague, id, { version: 1, ...mutation(), locator: "S. 4" });
    expect(moved).toMatchObject({ version: 3, excerpt: "Theirs", locator: "S. 4" });
    const error = await failureOf(
      updateCitation(colleague, id, { version: 1, ...mutation(), excerpt: "Mine" }),
    );
    expect(error.details).toMatchObject({
      current: { version: 3, fields: { excerpt: "Theirs" }, by: "Rita Review" },
      yours: { fields: { excerpt: "Mine" } },
    });
  });

  test("is shut to viewers and other desks", async () => {
    const { actor, viewer, stranger, claimId } = await setUp();
    const { id } = await attach(actor, claimId, { source: PAGE });
    const input = () => ({ version: 1, ...mutation(), locator: "x" });
    expect((await failureOf(updateCitation(viewer, id, input()))).code).toBe("FORBIDDEN");
    expect((await failureOf(updateCitation(stranger, id, input()))).code).toBe("NOT_FOUND");
    expect((await failureOf(updateCitation(actor, "nothing", input()))).code).toBe("NOT_FOUND");
  });
});

describe("detachCitation and restoreCitation", () => {
  test("take a source off a claim and put it back as it was", async () => {
    const { actor, articleId, claimId } = await setUp();
    const citation = await attach(actor, claimId, { source: PAGE });
    await detachCitation(actor, citation.id, mutation());
    expect(await citationsOf(actor, articleId, claimId)).toEqual([]);
    expect((await failureOf(detachCitation(actor, citation.id, mutation()))).code).toBe("NOT_FOUND");
    const restored = await restoreCitation(actor, citation.id, mutation());
    expect(restored).toEqual({ ...citation, version: 3 });
    const { items } = await listActivity(actor, { articleId, claimId });
    expect(items.map(({ type }) => type)).toEqual([
      "citation.attached",
      "citation.detached",
      "citation.restored",
    ]);
  });

  test("are shut to viewers and other desks", async () => {
    const { actor, viewer, stranger, claimId } = await setUp();
    const { id } = await attach(actor, claimId, { source: PAGE });
    expect((await failureOf(detachCitation(viewer, id, mutation()))).code).toBe("FORBIDDEN");
    expect((await failureOf(detachCitation(stranger, id, mutation()))).code).toBe("NOT_FOUND");
    expect((await failureOf(restoreCitation(viewer, id, mutation()))).code).toBe("FORBIDDEN");
    expect((await failureOf(restoreCitation(stranger, id, mutation()))).code).toBe("NOT_FOUND");
  });
});

describe("updateSource", () => {
  test("changes the source for every claim and tells each article that cites it, and the desk", async () => {
    const { actor, articleId, claimId } = await setUp();
    const { source } = await attach(actor, claimId, { source: PAGE });
    const second = await buildArticle(actor);
    await attach(actor, second.claims[0] ?? "", { sourceId: source.id });
    const third = await buildArticle(actor);
    const changed = await updateSource(actor, source.id, {
      version: 1,
      ...mutation(),
      title: "Statistik 2023",
      originGroup: "Amt",
    });
    expect(changed).toMatchObject({ version: 2, title: "Statistik 2023", originGroup: "Amt" });
    expect(await citationsOf(actor, articleId, claimId)).toMatchObject([{ source: changed }]);
    const entry = {
      type: "source.changed",
      after: { sourceId: source.id, title: "Statistik 2023", originGroup: "Amt" },
    };
    for (const id of [articleId, second.id]) {
      expect((await listActivity(actor, { articleId: id })).items.at(-1)).toMatchObject(entry);
    }
    expect((await listActivity(actor, { articleId: third.id })).items).toHaveLength(1);
    expect(await db.activity.count({ where: { chainId: actor.deskId, type: "source.changed" } })).toBe(1);
  });

  test("leaves what a signed-off claim cites as it was signed off, but lets it be protected", async () => {
    const { actor, claimId } = await setUp();
    const { source } = await attach(actor, claimId, { source: PAGE });
    await updateClaim(actor, claimId, { version: 1, ...mutation(), verdict: "FALSE", state: "IN_REVIEW" });
    await updateClaim(actor, claimId, { version: 2, ...mutation(), state: "SIGNED_OFF" });
    const change = (fields: SourceFields) =>
      updateSource(actor, source.id, { version: 1, ...mutation(), ...fields });
    expect((await failureOf(change({ title: "Anders" }))).details.issues).toEqual([
      { path: "title", rule: "locked" },
    ]);
    expect((await change({ title: PAGE.title })).version).toBe(1);
    expect((await change({ isConfidential: true })).isConfidential).toBe(true);
    const back = updateSource(actor, source.id, { version: 2, ...mutation(), isConfidential: false });
    expect((await failureOf(back)).details.issues).toEqual([{ path: "isConfidential", rule: "locked" }]);
    await updateClaim(actor, claimId, { version: 3, ...mutation(), state: "IN_PROGRESS" });
    expect((await change({ title: "Anders" })).title).toBe("Anders");
  });

  test("protects a page that turns out to be a person", async () => {
    const { actor, claimId } = await setUp();
    const { source } = await attach(actor, claimId, { source: PAGE });
    const person = await updateSource(actor, source.id, { version: 1, ...mutation(), kind: "PERSON" });
    expect(person).toMatchObject({ kind: "PERSON", isConfidential: true });
  });

  test("makes no second source of one address, also when two come at once", async () => {
    const { actor, colleague, claimId, otherClaimId } = await setUp();
    const { source } = await attach(actor, claimId, { source: { kind: "DOCUMENT", title: "Statistik" } });
    const [moved] = await Promise.allSettled([
      updateSource(actor, source.id, { version: 1, ...mutation(), kind: "PAGE", url: PAGE.url }),
      attach(colleague, otherClaimId, { source: PAGE }),
    ]);
    if (moved.status === "rejected") {
      expect(moved.reason.details.issues).toEqual([{ path: "url", rule: "known" }]);
    }
    const { items } = await listSources(actor, { query: "example.org/statistik" });
    expect(items).toHaveLength(1);
  });

  test("refuses a stale field with both texts", async () => {
    const { actor, colleague, claimId } = await setUp();
    const { source } = await attach(actor, claimId, { source: PAGE });
    await updateSource(actor, source.id, { version: 1, ...mutation(), title: "Theirs" });
    const error = await failureOf(
      updateSource(colleague, source.id, { version: 1, ...mutation(), title: "Mine" }),
    );
    expect(error.details).toMatchObject({ current: { fields: { title: "Theirs" }, by: "Rita Review" } });
  });

  test("is shut to viewers and other desks", async () => {
    const { actor, viewer, stranger, claimId } = await setUp();
    const { source } = await attach(actor, claimId, { source: PAGE });
    const input = () => ({ version: 1, ...mutation(), title: "x" });
    expect((await failureOf(updateSource(viewer, source.id, input()))).code).toBe("FORBIDDEN");
    expect((await failureOf(updateSource(stranger, source.id, input()))).code).toBe("NOT_FOUND");
  });
});

describe("listSources", () => {
  test("finds by title, publisher and address, last used first, page by page, in the own desk alone", async () => {
    const { actor, stranger, claimId, otherClaimId } = await setUp();
    const first = await attach(actor, claimId, { source: { kind: "DOCUMENT", title: "Haushalt" } });
    await attach(actor, claimId, { source: { ...PAGE, publisher: "Haus der Zahlen" } });
    await attach(actor, claimId, {
      source: { kind: "DATASET", title: "Daten", url: "https://haus.example/" },
    });
    await attach(actor, otherClaimId, { sourceId: first.source.id });
    expect((await listSources(stranger, {})).items).toEqual([]);
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listSources(actor, { query: "HAUS", limit: 1, ...(cursor && { cursor }) });
      titles.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(titles).toEqual(["Haushalt", "Daten", "Statistik"]);
    expect((await listSources(actor, { query: "100%" })).items).toEqual([]);
  });

  test("refuses a cursor it has not given", async () => {
    const { actor } = await setUp();
    for (const cursor of ["", "x", "1_x", "99_' OR 1=1"]) {
      expect((await failureOf(listSources(actor, { cursor }))).code).toBe("INVALID");
    }
  });
});
