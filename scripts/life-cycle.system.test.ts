import { spawn, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
} from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isPostgresAlive, readPostmaster } from "@/lib/db/postmaster";
import { startTemporaryPostgres } from "@/prisma/temporary-postgres";
import type { AppProcess } from "./app-process";
import { findFreePort, spawnApp, startApp } from "./app-process";

let dataFolder: string;
const apps: AppProcess[] = [];

async function start(env?: Record<string, string>): Promise<AppProcess> {
  const app = await startApp(dataFolder, env);
  apps.push(app);
  return app;
}

/** Runs the command line on the instance of this test. */
function beleg(args: string[], input = ""): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, ["scripts/beleg.mjs", ...args], {
    env: { ...process.env, BELEG_DATA: dataFolder, DATABASE_URL: "" },
    input,
    encoding: "utf8",
  });
}

/** Adds Anna and returns the headers of a request of hers. */
function addEditor(): Record<string, string> {
  const email = "anna@example.org";
  const added = beleg(
    ["user", "add", "--email", email, "--name", "Anna", "--role", "editor", "--password-stdin"],
    "korrekt Pferd Batterie Heftklammer",
  );
  expect(added).toMatchObject({ status: 0, stderr: "" });
  const token = beleg(["token", "add", "--email", email]).stdout.trim();
  return { authorization: `Bearer ${token}`, "content-type": "application/json" };
}

function postmaster(): number {
  const found = readPostmaster(join(dataFolder, "postgres"));
  if (found === null) throw new Error("No PostgreSQL runs.");
  return found.pid;
}

/** Everything below a folder, with the folder itself. */
function walk(path: string): string[] {
  return [
    path,
    ...(lstatSync(path).isDirectory() ? readdirSync(path).flatMap((name) => walk(join(path, name))) : []),
  ];
}

function statusFor(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once("error", reject)
      .end();
  });
}

const SAVES_A_ROUND = 60;

type Seen = { version: number; reason: string };

/** A change of a claim's reasoning that somebody sent, and what became of it as far as they know. */
type Save = {
  mutationId: string;
  reason: string;
  seen: Seen;
  outcome: "unknown" | "saved" | "refused";
  newVersion: number;
  conflict?: { current: { version: number; fields: { reason: string } }; yours: { fields: unknown } };
};

/** Sends a change, also again, and notes the answer. False where none came. */
async function send(url: string, headers: Record<string, string>, save: Save): Promise<boolean> {
  const { mutationId, reason, seen } = save;
  const body = JSON.stringify({ mutationId, reason, version: seen.version });
  const answer = await fetch(url, { method: "PATCH", headers, body })
    .then(async (response) => ({ status: response.status, value: await response.json() }))
    .catch(() => null);
  if (answer === null) return false;
  expect([200, 409]).toContain(answer.status);
  if (answer.status === 200) Object.assign(save, { outcome: "saved", newVersion: answer.value.version });
  else Object.assign(save, { outcome: "refused", conflict: answer.value });
  return true;
}

/** Saves on top of what was seen last, looks again when refused, until it is over or the connection breaks. */
async function saveAgainAndAgain(
  url: string,
  options: {
    headers: Record<string, string>;
    saves: Save[];
    words: (count: number) => string;
    isOver: () => boolean;
  },
): Promise<void> {
  let seen: Seen = { version: 1, reason: "" };
  for (let count = 1; !options.isOver(); count++) {
    const save: Save = {
      mutationId: randomUUID(),
      reason: options.words(count),
      seen,
      outcome: "unknown",
      newVersion: 0,
    };
    options.saves.push(save);
    if (!(await send(url, options.headers, save))) return;
    seen = save.conflict
      ? { version: save.conflict.current.version, reason: save.conflict.current.fields.reason }
      : { version: save.newVersion, reason: save.reason };
  }
}

type RecordEntry = {
  seq: number;
  type: string;
  mutationId: string | null;
  before: { reason?: string };
  after: { reason?: string };
};

/** The whole record of an article, page by page. */
async function readRecord(url: string, headers: Record<string, string>): Promise<RecordEntry[]> {
  const entries: RecordEntry[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query: string = cursor === "" ? "" : `&cursor=${cursor}`;
    const response = await fetch(`${url}?limit=500${query}`, { headers });
    const page: { items: RecordEntry[]; nextCursor: string | null } = await response.json();
    entries.push(...page.items);
    cursor = page.nextCursor;
  }
  return entries;
}

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "beleg-system-"));
});

