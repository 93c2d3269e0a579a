import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Migration } from "./schema-engine";

/** Not 72707369, which Prisma's own engine takes while it applies. */
const MIGRATION_LOCK = 734_190_011;

/** The database cannot be brought to this version; the message says what to do. */
export class MigrationError extends Error {
  override readonly name = "MigrationError";
}

/** The migrations in a folder, oldest first. */
export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }));
}

type Applied = { name: string; checksum: string; isFinished: boolean };

async function readApplied(client: pg.PoolClient): Promise<Applied[]> {
  const exists = await client.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS yes");
  if (!exists.rows[0].yes) return [];
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS "name", checksum, finished_at IS NOT NULL AS "isFinished"
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  return rows;
}

/**
 * What is left to apply.
 * @throws MigrationError when the database was left half-way, is newer than this version, or was made by
 * migrations that have been edited since.
 */
export function findPending(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const halfWay = applied.find(({ isFinished }) => !isFinished);
  if (halfWay) {
    throw new MigrationError(
      `Another program left migration ${halfWay.name} half-way. Repair the database and mark the migration with ` +
        '"npx prisma migrate resolve", then start again.',
    );
  }
  for (const { name, checksum } of applied) {
    const migration = migrations.find((candidate) => candidate.name === name);
    if (migration === undefined) {
      throw new MigrationError(
        `The database has migration ${name}, which this version of Beleg does not know. Start the newer version.`,
      );
    }
    if (createHash("sha256").update(migration.sql).digest("hex") !== checksum) {
      throw new MigrationError(
        `Migration ${name} was edited after this database applied it. Restore the file, or start with an empty ` +
          "data folder (BELEG_DATA).",
      );
    }
  }
  const known = new Set(applied.map(({ name }) => name));
  return migrations.filter(({ name }) => !known.has(name));
}

/**
 * Applies each migration together with its row in _prisma_migrations: killed at any moment, the database has both
 * or neither, and the next start goes on from there.
 */
async function applyEach(
  pool: pg.Pool,
  input: {
    folder: string;
    all: Migration[];
    pending: Migration[];
    onApply?: ((name: string) => void) | undefined;
  },
): Promise<void> {
  const { folder, all, pending, onApply } = input;
  const { applyMigrations, openSchemaEngine } = await import("./schema-engine");
  let scriptError: Error | null = null;
  const engine = await openSchemaEngine(pool, (error) => {
    scriptError = error;
  });
  // Makes the table. The engine finds out that it is missing by a failing query, which would end a transaction.
  await applyMigrations(engine, { folder, migrations: [] });
  for (const migration of pending) {
    onApply?.(migration.name);
    await pool.query("BEGIN");
    try {
      await applyMigrations(engine, { folder, migrations: all.slice(0, all.indexOf(migration) + 1) });
      await pool.query("COMMIT");
    } catch (error) {
      await pool.query("ROLLBACK");
      const { message } = scriptError ?? (error as Error);
      throw new MigrationError(`Migration ${migration.name} failed and was undone: ${message}`);
    }
  }
}

/**
 * Brings the database to the state of the migrations in `folder` and returns the names of those applied. Several
 * processes may call it at the same time: one works, the others wait. A database that is up to date costs two queries.
 * @throws MigrationError when that is not possible; nothing is changed then.
 */
export async function migrate(input: {
  connectionString: string;
  folder: string;
  onApply?: (name: string) => void;
}): Promise<string[]> {
  const { connectionString, folder, onApply } = input;
  const migrations = readMigrations(folder);
  // One connection: the engine must see the transaction that applyOne has opened.
  const pool = new pg.Pool({ connectionString, max: 1, application_name: "beleg migrate" });
  const lock = new pg.Client({ connectionString, application_name: "beleg migrate lock" });
  try {
    await lock.connect();
    await lock.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const client = await pool.connect();
    const pending = findPending(migrations, await readApplied(client).finally(() => client.release()));
    if (pending.length > 0) await applyEach(pool, { folder, all: migrations, pending, onApply });
    return pending.map(({ name }) => name);
  } finally {
    await pool.end();
    await lock.end();
  }
}
