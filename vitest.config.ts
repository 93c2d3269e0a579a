import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: { alias: { "@/": root, "server-only": `${root}node_modules/server-only/empty.js` } },
  test: {
    env: { NEXTAUTH_SECRET: "for-tests-alone-for-tests-alone-for-tests-alone" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{lib,components,scripts,prisma,app}/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", "**/*.system.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["{lib,scripts,prisma,app}/**/*.db.test.ts"],
          globalSetup: ["./prisma/database-tests.ts"],
          setupFiles: ["./prisma/test-database.ts"],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "system",
          include: ["scripts/**/*.system.test.ts"],
          // Each test starts the built app; side by side they would only wait for each other.
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
