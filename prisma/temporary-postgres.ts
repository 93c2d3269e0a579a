import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";

/** What is thrown away need not survive a power cut. */
const FAST_SETTINGS = {
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  max_connections: "200",
};

/** A PostgreSQL in a folder of its own that disappears with it. */
export async function startTemporaryPostgres(): Promise<{ connectionString: string; stop(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), "beleg-test-"));
  const server = await startEmbeddedPostgres({ dataFolder, settings: FAST_SETTINGS });
  return {
    connectionString: server.connectionString,
    async stop() {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
