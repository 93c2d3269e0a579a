import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import pg from "pg";
import { openAsOwner } from "@/lib/db/instance-database";
import { MigrationError, migrate } from "@/lib/db/migrate";
import { PostgresError } from "@/lib/db/postgres-programs";
import { DataFolderError, ensureInstanceSecret, prepareDataFolder } from "@/lib/db/private-files";
import { describeError, log } from "@/lib/log";
import type { Environment } from "@/lib/read-environment";
import { EnvironmentError, readEnvironment } from "@/lib/read-environment";
import { listen } from "./listener";

/** Failures that a person can mend: their message is all that is said. */
const EXPLAINED = [EnvironmentError, PostgresError, DataFolderError, MigrationError];

const LISTEN_FAILURES: Readonly<Record<string, (settings: Environment) => string>> = {
  EADDRINUSE: ({ PORT }) =>
    `Port ${PORT} is in use. Stop the program that uses it, or set PORT to another one.`,
  EACCES: ({ PORT }) => `This user may not open port ${PORT}. Set PORT to one above 1023.`,
  EADDRNOTAVAIL: ({ HOST }) =>
    `HOST ${HOST} is not an address of this machine. Set it to 127.0.0.1 or 0.0.0.0.`,
};

/** What has been started, in this order; ended in the opposite one. */
const started: (() => Promise<void>)[] = [];

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** @throws PostgresError when the server of DATABASE_URL does not answer or is too old. */
async function checkExternalDatabase(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS version");
    if (rows[0].version < 150_000)
      throw new PostgresError("DATABASE_URL names a PostgreSQL older than 15. Upgrade it.");
  } catch (error) {
    if (error instanceof PostgresError) throw error;
    const reason = error instanceof Error ? error.message || codeOf(error) : String(error);
    throw new PostgresError(
      `The PostgreSQL of DATABASE_URL does not answer (${reason}). Check the address and start it.`,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function openDatabase({ DATABASE_URL, BELEG_DATA }: Environment): Promise<string> {
  if (DATABASE_URL !== undefined) {
    prepareDataFolder(BELEG_DATA);
    await checkExternalDatabase(DATABASE_URL);
    return DATABASE_URL;
  }
  const database = await openAsOwner({
    dataFolder: BELEG_DATA,
    onProgress: say,
    onRestart(error) {
      if (error === null) log.warn("database.restarted");
      else log.error("database.lost", describeError(error));
    },
  });
  started.push(() => database.close());
  return database.connectionString;
}

/** Next and everything it loads read these when they are loaded, not before. */
function fillEnvironment(settings: Environment, connectionString: string): void {
  Object.assign(process.env, {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: connectionString,
    BELEG_DATA: settings.BELEG_DATA,
    BELEG_URL: settings.BELEG_URL,
    NEXTAUTH_URL: settings.BELEG_URL,
    NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? ensureInstanceSecret(settings.BELEG_DATA),
  });
}

/**
 * Hands Next the configuration that its build resolved, as its standalone server does. Loading next.config.js again
 * would load the tools that only a build needs: 20 MB and a tenth of a second. Without it, Next loads the file.
 */
function reuseBuiltConfiguration(): void {
  const { config } = JSON.parse(readFileSync(join(".next", "required-server-files.json"), "utf8"));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}

async function prepareNext(settings: Environment) {
  reuseBuiltConfiguration();
  const { default: next } = await import("next");
  const { hostname, port, protocol } = new URL(settings.BELEG_URL);
  const app = next({
    dev: false,
    dir: process.cwd(),
    hostname,
    port: Number(port) || (protocol === "https:" ? 443 : 80),
    // Beleg has no web sockets. Next would take upgrade requests from the server it finds; here it finds none.
    httpServer: createServer(),
    quiet: true,
  });
  await app.prepare();
  started.push(() => app.close());
  return app.getRequestHandler();
}

/** Ends the connections of the app before their server ends; Next's copy of the client is the same one. */
async function disconnect(): Promise<void> {
  const { db } = await import("@/lib/db/client");
  await db.$disconnect();
}

async function makeSetupToken(): Promise<string | null> {
  const { createSetupLink } = await import("@/lib/members/mutations");
  return createSetupLink();
}

async function start(): Promise<void> {
  const settings = readEnvironment(process.env);
  // Whatever this process creates from here on is its user's alone.
  process.umask(0o077);
  const connectionString = await openDatabase(settings);
  await migrate({
    connectionString,
    folder: join(process.cwd(), "prisma", "migrations"),
    onApply: (name) => say(`Updating the database: ${name}`),
  });
  fillEnvironment(settings, connectionString);
  started.push(disconnect);
  const handle = await prepareNext(settings);
  // Before the ready line: from there on nothing of the start may fail any more.
  const setupToken = await makeSetupToken();
  const listening = await listen(settings, (request, response) => {
    handle(request, response).catch((error: unknown) => {
      log.error("request.failed", describeError(error));
      response.destroy();
    });
  }).catch((error: unknown) => {
    throw new EnvironmentError([
      LISTEN_FAILURES[codeOf(error)]?.(settings) ?? `HOST or PORT cannot be used: ${error}`,
    ]);
  });
  started.push(() => listening.stop());
  say(`Beleg is ready: ${settings.BELEG_URL}`);
  if (setupToken === null) return;
  const link = `${settings.BELEG_URL}/setup?token=${setupToken}`;
  say(`Nobody can sign in yet. Make the first account here (the link works once): ${link}`);
}

async function stopAll(): Promise<void> {
  for (const stop of started.reverse()) {
    await stop().catch((error: unknown) => log.error("stop.failed", describeError(error)));
  }
}

function explain(error: unknown): void {
  if (EXPLAINED.some((kind) => error instanceof kind)) process.stderr.write(`${(error as Error).message}\n`);
  else log.error("start.failed", describeError(error));
}

/**
 * Serves until it is told to stop, and returns the exit code. A signal during the start lets the step that runs
 * finish, so that no half-started PostgreSQL stays behind; npm passes Ctrl-C on a second time, which changes nothing.
 */
export async function serve(): Promise<number> {
  const stopping = new Promise<number>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve(0));
    process.on("uncaughtException", (error) => {
      log.error("process.uncaught-exception", describeError(error));
      resolve(1);
    });
  });
  process.on("unhandledRejection", (error) => log.error("process.unhandled-rejection", describeError(error)));
  // Whoever read the progress has gone away; that is no reason to stop.
  process.stdout.on("error", () => undefined);
  let code: number;
  try {
    await start();
    code = await stopping;
    say("Stopping …");
  } catch (error) {
    explain(error);
    code = 1;
  }
  await stopAll();
  return code;
}
