import { spawn } from "node:child_process";
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

/** Waits for the end of process $0, then ends the server in folder $1 and removes the folder. */
const AFTERWARDS = `
  while kill -0 "$0" 2>/dev/null && [ -d "$1" ]; do sleep 1; done
  [ -f "$1/postgres/postmaster.pid" ] && kill -QUIT "$(head -n 1 "$1/postgres/postmaster.pid")"
  rm -rf "$1"`;

/** A test run that is killed cannot clean up; a server must not stay behind for each of them. */
function cleanUpAfterDeath(dataFolder: string): void {
  const args = ["-c", AFTERWARDS, String(process.pid), dataFolder];
  spawn("/bin/sh", args, { cwd: "/", detached: true, stdio: "ignore" }).unref();
}

/** A PostgreSQL in a folder of its own that disappears with it. */
export async function startTemporaryPostgres(): Promise<{ connectionString: string; stop(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), "beleg-test-"));
  cleanUpAfterDeath(dataFolder);
  const server = await startEmbeddedPostgres({ dataFolder, settings: FAST_SETTINGS });
  return {
    connectionString: server.connectionString,
    async stop() {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
