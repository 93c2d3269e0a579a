import { z } from "zod";
import { getActor } from "@/lib/auth/actor";
import type { Actor } from "@/lib/auth/policy";
import { isSameOrigin } from "@/lib/auth/same-origin";
import { env } from "@/lib/env";
import type { ErrorDetails, Issue } from "@/lib/errors";
import { AppError } from "@/lib/errors";
import { describeError, log } from "@/lib/log";
import { findUnstorable, toIssues } from "./input-issues";
import { problem } from "./problem";
import { mediaType, readText } from "./read-body";
import { OTHER_USER_RULE, SHOWN_USER_HEADER } from "./shown-user";

/** A body without a limit of its own may have this many bytes. */
export const DEFAULT_MAX_BYTES = 1_000_000;

type Schema = z.ZodType;
type Output<S extends Schema | undefined, Fallback> = S extends Schema ? z.output<S> : Fallback;

/** What a handler gets: checked input and who sends it. */
export type RouteInput<
  B extends Schema | undefined,
  Q extends Schema | undefined,
  P extends Schema | undefined,
> = {
  actor: Actor;
  body: Output<B, undefined>;
  query: Output<Q, Record<string, never>>;
  params: Output<P, Record<string, string>>;
  request: Request;
};

/** What a route says about itself; the OpenAPI document is made from it. */
export type RouteDescription = {
  summary?: string;
  body?: Schema;
  query?: Schema;
  params?: Schema;
  /** The shape of a 2xx answer. */
  response?: Schema;
  /** Status of a 2xx answer; 200 where it is not said. */
  status?: 200 | 201 | 202 | 204;
  /** Media type of a 2xx answer; JSON where it is not said. */
  produces?: string;
  isPublic?: boolean;
};

type Options<B extends Schema | undefined, Q extends Schema | undefined, P extends Schema | undefined> = Omit<
  RouteDescription,
  "body" | "query" | "params" | "isPublic"
> & {
  body?: B;
  query?: Q;
  params?: P;
  maxBytes?: number;
  /** Text fields of the body that may hold any character, because what they hold is cleaned before it is stored. */
  anyText?: readonly string[];
};

type RouteContext = { params?: Promise<Record<string, string | string[] | undefined>> | undefined };

/** A Next route handler that can be asked what it takes and answers. */
export type Route = ((request: Request, context: RouteContext) => Promise<Response>) & {
  readonly description: RouteDescription;
};

/** Where no schema says otherwise, the parts of a path are ids; anything else names nothing. */
const idParams = z.record(z.string(), z.uuid());
const noQuery = z.strictObject({});
const WRITES = new Set(["POST", "PUT", "PATCH", "DELETE"]);

/** A value to answer with status 201. */
export function created(value: unknown): Response {
  return Response.json(value, { status: 201 });
}

/**
 * The one way from HTTP into the product. Finds out who asks, refuses writes that a foreign page made the browser
 * send, checks the input strictly, turns planned errors into problem documents, forbids caching, logs one line.
 * The handler answers with a Response, or with a value to send as JSON (undefined: 204).
 */
export function route<
  B extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  P extends Schema | undefined = undefined,
>(options: Options<B, Q, P> & { handler: (input: RouteInput<B, Q, P>) => Promise<unknown> }): Route {
  return makeRoute(options, false, async (checked, request) => {
    const actor = await getActor(request);
    if (!actor) throw new AppError("UNAUTHENTICATED");
    const isCookie = actor.sessionId !== null;
    if (isCookie && WRITES.has(request.method)) assertSameOrigin(request);
    if (isCookie) assertShownUser(request, actor);
    return {
      actorId: actor.userId,
      answer: async () => options.handler({ actor, request, ...(await checked<B, Q, P>()) }),
    };
  });
}

/** A route for people who have no account yet: their one-time link is in the body. Same walls otherwise. */
export function publicRoute<
  B extends Schema | undefined = undefined,
  Q extends Schema | undefined = undefined,
  P extends Schema | undefined = undefined,
>(
  options: Options<B, Q, P> & { handler: (input: Omit<RouteInput<B, Q, P>, "actor">) => Promise<unknown> },
): Route {
  return makeRoute(options, true, async (checked, request) => {
    if (WRITES.has(request.method)) assertSameOrigin(request);
    return {
      actorId: null,
      answer: async () => options.handler({ request, ...(await checked<B, Q, P>()) }),
    };
  });
}

class RefusedRequest extends Error {
  constructor(readonly response: Response) {
    super("refused");
  }
}

function refuse(...args: Parameters<typeof problem>): never {
  throw new RefusedRequest(problem(...args));
}

function assertSameOrigin(request: Request): void {
  if (isSameOrigin(request.headers, env.BELEG_URL)) return;
  refuse("FORBIDDEN", { detail: `Writes with a session cookie must come from pages of ${env.BELEG_URL}.` });
}

