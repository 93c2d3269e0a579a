import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import type { SchemaFiles } from "./schema-engine";

/** The Prisma schema in a folder: schema.prisma and models/*.prisma. */
export function readSchemaFiles(folder: string): SchemaFiles {
  const models = readdirSync(join(folder, "models")).filter((name) => name.endsWith(".prisma"));
  return ["schema.prisma", ...models.sort().map((name) => posix.join("models", name))].map((path) => ({
    path,
    content: readFileSync(join(folder, path), "utf8"),
  }));
}
