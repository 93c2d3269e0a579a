import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { migrate } from "@/lib/db/migrate";
import { diffSchemas, openSchemaEngine } from "@/lib/db/schema-engine";
import { readSchemaFiles } from "@/lib/db/schema-files";
import { testDatabaseUrl } from "./test-database";

const FOLDER = "prisma/migrations";

/** Everything the Prisma schema can say, as PostgreSQL sees it. Triggers and functions are made by hand. */
const CATALOGUE = `
  SELECT 'column' AS kind, table_name || '.' || column_name AS name,
         concat_ws(' ', udt_name, character_maximum_length, datetime_precision, is_nullable, column_default) AS definition
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
  UNION ALL
  SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> '_prisma_migrations'
  UNION ALL
  SELECT 'index', tablename || '.' || indexname, indexdef
    FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  UNION ALL
  SELECT 'enum', typname, (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
    FROM pg_type t WHERE typtype = 'e' AND typnamespace = 'public'::regnamespace
  ORDER BY 1, 2, 3`;

/** Indexes that a migration adds by hand, because the schema has no words for them, carry this in their name. */
const HAND_MADE = /_by_hand$/;

async function withDatabase<T>(
  name: string,
  use: (url: string, client: pg.Client) => Promise<T>,
): Promise<T> {
  const admin = new pg.Client({ connectionString: inject("databaseServer").url });
  await admin.connect();
  const url = new URL(inject("databaseServer").url);
  url.pathname = `/${name}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const client = new pg.Client({ connectionString: url.href });
  try {
    await client.connect();
    return await use(url.href, client);
  } finally {
    await client.end();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.end();
  }
}

async function catalogueOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(CATALOGUE);
  return rows
    .filter(({ name }) => !HAND_MADE.test(name))
    .map(({ kind, name, definition }) => `${kind} ${name}: ${definition}`);
}

function uniqueName(): string {
  return `beleg_migration_${process.hrtime.bigint()}`;
}

describe("migrations", () => {
  it("lead to the database that the schema describes", async () => {
    const migrated = new pg.Client({ connectionString: testDatabaseUrl });
    await migrated.connect();
    const byMigrations = await catalogueOf(migrated);
    await migrated.end();

    const bySchema = await withDatabase(uniqueName(), async (url, client) => {
      const pool = new pg.Pool({ connectionString: url });
      const sql = await diffSchemas(await openSchemaEngine(pool), {
        from: null,
        to: readSchemaFiles("prisma"),
      });
      await pool.end();
      await client.query(sql);
      return catalogueOf(client);
    });

    expect(byMigrations).toEqual(bySchema);
    expect(byMigrations.length).toBeGreaterThan(50);
  });

  it("keep the schema they lead to, for the next difference", () => {
    const snapshot = JSON.parse(readFileSync(`${FOLDER}/schema-snapshot.json`, "utf8"));
    expect(snapshot).toEqual(readSchemaFiles("prisma"));
  });

  it("are applied once, also when several processes start at the same moment", async () => {
    await withDatabase(uniqueName(), async (connectionString, client) => {
      const runs = await Promise.all([1, 2, 3].map(() => migrate({ connectionString, folder: FOLDER })));
      const again = await migrate({ connectionString, folder: FOLDER });

      const { rows } = await client.query(
        "SELECT migration_name, count(*)::int FROM _prisma_migrations GROUP BY 1",
      );
      expect(runs.map((names) => names.length).sort()).toEqual([0, 0, rows.length]);
      expect(again).toEqual([]);
      expect(rows.every(({ count }) => count === 1)).toBe(true);
    });
  });

  it("that fail leave nothing behind, and go on from there once mended", async () => {
    const folder = mkdtempSync(join(tmpdir(), "beleg-migrations-"));
    const write = (name: string, sql: string) => {
      mkdirSync(join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, "migration.sql"), sql);
    };
    // A body with semicolons: Prisma's adapter alone would cut it to pieces.
    const body =
      "CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $$ BEGIN PERFORM 1; RETURN 1; END; $$;";
    write("1_first", body);
    write("2_second", "CREATE TABLE second (); SELECT 1 / 0;");

    await withDatabase(uniqueName(), async (connectionString, client) => {
      const run = () => migrate({ connectionString, folder });
      await expect(run()).rejects.toThrow("2_second failed and was undone: division by zero");
      const { rows } = await client.query(
        "SELECT to_regclass('second') AS left_over, (SELECT count(*)::int FROM _prisma_migrations) AS rows",
      );
      expect(rows).toEqual([{ left_over: null, rows: 1 }]);

      write("2_second", "CREATE TABLE second ();");
      expect(await run()).toEqual(["2_second"]);
    });
    rmSync(folder, { recursive: true });
  });
});

describe("what is frozen", () => {
  const client = new pg.Client({ connectionString: testDatabaseUrl });
  beforeAll(() => client.connect());
  afterAll(() => client.end());

  it.each([
    'UPDATE "Activity" SET type = type',
    'DELETE FROM "Activity"',
    'TRUNCATE "Activity"',
    'UPDATE "TextVersion" SET text = text',
    'DELETE FROM "TextVersion"',
    'UPDATE "Report" SET number = number',
    'DELETE FROM "Report"',
    'TRUNCATE "Report"',
  ])("refuses %s", async (statement) => {
    await expect(client.query(statement)).rejects.toThrow("refused");
  });

  it("refuses changes also from a session that switches triggers off", async () => {
    await client.query("SET session_replication_role = replica");
    await expect(client.query('DELETE FROM "Activity"')).rejects.toThrow("append-only");
    await client.query("SET session_replication_role = DEFAULT");
  });
});
