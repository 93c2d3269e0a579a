import { randomUUID } from "node:crypto";
import { SESSION_COOKIE } from "@/lib/auth/session-cookie";
import { db } from "@/lib/db/client";
import type { Member } from "./accounts";
import { makeDesk, PASSWORD, sessionCookieOf } from "./accounts";
import type { Answer } from "./api";
import { Api, send } from "./api";
import { expect, fingerprintDesk, originOf, test } from "./fixtures";
import { listApiRequests, makeRecords } from "./openapi-requests";

/** Pages that show something of a desk. */
function pagesOf(articleId: string): string[] {
  return [
    "/articles",
    "/articles/new",
    `/articles/${articleId}`,
    `/articles/${articleId}/activity`,
    `/articles/${articleId}/reports`,
    "/sources",
    "/settings/profile",
    "/settings/members",
    "/settings/tokens",
    "/settings/assist",
  ];
}

/** The ways in which Next hands out what is on a page. */
const RENDERINGS = [
  { suffix: "", headers: {} },
  { suffix: "?_rsc=1a2b3", headers: { rsc: "1" } },
  { suffix: "?_rsc=1a2b3", headers: { rsc: "1", "next-router-prefetch": "1" } },
  { suffix: "?_rsc=1a2b3", headers: { rsc: "1", "next-router-segment-prefetch": "/_tree" } },
  { suffix: ".rsc", headers: { rsc: "1" } },
  { suffix: ".txt", headers: {} },
] as const;

/** Follows Next to the address of its data for a page, as its router does. */
async function visit(url: string, headers: Record<string, string> = {}): Promise<Answer> {
  const until = url.endsWith("/events") ? () => true : undefined;
  const answer = await send(url, { headers, until });
  const { origin, pathname } = new URL(url);
  const next = answer.status === 307 ? new URL(answer.headers.location ?? "/", origin) : null;
  return headers.rsc && next?.pathname === pathname ? send(next.href, { headers }) : answer;
}

async function cookieHeaderOf(member: Member): Promise<string> {
  const { name, value } = await sessionCookieOf(member);
  return `${name}=${value}`;
}

test("a foreign desk gets 404 for every request about a record, and changes nothing", async ({
  desk,
  baseURL,
}) => {
  const origin = originOf(baseURL);
  const records = await makeRecords(origin, desk);
  const stranger = (await makeDesk()).admin;
  // The sessions of a person are nobody else's, not even to a token of the same person.
  const requests = (await listApiRequests(origin, records)).filter(
    ({ hasRecord, name }) => hasRecord && !name.includes("/sessions/"),
  );
  expect(requests.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      "GET /articles/{articleId}",
      "PATCH /claims/{claimId}",
      "DELETE /citations/{citationId}",
    ]),
  );
  const before = await fingerprintDesk(desk.id);
  for (const { name, method, path, body } of requests) {
    const answer = await send(`${origin}${path}`, {
      method,
      body,
      headers: { authorization: `Bearer ${stranger.token}` },
    });
    expect.soft(`${name} ${answer.status}`).toBe(`${name} 404`);
    const missing = await send(`${origin}${path.replaceAll(/[0-9a-f-]{36}/g, randomUUID())}`, {
      method,
      body,
      headers: { authorization: `Bearer ${stranger.token}` },
    });
    expect.soft({ name, text: answer.text }).toEqual({ name, text: missing.text });
  }
  expect(await fingerprintDesk(desk.id)).toEqual(before);
});

test("a foreign desk gets the page of missing things for every page of an article", async ({
  desk,
  baseURL,
  page,
  signIn,
  expectFault,
}) => {
  const { articleId } = await makeRecords(originOf(baseURL), desk);
  await signIn((await makeDesk()).admin);
  expectFault(/the server responded with a status of 404/);
  for (const path of [
    `/articles/${articleId}`,
    `/articles/${articleId}/activity`,
    `/articles/${articleId}/reports`,
  ]) {
    const response = await page.goto(path);
    expect.soft(`${path} ${response?.status()}`).toBe(`${path} 404`);
    await expect.soft(page.getByText("Musterhausen")).toHaveCount(0);
  }
});

