import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { describeError, log } from "@/lib/log";
import type { Prisma } from "./generated/client";
import { PrismaClient } from "./generated/client";

/** The client inside `db.$transaction(async (transaction) => …)`. Using `db` there would wait for itself. */
export type Transaction = Prisma.TransactionClient;

function createClient(): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: env.DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 5_000,
      application_name: "beleg",
    },
    { onPoolError: (error) => log.warn("database.connection-lost", describeError(error)) },
  );
  return new PrismaClient({ adapter });
}

const shared = globalThis as { belegDatabase?: PrismaClient };

/**
 * The database. One client a process: Next loads this module once for each of its bundles, and each client
 * would bring a pool of its own. No connection is made before the first query, so a build needs no database.
 */
export const db: PrismaClient = shared.belegDatabase ?? createClient();
shared.belegDatabase = db;