afterEach(async () => {
  for (const app of apps.splice(0)) {
    app.kill("SIGTERM");
    await app.exit;
  }
  const left = existsSync(join(dataFolder, "postgres")) ? readPostmaster(join(dataFolder, "postgres")) : null;
  if (left && isPostgresAlive(left.pid)) process.kill(left.pid, "SIGQUIT");
  rmSync(dataFolder, { recursive: true, force: true });
});

describe("the app", () => {
  it("keeps what it acknowledged when it is killed, and adopts its PostgreSQL", async () => {
    const first = await start();
    const headers = addEditor();
    const body = JSON.stringify({ text: "In Berlin leben 3,7 Millionen Menschen.", language: "de" });
    const answer = await fetch(`${first.url}/api/v1/articles`, { method: "POST", headers, body });
    expect(answer.status).toBe(201);
    const { id, claims } = await answer.json();
    const pid = postmaster();

    first.kill("SIGKILL");
    await first.exit;
    expect(isPostgresAlive(pid)).toBe(true);
    const second = await start();

    expect(postmaster()).toBe(pid);
    const article = await fetch(`${second.url}/api/v1/articles/${id}`, { headers });
    expect(article.status).toBe(200);
    expect((await article.json()).claims.map((claim: { id: string }) => claim.id)).toEqual(claims);
    expect(beleg(["verify"]).status).toBe(0);
  });

  it("keeps every acknowledged change, once, and loses no words when it is killed under load", async () => {
    let app = await start();
    const headers = addEditor();
    const body = JSON.stringify({ text: "In Berlin leben 3,7 Millionen Menschen.", language: "de" });
    const imported = await fetch(`${app.url}/api/v1/articles`, { method: "POST", headers, body });
    const { id, claims } = await imported.json();
    const claimId: string = claims[0];
    const saves: Save[] = [];
    for (let round = 1; round <= 3; round++) {
      const isLast = round === 3;
      const wanted = round * SAVES_A_ROUND;
      const isEnough = () => saves.filter(({ outcome }) => outcome === "saved").length >= wanted;
      const editors = Array.from({ length: 8 }, (_, editor) =>
        saveAgainAndAgain(`${app.url}/api/v1/claims/${claimId}`, {
          headers,
          saves,
          words: (count) => `Round ${round}, editor ${editor}, save ${count}`,
          // Killed in full run: nobody stops before the connection breaks.
          isOver: () => isLast && isEnough(),
        }),
      );
      if (!isLast) {
        await vi.waitUntil(isEnough, { timeout: 60_000, interval: 1 });
        app.kill("SIGKILL");
        await app.exit;
        app = await start();
      }
      await Promise.all(editors);
      for (const save of saves.filter(({ outcome }) => outcome === "unknown")) {
        await send(`${app.url}/api/v1/claims/${claimId}`, headers, save);
      }
    }

    const saved = saves.filter(({ outcome }) => outcome === "saved");
    const refused = saves.filter(({ outcome }) => outcome === "refused");
    expect(saved.length + refused.length).toBe(saves.length);
    const entries = await readRecord(`${app.url}/api/v1/articles/${id}/activity`, headers);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    const changes = entries.filter(({ type }) => type === "claim.changed");
    // Each acknowledged change is on the record once, under the version it was given, and nothing else is.
    const inOrder = saved.toSorted((a, b) => a.newVersion - b.newVersion);
    expect(inOrder.map(({ newVersion }) => newVersion)).toEqual(inOrder.map((_, index) => index + 2));
    expect(changes.map(({ mutationId }) => mutationId)).toEqual(inOrder.map(({ mutationId }) => mutationId));
    expect(changes.map(({ after }) => after.reason)).toEqual(inOrder.map(({ reason }) => reason));
    // Nobody has written over words they had not seen.
    expect(changes.map(({ before }) => before.reason)).toEqual(inOrder.map(({ seen }) => seen.reason));
    expect(inOrder.map(({ seen }) => seen.version)).toEqual(inOrder.map(({ newVersion }) => newVersion - 1));
    // Whoever was refused got both texts: what stood there, and their own.
    expect(refused.length).toBeGreaterThan(0);
    const everStored = new Set(["", ...saved.map(({ reason }) => reason)]);
    for (const { conflict, reason } of refused) {
      expect(conflict?.yours.fields).toEqual({ reason });
      expect(everStored).toContain(conflict?.current.fields.reason);
    }
    // The state is what the record retells.
    const article = await (await fetch(`${app.url}/api/v1/articles/${id}`, { headers })).json();
    const claim = article.claims.find((one: { id: string }) => one.id === claimId);
    expect(claim).toMatchObject({ version: changes.length + 1, reason: changes.at(-1)?.after.reason });
    expect(beleg(["verify"])).toMatchObject({ status: 0, stderr: "" });
  });

  it.each(["SIGTERM", "SIGINT"] as const)("stops on %s with its database and exit code 0", async (signal) => {
    const app = await start();
    const pid = postmaster();
    app.kill(signal);
    app.kill(signal);

    expect(await app.exit).toEqual({ code: 0, signal: null });
    expect(isPostgresAlive(pid)).toBe(false);
    expect(existsSync(join(dataFolder, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("refuses a data folder that another app uses, in one line", async () => {
    const first = await start();
    const second = spawnApp({ port: await findFreePort(), dataFolder });

    expect(await second.exit).toEqual({ code: 1, signal: null });
    expect(second.stderr().trim().split("\n")).toEqual([
      expect.stringContaining(`already running on the data folder ${dataFolder} (process ${first.pid})`),
    ]);
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
  });

  it("brings its PostgreSQL back when that is killed", async () => {
    const app = await start();
    const pid = postmaster();
    process.kill(pid, "SIGKILL");

    await vi.waitFor(
      async () => {
        expect(postmaster()).not.toBe(pid);
        expect((await fetch(`${app.url}/api/health`)).status).toBe(200);
      },
      { timeout: 30_000, interval: 50 },
    );
    app.kill("SIGTERM");
    expect(await app.exit).toEqual({ code: 0, signal: null });
    expect(existsSync(join(dataFolder, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("uses the PostgreSQL of DATABASE_URL, and says 503 while that is away", async () => {
    const server = await startTemporaryPostgres();
    const app = await start({ DATABASE_URL: server.connectionString });
    expect((await fetch(`${app.url}/api/health`)).status).toBe(200);
    expect(existsSync(join(dataFolder, "postgres"))).toBe(false);

    await server.stop();
    const response = await fetch(`${app.url}/api/health`);
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ database: "unreachable" });
  });

  it("answers to its own address only", async () => {
    const { url } = await start();
    const { port } = new URL(url);

    expect(await statusFor(`${url}/api/health`, `localhost:${port}`)).toBe(200);
    expect(await statusFor(`${url}/api/health`, `127.0.0.1:${port}`)).toBe(200);
    expect(await statusFor(`${url}/api/health`, "evil.example")).toBe(421);
    expect(await statusFor(`${url}/api/health`, `localhost.evil.example:${port}`)).toBe(421);
  });

  it("says its version and the state of the database", async () => {
    const { url } = await start();
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    const response = await fetch(`${url}/api/health`);

    expect(await response.json()).toEqual({ status: "ok", version, database: "ok" });
  });

  it("prints a link for the first account until there is one", async () => {
    const app = await start();
    await vi.waitUntil(() => app.stdout().includes("/setup?token="), { timeout: 10_000, interval: 20 });
    const link = app.stdout().match(/http\S+\/setup\?token=\S+/)?.[0] ?? "";
    expect((await fetch(link)).status).toBe(200);
    expect(app.stderr()).not.toContain(new URL(link).searchParams.get("token"));
  });
});

describe("a start that cannot succeed", () => {
  it("says one line for each wrong value", async () => {
    const app = spawnApp({
      port: 3000,
      dataFolder,
      env: { PORT: "http", BELEG_URL: "beleg", DATABASE_URL: "mysql://x" },
    });
    expect(await app.exit).toEqual({ code: 1, signal: null });
    expect(app.stderr().trim().split("\n")).toEqual([
      expect.stringMatching(/^PORT must be a number/),
      expect.stringMatching(/^BELEG_URL must be the address/),
      expect.stringMatching(/^DATABASE_URL must be the address of a PostgreSQL/),
    ]);
    expect(app.stderr()).not.toContain("mysql://x");
  });

  it("names the port that is in use, and leaves no PostgreSQL behind", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const app = spawnApp({ port, dataFolder });
    expect(await app.exit).toEqual({ code: 1, signal: null });
    other.close();
    expect(app.stderr().trim()).toBe(
      `Port ${port} is in use. Stop the program that uses it, or set PORT to another one.`,
    );
    expect(existsSync(join(dataFolder, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("names a database that does not answer", async () => {
    const port = await findFreePort();
    const env = { DATABASE_URL: `postgresql://someone:secret@127.0.0.1:${port}/none` };
    const app = spawnApp({ port: await findFreePort(), dataFolder, env });
    expect(await app.exit).toEqual({ code: 1, signal: null });
    expect(app.stderr().trim()).toMatch(/^The PostgreSQL of DATABASE_URL does not answer \(.*ECONNREFUSED/);
    expect(app.stderr()).not.toContain("secret@");
  });

  it("refuses a secret that others can read", async () => {
    const first = await start();
    first.kill("SIGTERM");
    await first.exit;
    chmodSync(join(dataFolder, "secret"), 0o644);
    const second = spawnApp({ port: await findFreePort(), dataFolder });

    expect(await second.exit).toEqual({ code: 1, signal: null });
    expect(second.stderr()).toContain(`chmod 600 "${join(dataFolder, "secret")}"`);
  });
});

describe("the data folder", () => {
  it("is closed to everybody else", async () => {
    await start();
    const open = walk(dataFolder).filter(
      (path) => !lstatSync(path).isSymbolicLink() && lstatSync(path).mode & 0o077,
    );
    // The server makes its socket itself; the folder around it is closed.
    expect(open.filter((path) => !lstatSync(path).isSocket())).toEqual([]);
    expect(walk(dataFolder).length).toBeGreaterThan(500);
  });

  it.runIf(process.platform === "linux")("has a database that listens on no port", async () => {
    await start();
    const pid = postmaster();
    const sockets = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    const inodes = sockets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []);
    const tcp = ["tcp", "tcp6"].flatMap((name) =>
      readFileSync(`/proc/${pid}/net/${name}`, "utf8").split("\n"),
    );
    const tcpInodes = new Set(tcp.map((line) => line.trim().split(/\s+/)[9]));

    expect(inodes.length).toBeGreaterThan(0);
    expect(inodes.filter((inode) => tcpInodes.has(inode))).toEqual([]);
  });

  it("gets one secret from many first starts at the same moment", async () => {
    const script = `import { ensureInstanceSecret, prepareDataFolder } from "@/lib/db/private-files";
      prepareDataFolder(process.argv[1]); console.log(ensureInstanceSecret(process.argv[1]));`;
    const args = ["--import", "tsx", "--input-type=module", "-e", script, dataFolder];
    const secrets = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
        let output = "";
        child.stdout.on("data", (chunk) => {
          output += chunk;
        });
        await once(child, "close");
        return output.trim();
      }),
    );
    expect(new Set(secrets).size).toBe(1);
    expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(readdirSync(dataFolder)).toEqual(["secret"]);
  });
});

describe("the command line", () => {
  it("starts the database where none runs, and stops it again", () => {
    expect(beleg(["verify"])).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(dataFolder, "postgres", "postmaster.pid"))).toBe(false);
  });

  it("leaves the database of a running app alone", async () => {
    await start();
    const pid = postmaster();
    expect(beleg(["verify"])).toMatchObject({ status: 0, stderr: "" });
    expect(isPostgresAlive(pid)).toBe(true);
  });

  it("splits without a database, and fails with one line", () => {
    const { status, stdout } = beleg(
      ["split", "--language", "de"],
      "In Berlin leben 3,7 Millionen Menschen.",
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ language: "de" });
    // Offsets are into the text as it was given, with its byte order mark.
    const marked = beleg(["split"], "\u{feff}In Berlin leben 3,7 Millionen Menschen.").stdout;
    expect(JSON.parse(marked).sentences).toMatchObject([{ start: 1, end: 40 }]);
    expect(beleg(["split", "--langauge", "de"])).toMatchObject({ status: 1, stdout: "" });
    expect(beleg(["no-such-command"])).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^unknown command "no-such-command"[^\n]*\n$/),
    });
    expect(readdirSync(dataFolder)).toEqual([]);
  });
});
