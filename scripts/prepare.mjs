import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/*
 * What stands between a fresh clone and a running Beleg: packages, the generated database client, the build. Plain
 * Node with nothing from npm, because it runs before npm has installed anything. Every step first asks whether it is
 * needed, so that a second start costs some milliseconds.
 */

const BUILD = ".next";
/** The TypeScript that runs beside Next, bundled: 35 MB and a third of a second less than compiling at each start. */
export const SERVE_BUNDLE = join(BUILD, "beleg", "serve.mjs");
const STAMPS = join("node_modules", ".cache", "beleg");
const BUILD_FOLDERS = ["app", "components", "lib", "prisma", "scripts"];
const BUILD_FILE =
  /^(package(-lock)?\.json|tsconfig\.json|proxy\.ts|(next|postcss|prisma)\.config\.(m?js|ts))$/;
const NO_INPUT = /\.(test|spec)\.tsx?$|^lib\/db\/generated\/|^prisma\/(migrations|seed|factories)/;

/** A failed step; the message says what to do, `output` is what the program wrote. */
export class PrepareError extends Error {
  constructor(message, output = "") {
    super(message);
    this.output = output;
  }
}

/** @returns {string[]} the files below `folder`, sorted. */
function listFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? listFiles(path) : [path];
    });
}

function hashFiles(paths) {
  const hash = createHash("sha256");
  for (const path of paths) hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
  return hash.digest("hex");
}

function readStamp(name) {
  const path = join(STAMPS, name);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

function writeStamp(name, value) {
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, name), value);
}

/** The step that runs, for a signal that arrives meanwhile. */
let running = null;

/** Ends the step that runs, if there is one. */
export function stopPreparing() {
  running?.kill("SIGTERM");
}

/** Runs a program and resolves with its output; a failure carries the last lines. */
function run(program, args, { env = {}, onFailure }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    running = child;
    const output = [];
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    const fail = (reason) => {
      const text = Buffer.concat(output).toString().trim();
      const lastLines = text.split("\n").slice(-40).join("\n");
      reject(new PrepareError(`${lastLines}\n\n${onFailure} (${reason})`, text));
    };
    child.once("error", (error) => fail(error.message));
    child.once("close", (code, signal) => {
      running = null;
      if (code === 0) resolve(undefined);
      else fail(signal ?? `it ended with ${code}`);
    });
  });
}

/** Whether node_modules holds what the lockfile names. Packages for other machines may be missing. */
function isInstalled() {
  const installedList = join("node_modules", ".package-lock.json");
  if (!existsSync(installedList)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const installed = JSON.parse(readFileSync(installedList, "utf8")).packages;
  return Object.entries(wanted).every(([path, { version, integrity, optional, link }]) => {
    if (path === "" || link) return true;
    const found = installed[path];
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}

/** Calls the npm that started us, if one did: there may be several, and on Windows npm is a script. */
function npm(args, options) {
  const script = process.env.npm_execpath;
  // With NODE_ENV=production npm leaves out what the build needs.
  const settings = { ...options, env: { NODE_ENV: "" } };
  return script ? run(process.execPath, [script, ...args], settings) : run("npm", args, settings);
}

async function ensureInstalled(say) {
  if (isInstalled()) return;
  say("Installing packages (about a minute) …");
  const onFailure =
    "npm could not install the packages. Check the network and the disk space, then start again";
  try {
    await npm(["ci"], { onFailure });
  } catch (error) {
    // The lockfile names programs only for the machines whose packages the registry had when it was written. On
    // another machine "ci" refuses; "install" takes what the lockfile names as it is and adds the missing ones.
    if (!error.output?.includes("from lock file")) throw error;
    await npm(["install", "--no-save"], { onFailure });
  }
}

async function ensureGenerated(say) {
  const inputs = [
    "package-lock.json",
    "prisma.config.ts",
    "prisma/schema.prisma",
    ...listFiles("prisma/models"),
  ];
  const hash = hashFiles(inputs);
  if (readStamp("generated") === hash && existsSync("lib/db/generated/client.ts")) return;
  say("Generating the database client …");
  await run(process.execPath, ["node_modules/prisma/build/index.js", "generate"], {
    // Prisma looks for an engine that generating does not use, and would download it. Any program satisfies it.
    env: { PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, CHECKPOINT_DISABLE: "1" },
    onFailure: "The database client could not be generated. Look at the lines above",
  });
  writeStamp("generated", hash);
}

function hashBuildInputs() {
  const rootFiles = readdirSync(".").filter((name) => BUILD_FILE.test(name));
  const files = [...rootFiles.sort(), ...BUILD_FOLDERS.flatMap(listFiles)];
  return hashFiles(files.filter((path) => !NO_INPUT.test(path)));
}

/** What the build stamp must say: the inputs, and the build they led to (somebody may have built by hand since). */
function buildStamp(hash) {
  const id = join(BUILD, "BUILD_ID");
  return existsSync(id) && existsSync(SERVE_BUNDLE) ? `${hash} ${readFileSync(id, "utf8")}` : null;
}

async function bundleServe() {
  const { build, stop } = await import("esbuild");
  await build({
    entryPoints: { serve: "scripts/serve.ts" },
    outdir: dirname(SERVE_BUNDLE),
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
    plugins: [
      {
        // Marks code that must not reach the browser; here nothing can.
        name: "server-only",
        setup(plugins) {
          plugins.onResolve({ filter: /^server-only$/ }, ({ path }) => ({ path, namespace: "empty" }));
          plugins.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
        },
      },
    ],
  });
  await stop();
}

async function ensureBuilt(say) {
  const hash = hashBuildInputs();
  const stamp = buildStamp(hash);
  if (stamp !== null && readStamp("build") === stamp) return;
  say("Building (about half a minute) …");
  await run(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    onFailure: "The build failed. Look at the lines above",
  });
  await bundleServe();
  writeStamp("build", buildStamp(hash));
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** One process at a time prepares a clone; the others wait and then find the work done. */
async function withLock(say, work) {
  const path = join(
    tmpdir(),
    `beleg-prepare-${createHash("sha256").update(process.cwd()).digest("hex").slice(0, 16)}`,
  );
  for (let hasSaid = false; ; ) {
    try {
      const file = openSync(path, "wx", 0o644);
      writeFileSync(file, String(process.pid));
      closeSync(file);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      const pid = existsSync(path) ? Number(readFileSync(path, "utf8")) : 0;
      if (pid > 0 && !isAlive(pid)) rmSync(path, { force: true });
      else if (!hasSaid) {
        say(`Another program (process ${pid}) is preparing this folder; waiting for it …`);
        hasSaid = true;
      }
      await wait(100);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * Installs, generates and builds what is missing or out of date.
 * @param {{ build: boolean, say: (line: string) => void }} options
 * @throws PrepareError that says what to do.
 */
export async function prepare({ build, say }) {
  await withLock(say, async () => {
    await ensureInstalled(say);
    await ensureGenerated(say);
    if (build) await ensureBuilt(say);
  });
}