/** Cookies are the browser's, names on the screen the page's: a session of somebody else is none for this page. */
function assertShownUser(request: Request, actor: Actor): void {
  const shown = request.headers.get(SHOWN_USER_HEADER);
  if (shown === null || shown === actor.userId) return;
  throw new AppError("UNAUTHENTICATED", { issues: [{ path: "", rule: OTHER_USER_RULE }] });
}

type Checked = <
  B extends Schema | undefined,
  Q extends Schema | undefined,
  P extends Schema | undefined,
>() => Promise<Omit<RouteInput<B, Q, P>, "actor" | "request">>;

type Begin = (
  checked: Checked,
  request: Request,
) => Promise<{ actorId: string | null; answer: () => Promise<unknown> }>;

function makeRoute(
  options: Options<Schema | undefined, Schema | undefined, Schema | undefined>,
  isPublic: boolean,
  begin: Begin,
): Route {
  const { maxBytes = DEFAULT_MAX_BYTES, anyText } = options;
  const [body, query, params] = [strict(options.body), strict(options.query), options.params];

  async function handle(request: Request, context: RouteContext): Promise<Response> {
    const startedAt = performance.now();
    let actorId: string | null = null;
    let response: Response;
    try {
      const checked: Checked = async () =>
        ({
          params: await checkParams(context, params ?? idParams),
          query: checkQuery(request, query ?? noQuery),
          body: body && (await checkBody(request, { schema: body, maxBytes, anyText })),
        }) as never;
      const begun = await begin(checked, request);
      actorId = begun.actorId;
      response = toResponse(await begun.answer());
    } catch (error) {
      response = toProblem(error, request);
    }
    log.info("http", {
      method: request.method,
      path: new URL(request.url).pathname,
      status: response.status,
      ms: Math.round(performance.now() - startedAt),
      actorId,
    });
    return response;
  }

  const { summary, response, status, produces } = options;
  const description = { summary, body, query, params, response, status, produces, isPublic };
  return Object.assign(handle, { description });
}

/** Objects refuse fields they do not know, also where an author forgot to say so. */
function strict(schema: Schema | undefined): Schema | undefined {
  return schema instanceof z.ZodObject ? schema.strict() : schema;
}

async function checkParams(context: RouteContext, schema: Schema): Promise<unknown> {
  // Next gives a route without parameters no params at all.
  const result = schema.safeParse((await context.params) ?? {});
  if (!result.success) throw new AppError("NOT_FOUND");
  return result.data;
}

function checkQuery(request: Request, schema: Schema): unknown {
  const { searchParams } = new URL(request.url);
  const names = [...searchParams.keys()];
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  const query = Object.fromEntries(searchParams);
  return check(schema, query, [
    ...repeated.map((name) => ({ path: name.slice(0, 64), rule: "repeated" })),
    ...findUnstorable(query),
  ]);
}

async function checkBody(
  request: Request,
  options: { schema: Schema; maxBytes: number; anyText: readonly string[] | undefined },
): Promise<unknown> {
  if (mediaType(request) !== "application/json") {
    refuse("INVALID", { status: 415, detail: "Send JSON with Content-Type: application/json." });
  }
  const read = await readText(request, options.maxBytes);
  if ("failure" in read) {
    if (read.failure === "tooLarge") throw new AppError("TOO_LARGE");
    refuse("INVALID", { status: 400, detail: "The body is not UTF-8." });
  }
  const value = parseJson(read.text);
  return check(options.schema, value, findUnstorable(value, options.anyText));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError)
      return refuse("INVALID", { status: 400, detail: "The body is not JSON." });
    throw error;
  }
}

function check(schema: Schema, value: unknown, issues: Issue[]): unknown {
  if (issues.length > 0) throw new AppError("INVALID", { issues });
  const result = schema.safeParse(value);
  if (!result.success) throw new AppError("INVALID", { issues: toIssues(result.error) });
  return result.data;
}

function toResponse(value: unknown): Response {
  if (value === undefined)
    return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
  const response = value instanceof Response ? value : Response.json(value);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  if (!response.headers.has("x-content-type-options"))
    response.headers.set("x-content-type-options", "nosniff");
  return response;
}

function toProblem(error: unknown, request: Request): Response {
  if (error instanceof RefusedRequest) return error.response;
  if (error instanceof AppError && error.code !== "UNEXPECTED") {
    return problem(error.code, { details: error.details satisfies ErrorDetails });
  }
  // The sender went away: nobody is left to answer, and nothing is wrong here.
  if (request.signal.aborted) return new Response(null, { status: 499 });
  const digest = crypto.randomUUID();
  log.error("http.unexpected", { ...describeError(error), digest });
  return problem("UNEXPECTED", { instance: `urn:uuid:${digest}` });
}
