import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import pg from "pg";
import { readMigrations } from "@/lib/db/migrate";
import type { SchemaFiles } from "@/lib/db/schema-engine";
import { diffSchemas, openSchemaEngine } from "@/lib/db/schema-engine";
import { readSchemaFiles } from "@/lib/db/schema-files";
import { startTemporaryPostgres } from "@/prisma/temporary-postgres";

const USAGE = `Usage: npx tsx scripts/make-migration.ts <name> [--by-hand]
       npx tsx scripts/make-migration.ts --replace-first

Writes prisma/migrations/<time>_<name>/migration.sql: the SQL from the schema of the last migration to the schema
as it is now. Read it, and add by hand what the schema cannot say.

--by-hand         an empty file, for SQL that changes nothing in the schema (triggers, data)
--replace-first   writes the first migration anew from the whole schema. Only before the first release: databases
                  that have the old one do not start any more and must be made anew.
`;

const FOLDER = "prisma/migrations";
/** The schema that the migrations lead to. In the folder of migrations, but no .prisma file: Prisma would read it. */
const SNAPSHOT = join(FOLDER, "schema-snapshot.json");

async function diff(from: SchemaFiles | null, to: SchemaFiles): Promise<string> {
  const server = await startTemporaryPostgres();
  const pool = new pg.Pool({ connectionString: server.connectionString });
  try {
    return await diffSchemas(await openSchemaEngine(pool), { from, to });
  } finally {
    await pool.end();
    await server.stop();
  }
}

function write(name: string, sql: string): void {
  mkdirSync(join(FOLDER, name), { recursive: true });
  writeFileSync(join(FOLDER, name, "migration.sql"), sql);
  console.log(`Wrote ${join(FOLDER, name, "migration.sql")}. Read it before you commit it.`);
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: "boolean" },
      "by-hand": { type: "boolean" },
      "replace-first": { type: "boolean" },
    },
  });
  const [name] = positionals;
  const replacesFirst = values["replace-first"] === true;
  if (values.help || (name === undefined && !replacesFirst)) {
    console.log(USAGE);
    return;
  }
  mkdirSync(FOLDER, { recursive: true });
  const schema = readSchemaFiles("prisma");
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const fileName = `${time}_${(name ?? "init").replace(/[^a-z0-9]+/gi, "_").toLowerCase()}`;
  if (values["by-hand"]) {
    write(fileName, "");
    return;
  }
  const snapshot = existsSync(SNAPSHOT) && !replacesFirst ? readFileSync(SNAPSHOT, "utf8") : "null";
  const sql = await diff(JSON.parse(snapshot) as SchemaFiles | null, schema);
  if (sql.trim() === "" || sql.includes("This is an empty migration.")) {
    console.log("The schema has not changed since the last migration.");
    return;
  }
  const first = readMigrations(FOLDER)[0]?.name;
  write(replacesFirst && first ? first : fileName, sql);
  writeFileSync(SNAPSHOT, `${JSON.stringify(schema, null, 1)}\n`);
}

await main();
