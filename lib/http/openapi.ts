import { z } from "zod";
import { ERROR_CODES } from "@/lib/errors";
import { STATUS_OF } from "./problem";
import type { RouteDescription } from "./route";

export const HTTP_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
type HttpMethod = (typeof HTTP_METHODS)[number];

/** What a route file exports, seen from here: handlers that can say what they take. */
export type RouteModule = Partial<Record<HttpMethod, { readonly description: RouteDescription }>>;

type JsonObject = Record<string, unknown>;

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(ERROR_CODES),
  detail: z.string().optional(),
  instance: z.string().optional(),
  issues: z.array(z.object({ path: z.string(), rule: z.string() })).optional(),
  current: z
    .object({
      version: z.int(),
      fields: z.record(z.string(), z.unknown()),
      by: z.string().nullable(),
      at: z.iso.datetime(),
    })
    .optional(),
  yours: z.object({ fields: z.record(z.string(), z.unknown()) }).optional(),
});

function toJsonSchema(schema: z.ZodType, io: "input" | "output"): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}

/** The parts of a path in braces, the way OpenAPI writes them. */
function pathParameters(path: string, schema: z.ZodType | undefined): JsonObject[] {
  const { properties } = z
    .object({ properties: z.record(z.string(), z.unknown()).default({}) })
    .parse(schema ? toJsonSchema(schema, "input") : {});
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema: properties[name] ?? { type: "string", format: "uuid" },
  }));
}

function queryParameters(schema: z.ZodType | undefined): JsonObject[] {
  if (!schema) return [];
  const { properties, required } = z
    .object({
      properties: z.record(z.string(), z.unknown()).default({}),
      required: z.array(z.string()).default([]),
    })
    .parse(toJsonSchema(schema, "input"));
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema: property,
  }));
}

function successOf(description: RouteDescription): JsonObject {
  const { status = 200, produces = "application/json", response } = description;
  if (status === 204) return { 204: { description: "Done" } };
  const schema = response ? toJsonSchema(response, "output") : {};
  return {
    [status]: {
      description: status === 201 ? "Made" : "The answer",
      content: { [produces]: produces === "application/json" ? { schema } : {} },
    },
  };
}

function describeOperation(path: string, method: HttpMethod, description: RouteDescription): JsonObject {
  const { summary, body, query, params, isPublic } = description;
  return {
    summary: summary ?? `${method} ${path}`,
    operationId: `${method.toLowerCase()}${path.replace(/[^a-zA-Z]+(.)?/g, (_, next: string = "") => next.toUpperCase())}`,
    tags: [path.split("/")[1]],
    parameters: [...pathParameters(path, params), ...queryParameters(query)],
    ...(body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: toJsonSchema(body, "input") } },
      },
    }),
    responses: { ...successOf(description), default: { $ref: "#/components/responses/Problem" } },
    ...(isPublic && { security: [] }),
  };
}

/** The OpenAPI 3.1 document of the routes, made from the very schemas that check their input. */
export function describeApi(input: {
  version: string;
  serverUrl: string;
  routes: Readonly<Record<string, RouteModule>>;
}): JsonObject {
  const paths = Object.entries(input.routes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, module]) => {
      const operations = HTTP_METHODS.flatMap((method) => {
        const handler = module[method];
        return handler
          ? [[method.toLowerCase(), describeOperation(path, method, handler.description)] as const]
          : [];
      });
      return [path, Object.fromEntries(operations)] as const;
    });
  return {
    openapi: "3.1.0",
    info: {
      title: "Beleg",
      version: input.version,
      description:
        "Errors are problem documents (RFC 9457) with a `code`. Unknown fields are refused. Every write carries a " +
        "`mutationId` made by the client; the same one with the same body answers as the first time.",
    },
    servers: [{ url: `${input.serverUrl}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    paths: Object.fromEntries(paths),
    components: {
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "An API token from the settings." },
        session: { type: "apiKey", in: "cookie", name: "beleg-session" },
      },
      schemas: { Problem: toJsonSchema(problemSchema, "output") },
      responses: {
        Problem: {
          description: ERROR_CODES.map((code) => `${STATUS_OF[code]} ${code}`).join(", "),
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    },
  };
}