test("nobody reads or writes without signing in", async ({ desk, baseURL }) => {
  const origin = originOf(baseURL);
  const records = await makeRecords(origin, desk);
  const before = await fingerprintDesk(desk.id);
  for (const { name, method, path, body, isPublic } of await listApiRequests(origin, records)) {
    if (isPublic) continue;
    const { status } = await send(`${origin}${path}`, { method, body });
    expect.soft(`${name} ${status}`).toBe(`${name} 401`);
  }
  for (const path of pagesOf(records.articleId)) {
    const { status, headers } = await send(`${origin}${path}`);
    expect.soft(`${path} ${status}`).toBe(`${path} 307`);
    expect.soft(headers.location).toBe(`/sign-in?${new URLSearchParams({ next: path })}`);
  }
  expect(await fingerprintDesk(desk.id)).toEqual(before);
});

test("a viewer reads everything and writes nothing but what is their own", async ({ desk, baseURL }) => {
  const origin = originOf(baseURL);
  const records = await makeRecords(origin, desk);
  const before = await fingerprintDesk(desk.id);
  const own = /^\/(tokens|session|sessions)\b/;
  for (const { name, method, path, body, isPublic } of await listApiRequests(origin, records)) {
    if (isPublic || own.test(path.replace("/api/v1", ""))) continue;
    const { status } = await send(`${origin}${path}`, {
      method,
      body,
      headers: { authorization: `Bearer ${desk.viewer.token}` },
      until: name.endsWith("/events") ? () => true : undefined,
    });
    const isRead = method === "GET";
    // Of no concern to anyone but admins.
    const isForAdmins = name.includes("invitations") || name.includes("assist-setting");
    const expected = isRead && !isForAdmins ? 200 : 403;
    expect.soft(`${name} ${status}`).toBe(`${name} ${expected}`);
  }
  expect(await fingerprintDesk(desk.id)).toEqual(before);
});

