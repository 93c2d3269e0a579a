import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { makeMember } from "@/prisma/test-accounts";
import { getActor } from "./actor";
import { CLIENT_ADDRESS_HEADER } from "./client-address";
import { handleAuthRequest } from "./next-auth";
import { hashPassword } from "./password";

const ORIGIN = "http://localhost:3000";
const PASSWORD = "correct horse battery";
const passwordHash = await hashPassword(PASSWORD);
let addresses = 0;

/** A browser with its cookies. */
function openBrowser(clientAddress = `192.0.2.${++addresses}`) {
  const jar = new Map<string, string>();

  async function send(
    method: string,
    action: string,
    input: { body?: string; headers?: Record<string, string> } = {},
  ) {
    const request = new Request(`${ORIGIN}/api/auth/${action}`, {
      method,
      body: input.body,
      headers: {
        cookie: cookieHeader(),
        [CLIENT_ADDRESS_HEADER]: clientAddress,
        ...(method !== "GET" && { origin: ORIGIN, "content-type": "application/json" }),
        ...input.headers,
      },
    });
    const response = await handleAuthRequest(request, action.split("?")[0]?.split("/") ?? []);
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = cookie.split("; ");
      const [name = "", value = ""] = pair.split("=");
      if (attributes.includes("Max-Age=0")) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  const cookieHeader = () => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

  async function csrfToken(): Promise<string> {
    return (await (await send("GET", "csrf")).json()).csrfToken;
  }

  async function post(action: string, fields: Record<string, unknown>, headers: Record<string, string> = {}) {
    return await send("POST", action, {
      body: JSON.stringify({ csrfToken: await csrfToken(), ...fields }),
      headers,
    });
  }

  return {
    jar,
    cookieHeader,
    send,
    post,
    csrfToken,
    signIn: (email: string, password = PASSWORD) => post("callback/credentials", { email, password }),
    actor: () => getActor(new Request(`${ORIGIN}/api/v1/session`, { headers: { cookie: cookieHeader() } })),
  };
}

describe("signing in", () => {
  it("gives the browser a session cookie that scripts cannot read, with the session id and nothing else", async () => {
    const member = await makeMember("REVIEWER", { passwordHash });
    const browser = openBrowser();
    const response = await browser.signIn(member.email);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ url: "/articles" });
    expect(response.headers.get("cache-control")).toBe("no-store");
    const cookie = response.headers.getSetCookie().find((one) => one.startsWith("beleg-session="));
    expect(cookie).toMatch(/; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(await browser.actor()).toMatchObject({ userId: member.userId, role: "REVIEWER" });
  });

  it("works with an ordinary form too, and goes on where the person wanted to", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    const browser = openBrowser();
    const form = { csrfToken: await browser.csrfToken(), email: member.email, password: PASSWORD };
    const response = await browser.send("POST", "callback/credentials", {
      body: new URLSearchParams({ ...form, next: "/articles/1?claim=2" }).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/articles/1?claim=2");
    expect(await browser.actor()).not.toBeNull();
  });

  it("sends a form with a wrong password back to the page, with the way on kept and no reason in it", async () => {
    const browser = openBrowser();
    const form = {
      csrfToken: await browser.csrfToken(),
      email: "a@b.de",
      password: "wrong",
      next: "/sources",
    };
    const response = await browser.send("POST", "callback/credentials", {
      body: new URLSearchParams(form).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/sign-in?error=wrong&next=%2Fsources");
  });

  it.each([
    "//evil",
    "/\\evil",
    "/%09/evil\t",
    "https:evil",
    "@evil",
    "http://host.evil",
    "javascript:alert(1)",
  ])("never goes on at %j", async (callbackUrl) => {
    const { email } = await makeMember("EDITOR", { passwordHash });
    const response = await openBrowser().post("callback/credentials", {
      email,
      password: PASSWORD,
      callbackUrl,
    });
    expect(await response.json()).toEqual({ url: "/articles" });
  });

  it("answers bytes that do not tell whether an account exists", async () => {
    const member = await makeMember("ADMIN", { passwordHash });
    const disabled = await makeMember("ADMIN", { passwordHash });
    await db.membership.update({ where: { id: disabled.membershipId }, data: { disabledAt: new Date() } });
    const answers = await Promise.all(
      [
        openBrowser().signIn(member.email, "wrong password"),
        openBrowser().signIn("nobody@example.org", "wrong password"),
        openBrowser().signIn(disabled.email),
      ].map(async (pending) => {
        const response = await pending;
        const headers = [...response.headers].filter(([name]) => name !== "set-cookie");
        return { status: response.status, headers, body: await response.text() };
      }),
    );
    expect(answers[0]?.status).toBe(401);
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });

  it("answers 429 with Retry-After, whatever address the client claims to have", async () => {
    const { email } = await makeMember("EDITOR", { passwordHash });
    const clientAddress = "203.0.113.77";
    const statuses: number[] = [];
    let retryAfter: string | null = null;
    for (let round = 0; round < 8; round++) {
      const response = await openBrowser(clientAddress).post(
        "callback/credentials",
        { email, password: "wrong password" },
        { "x-forwarded-for": `10.0.0.${round}`, "x-real-ip": `10.0.1.${round}` },
      );
      statuses.push(response.status);
      retryAfter = response.headers.get("retry-after");
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect(Number(retryAfter)).toBeGreaterThan(50);
  });

  it("ends the session that the browser held before", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    const browser = openBrowser();
    await browser.signIn(member.email);
    const before = browser.cookieHeader();
    await browser.signIn(member.email);
    expect(browser.cookieHeader()).not.toBe(before);
    const replayed = new Request(`${ORIGIN}/`, { headers: { cookie: before } });
    expect(await getActor(replayed)).toBeNull();
    expect(await browser.actor()).not.toBeNull();
  });

  it("brings language and theme along", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    await db.user.update({ where: { id: member.userId }, data: { locale: "en", theme: "dark" } });
    const browser = openBrowser();
    await browser.signIn(member.email);
    expect(browser.jar.get("beleg-locale")).toBe("en");
    expect(browser.jar.get("beleg-theme")).toBe("dark");
  });

  it("is refused without the token of the browser's own form", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    const body = { email: member.email, password: PASSWORD };
    const browser = openBrowser();
    await browser.csrfToken();
    for (const csrfToken of ["", "x".repeat(64), await openBrowser().csrfToken()]) {
      const response = await browser.send("POST", "callback/credentials", {
        body: JSON.stringify({ ...body, csrfToken }),
      });
      expect(response.status).toBe(403);
    }
    expect(await browser.actor()).toBeNull();
  });
});

describe("the walls around it", () => {
  const foreign: Record<string, string>[] = [
    {},
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: "http://localhost:3000.evil" },
    { origin: "http://localhost:3001" },
  ];
  it.each(foreign.flatMap((headers) => [headers, { ...headers, "x-forwarded-host": "evil.example" }]))(
    "refuses to sign in or out for %j",
    async (headers) => {
      const member = await makeMember("EDITOR", { passwordHash });
      const browser = openBrowser();
      await browser.signIn(member.email);
      for (const action of ["callback/credentials", "signout"]) {
        const csrfToken = await browser.csrfToken();
        const request = new Request(`${ORIGIN}/api/auth/${action}`, {
          method: "POST",
          body: JSON.stringify({ csrfToken, email: member.email, password: PASSWORD }),
          headers: { cookie: browser.cookieHeader(), "content-type": "application/json", ...headers },
        });
        const response = await handleAuthRequest(request, action.split("/"));
        expect(response.status).toBe(403);
        expect(response.headers.getSetCookie()).toEqual([]);
      }
      expect(await browser.actor()).not.toBeNull();
    },
  );

  it.each([
    ["GET", "session"],
    ["POST", "session"],
    ["POST", "_log"],
    ["GET", "providers"],
    ["GET", "signin"],
    ["POST", "signin"],
    ["POST", "signin/credentials"],
    ["GET", "signout"],
    ["GET", "error"],
    ["GET", "verify-request"],
    ["GET", "callback/credentials"],
    ["POST", "callback/google"],
    ["POST", "callback/credentials/more"],
    ["GET", ""],
    ["GET", "toString"],
  ])("has no %s %s", async (method, action) => {
    const member = await makeMember("VIEWER", { passwordHash });
    const browser = openBrowser();
    await browser.signIn(member.email);
    const before = browser.cookieHeader();
    const csrfToken = await browser.csrfToken();
    const body = JSON.stringify({ csrfToken, data: { role: "ADMIN", sid: "x" }, code: "x", level: "error" });
    const response = await browser.send(method, action, method === "GET" ? {} : { body });
    expect(response.status).toBe(404);
    expect(browser.cookieHeader()).toBe(before);
    expect(await browser.actor()).toMatchObject({ role: "VIEWER" });
  });

  it.each([
    ["text/plain", "{}", 415],
    ["multipart/form-data; boundary=x", "--x--", 415],
    ["application/json", "{", 400],
    ["application/json", "[]", 400],
    ["application/json", '{"email":{"not":""},"password":"x"}', 400],
    ["application/json", JSON.stringify({ email: "x".repeat(20_000) }), 413],
  ])("answers %s %j with %i", async (type, body, status) => {
    const response = await openBrowser().send("POST", "callback/credentials", {
      body,
      headers: { "content-type": type },
    });
    expect(response.status).toBe(status);
  });

  it("never takes a host that the client sends into an answer", async () => {
    const { email } = await makeMember("EDITOR", { passwordHash });
    const headers = {
      host: "evil.example",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
    };
    const browser = openBrowser();
    const answers = [
      await browser.send("GET", "csrf", { headers }),
      await browser.post("callback/credentials", { email, password: PASSWORD }, headers),
      await browser.post("signout", {}, headers),
    ];
    for (const response of answers) {
      const text = JSON.stringify([...response.headers]) + (await response.text());
      expect(text).not.toContain("evil");
    }
  });
});

