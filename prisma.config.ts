import { defineConfig } from "prisma/config";

const url = process.env.DATABASE_URL;

/**
 * For Prisma's own command line. The app applies migrations itself (lib/db/migrate.ts); with a DATABASE_URL and a
 * network, `npx prisma migrate deploy` does the same.
 */
export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  ...(url && { datasource: { url } }),
});