test.describe("an ended session", () => {
  type End = (context: { origin: string; member: Member; admin: Member; cookie: string }) => Promise<Answer>;
  const ends: Record<string, End> = {
    "by signing out": async ({ origin, cookie }) => {
      const csrf = await send<{ csrfToken: string }>(`${origin}/api/auth/csrf`, { headers: { cookie } });
      const csrfCookie = [csrf.headers["set-cookie"] ?? []].flat().map((line) => line.split(";")[0]);
      return send(`${origin}/api/auth/signout`, {
        method: "POST",
        body: { csrfToken: csrf.body.csrfToken },
        headers: { origin, cookie: [cookie, ...csrfCookie].join("; ") },
      });
    },
    "by a new password": async ({ origin, member }) =>
      send(`${origin}/api/v1/session/password`, {
        method: "POST",
        headers: { origin, cookie: await cookieHeaderOf(member) },
        body: {
          mutationId: randomUUID(),
          currentPassword: PASSWORD,
          newPassword: "ein ganz anderer langer Satz",
        },
      }),
    "by an admin who shuts the person out": ({ origin, admin, member }) =>
      new Api(origin, admin.token).send("PATCH", `/members/${member.userId}`, {
        mutationId: randomUUID(),
        isDisabled: true,
      }),
    "from another browser": async ({ origin, member }) => {
      const { id } = await db.session.findFirstOrThrow({ where: { userId: member.userId } });
      return send(`${origin}/api/v1/sessions/${id}`, {
        method: "DELETE",
        headers: { origin, cookie: await cookieHeaderOf(member) },
        body: { mutationId: randomUUID() },
      });
    },
  };

  for (const [way, end] of Object.entries(ends)) {
    test(`${way} is worth nothing from the next request on`, async ({ desk, baseURL }) => {
      const origin = originOf(baseURL);
      const { articleId } = await makeRecords(origin, desk, "Canarystadt");
      const member = desk.reviewer;
      const cookie = await cookieHeaderOf(member);
      const jwt = cookie.slice(SESSION_COOKIE.name.length + 1);
      const places = {
        page: { path: `/articles/${articleId}`, headers: { cookie } },
        rsc: { path: `/articles/${articleId}?_rsc=1a2b3`, headers: { cookie, rsc: "1" } },
        api: { path: `/api/v1/articles/${articleId}`, headers: { cookie } },
        report: { path: `/api/v1/articles/${articleId}/report?format=md`, headers: { cookie } },
        events: { path: `/api/v1/articles/${articleId}/events`, headers: { cookie } },
      };
      for (const [place, { path, headers }] of Object.entries(places)) {
        expect(`${place} ${(await visit(`${origin}${path}`, headers)).status}`).toBe(`${place} 200`);
      }
      expect((await end({ origin, member, admin: desk.admin, cookie })).status).toBeLessThan(300);
      for (const [place, { path, headers: sent }] of Object.entries(places)) {
        const { status, text, headers } = await visit(`${origin}${path}`, sent);
        expect.soft(text).not.toContain("Canarystadt");
        if (place === "page") expect.soft(headers.location).toContain("/sign-in");
        // Next sends a redirect of its router as data.
        else if (place === "rsc") expect.soft(text).toContain("/sign-in");
        else expect.soft(`${place} ${status}`).toBe(`${place} 401`);
      }
      const asBearer = await send(`${origin}/api/v1/articles/${articleId}`, {
        headers: { authorization: `Bearer ${jwt}` },
      });
      expect(asBearer.status).toBe(401);
    });
  }

  test("closes the stream of events that it opened", async ({ desk, baseURL }) => {
    const origin = originOf(baseURL);
    const { articleId } = await makeRecords(origin, desk);
    const cookie = await cookieHeaderOf(desk.reviewer);
    let hasStarted: (value: unknown) => void = () => undefined;
    const started = new Promise((resolve) => {
      hasStarted = resolve;
    });
    const stream = send(`${origin}/api/v1/articles/${articleId}/events?after=0`, {
      headers: { cookie },
      until: (text) => {
        if (text.includes("id:")) hasStarted(true);
        return false;
      },
    });
    await started;
    await db.session.deleteMany({ where: { userId: desk.reviewer.userId } });
    await new Api(origin, desk.editor.token).write("POST", `/articles/${articleId}/notes`, {
      body: "Danach",
    });
    expect((await stream).text).not.toContain("Danach");
  });
});

test("no word of an article reaches people of another desk, whatever they ask for", async ({
  desk,
  baseURL,
}) => {
  const origin = originOf(baseURL);
  const word = `Kanarien${randomUUID().slice(0, 8)}`;
  // Searching for a part: what was asked for may come back in the search field.
  const part = word.slice(0, 12);
  const records = await makeRecords(origin, desk, word);
  const stranger = (await makeDesk()).admin;
  const cookie = await cookieHeaderOf(stranger);
  const requests = await listApiRequests(origin, records);
  const reads = requests.filter(({ method }) => method === "GET").map(({ path }) => path);
  const paths = [
    ...pagesOf(records.articleId).flatMap((path) =>
      RENDERINGS.map(({ suffix, headers }) => ({ path: `${path}${suffix}`, headers })),
    ),
    ...[
      ...reads,
      `/articles?q=${part}`,
      `/sources?q=${part}`,
      `/api/v1/articles?query=${part}`,
      `/api/v1/sources?query=${part}`,
    ].map((path) => ({ path, headers: {} })),
  ];
  const people: Record<string, string>[] = [{}, { cookie }];
  for (const person of people) {
    for (const { path, headers } of paths) {
      const { text, headers: received } = await visit(`${origin}${path}`, { ...headers, ...person });
      expect.soft(`${path} ${`${text} ${JSON.stringify(received)}`.includes(word)}`).toBe(`${path} false`);
    }
  }
  // The same crawl by somebody of the desk finds it: the question is the right one.
  const own = await send(`${origin}/articles/${records.articleId}`, {
    headers: { cookie: await cookieHeaderOf(desk.viewer) },
  });
  expect(own.text).toContain(word);
});
