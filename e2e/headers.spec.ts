import { readdirSync, readFileSync } from "node:fs";
import type { Desk } from "./accounts";
import { sessionCookieOf } from "./accounts";
import { send } from "./api";
import { expect, fingerprintDesk, originOf, test } from "./fixtures";
import type { Records } from "./openapi-requests";
import { makeRecords } from "./openapi-requests";

type Route = { file: string; path: string; methods: string[]; isPage: boolean };

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/** Every address the application answers to, read from its files: a new one is tested without being named here. */
function listRoutes(records: Records): Route[] {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" }).map((file) => `app/${file}`);
  return (
    files
      .sort()
      .filter((file) => /\/(page\.tsx|route\.ts)$/.test(file))
      // Stands for all paths that are not there; FILES has one of them.
      .filter((file) => !file.includes("[...rest]"))
      .map((file) => {
        const source = readFileSync(file, "utf8");
        const path = file
          .replace(/^app/, "")
          .replace(/\/(page\.tsx|route\.ts)$/, "")
          .replace(/\/\([^)]+\)/g, "")
          .replace("/[...nextauth]", "/callback/credentials")
          .replace(/\/\[(\w+)\]/g, (_, name: string) => `/${records[name] ?? "unknown"}`);
        const methods = METHODS.filter((method) =>
          new RegExp(
            `export (const|function|async function) ${method}\\b|as ${method}\\b|export \\{ ${method}`,
          ).test(source),
        );
        const isPage = file.endsWith("page.tsx");
        return { file, path: path || "/", methods: isPage ? ["GET"] : methods, isPage };
      })
  );
}

async function arrange(baseURL: string | undefined, desk: Desk) {
  const origin = originOf(baseURL);
  const records = await makeRecords(origin, desk);
  const { name, value } = await sessionCookieOf(desk.admin);
  return { origin, records, routes: listRoutes(records), cookie: `${name}=${value}` };
}

/** The headers of a stranger's request, and of one with a session. */
function anonymousAnd(cookie: string): Record<string, string>[] {
  return [{}, { cookie }];
}

const FILES = [
  "/icon.svg",
  "/no-such-page",
  "/articles/no-such-article",
  "/api/v1/no-such-thing",
  "/_next/static/no-such-file.js",
];

test("every answer forbids frames, sniffing and storing, and does not say what made it", async ({
  baseURL,
  desk,
}) => {
  const { origin, routes, cookie } = await arrange(baseURL, desk);
  expect(routes.length).toBeGreaterThan(25);
  const paths = [...routes.map(({ path }) => path), ...FILES, "/api/health"];
  for (const path of paths) {
    for (const headers of anonymousAnd(cookie)) {
      const answer = await send(`${origin}${path}`, {
        headers,
        until: path.endsWith("/events") ? () => true : undefined,
      });
      const problems = [
        !/frame-ancestors '(none|self)'/.test(String(answer.headers["content-security-policy"])) &&
          "frame-ancestors",
        !/^(DENY|SAMEORIGIN)$/.test(String(answer.headers["x-frame-options"])) && "x-frame-options",
        answer.headers["x-content-type-options"] !== "nosniff" && "nosniff",
        answer.headers["referrer-policy"] !== "no-referrer" && "referrer-policy",
        answer.headers["x-powered-by"] !== undefined && "x-powered-by",
        answer.text !== "" &&
          path !== "/icon.svg" &&
          !/no-store/.test(String(answer.headers["cache-control"])) &&
          "no-store",
      ].filter(Boolean);
      expect.soft(`${path} (${answer.status}): ${problems.join(", ")}`).toBe(`${path} (${answer.status}): `);
    }
  }
});

