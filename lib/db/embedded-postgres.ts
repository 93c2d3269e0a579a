import type { ChildProcess } from "node:child_process";
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fchownSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { PostgresPrograms } from "./postgres-programs";
import { findPostgresPrograms, PostgresError } from "./postgres-programs";
import { isNumberTaken, isPostgresAlive, readPostmaster } from "./postmaster";
import type { Identity } from "./private-files";
import { ensureSecretFile, makePrivateFolder, prepareDataFolder } from "./private-files";

/** A PostgreSQL of this instance that accepts connections. */
export type EmbeddedPostgres = {
  connectionString: string;
  /** True when the server was already running: another program uses it, or the last app was killed. */
  isAdopted: boolean;
  /** Ends the server in order, whoever started it. */
  stop(): Promise<void>;
};

const DATABASE = "beleg";
const USER = "beleg";
/** "nobody": PostgreSQL refuses to run as root. */
const UNPRIVILEGED_ID = 65_534;
const MAX_SOCKET_PATH_BYTES = 107;
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 60_000;
const POLL_MS = 15;
const MAX_LOG_BYTES = 10_000_000;

/** Small for one newsroom on a small machine; what the server promises about a COMMIT stays as it comes. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  shared_buffers: "32MB",
  max_connections: "50",
  max_wal_size: "256MB",
  io_method: "sync",
  jit: "off",
  log_checkpoints: "off",
  log_min_messages: "warning",
  timezone: "UTC",
  log_timezone: "UTC",
};

type Place = {
  cluster: string;
  socketFolder: string;
  logFile: string;
  password: string;
  identity: Identity;
  programs: PostgresPrograms;
};

/** Who runs PostgreSQL: the user of this process, or for root the owner of the existing files, else "nobody". */
function chooseIdentity(cluster: string): Identity {
  if (process.getuid?.() !== 0) return null;
  const owner = existsSync(cluster) ? statSync(cluster) : null;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return { uid: UNPRIVILEGED_ID, gid: UNPRIVILEGED_ID };
}

function chooseSocketFolder(dataFolder: string): string {
  const folder = join(dataFolder, "socket");
  if (Buffer.byteLength(join(folder, ".s.PGSQL.5432")) <= MAX_SOCKET_PATH_BYTES) return folder;
  return join(tmpdir(), `beleg-${createHash("sha256").update(dataFolder).digest("hex").slice(0, 16)}`);
}

function preparePlace(dataFolder: string): Place {
  if (process.platform === "win32") {
    throw new PostgresError("On Windows, set DATABASE_URL to a PostgreSQL, or run Beleg in WSL.");
  }
  const cluster = join(dataFolder, "postgres");
  const identity = chooseIdentity(cluster);
  prepareDataFolder(dataFolder, identity);
  if (identity) assertReachable(dataFolder, identity);
  const socketFolder = chooseSocketFolder(dataFolder);
  makePrivateFolder(socketFolder, identity);
  return {
    cluster,
    socketFolder,
    logFile: join(dataFolder, "postgres.log"),
    password: ensureSecretFile(join(dataFolder, "postgres-password"), identity),
    identity,
    programs: findPostgresPrograms(identity),
  };
}

function assertReachable(folder: string, identity: NonNullable<Identity>): void {
  const { status } = spawnSync("/bin/sh", ["-c", 'test -w "$0"', folder], { ...identity, cwd: "/" });
  if (status === 0) return;
  throw new PostgresError(
    `PostgreSQL does not run as root, and the user it runs as (${identity.uid}) cannot reach ${folder}. Set BELEG_DATA ` +
      "to a folder outside root's home, for example /var/lib/beleg/data, or start Beleg as an ordinary user.",
  );
}

