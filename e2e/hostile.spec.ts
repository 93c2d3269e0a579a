import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { db } from "@/lib/db/client";
import { makeDesk } from "./accounts";
import { Api, send } from "./api";
import { expect, fingerprintDesk, originOf, test } from "./fixtures";
import { WorkspacePage } from "./workspace-page";

/** Each of them runs a script or asks a foreign host somewhere, if text is ever taken for markup. */
const PAYLOADS = [
  `<script>__pwned=1</script>`,
  `<img src=x onerror=__pwned=2>`,
  `"><svg onload=__pwned=3>`,
  `'-__pwned=4-'`,
  `</title></textarea></style><script>__pwned=5</script>`,
  `[x](javascript:__pwned=6)`,
  `<img src=http://127.0.0.2:9/p.png>`,
  `<iframe srcdoc="<script>parent.__pwned=7</script>">`,
  `\${__pwned=8}{{__pwned=9}}`,
  `</script><script>__pwned=10</script>`,
  `<a href="javascript:__pwned=11">x</a>`,
  `--><script>__pwned=12</script><!--`,
  `]]><script>__pwned=13</script>`,
  `<style>@import 'http://127.0.0.2:9/s.css'</style>`,
  `\u2028__pwned=14\u2029`,
  `![x](http://127.0.0.2:9/m.png)`,
];
const all = PAYLOADS.join(" ");
const some = (from: number, length: number) =>
  PAYLOADS.slice(from, from + 3)
    .join(" ")
    .slice(0, length);

async function expectHarmless(page: Page, place: string): Promise<void> {
  const ran = await page.evaluate(() => (globalThis as { __pwned?: number }).__pwned);
  expect(ran, place).toBeUndefined();
}