describe("signing out", () => {
  it("ends the session at once, also for whoever saved the cookie, and clears the cache alone", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    const browser = openBrowser();
    await browser.signIn(member.email);
    const saved = browser.cookieHeader();
    const response = await browser.post("signout", {});
    expect(response.status).toBe(200);
    expect(response.headers.get("clear-site-data")).toBe('"cache"');
    expect(browser.jar.has("beleg-session")).toBe(false);
    expect(await getActor(new Request(ORIGIN, { headers: { cookie: saved } }))).toBeNull();
    const sealed = /beleg-session=([^;]+)/.exec(saved)?.[1];
    const bearer = new Request(ORIGIN, { headers: { authorization: `Bearer ${sealed}` } });
    expect(await getActor(bearer)).toBeNull();
    expect(await db.session.count({ where: { userId: member.userId } })).toBe(0);
  });

  it("leaves the other browsers of the person signed in", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    const [one, other] = [openBrowser(), openBrowser()];
    await one.signIn(member.email);
    await other.signIn(member.email);
    await one.post("signout", {});
    expect(await other.actor()).not.toBeNull();
  });

  it("is refused without the token, and the session lives on", async () => {
    const member = await makeMember("EDITOR", { passwordHash });
    const browser = openBrowser();
    await browser.signIn(member.email);
    const response = await browser.send("POST", "signout", { body: "{}" });
    expect(response.status).toBe(403);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await browser.actor()).not.toBeNull();
  });

  it("is harmless for who is not signed in", async () => {
    expect((await openBrowser().post("signout", {})).status).toBe(200);
  });
});