function connectionString({ socketFolder, password }: Place, database = DATABASE): string {
  return `postgresql://${USER}:${password}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
}

/** Only what PostgreSQL needs: the environment of the app holds its secrets. */
const CLEAN_ENVIRONMENT: NodeJS.ProcessEnv = { LC_ALL: "C", NODE_ENV: "production", PATH: "/usr/bin:/bin" };

/** Makes the files of a new server aside and moves them into place, so that an interrupted first start leaves none. */
async function ensureCluster(place: Place, dataFolder: string): Promise<void> {
  if (existsSync(place.cluster)) return;
  const draft = join(dataFolder, `postgres.new-${process.pid}`);
  const args = ["-D", draft, "-U", USER, "-E", "UTF8", "--auth=scram-sha-256", "--no-instructions"];
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const passwordFile = `--pwfile=${join(dataFolder, "postgres-password")}`;
  const initdb = spawn(place.programs.initdb, [...args, ...locale, passwordFile], {
    ...place.identity,
    cwd: "/",
    env: CLEAN_ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const errors: Buffer[] = [];
  initdb.stderr.on("data", (chunk) => errors.push(chunk));
  const code = await exitOf(initdb);
  if (code !== 0) {
    rmSync(draft, { recursive: true, force: true });
    const reason = Buffer.concat(errors).toString().trim().split("\n").slice(-3).join(" ");
    throw new PostgresError(
      `PostgreSQL could not make its files in ${dataFolder}: ${reason || `initdb ended with ${code}`}`,
    );
  }
  try {
    renameSync(draft, place.cluster);
  } catch {
    // Another first start was faster; its files are as good as these.
    rmSync(draft, { recursive: true, force: true });
  }
}

function exitOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve, reject) => {
    child.once("error", (error) =>
      reject(new PostgresError(`PostgreSQL could not be started: ${error.message}`)),
    );
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
}

/** A log that only its owner reads. The server writes it directly: it must outlive a killed app. */
function openLog({ logFile, identity }: Place): number {
  if (existsSync(logFile) && statSync(logFile).size > MAX_LOG_BYTES) renameSync(logFile, `${logFile}.1`);
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  const file = openSync(logFile, O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY, 0o600);
  if (identity) fchownSync(file, identity.uid, identity.gid);
  return file;
}

function spawnServer(place: Place, settings: Readonly<Record<string, string>>): ChildProcess {
  const log = openLog(place);
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // Detached: Ctrl-C in a terminal goes to the whole group, and the app must end before its database.
  const child = spawn(place.programs.postgres, ["-D", place.cluster, "-k", place.socketFolder, ...options], {
    ...place.identity,
    cwd: "/",
    detached: true,
    env: CLEAN_ENVIRONMENT,
    stdio: ["ignore", log, log],
  });
  child.unref();
  closeSync(log);
  return child;
}

/** Tries a connection. "starting" also covers a server that is just stopping; the caller asks again. */
async function tryConnect(url: string): Promise<"ready" | "starting"> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return "ready";
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "28P01") {
      throw new PostgresError(
        "The running PostgreSQL does not know the password in postgres-password. Restore that file.",
      );
    }
    return "starting";
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(place: Place): Promise<void> {
  const client = new pg.Client({ connectionString: connectionString(place, "postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } catch (error) {
    // 42P04, or 23505 in the catalogue: another start made it in between.
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "42P04" && code !== "23505") throw error;
  } finally {
    await client.end();
  }
}

function lastLogLines({ logFile }: Place): string {
  const lines = existsSync(logFile) ? readFileSync(logFile, "utf8").trim().split("\n") : [];
  return lines.slice(-3).join(" ");
}

/**
 * Waits for the server that runs on the cluster, or starts one. Of two programs that start one at the same moment,
 * PostgreSQL itself lets one win (postmaster.pid); the other finds the winner here.
 */
async function ensureServer(
  place: Place,
  settings: Readonly<Record<string, string>>,
): Promise<{ pid: number; isAdopted: boolean; socketFolder: string }> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let child: ChildProcess | null = null;
  let failedStarts = 0;
  while (Date.now() < deadline) {
    const postmaster = readPostmaster(place.cluster);
    if (postmaster && isPostgresAlive(postmaster.pid)) {
      const socketFolder = postmaster.socketFolder || place.socketFolder;
      const url = connectionString({ ...place, socketFolder }, "postgres");
      if ((await tryConnect(url)) === "ready") {
        return { pid: postmaster.pid, isAdopted: postmaster.pid !== child?.pid, socketFolder };
      }
    } else if (child === null || child.exitCode !== null || child.signalCode !== null) {
      if (child !== null && ++failedStarts === 3) {
        throw new PostgresError(`PostgreSQL does not start: ${lastLogLines(place)} (${place.logFile})`);
      }
      if (postmaster && isNumberTaken(postmaster.pid))
        rmSync(join(place.cluster, "postmaster.pid"), { force: true });
      child = spawnServer(place, settings);
      child.once("error", () => undefined);
    }
    await wait(POLL_MS);
  }
  throw new PostgresError(
    `PostgreSQL did not answer within a minute: ${lastLogLines(place)} (${place.logFile})`,
  );
}

async function stopServer(cluster: string, pid: number): Promise<void> {
  const isRunning = () => readPostmaster(cluster)?.pid === pid && isPostgresAlive(pid);
  if (!isRunning()) return;
  // SIGINT ends the sessions of others too; SIGTERM would wait for them to leave.
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + STOP_TIMEOUT_MS;
  while (isRunning()) {
    if (Date.now() > deadline) process.kill(pid, "SIGQUIT");
    await wait(POLL_MS);
  }
}

/**
 * Starts the PostgreSQL that npm brings on `<dataFolder>/postgres`, or adopts the one that is already running there.
 * It listens on a socket in a private folder, never on a port. Works as root (PostgreSQL then runs as another user)
 * and as an ordinary user.
 * @throws PostgresError | DataFolderError that name the fix.
 */
export async function startEmbeddedPostgres(input: {
  dataFolder: string;
  /** More or other settings of the server; tests trade durability for speed here. */
  settings?: Readonly<Record<string, string>>;
  onProgress?: (line: string) => void;
}): Promise<EmbeddedPostgres> {
  const { dataFolder, settings = {}, onProgress } = input;
  const place = preparePlace(dataFolder);
  if (!existsSync(place.cluster)) onProgress?.(`Making a new database in ${dataFolder} …`);
  await ensureCluster(place, dataFolder);
  const server = await ensureServer(place, { ...SETTINGS, ...settings });
  const running = { ...place, socketFolder: server.socketFolder };
  await ensureDatabase(running);
  return {
    connectionString: connectionString(running),
    isAdopted: server.isAdopted,
    stop: () => stopServer(place.cluster, server.pid),
  };
}
