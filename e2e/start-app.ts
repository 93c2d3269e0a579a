import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAsGuest } from "@/lib/db/instance-database";
import { ensureInstanceSecret } from "@/lib/db/private-files";
import { startApp } from "@/scripts/app-process";

/**
 * Before the journeys: the production build on a fresh instance. The workers inherit what fixtures need to arrange
 * data and to sign people in without the form: BELEG_URL, DATABASE_URL and NEXTAUTH_SECRET.
 */
export default async function startAppForJourneys(): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), "beleg-e2e-"));
  const app = await startApp(dataFolder);
  const database = await openAsGuest(dataFolder);
  Object.assign(process.env, {
    BELEG_URL: app.url,
    BELEG_DATA: dataFolder,
    DATABASE_URL: database.connectionString,
    NEXTAUTH_SECRET: ensureInstanceSecret(dataFolder),
  });
  return async () => {
    await database.close();
    app.kill("SIGTERM");
    await app.exit;
    rmSync(dataFolder, { recursive: true, force: true });
  };
}
