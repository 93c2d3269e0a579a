import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { POST as addNote } from "@/app/api/v1/claims/[claimId]/notes/route";
import { PATCH as patchClaim } from "@/app/api/v1/claims/[claimId]/route";
import { articleResponse } from "@/lib/articles/article-response";
import type { ArticleForReview } from "@/lib/articles/article-views";
import type { ImportedArticle } from "@/lib/articles/mutations";
import { listArticles } from "@/lib/articles/queries";
import type { Role } from "@/lib/auth/policy";
import { SHORT_STORY } from "@/prisma/factories";
import { apiTokenOf, makeMember } from "@/prisma/test-accounts";
import { GET as listActivity } from "./[articleId]/activity/route";
import { GET as openEvents } from "./[articleId]/events/route";
import { GET as getArticle } from "./[articleId]/route";
import { GET as getArticles, POST as postArticle } from "./route";

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** A program with an API token, calling the routes as Next does. */
async function setUp(role: Role = "EDITOR") {
  const member = await makeMember(role);
  const authorization = `Bearer ${await apiTokenOf(member)}`;
  const call = (
    handler: Handler,
    {
      body,
      params = {},
      query = "",
      headers = {},
    }: {
      body?: unknown;
      params?: Record<string, string>;
      query?: string;
      headers?: Record<string, string>;
    } = {},
  ): Promise<Response> => {
    const isRead = body === undefined;
    const request = new Request(`http://localhost/api/v1/x${query}`, {
      method: isRead ? "GET" : "POST",
      headers: { authorization, ...(isRead ? {} : { "content-type": "application/json" }), ...headers },
      ...(isRead ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return handler(request, { params: Promise.resolve(params) });
  };
  const importStory = async () =>
    (await (await call(postArticle, { body: { text: SHORT_STORY } })).json()) as ImportedArticle;
  return { ...member, call, importStory };
}

describe("POST /articles", () => {
  test("answers 201 with the ids of article and claims", async () => {
    const { call } = await setUp();
    const response = await call(postArticle, { body: { text: SHORT_STORY, mutationId: randomUUID() } });
    expect(response.status).toBe(201);
    const { id, claims, textVersion } = (await response.json()) as ImportedArticle;
    const article = (await (
      await call(getArticle, { params: { articleId: id } })
    ).json()) as ArticleForReview;
    expect(article.claims.map((claim) => claim.id)).toEqual(claims);
    // The answer has exactly the shape that the interface describes.
    expect(articleResponse.parse(article)).toEqual(article);
    expect(article.textVersion.number).toBe(textVersion);
  });

  test.each<[string, unknown, number, Record<string, string>?]>([
    ["no text", {}, 422],
    ["an empty text", { text: "  " }, 422],
    ["a text that is no string", { text: 7 }, 422],
    ["six megabytes", { text: "Wort. ".repeat(1_000_000) }, 413],
    ["thirty megabytes", { text: "x".repeat(30_000_000) }, 413],
    ["a picture", { text: "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001" }, 422],
    ["unknown fields", { text: SHORT_STORY, deskId: randomUUID() }, 422],
    ["a title with NUL", { text: SHORT_STORY, title: "a\0b" }, 422],
    ["a title with half a character", '{"text":"Ein Text.","title":"\\ud800"}', 422],
    ["a title that is too long", { text: SHORT_STORY, title: "x".repeat(501) }, 422],
    ["an address that runs", { text: SHORT_STORY, sourceUrl: "java\tscript:alert(1)" }, 422],
    ["a time that is none", { text: SHORT_STORY, deadline: "morgen" }, 422],
    ["a year that no database keeps", { text: SHORT_STORY, deadline: "0000-01-01" }, 422],
    ["malformed JSON", '{"text":', 400],
    ["a list", [], 422],
    ["null", "null", 422],
    ["an object for a text", { text: { not: "" } }, 422],
    ["text as text/plain", SHORT_STORY, 415, { "content-type": "text/plain" }],
    ["a form", "text=x", 415, { "content-type": "application/x-www-form-urlencoded" }],
  ])("refuses %s and stores nothing", async (_, body, status, headers) => {
    const { call, actor } = await setUp();
    const response = await call(postArticle, { body, ...(headers && { headers }) });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status, code: status === 413 ? "TOO_LARGE" : "INVALID" });
    expect((await listArticles(actor)).items).toEqual([]);
  });

  test("answers 403 to viewers", async () => {
    const { call } = await setUp("VIEWER");
    expect((await call(postArticle, { body: { text: SHORT_STORY } })).status).toBe(403);
  });

  test("keeps markup as the text it is", async () => {
    const { call } = await setUp();
    const text = "<script>alert(1)</script> Die Stadt baut 20 Häuser. <img src=x onerror=alert(1)>";
    const { id } = (await (
      await call(postArticle, { body: { text, title: text } })
    ).json()) as ImportedArticle;
    const article = (await (
      await call(getArticle, { params: { articleId: id } })
    ).json()) as ArticleForReview;
    expect(article).toMatchObject({ text, title: text });
  });
});

describe("GET", () => {
  test.each([
    ["the article", getArticle],
    ["its record", listActivity],
    ["its events", openEvents],
  ])("answers 404 for %s of another desk and for ids that name nothing", async (_, handler) => {
    const { importStory } = await setUp();
    const { id } = await importStory();
    const stranger = await setUp("ADMIN");
    for (const articleId of [id, randomUUID(), "1", "..", "%00", "{}", "' OR '1'='1", `${id}\n`]) {
      expect((await stranger.call(handler, { params: { articleId } })).status).toBe(404);
    }
  });

  test.each([
    "?limit=0",
    "?limit=x",
    "?limit=101",
    "?cursor=x",
    "?cursor=a&cursor=b",
    "?surprise=1",
    "?assigneeId=1",
  ])("refuses a list with %s", async (query) => {
    const { call } = await setUp();
    expect((await call(getArticles, { query })).status).toBe(422);
  });

  test("opens the events of an article as a stream that nobody stores", async () => {
    const { call, importStory } = await setUp();
    const { id } = await importStory();
    const response = await call(openEvents, { params: { articleId: id }, headers: { "last-event-id": "0" } });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    expect(response.headers.get("cache-control")).toContain("no-store");
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!text.includes("data:")) text += (await reader?.read())?.value;
    expect(text).toMatch(/^retry: \d+\n\nid: 1\ndata: \{"seq":1,"type":"article.imported"/);
    await reader?.cancel();
  });
});

describe("PATCH /claims/{id}", () => {
  test("answers a conflict with what is stored and what was sent", async () => {
    const { call, importStory, actor } = await setUp();
    const { claims } = await importStory();
    const params = { claimId: claims[0] ?? "" };
    const patch = (fields: object) => ({ params, body: { version: 1, mutationId: randomUUID(), ...fields } });
    const saved = await call(patchClaim, patch({ reason: "Theirs" }));
    expect(await saved.json()).toMatchObject({ id: params.claimId, version: 2, reason: "Theirs" });
    const refused = await call(patchClaim, patch({ reason: "Mine" }));
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      code: "CONFLICT",
      current: { version: 2, fields: { reason: "Theirs" }, by: actor.name },
      yours: { fields: { reason: "Mine" } },
    });
  });

  test.each<[string, object]>([
    ["no version", { mutationId: randomUUID(), reason: "x" }],
    ["no mutationId", { version: 1, reason: "x" }],
    ["a mutationId that is none", { version: 1, mutationId: "1", reason: "x" }],
    ["unknown fields", { version: 1, mutationId: randomUUID(), deletedAt: null }],
    ["a verdict that is none", { version: 1, mutationId: randomUUID(), verdict: "TRUE" }],
    ["a wording that is empty", { version: 1, mutationId: randomUUID(), wording: " " }],
    ["a reason that is too long", { version: 1, mutationId: randomUUID(), reason: "x".repeat(20_001) }],
    ["spans that are none", { version: 1, mutationId: randomUUID(), spans: [{ start: -1, end: 0.5 }] }],
    ["an operator for a value", { version: { gt: 0 }, mutationId: randomUUID(), reason: "x" }],
  ])("refuses %s", async (_, body) => {
    const { call, importStory } = await setUp();
    const { claims } = await importStory();
    const response = await call(patchClaim, { params: { claimId: claims[0] ?? "" }, body });
    expect(response.status).toBe(422);
  });

  test("answers 404 for claims of another desk", async () => {
    const { importStory } = await setUp();
    const { claims } = await importStory();
    const stranger = await setUp("ADMIN");
    const params = { claimId: claims[0] ?? "" };
    const mutationId = randomUUID();
    const patched = await stranger.call(patchClaim, {
      params,
      body: { version: 1, mutationId, reason: "x" },
    });
    expect(patched.status).toBe(404);
    expect((await stranger.call(addNote, { params, body: { mutationId, body: "x" } })).status).toBe(404);
  });
});