test("markup in any field stays words, on every screen and in every report", async ({
  page,
  baseURL,
  signIn,
  expectFault,
}) => {
  // The script with which this test listens for violations: a report runs none.
  expectFault(/Blocked script execution .* sandboxed/);
  expectFault(REFUSED_BY_SANDBOX);
  const origin = originOf(baseURL);
  const desk = await makeDesk(`${some(1, 90)} ${randomUUID().slice(0, 8)}`);
  await db.user.update({ where: { id: desk.editor.userId }, data: { name: some(0, 110) } });
  const api = new Api(origin, desk.editor.token);
  const text = `Die Stadt ${all} hat 412 Wohnungen gebaut.\n\n„Wir haben 90 ${PAYLOADS[1]} gebaut“, sagte Petra ${PAYLOADS[2]}.`;
  const article = await api.importArticle(text, {
    title: all.slice(0, 490),
    agency: some(2, 190),
    byline: some(4, 290),
    dateline: some(6, 190),
    copyright: some(8, 290),
    sourceUrl: `https://example.org/?${encodeURIComponent(all)}"><script>__pwned=20</script>`,
  });
  const [claim] = article.claims;
  if (!claim) throw new Error("The text has a claim.");
  const changed = await api.changeClaim(claim, {
    wording: all,
    reason: all,
    speaker: some(1, 290),
    speakerRole: some(3, 290),
    translation: { language: "en", wording: all },
    verdict: "FALSE",
  });
  await api.attachSource(changed.id, {
    source: {
      kind: "PAGE",
      title: all.slice(0, 490),
      url: `https://example.org/"><img src=x onerror=__pwned=21>`,
      publisher: some(5, 290),
      author: some(7, 290),
      originGroup: some(9, 190),
    },
    stance: "CONTRADICTS",
    excerpt: all,
    locator: some(11, 490),
  });
  await api.addNote(changed.id, all, { visibility: "REPORT" });
  await api.write("POST", `/articles/${article.id}/notes`, { body: all, visibility: "REPORT" });
  await api.write("POST", `/articles/${article.id}/reports`, {});
  await api.write("POST", "/tokens", { name: some(2, 110) }).catch(() => undefined);

  page.on("dialog", (dialog) => {
    throw new Error(`A dialog said ${dialog.message()}`);
  });
  await signIn({ ...desk.admin });
  const screens = [
    "/articles",
    `/articles/${article.id}?claim=${changed.id}`,
    `/articles/${article.id}/activity`,
    `/articles/${article.id}/reports`,
    "/sources",
    "/settings/members",
    "/settings/profile",
    `/articles?q=${encodeURIComponent(all.slice(0, 190))}`,
    `/sources?q=${encodeURIComponent(all.slice(0, 190))}`,
  ];
  for (const screen of screens) {
    await page.goto(screen);
    await expect(page.getByRole("heading").first()).toBeVisible();
    await expectHarmless(page, screen);
  }
  const workspace = new WorkspacePage(page);
  await workspace.open(article.id, changed.id);
  await expect(workspace.card(changed.number)).toContainText("<script>__pwned=1</script>");
  for (const link of await page.getByRole("link").all()) {
    expect(await link.getAttribute("href")).toMatch(/^(https?:|\/|\?|#)/);
  }

  for (const query of [
    "format=html",
    "format=html&profile=publishable",
    "format=html&number=1",
    "format=html&language=en",
  ]) {
    const address = `/api/v1/articles/${article.id}/report?${query}`;
    await page.goto(address);
    await expect(page.getByText("__pwned=1").first()).toBeVisible();
    // Opened from a disk there is no header to help.
    const { text: html } = await api.send("GET", address.replace("/api/v1", ""));
    const file = test.info().outputPath("report.html");
    writeFileSync(file, html);
    await page.goto(`file://${file}`);
    await expect(page.getByText("__pwned=1").first()).toBeVisible();
    await expectHarmless(page, query);
    for (const link of await page.getByRole("link").all()) {
      expect(await link.getAttribute("href")).toMatch(/^(https?:|#)/);
    }
  }
  // A Markdown file is shown as HTML somewhere else: what looks like markup is escaped.
  const { text: markdown } = await api.send("GET", `/articles/${article.id}/report?format=md`);
  expect(markdown.replace(/\\[<>[\]()!]|&lt;|&gt;/g, "").replace(/`[^`\n]*`|^ {4}.*$/gm, "")).not.toMatch(
    /<(script|img|svg|iframe|style|a )|\]\(javascript:|!\[x\]\(http/,
  );
});

const REFUSED_BY_SANDBOX = /Blocked .*sandbox/;

test("an address that runs a script is no address of a source", async ({ api, desk }) => {
  const article = await api.importArticle("Die Stadt hat 412 Wohnungen gebaut.");
  const before = await fingerprintDesk(desk.id);
  const urls = [
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "ftp://example.org/x",
    "//evil.example",
    "https://user:secret@example.org/",
    "https://",
    "x".repeat(3_000),
  ];
  for (const url of urls) {
    const { status } = await api.send("POST", `/claims/${article.claims[0]?.id}/citations`, {
      mutationId: randomUUID(),
      source: { kind: "PAGE", title: "x", url },
      stance: "SUPPORTS",
    });
    expect.soft(`${url.slice(0, 40)} ${status}`).toBe(`${url.slice(0, 40)} 422`);
  }
  expect(await fingerprintDesk(desk.id)).toEqual(before);
});

test.describe("bad input over HTTP", () => {
  test("a text that cannot be an article is refused, and nothing of it is stored", async ({
    api,
    desk,
    baseURL,
  }) => {
    const before = await fingerprintDesk(desk.id);
    const origin = originOf(baseURL);
    const post = (headers: Record<string, string>, raw: string | Buffer) =>
      send(`${origin}/api/v1/articles`, {
        method: "POST",
        raw,
        headers: { authorization: `Bearer ${api.token}`, ...headers },
      });
    const json = { "content-type": "application/json" };
    const valid = JSON.stringify({ text: "Die Stadt hat 412 Wohnungen gebaut." });
    const cases: [string, Promise<{ status: number; text: string }>, number[]][] = [
      ["empty", post(json, '{"text":""}'), [422]],
      ["white space", post(json, JSON.stringify({ text: " \n\t\u00a0\u200b\ufeff " })), [422]],
      ["6 MB", post(json, JSON.stringify({ text: "Ein Satz. ".repeat(600_000) })), [413]],
      ["30 MB", post(json, JSON.stringify({ text: "Ein Satz. ".repeat(3_000_000) })), [413, 0]],
      [
        "binary",
        post(
          json,
          JSON.stringify({ text: `PNG\u0000\u0001\u0002${"\u0000\u0003\u0007\u001b".repeat(300)}` }),
        ),
        [422],
      ],
      [
        "not UTF-8",
        post(json, Buffer.from([...Buffer.from('{"text":"'), 0xff, 0xfe, 0xc3, ...Buffer.from('"}')])),
        [400],
      ],
      ["text/plain", post({ "content-type": "text/plain" }, valid), [415]],
      ["a form", post({ "content-type": "application/x-www-form-urlencoded" }, "text=a"), [415]],
      ["no type", post({}, valid), [415]],
      ["malformed", post(json, '{"text":'), [400]],
      ["no object", post(json, "[]"), [422]],
      ["null", post(json, "null"), [422]],
      ["nothing", post(json, ""), [400]],
      ["deep", post(json, `${'{"text":'.repeat(20_000)}1${"}".repeat(20_000)}`), [400, 422]],
      ["unknown field", post(json, JSON.stringify({ text: "Ein Satz.", deskId: randomUUID() })), [422]],
      ["prototype", post(json, '{"text":"Ein Satz.","__proto__":{"role":"ADMIN"}}'), [422]],
      ["object for text", post(json, '{"text":{"not":""}}'), [422]],
      ["half a pair in the title", post(json, '{"text":"Ein Satz.","title":"\\ud800"}'), [422]],
      ["NUL in the title", post(json, '{"text":"Ein Satz.","title":"a\\u0000b"}'), [422]],
      ["forged mutationId", post(json, '{"text":"Ein Satz.","mutationId":"1\' OR 1=1"}'), [422]],
    ];
    for (const [name, answer, statuses] of cases) {
      const { status, text } = await answer;
      expect.soft(statuses, `${name}: ${status} ${text.slice(0, 200)}`).toContain(status);
      if (status !== 0) expect.soft(text).toMatch(/"code":"[A-Z_]+"/);
    }
    expect(await fingerprintDesk(desk.id)).toEqual(before);
  });

  test("strange but honest text is taken whole", async ({ api }) => {
    const half = await api.importArticle("Die Stadt \ud800 hat 412 Wohnungen\u0000 gebaut.");
    expect(half.text.isWellFormed()).toBe(true);
    expect(half.text).not.toContain("\u0000");
    expect(half.claims.length).toBe(1);
    for (const { quote, start, end } of half.claims.flatMap(({ spans }) => spans)) {
      expect(half.text.slice(start, end)).toBe(quote);
    }
    const endless = await api.importArticle("wohnungen ".repeat(100_000));
    expect(endless.text.length).toBeGreaterThan(900_000);
  });

  test("forged and foreign identifiers are refused, and nothing is stored", async ({
    api,
    desk,
    baseURL,
  }) => {
    const origin = originOf(baseURL);
    const article = await api.importArticle("Die Stadt hat 412 Wohnungen gebaut.");
    const [claim] = article.claims;
    if (!claim) throw new Error("no claim");
    const other = await makeDesk();
    const theirs = new Api(origin, other.editor.token);
    const foreign = await theirs.importArticle("Die Stadt hat 500 Wohnungen gebaut.");
    const foreignCitation = await theirs.attachSource(foreign.claims[0]?.id ?? "", {
      source: { kind: "PERSON", title: "Fremde Quelle" },
      stance: "CONTEXT",
    });
    const foreignNote = await theirs.addNote(foreign.claims[0]?.id ?? "", "Fremd");
    const before = [await fingerprintDesk(desk.id), await fingerprintDesk(other.id)];
    const mutationId = () => randomUUID();
    const cases: [string, string, object, number[]][] = [
      [
        "PATCH",
        `/claims/${claim.id}`,
        { mutationId: mutationId(), version: 1, assigneeId: other.editor.userId },
        [404, 422],
      ],
      [
        "PATCH",
        `/claims/${claim.id}`,
        { mutationId: mutationId(), version: 1, assigneeId: randomUUID() },
        [404, 422],
      ],
      [
        "PATCH",
        `/articles/${article.id}`,
        { mutationId: mutationId(), version: 1, assigneeId: other.editor.userId },
        [404, 422],
      ],
      [
        "POST",
        `/claims/${claim.id}/citations`,
        { mutationId: mutationId(), sourceId: foreignCitation.source.id, stance: "CONTEXT" },
        [404, 422],
      ],
      [
        "POST",
        `/claims/${claim.id}/notes`,
        { mutationId: mutationId(), body: "x", parentId: foreignNote.id },
        [404, 422],
      ],
      ["PATCH", `/claims/1' OR '1'='1`, { mutationId: mutationId(), version: 1, reason: "x" }, [404]],
      ["PATCH", `/claims/..%2f..%2farticles`, { mutationId: mutationId(), version: 1, reason: "x" }, [404]],
      ["PATCH", `/claims/${claim.id}`, { mutationId: mutationId(), version: { not: 0 }, reason: "x" }, [422]],
      ["PATCH", `/claims/${claim.id}`, { mutationId: mutationId(), version: 1e12, reason: "x" }, [422]],
      ["PATCH", `/claims/${claim.id}`, { mutationId: mutationId(), version: 1, deskId: other.id }, [422]],
      ["PATCH", `/claims/${claim.id}`, { mutationId: mutationId(), version: 1, verdict: "TRUE" }, [422]],
      ["PATCH", `/claims/${claim.id}`, { mutationId: mutationId(), version: 1, reason: "\ud800" }, [422]],
      ["PATCH", `/claims/${claim.id}`, { mutationId: mutationId(), version: 1, reason: "a\u0000b" }, [422]],
      [
        "PATCH",
        `/claims/${claim.id}`,
        { mutationId: mutationId(), version: 1, spans: [{ start: 5, end: 2 }] },
        [422],
      ],
      [
        "PATCH",
        `/claims/${claim.id}`,
        { mutationId: mutationId(), version: 1, spans: [{ start: 0, end: 1e9 }] },
        [422],
      ],
      [
        "POST",
        `/articles/${article.id}/claims`,
        { mutationId: mutationId(), spans: [], wording: "x" },
        [422],
      ],
      ["GET", "/articles?cursor=%00", {}, [422]],
      ["GET", "/articles?cursor=eyJpZCI6IngifQ", {}, [422]],
      ["GET", "/articles?limit=1&limit=2", {}, [422]],
      ["GET", `/articles/${article.id}/report?format=pdf`, {}, [404, 422]],
      ["GET", `/articles/${article.id}/report?format=html&number=-1`, {}, [404, 422]],
    ];
    for (const [method, path, body, statuses] of cases) {
      const { status, text } = await api.send(
        method,
        path.replaceAll(" ", "%20"),
        method === "GET" ? undefined : body,
      );
      expect
        .soft(statuses, `${method} ${path} ${JSON.stringify(body)}: ${status} ${text.slice(0, 200)}`)
        .toContain(status);
    }
    expect([await fingerprintDesk(desk.id), await fingerprintDesk(other.id)]).toEqual(before);
  });

  test("a write sent twice happens once, and its mutationId serves no other", async ({ api, desk }) => {
    const article = await api.importArticle("Die Stadt hat 412 Wohnungen gebaut.");
    const claim = article.claims[0];
    const note = { mutationId: randomUUID(), body: "Nur einmal" };
    const path = `/claims/${claim?.id}/notes`;
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => api.send<{ id: string }>("POST", path, note)),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1);
    const after = await fingerprintDesk(desk.id);
    expect((await api.send("POST", path, { ...note, body: "Etwas anderes" })).status).toBe(422);
    expect(await fingerprintDesk(desk.id)).toEqual(after);
    expect((await api.getArticle(article.id)).claims[0]?.notes.length).toBe(1);
  });
});
