import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError, invalid } from "@/lib/errors";
import { apiTokenOf, makeMember, sessionCookieOf } from "@/prisma/test-accounts";
import { created, publicRoute, route } from "./route";

const ORIGIN = "http://localhost:3000";
const member = await makeMember("EDITOR");
const cookie = await sessionCookieOf(member);
const authorization = `Bearer ${await apiTokenOf(member)}`;
const noParams = { params: Promise.resolve({}) };

function send(
  method: string,
  input: { headers?: Record<string, string>; body?: BodyInit; path?: string } = {},
): Request {
  const { headers = { authorization }, body, path = "/api/v1/things" } = input;
  return new Request(`${ORIGIN}${path}`, {
    method,
    body,
    headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
    duplex: "half",
  } as RequestInit);
}

let handled = 0;
const thing = route({
  body: z.object({ title: z.string().max(20), nested: z.strictObject({ n: z.int() }).optional() }),
  maxBytes: 1_000,
  handler: async ({ actor, body }) => {
    handled++;
    return created({ by: actor.userId, title: body.title });
  },
});

async function problemOf(response: Response) {
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  expect(response.headers.get("cache-control")).toBe("no-store");
  return await response.json();
}

describe("route: who asks", () => {
  it("lets nobody in without a session or token", async () => {
    const before = handled;
    const strangers: Record<string, string>[] = [
      {},
      { cookie: "beleg-session=x" },
      { authorization: "Bearer x" },
    ];
    for (const headers of strangers) {
      const response = await thing(send("POST", { headers, body: "not even JSON" }), noParams);
      expect(response.status).toBe(401);
      expect(await problemOf(response)).toEqual({
        type: "about:blank",
        title: "Sign in or send an API token",
        status: 401,
        code: "UNAUTHENTICATED",
      });
    }
    expect(handled).toBe(before);
  });

  const origins = {
    none: undefined,
    null: "null",
    evil: "https://evil.example",
    "host.evil": "http://localhost:3000.evil",
    "port off": "http://localhost:3001",
    good: ORIGIN,
  };
  const matrix = ["POST", "PUT", "PATCH", "DELETE"].flatMap((method) =>
    Object.entries(origins).flatMap(([name, origin]) =>
      [undefined, "evil.example"].map((forwarded) => ({ method, name, origin, forwarded })),
    ),
  );
  it.each(matrix)("cookie × $method × origin $name × X-Forwarded-Host $forwarded", async (row) => {
    const before = handled;
    const headers = {
      cookie,
      ...(row.origin !== undefined && { origin: row.origin }),
      ...(row.forwarded !== undefined && { "x-forwarded-host": row.forwarded }),
    };
    const response = await thing(send(row.method, { headers, body: '{"title":"a"}' }), noParams);
    const isGood = row.name === "good";
    expect(response.status).toBe(isGood ? 201 : 403);
    expect(handled).toBe(before + Number(isGood));
  });

  it("takes nothing from a page that shows somebody else than the session's person", async () => {
    const before = handled;
    const sent = (shown: string) =>
      thing(
        send("POST", { headers: { cookie, origin: ORIGIN, "beleg-user": shown }, body: '{"title":"a"}' }),
        noParams,
      );
    const response = await sent(crypto.randomUUID());
    expect(response.status).toBe(401);
    expect(await problemOf(response)).toMatchObject({
      code: "UNAUTHENTICATED",
      issues: [{ path: "", rule: "otherUser" }],
    });
    expect(handled).toBe(before);
    expect((await sent(member.userId)).status).toBe(201);
  });

  it("asks programs with a token for no origin", async () => {
    const response = await thing(send("POST", { body: '{"title":"a"}' }), noParams);
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ by: member.userId, title: "a" });
  });

  it("reads with a cookie from anywhere, since answers cannot be read across origins", async () => {
    const read = route({ handler: async () => ({ ok: true }) });
    const response = await read(send("GET", { headers: { cookie } }), noParams);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("keeps foreign pages also from the routes for people without an account", async () => {
    const open = publicRoute({ body: z.object({ token: z.string() }), handler: async () => undefined });
    const body = '{"token":"x"}';
    expect((await open(send("POST", { headers: {}, body }), noParams)).status).toBe(403);
    expect((await open(send("POST", { headers: { origin: ORIGIN }, body }), noParams)).status).toBe(204);
  });
});

