import type { AuthOptions } from "next-auth";
import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { problem } from "@/lib/http/problem";
import { mediaType, readText } from "@/lib/http/read-body";
import { LOCALE_COOKIE, THEME_COOKIE } from "@/lib/i18n/locales";
import { describeError, log } from "@/lib/log";
import { routes } from "@/lib/routes";
import { choiceCookie } from "./choice-cookie";
import { clientAddressOf } from "./client-address";
import { toReturnPath } from "./return-path";
import { isSameOrigin } from "./same-origin";
import { endSession } from "./session";
import { authSecret, openSessionCookie, readCookie, SESSION_COOKIE } from "./session-cookie";
import { SESSION_LIFETIME_SECONDS } from "./session-lifetime";
import type { SignInOutcome } from "./sign-in";
import { signIn } from "./sign-in";
import type { SignInError } from "./sign-in-error";

const CSRF_COOKIE = {
  name: SESSION_COOKIE.options.secure ? "__Host-beleg-csrf" : "beleg-csrf",
  options: SESSION_COOKIE.options,
};
const MAX_BODY_BYTES = 16_000;
const bodySchema = z.record(z.string(), z.string());
type AuthBody = z.infer<typeof bodySchema>;

type AuthRequest = {
  method: string;
  query: { nextauth: string[] };
  body: AuthBody;
  headers: Record<string, string>;
  cookies: Record<string, string>;
};
type AuthAnswer = { status: number; cookies: string[]; body: unknown };

/**
 * The parts of next-auth that Beleg uses. Its other endpoints (session with its client-chosen data, _log, providers,
 * its own pages, sign-in by link) do not exist here.
 */
const ENDPOINTS = {
  "GET csrf": answerCsrf,
  "POST callback/credentials": answerSignIn,
  "POST signout": answerSignOut,
} as const;

/** Answers /api/auth/<action>. */
export async function handleAuthRequest(request: Request, action: readonly string[]): Promise<Response> {
  const name = `${request.method} ${action.join("/")}`;
  const endpoint = Object.entries(ENDPOINTS).find(([key]) => key === name)?.[1];
  if (!endpoint) return problem("NOT_FOUND");
  try {
    const response = await endpoint(request);
    response.headers.set("cache-control", "no-store");
    log.info("auth", { action: name, status: response.status });
    return response;
  } catch (error) {
    if (error instanceof AppError) return problem(error.code, { details: error.details });
    log.error("auth.unexpected", { action: name, ...describeError(error) });
    return problem("UNEXPECTED");
  }
}

async function answerCsrf(request: Request): Promise<Response> {
  const answer = await callNextAuth(["csrf"], { request, body: {}, options: makeOptions() });
  return withCookies(Response.json(answer.body), answer.cookies);
}

async function answerSignIn(request: Request): Promise<Response> {
  const read = await readForm(request);
  if (read instanceof Response) return read;
  const { body, wantsJson } = read;

  let outcome: SignInOutcome | undefined;
  let failure: unknown;
  const previousSid = await readSid(request);
  const authorize = async (credentials: unknown): Promise<string | null> => {
    try {
      outcome = await signIn({
        credentials,
        clientAddress: clientAddressOf(request.headers),
        previousSid,
        now: new Date(),
      });
      return outcome.kind === "signedIn" ? outcome.userId : null;
    } catch (error) {
      // next-auth would write the message of an error into an address; it is thrown below instead.
      failure = error;
      return null;
    }
  };
  const options = makeOptions({
    authorize,
    sid: () => (outcome?.kind === "signedIn" ? outcome.sid : undefined),
  });
  const answer = await callNextAuth(["callback", "credentials"], { request, body, options });
  if (failure !== undefined) throw failure;

  const path = nextPath(body);
  const ended: SignInOutcome | { kind: "expired" } = outcome ?? { kind: "expired" };
  if (ended.kind !== "signedIn") return refuse(ended, { path, wantsJson });
  const cookies = [...answer.cookies, ...(await choiceCookies(ended.userId))];
  return withCookies(goOn(path ?? routes.articles(), wantsJson), cookies);
}

async function answerSignOut(request: Request): Promise<Response> {
  const read = await readForm(request);
  if (read instanceof Response) return read;
  const { body, wantsJson } = read;
  const answer = await callNextAuth(["signout"], { request, body, options: makeOptions() });
  if (isCsrfRefusal(answer)) return refuse({ kind: "expired" }, { path: null, wantsJson });
  const sid = await readSid(request);
  if (sid !== null) await endSession(db, sid);
  const response = withCookies(goOn(routes.signIn(), wantsJson), answer.cookies);
  // Not "storage": unsaved text of others who use this browser lies there. The page removes what is this person's.
  response.headers.set("clear-site-data", '"cache"');
  return response;
}