test("every script of a page carries the nonce of that answer, and no two answers share one", async ({
  baseURL,
  desk,
}) => {
  const { origin, routes, cookie } = await arrange(baseURL, desk);
  const nonces = new Set<string>();
  const pages = routes.filter(({ isPage }) => isPage).map(({ path }) => path);
  let count = 0;
  for (const path of [...pages, "/no-such-page", "/articles/no-such-article"]) {
    for (const headers of anonymousAnd(cookie)) {
      const answer = await send(`${origin}${path}`, { headers });
      if (!/text\/html/.test(String(answer.headers["content-type"]))) continue;
      const policy = String(answer.headers["content-security-policy"]);
      const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? "";
      expect.soft(`${path} ${nonce !== ""}`).toBe(`${path} true`);
      expect.soft(policy.match(/script-src[^;]*/)?.[0]).not.toMatch(/unsafe-|https?:|\*/);
      nonces.add(nonce);
      count += 1;
      const scripts = answer.text.match(/<script\b[^>]*>/g) ?? [];
      const bare = scripts.filter((tag) => !tag.includes(`nonce="${nonce}"`));
      expect.soft({ path, bare }).toEqual({ path, bare: [] });
      expect.soft(`${path} ${/\son\w+="/.test(answer.text)}`).toBe(`${path} false`);
    }
  }
  expect(count).toBeGreaterThan(10);
  expect(nonces.size).toBe(count);
});

test("no route takes a write with a cookie from another origin, in any form", async ({ baseURL, desk }) => {
  const { origin, routes, cookie } = await arrange(baseURL, desk);
  const { hostname, port } = new URL(origin);
  const before = await fingerprintDesk(desk.id);
  const origins = {
    none: undefined,
    opaque: "null",
    evil: "https://evil.example",
    subdomain: `http://${hostname}.evil.example:${port}`,
    "other port": `http://${hostname}:${Number(port) + 1}`,
    "other scheme": `https://${hostname}:${port}`,
    "own, spelled twice": `${origin}, https://evil.example`,
  };
  const forms = [
    ["application/json", "{}"],
    ["text/plain", "{}"],
    ["application/x-www-form-urlencoded", "a=b"],
    [
      "multipart/form-data; boundary=x",
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
    ],
  ] as const;
  const writes = routes.flatMap((route) =>
    route.methods.filter((m) => m !== "GET").map((method) => ({ ...route, method })),
  );
  expect(writes.length).toBeGreaterThan(20);
  for (const { file, path, method } of writes) {
    for (const [name, from] of Object.entries(origins)) {
      for (const forwarded of [undefined, "evil.example"]) {
        const [type, raw] = forms[(name.length + (forwarded ? 1 : 0)) % forms.length] ?? forms[0];
        for (const [contentType, content] of [
          ["application/json", "{}"],
          [type, raw],
        ] as const) {
          const { status } = await send(`${origin}${path}`, {
            method,
            raw: content,
            headers: {
              cookie,
              "content-type": contentType,
              ...(from && { origin: from }),
              ...(forwarded && { "x-forwarded-host": forwarded, forwarded: `host=${forwarded}` }),
            },
          });
          expect
            .soft(`${method} ${file} from ${name}: ${status}`)
            .toBe(`${method} ${file} from ${name}: 403`);
        }
      }
    }
    // From our own pages the same request is looked at, and refused only for what it says.
    const own = await send(`${origin}${path}`, {
      method,
      raw: '{"no such field":1}',
      headers: { cookie, "content-type": "application/json", origin },
    });
    const isSignIn = file.includes("nextauth");
    expect.soft(`${method} ${file} ${own.status}`).toMatch(isSignIn ? /400$/ : /(400|422)$/);
  }
  expect(await fingerprintDesk(desk.id)).toEqual(before);
});

test("reading changes nothing", async ({ baseURL, desk }) => {
  const { origin, routes, cookie } = await arrange(baseURL, desk);
  const before = await fingerprintDesk(desk.id);
  for (const { path, methods } of routes) {
    if (!methods.includes("GET")) continue;
    for (const query of ["", "?format=html", "?format=json&download=1"]) {
      const until = path.endsWith("/events") ? () => true : undefined;
      await send(`${origin}${path}${query}`, { headers: { cookie }, until });
      await send(`${origin}${path}${query}`, { method: "HEAD", headers: { cookie }, until });
    }
  }
  expect(await fingerprintDesk(desk.id)).toEqual(before);
});

test("a host that the instance is not set up for is refused", async ({ baseURL }) => {
  const origin = originOf(baseURL);
  for (const host of ["evil.example", `localhost.evil.example:${new URL(origin).port}`]) {
    expect((await send(`${origin}/sign-in`, { headers: { host } })).status).toBe(421);
  }
});
