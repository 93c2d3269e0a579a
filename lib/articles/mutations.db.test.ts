import { createHash, randomUUID } from "node:crypto";
import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { listActivity } from "@/lib/activity/queries";
import { updateClaim } from "@/lib/claims/mutations";
import { normalizeText } from "@/lib/text/normalize-text";
import { buildArticle, buildLongText, SHORT_STORY } from "@/prisma/factories";
import { failureOf } from "@/prisma/failure-of";
import { makeMember } from "@/prisma/test-accounts";
import { deleteArticle, importArticle, restoreArticle, updateArticle } from "./mutations";
import { getArticleForReview, listArticles, previewImport } from "./queries";
import { MAX_TEXT_BYTES } from "./readable-text";

const mutation = () => ({ mutationId: randomUUID() });

async function setUp() {
  const { actor, deskId } = await makeMember("ADMIN", { name: "Ada Admin" });
  const { actor: editor } = await makeMember("EDITOR", { deskId, name: "Edgar Edit" });
  const { actor: viewer } = await makeMember("VIEWER", { deskId });
  const { actor: stranger } = await makeMember("ADMIN");
  return { actor, editor, viewer, stranger, deskId };
}

describe("importArticle", () => {
  test("freezes the text, lists each claim once with all its places, and quotes every place exactly", async () => {
    const { actor } = await setUp();
    const { id, claims, textVersion } = await importArticle(actor, {
      text: SHORT_STORY.replaceAll("\n", "\r\n"),
    });
    const article = await getArticleForReview(actor, id);
    expect(article.text).toBe(normalizeText(SHORT_STORY));
    expect(article.textVersion).toEqual({
      number: textVersion,
      sha256: createHash("sha256").update(article.text).digest("hex"),
    });
    expect(article.claims.map((claim) => claim.id).toSorted()).toEqual(claims.toSorted());
    expect(article.claims.map(({ number }) => number)).toEqual(claims.map((_, index) => index + 1));
    expect(article.claims.some(({ repeats }) => repeats.length > 0)).toBe(true);
    for (const { spans, repeats } of article.claims) {
      for (const { start, end, quote } of [...spans, ...repeats.flatMap((repeat) => repeat.spans)]) {
        expect(article.text.slice(start, end)).toBe(quote);
      }
    }
    expect(article).toMatchObject({ language: "de", progress: { total: claims.length, checked: 0 }, seq: 1 });
  });

  test("prefers what is said to what the text says, and records the import", async () => {
    const { actor } = await setUp();
    const { id } = await importArticle(actor, {
      text: SHORT_STORY,
      title: "Wohnungsbau",
      agency: "dts",
      deadline: "2026-12-01T12:00:00.000Z",
      language: "de",
    });
    const header = {
      title: "Wohnungsbau",
      agency: "dts",
      deadline: "2026-12-01T12:00:00.000Z",
      language: "de",
    };
    expect(await getArticleForReview(actor, id)).toMatchObject(header);
    const { items } = await listActivity(actor, { articleId: id });
    expect(items).toMatchObject([{ seq: 1, type: "article.imported", before: {}, after: header }]);
  });

  test("answers the same article to the same mutationId", async () => {
    const { actor } = await setUp();
    const input = { text: SHORT_STORY, ...mutation() };
    const [first, second] = await Promise.all([importArticle(actor, input), importArticle(actor, input)]);
    expect(second).toEqual(first);
    expect((await listArticles(actor)).items).toHaveLength(1);
    const other = await failureOf(importArticle(actor, { ...input, text: `${SHORT_STORY} Mehr.` }));
    expect(other.details.issues).toEqual([{ path: "mutationId", rule: "mutationIdReused" }]);
  });

  test.each([
    ["nothing", "", "required"],
    ["white space", " \n\t\u00a0\n", "required"],
    ["controls alone", "\0\u0001", "required"],
    ["a picture", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001", "binary"],
  ])("refuses %s and stores nothing", async (_, text, rule) => {
    const { actor } = await setUp();
    expect((await failureOf(importArticle(actor, { text }))).details.issues).toEqual([
      { path: "text", rule },
    ]);
    expect((await listArticles(actor)).items).toEqual([]);
  });

  test("counts the limit of five megabytes in bytes", async () => {
    const { actor } = await setUp();
    const text = "ä".repeat(MAX_TEXT_BYTES / 2 + 1);
    expect((await failureOf(importArticle(actor, { text }))).code).toBe("TOO_LARGE");
    expect((await listArticles(actor)).items).toEqual([]);
  });

  test("takes lone surrogates and a stray NUL out of the text", async () => {
    const { actor } = await setUp();
    const { id } = await importArticle(actor, { text: `${SHORT_STORY} Ende \ud800 und \0 aus.` });
    const { text } = await getArticleForReview(actor, id);
    expect(text.isWellFormed()).toBe(true);
    expect(text).not.toContain("\0");
  });

  test("imports a thousand claims, split in a thread of its own", async () => {
    const { actor } = await setUp();
    const { id, claims } = await importArticle(actor, { text: buildLongText(1_000) });
    expect(claims.length).toBeGreaterThanOrEqual(1_000);
    const { progress } = await getArticleForReview(actor, id);
    expect(progress.total).toBe(claims.length);
  });

  test("is shut to viewers", async () => {
    const { viewer } = await setUp();
    expect((await failureOf(importArticle(viewer, { text: SHORT_STORY }))).code).toBe("FORBIDDEN");
    expect((await failureOf(previewImport(viewer, { text: SHORT_STORY }))).code).toBe("FORBIDDEN");
  });
});

test("previewImport says what an import would bring and stores nothing", async () => {
  const { actor } = await setUp();
  const preview = await previewImport(actor, { text: SHORT_STORY });
  expect(preview).toMatchObject({ language: "de", repeatedParagraphCount: 1 });
  expect(preview.claimCount).toBeGreaterThan(2);
  expect(preview.title.length).toBeLessThanOrEqual(120);
  expect((await listArticles(actor)).items).toEqual([]);
});

describe("getArticleForReview", () => {
  test("takes at most ten queries, whatever the size", async () => {
    const { actor } = await setUp();
    const { id } = await buildArticle(actor, { text: buildLongText(300) });
    const query = vi.spyOn(pg.Client.prototype, "query");
    const { claims } = await getArticleForReview(actor, id);
    const queries = query.mock.calls.length;
    query.mockRestore();
    expect(claims.length).toBeGreaterThanOrEqual(300);
    expect(queries).toBeGreaterThan(3);
    expect(queries).toBeLessThanOrEqual(10);
  });

  test("names the people who can be asked", async () => {
    const { actor, editor } = await setUp();
    const { id } = await buildArticle(actor);
    const { members } = await getArticleForReview(actor, id);
    expect(members).toHaveLength(3);
    expect(members).toContainEqual({ id: editor.userId, name: "Edgar Edit", role: "EDITOR" });
  });

  test("finds nothing for other desks and for ids that name nothing", async () => {
    const { actor, stranger } = await setUp();
    const { id } = await buildArticle(actor);
    expect((await failureOf(getArticleForReview(stranger, id))).code).toBe("NOT_FOUND");
    expect((await failureOf(listActivity(stranger, { articleId: id }))).code).toBe("NOT_FOUND");
    for (const forged of [randomUUID(), "", "..", "'; DROP TABLE x", `${id} `]) {
      expect((await failureOf(getArticleForReview(actor, forged))).code).toBe("NOT_FOUND");
    }
  });
});

describe("listArticles", () => {
  test("pages through the articles of the desk alone, newest first", async () => {
    const { actor, stranger } = await setUp();
    await buildArticle(stranger);
    for (const title of ["A", "B", "C", "D", "E"]) await buildArticle(actor, { title });
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listArticles(actor, { limit: 2, ...(cursor && { cursor }) });
      titles.push(...page.items.map(({ title }) => title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(titles).toEqual(["E", "D", "C", "B", "A"]);
  });

  test("counts the progress of each article", async () => {
    const { actor } = await setUp();
    const { id, claims } = await buildArticle(actor);
    await updateClaim(actor, claims[0] ?? "", { version: 1, ...mutation(), verdict: "FALSE" });
    const { progress } = await getArticleForReview(actor, id);
    expect((await listArticles(actor)).items).toMatchObject([{ id, state: "IN_PROGRESS", progress }]);
  });

  test("searches titles for the words as they are", async () => {
    const { actor } = await setUp();
    await buildArticle(actor, { title: "100 % sicher" });
    await buildArticle(actor, { title: "100 Prozent sicher" });
    expect((await listArticles(actor, { query: "0 % S" })).items.map(({ title }) => title)).toEqual([
      "100 % sicher",
    ]);
    expect((await listArticles(actor, { query: "_" })).items).toEqual([]);
  });

  test("refuses a cursor it has not given", async () => {
    const { actor, stranger } = await setUp();
    const { id } = await buildArticle(stranger);
    for (const cursor of ["x", "", randomUUID(), id]) {
      expect((await failureOf(listArticles(actor, { cursor }))).code).toBe("INVALID");
    }
  });
});

describe("updateArticle", () => {
  test("changes what is said about the article by compare-and-set", async () => {
    const { actor, editor } = await setUp();
    const { id } = await buildArticle(actor, { title: "Alt" });
    const renamed = await updateArticle(actor, id, { version: 1, ...mutation(), title: "Neu" });
    expect(renamed).toMatchObject({ version: 2, title: "Neu" });
    const assigned = await updateArticle(editor, id, {
      version: 1,
      ...mutation(),
      assigneeId: editor.userId,
    });
    expect(assigned).toMatchObject({ version: 3, title: "Neu", assigneeId: editor.userId });
    const error = await failureOf(updateArticle(editor, id, { version: 1, ...mutation(), title: "Meins" }));
    expect(error.details).toMatchObject({
      current: { version: 3, fields: { title: "Neu" }, by: "Ada Admin" },
      yours: { fields: { title: "Meins" } },
    });
  });

  test("keeps times in UTC and knows that nothing changed", async () => {
    const { actor } = await setUp();
    const { id } = await buildArticle(actor);
    const deadline = "2026-12-01T12:00:00.000Z";
    await updateArticle(actor, id, { version: 1, ...mutation(), deadline });
    const again = await updateArticle(actor, id, { version: 2, ...mutation(), deadline });
    expect(again).toMatchObject({ version: 2, deadline });
  });

  test("is shut to viewers, other desks and people who cannot edit", async () => {
    const { actor, viewer, stranger } = await setUp();
    const { id } = await buildArticle(actor);
    const input = () => ({ version: 1, ...mutation(), title: "x" });
    expect((await failureOf(updateArticle(viewer, id, input()))).code).toBe("FORBIDDEN");
    expect((await failureOf(updateArticle(stranger, id, input()))).code).toBe("NOT_FOUND");
    const assign = { version: 1, ...mutation(), assigneeId: viewer.userId };
    expect((await failureOf(updateArticle(actor, id, assign))).details.issues).toEqual([
      { path: "assigneeId", rule: "notAssignable" },
    ]);
  });
});

describe("deleteArticle and restoreArticle", () => {
  test("take an article with its claims out of sight and bring it back as it was", async () => {
    const { actor } = await setUp();
    const { id, claims } = await buildArticle(actor);
    const before = await getArticleForReview(actor, id);
    await deleteArticle(actor, id, mutation());
    expect((await failureOf(getArticleForReview(actor, id))).code).toBe("NOT_FOUND");
    expect((await listArticles(actor)).items).toEqual([]);
    expect((await listArticles(actor, { deleted: true })).items).toMatchObject([{ id }]);
    const write = updateClaim(actor, claims[0] ?? "", { version: 1, ...mutation(), reason: "x" });
    expect((await failureOf(write)).code).toBe("NOT_FOUND");
    expect((await failureOf(deleteArticle(actor, id, mutation()))).code).toBe("NOT_FOUND");
    await restoreArticle(actor, id, mutation());
    const { version, seq, ...after } = await getArticleForReview(actor, id);
    expect(after).toMatchObject({ claims: before.claims, text: before.text });
    expect({ version, seq }).toEqual({ version: 3, seq: 3 });
  });

  test("are for admins of the desk alone", async () => {
    const { actor, editor, stranger } = await setUp();
    const { id } = await buildArticle(actor);
    expect((await failureOf(deleteArticle(editor, id, mutation()))).code).toBe("FORBIDDEN");
    expect((await failureOf(deleteArticle(stranger, id, mutation()))).code).toBe("NOT_FOUND");
    expect((await failureOf(restoreArticle(editor, id, mutation()))).code).toBe("FORBIDDEN");
    expect((await failureOf(restoreArticle(stranger, id, mutation()))).code).toBe("NOT_FOUND");
    expect((await failureOf(listArticles(editor, { deleted: true }))).code).toBe("FORBIDDEN");
  });
});
