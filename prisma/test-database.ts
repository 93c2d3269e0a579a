import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";

/**
 * A setup file of the database tests: every test file gets a database of its own, cloned from the migrated template,
 * and DATABASE_URL names it before `@/lib/db/client` is loaded. Files see nothing of each other; the tests inside a
 * file share their database and keep apart by making their own desk.
 */
const { url, template } = inject("databaseServer");
const name = `beleg_test_${randomBytes(6).toString("hex")}`;

async function run(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

await run(`CREATE DATABASE ${name} TEMPLATE ${template}`);
const cloneUrl = new URL(url);
cloneUrl.pathname = `/${name}`;
process.env.DATABASE_URL = cloneUrl.href;

/** The address of this file's database, for tests that open connections of their own. */
export const testDatabaseUrl = cloneUrl.href;

afterAll(async () => {
  const { db } = await import("@/lib/db/client");
  await db.$disconnect();
  await run(`DROP DATABASE ${name} WITH (FORCE)`);
});
