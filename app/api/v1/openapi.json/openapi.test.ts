import { readdirSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { HTTP_METHODS } from "@/lib/http/openapi";
import { API_ROUTES } from "./api-routes";
import { GET } from "./route";

const folder = join(dirname(fileURLToPath(import.meta.url)), "..");

/** "/articles/{articleId}" of "articles/[articleId]/route.ts". */
function pathOf(file: string): string {
  return `/${dirname(file).split(sep).join("/")}`.replace(/\[(\w+)\]/g, "{$1}");
}

const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(`${sep}route.ts`))
  // The description itself, and what answers for all paths that are not there.
  .filter((file) => !["openapi.json", "[...rest]"].includes(dirname(file)));

/** What changes nothing and is no GET: it sends more than fits into an address, or asks another server. */
const READS_BY_POST = ["/articles/preview", "/assist-setting/test"];

const documentSchema = z.object({
  openapi: z.literal("3.1.0"),
  paths: z.record(z.string(), z.record(z.string(), z.looseObject({ operationId: z.string() }))),
});

async function readDocument() {
  return documentSchema.parse(await GET().json());
}

describe("a path that is not there", () => {
  it.each(HTTP_METHODS)("answers %s with a problem document", async (method) => {
    const nothing: Record<string, unknown> = await import("@/app/api/v1/[...rest]/route");
    const handler = nothing[method];
    if (typeof handler !== "function") throw new Error(`There is no ${method}`);
    const response: Response = handler();
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status: 404, code: "NOT_FOUND" });
  });
});

describe("openapi.json", () => {
  it("describes each route file, and nothing that is not there", async () => {
    const { paths } = await readDocument();
    expect(Object.keys(paths).sort()).toEqual(files.map(pathOf).sort());
  });

  it.each(files)("describes each method of %s", async (file) => {
    const module: Record<string, unknown> = await import(join(folder, file));
    const methods = HTTP_METHODS.filter((method) => method in module);
    const path = pathOf(file);
    expect(API_ROUTES[path]).toBe(module);
    const { paths } = await readDocument();
    expect(Object.keys(paths[path] ?? {}).sort()).toEqual(
      methods.map((method) => method.toLowerCase()).sort(),
    );
  });

  it.each(files)("lets no route of %s past the wrapper", async (file) => {
    const module: Record<string, unknown> = await import(join(folder, file));
    for (const method of HTTP_METHODS) {
      if (method in module) expect(module[method]).toHaveProperty("description");
    }
  });

  it("demands a mutationId or a one-time link of every write", async () => {
    const { paths } = await readDocument();
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        if (method === "get" || READS_BY_POST.includes(path)) continue;
        const text = JSON.stringify(operation.requestBody ?? {});
        expect(`${method} ${path}: ${/"mutationId"|"token"/.test(text)}`).toBe(`${method} ${path}: true`);
      }
    }
  });

  it("refuses unknown fields in every body", async () => {
    const { paths } = await readDocument();
    const objects = JSON.stringify(
      Object.values(paths).flatMap((operations) => Object.values(operations).map((one) => one.requestBody)),
    );
    const count = (pattern: RegExp) => objects.match(pattern)?.length ?? 0;
    expect(count(/"additionalProperties":false/g)).toBe(count(/"type":"object"/g));
  });

  it("names each operation once", async () => {
    const { paths } = await readDocument();
    const ids = Object.values(paths).flatMap((operations) =>
      Object.values(operations).map((operation) => operation.operationId),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