/** Forms and JSON of our own pages, at most a few kilobytes of text fields. */
async function readForm(request: Request): Promise<{ body: AuthBody; wantsJson: boolean } | Response> {
  if (!isSameOrigin(request.headers, env.BELEG_URL)) {
    return problem("FORBIDDEN", { detail: `Sign in from pages of ${env.BELEG_URL}.` });
  }
  const type = mediaType(request);
  const isJson = type === "application/json";
  if (!isJson && type !== "application/x-www-form-urlencoded") {
    return problem("INVALID", { status: 415, detail: "Send JSON or a form." });
  }
  const read = await readText(request, MAX_BODY_BYTES);
  if ("failure" in read) {
    return read.failure === "tooLarge" ? problem("TOO_LARGE") : problem("INVALID", { status: 400 });
  }
  const fields = isJson ? parseJson(read.text) : Object.fromEntries(new URLSearchParams(read.text));
  const parsed = bodySchema.safeParse(fields);
  if (!parsed.success) return problem("INVALID", { status: 400, detail: "Send an object of text fields." });
  return { body: parsed.data, wantsJson: isJson || parsed.data.json === "true" };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** "expired": the form was made for another browser, or too long ago. */
type Refusal =
  | { kind: Exclude<SignInError, "tooMany"> }
  | { kind: Extract<SignInError, "tooMany">; retryAfterSeconds: number };

function refuse(
  refusal: Refusal,
  { path, wantsJson }: { path: string | null; wantsJson: boolean },
): Response {
  if (!wantsJson) {
    const query = new URLSearchParams({ error: refusal.kind, ...(path && { next: path }) });
    return redirectTo(`${routes.signIn()}?${query}`);
  }
  if (refusal.kind === "tooMany") {
    return problem("RATE_LIMITED", { details: { retryAfterSeconds: refusal.retryAfterSeconds } });
  }
  if (refusal.kind === "wrong") return problem("UNAUTHENTICATED");
  return problem("FORBIDDEN", { detail: "csrfToken is missing or old: GET /api/auth/csrf first." });
}

function goOn(path: string, wantsJson: boolean): Response {
  return wantsJson ? Response.json({ url: path }) : redirectTo(path);
}

/** Relative on purpose: no host name that a client sent can get into it. */
function redirectTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append("set-cookie", cookie);
  return response;
}

/** Where to go on; `callbackUrl` may also be a whole address of this instance, as next-auth's own client sends it. */
function nextPath(body: AuthBody): string | null {
  const wish = body.next ?? body.callbackUrl;
  return toReturnPath(wish?.startsWith(`${env.BELEG_URL}/`) ? wish.slice(env.BELEG_URL.length) : wish);
}

async function readSid(request: Request): Promise<string | null> {
  const value = readCookie(request.headers.get("cookie"), SESSION_COOKIE.name);
  return value === null ? null : await openSessionCookie(value);
}

/** Language and theme follow the person to every browser they sign in with. */
async function choiceCookies(userId: string): Promise<string[]> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { locale: true, theme: true },
  });
  const choices = [
    [LOCALE_COOKIE, user.locale],
    [THEME_COOKIE, user.theme],
  ] as const;
  return choices.flatMap(([name, value]) => (value === null ? [] : [choiceCookie(name, value)]));
}

type Hooks = {
  authorize?: (credentials: unknown) => Promise<string | null>;
  sid?: () => string | undefined;
};

function makeOptions({ authorize, sid }: Hooks = {}): AuthOptions {
  return {
    secret: authSecret(),
    session: { strategy: "jwt", maxAge: SESSION_LIFETIME_SECONDS },
    useSecureCookies: SESSION_COOKIE.options.secure,
    cookies: { sessionToken: SESSION_COOKIE, csrfToken: CSRF_COOKIE },
    providers: [
      Credentials({
        credentials: { email: {}, password: {} },
        authorize: async (credentials) => {
          const id = (await authorize?.(credentials)) ?? null;
          return id === null ? null : { id };
        },
      }),
    ],
    callbacks: {
      // The cookie carries the session id and nothing else, whatever a client sends along.
      jwt: ({ trigger }) => ({ ...(trigger === "signIn" && { sid: sid?.() }) }),
      redirect: () => env.BELEG_URL,
    },
    logger: {
      error: (code) => log.error("auth.next-auth", { code }),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

function isCsrfRefusal({ body }: AuthAnswer): boolean {
  const answer = z.object({ url: z.string() }).safeParse(body);
  return answer.success && answer.data.url.endsWith("?csrf=true");
}

/**
 * Calls next-auth with just the headers, cookies and fields that it needs: no forwarded host, no callback address and
 * no query of the client reach it. Its redirects come back as values.
 */
async function callNextAuth(
  action: string[],
  { request, body, options }: { request: Request; body: AuthBody; options: AuthOptions },
): Promise<AuthAnswer> {
  const header = request.headers.get("cookie");
  const names = [SESSION_COOKIE.name, CSRF_COOKIE.name];
  const cookies = names.flatMap((name) => {
    const value = readCookie(header, name);
    return value === null ? [] : [[name, decodeCookie(value)] as const];
  });
  const { csrfToken = "", email = "", password = "" } = body;
  const answer: AuthAnswer = { status: 200, cookies: [], body: null };
  const response = {
    status(status: number) {
      answer.status = status;
      return response;
    },
    getHeader: (name: string) => (name.toLowerCase() === "set-cookie" ? answer.cookies : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === "set-cookie") answer.cookies = [value].flat();
      return response;
    },
    json: (value: unknown) => {
      answer.body = value;
    },
    send: (value: unknown) => {
      answer.body = value;
    },
  };
  await callAsApiRoute(
    {
      method: request.method,
      query: { nextauth: action },
      headers: {},
      cookies: Object.fromEntries(cookies),
      body: { csrfToken, email, password, json: "true" },
    },
    response,
    options,
  );
  return {
    ...answer,
    cookies: answer.cookies.filter((cookie) => names.some((name) => cookie.startsWith(`${name}=`))),
  };
}

function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    if (error instanceof URIError) return "";
    throw error;
  }
}

/** next-auth reads these few members of Next's types; declaring them spares a server of its own in between. */
const callAsApiRoute = NextAuth as unknown as (
  request: AuthRequest,
  response: object,
  options: AuthOptions,
) => Promise<void>;