describe("route: what is sent", () => {
  it.each([
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
    ["multipart/form-data; boundary=x", 415],
    ["application/json; charset=utf-8", 201],
    ["Application/JSON", 201],
  ])("answers a body of type %s with %i", async (type, status) => {
    const request = send("POST", { headers: { authorization, "content-type": type }, body: '{"title":"a"}' });
    expect((await thing(request, noParams)).status).toBe(status);
  });

  it.each(["", "{", "nonsense", "{'title':1}", '{"title":"a"}x', "\u0000"])(
    "answers malformed JSON %j with 400",
    async (body) => {
      expect((await thing(send("POST", { body }), noParams)).status).toBe(400);
    },
  );

  it.each([
    ['{"title":"a","role":"ADMIN"}', "role", "unknownField"],
    ['{"title":"a","__proto__":{"role":"ADMIN"}}', "__proto__", "unknownField"],
    ['{"title":"a","nested":{"n":1,"deskId":"x"}}', "nested.deskId", "unknownField"],
    ['{"title":{"not":""}}', "title", "type"],
    ["[]", "", "type"],
    ["null", "", "type"],
    ['{"title":"a\\u0000"}', "title", "character"],
    ['{"title":"\\ud800"}', "title", "character"],
    [`{"title":${"[".repeat(400)}${"]".repeat(400)}}`, "title", "tooDeep"],
  ])("answers %s with the field and the rule", async (body, path, rule) => {
    const response = await thing(send("POST", { body }), noParams);
    expect(response.status).toBe(422);
    expect((await problemOf(response)).issues).toEqual([{ path, rule }]);
  });

  it("answers a larger body with 413, also when its length is a lie or unknown", async () => {
    const body = JSON.stringify({ title: "a".repeat(1_000) });
    expect((await thing(send("POST", { body }), noParams)).status).toBe(413);
    const stream = new Blob([body]).stream();
    expect((await thing(send("POST", { body: stream }), noParams)).status).toBe(413);
  });

  it("refuses queries it does not know and names given twice", async () => {
    const list = route({
      query: z.object({ cursor: z.string().optional() }),
      handler: async ({ query }) => query,
    });
    const ask = async (path: string) => list(send("GET", { path }), noParams);
    expect(await (await ask("/x?cursor=a")).json()).toEqual({ cursor: "a" });
    expect((await (await ask("/x?deskId=a")).json()).issues).toEqual([
      { path: "deskId", rule: "unknownField" },
    ]);
    expect((await (await ask("/x?cursor=a&cursor=b")).json()).issues).toEqual([
      { path: "cursor", rule: "repeated" },
    ]);
    expect((await ask("/x?cursor=%00")).status).toBe(422);
    const bare = route({ handler: async () => ({}) });
    expect((await bare(send("GET", { path: "/x?a=1" }), noParams)).status).toBe(422);
  });

  it("finds nothing under what is no id", async () => {
    const one = route({ handler: async ({ params }) => params });
    for (const articleId of ["1", "..", "a'b", "%00", "0".repeat(500), ["a", "b"]]) {
      const response = await one(send("GET"), { params: Promise.resolve({ articleId }) });
      expect(response.status).toBe(404);
    }
    const articleId = crypto.randomUUID();
    const found = await one(send("GET"), { params: Promise.resolve({ articleId }) });
    expect(await found.json()).toEqual({ articleId });
  });
});

describe("route: what is answered", () => {
  const failing = (error: unknown) => route({ handler: async () => Promise.reject(error) });

  it.each([
    [new AppError("FORBIDDEN"), 403],
    [new AppError("NOT_FOUND"), 404],
    [new AppError("CONFLICT"), 409],
    [new AppError("TOO_LARGE"), 413],
    [invalid("mutationId", "mutationIdReused"), 422],
    [new AppError("RATE_LIMITED", { retryAfterSeconds: 7 }), 429],
    [new AppError("UPSTREAM_FAILED"), 502],
  ])("turns %s into a problem with its status", async (error, status) => {
    const response = await failing(error)(send("GET"), noParams);
    expect(response.status).toBe(status);
    expect(await problemOf(response)).toMatchObject({ status, code: error.code });
    expect(response.headers.get("retry-after")).toBe(status === 429 ? "7" : null);
  });

  it("carries both sides of a conflict", async () => {
    const current = { version: 3, fields: { wording: "theirs" }, by: "Ada", at: "2026-01-01T00:00:00.000Z" };
    const yours = { fields: { wording: "mine" } };
    const response = await failing(new AppError("CONFLICT", { current, yours }))(send("GET"), noParams);
    expect(await problemOf(response)).toMatchObject({ code: "CONFLICT", current, yours });
  });

  it("says nothing about an unplanned error but where to find it", async () => {
    const response = await failing(new Error("SECRET at /srv/beleg"))(send("GET"), noParams);
    expect(response.status).toBe(500);
    const text = JSON.stringify(await problemOf(response));
    expect(text).not.toContain("SECRET");
    expect(text).toMatch(/urn:uuid:[0-9a-f-]{36}/);
  });

  it("hands a stream through as it is", async () => {
    const stream = route({
      handler: async () => new Response("data: 1\n\n", { headers: { "content-type": "text/event-stream" } }),
    });
    const response = await stream(send("GET"), noParams);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await response.text()).toBe("data: 1\n\n");
  });
});
