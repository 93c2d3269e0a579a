import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { EmbeddedPostgres } from "./embedded-postgres";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { PostgresError } from "./postgres-programs";

/** The database in a data folder, for as long as one program needs it. */
export type InstanceDatabase = { connectionString: string; close(): Promise<void> };

/** The app holds this lock alone. */
const OWNER_LOCK = 734_190_001;
/** Everybody who uses the server shares this lock; who gets it alone is the last one. */
const USER_LOCK = 734_190_002;
/** The sessions of a killed app end within moments; a lock held for longer belongs to a living one. */
const OWNER_PATIENCE_MS = 1_500;
const POLL_MS = 50;
/** Between attempts to bring back a server, for example while the disk is full. */
const RETRY_MS = 2_000;
const OWNER_NAME = "beleg app";

type Session = { client: pg.Client; server: EmbeddedPostgres };

async function tryLock(client: pg.Client, key: number): Promise<boolean> {
  const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS yes", [key]);
  return rows[0].yes;
}

/** A server and a session on it. Between the two, another program may have stopped the server: then once more. */
async function openSession(input: {
  dataFolder: string;
  name: string;
  claim?: (client: pg.Client) => Promise<void>;
  onProgress?: ((line: string) => void) | undefined;
}): Promise<Session> {
  const { dataFolder, name, claim, onProgress } = input;
  for (let attempt = 1; ; attempt++) {
    const server = await startEmbeddedPostgres({ dataFolder, ...(onProgress && { onProgress }) });
    const client = new pg.Client({
      connectionString: server.connectionString,
      application_name: `${name} ${process.pid}`,
      keepAlive: true,
    });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.query("SELECT pg_advisory_lock_shared($1)", [USER_LOCK]);
      await claim?.(client);
      return { client, server };
    } catch (error) {
      await client.end().catch(() => undefined);
      if (error instanceof PostgresError || attempt === 3) throw error;
    }
  }
}

async function takeOwnership(client: pg.Client, dataFolder: string): Promise<void> {
  const deadline = Date.now() + OWNER_PATIENCE_MS;
  while (!(await tryLock(client, OWNER_LOCK))) {
    if (Date.now() > deadline) {
      const { rows } = await client.query(
        "SELECT split_part(application_name, ' ', 3) AS pid FROM pg_stat_activity WHERE application_name LIKE $1 AND pid <> pg_backend_pid()",
        [`${OWNER_NAME} %`],
      );
      throw new PostgresError(
        `Beleg is already running on the data folder ${dataFolder} (process ${rows[0]?.pid ?? "unknown"}). Stop it, ` +
          "or set BELEG_DATA and PORT to start another instance.",
      );
    }
    await wait(POLL_MS);
  }
}

/**
 * The database for the app. It owns the data folder: a second app is refused, and closing stops the server. A server
 * that ends without being asked to is started again; queries of that moment fail.
 * @throws PostgresError | DataFolderError that name the fix.
 */
export async function openAsOwner(input: {
  dataFolder: string;
  onProgress?: (line: string) => void;
  /** The server ended and is back (null), or could not be brought back; it is tried again. */
  onRestart?: (error: unknown) => void;
}): Promise<InstanceDatabase> {
  const { dataFolder, onProgress, onRestart } = input;
  let isClosing = false;
  let session: Session;
  let recovery: Promise<void> = Promise.resolve();

  async function own(): Promise<void> {
    session = await openSession({
      dataFolder,
      name: OWNER_NAME,
      claim: (client) => takeOwnership(client, dataFolder),
      onProgress,
    });
    session.client.once("end", () => {
      if (!isClosing) recovery = recover();
    });
  }

  async function recover(): Promise<void> {
    while (!isClosing) {
      try {
        await own();
        onRestart?.(null);
        return;
      } catch (error) {
        onRestart?.(error);
        await wait(RETRY_MS);
      }
    }
  }

  await own();
  return {
    get connectionString() {
      return session.server.connectionString;
    },
    async close() {
      isClosing = true;
      await recovery;
      await session.client.end().catch(() => undefined);
      await session.server.stop();
    },
  };
}

/**
 * The database for a program that runs beside the app or without it, such as the command line: joins a running
 * server or starts one, and stops it at the end when nobody else uses it.
 * @throws PostgresError | DataFolderError that name the fix.
 */
export async function openAsGuest(dataFolder: string): Promise<InstanceDatabase> {
  const { client, server } = await openSession({ dataFolder, name: "beleg guest" });
  return {
    connectionString: server.connectionString,
    async close() {
      await client.query("SELECT pg_advisory_unlock_shared($1)", [USER_LOCK]);
      const isLast = await tryLock(client, USER_LOCK);
      await client.end();
      if (isLast) await server.stop();
    },
  };
}
