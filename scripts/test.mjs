import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";

/*
 * `npm test`: everything, in the order in which failures are cheapest to find. The last line is
 * "N passed, N failed" over all stages; a runner that crashes counts as a failure.
 */

process.chdir(resolve(import.meta.dirname, ".."));
const { prepare, PrepareError } = await import("./prepare.mjs");

const RESULTS = "test-results";
const totals = { passed: 0, failed: 0 };

function heading(title) {
  console.log(`\n── ${title}`);
}

function report(title, { passed, failed }, startedAt) {
  totals.passed += passed;
  totals.failed += failed;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.log(`${failed === 0 ? "✓" : "✗"} ${title}: ${passed} passed, ${failed} failed (${seconds} s)`);
}

/** Runs a program of node_modules with its output on the screen; resolves with its exit code. */
function run(script, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, NODE_ENV: "test", ...env },
      stdio: ["ignore", "inherit", "inherit"],
    });
    child.once("error", (error) => {
      console.error(error.message);
      done(1);
    });
    child.once("close", (code) => done(code ?? 1));
  });
}

/** A stage that either holds or does not. */
async function check(title, holds) {
  const startedAt = Date.now();
  heading(title);
  const isGood = await holds();
  report(title, { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1 }, startedAt);
  return isGood;
}

/** What a runner wrote down; one failure when it ended badly without naming a failed test. */
function countTests(resultFile, exitCode, read) {
  const counts = existsSync(resultFile)
    ? read(JSON.parse(readFileSync(resultFile, "utf8")))
    : { passed: 0, failed: 0 };
  const hasCrashed = counts.failed === 0 && (exitCode !== 0 || !existsSync(resultFile));
  return hasCrashed ? { ...counts, failed: 1 } : counts;
}

async function vitest(project) {
  const startedAt = Date.now();
  heading(`${project} tests`);
  const file = join(RESULTS, `${project}.json`);
  rmSync(file, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await run("node_modules/vitest/vitest.mjs", ["run", "--project", project, ...reporters]);
  const counts = countTests(file, code, ({ numPassedTests, numFailedTests, testResults }) => ({
    passed: numPassedTests,
    // A file that cannot be loaded has no tests that could fail.
    failed:
      numFailedTests +
      testResults.filter((r) => r.status === "failed" && r.assertionResults.length === 0).length,
  }));
  report(`${project} tests`, counts, startedAt);
}

/** A browser, installed where that is possible without asking. */
async function ensureBrowser() {
  const { register } = await import("tsx/esm/api");
  const unregister = register();
  const { findBrowser } = await import("../e2e/browser.ts");
  await unregister();
  if (findBrowser() !== null) return true;
  const isRootOnDebian = process.getuid?.() === 0 && existsSync("/etc/debian_version");
  if (isRootOnDebian) {
    console.log("Installing Chromium …");
    const install = spawnSync(
      "/bin/sh",
      ["-c", "apt-get update && apt-get install -y --no-install-recommends chromium"],
      {
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
        stdio: ["ignore", "ignore", "inherit"],
      },
    );
    if (install.status === 0 && findBrowser() !== null) return true;
  }
  console.error("The journeys need Chromium or Chrome. Type: npx playwright install --with-deps chromium");
  return false;
}

async function journeys() {
  const startedAt = Date.now();
  heading("journeys in the browser");
  if (!(await ensureBrowser())) {
    report("journeys in the browser", { passed: 0, failed: 1 }, startedAt);
    return;
  }
  const file = join(RESULTS, "e2e.json");
  rmSync(file, { force: true });
  const code = await run("node_modules/@playwright/test/cli.js", ["test"]);
  const counts = countTests(file, code, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }));
  report("journeys in the browser", counts, startedAt);
}

async function prepared(title, options) {
  return check(title, async () => {
    try {
      await prepare({ ...options, say: (line) => console.log(line) });
      return true;
    } catch (error) {
      console.error(error instanceof PrepareError ? error.message : error);
      return false;
    }
  });
}

async function everything() {
  if (!(await prepared("packages and database client", { build: false }))) return;
  mkdirSync(RESULTS, { recursive: true });
  const biome = "node_modules/@biomejs/biome/bin/biome";
  await check(
    "style and layer rules",
    async () => (await run(biome, ["check", "--error-on-warnings", "."])) === 0,
  );
  await check("types", async () => {
    // The types of the routes are generated; a fresh clone has none before its first build.
    const generated = await run("node_modules/next/dist/bin/next", ["typegen"], {
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
    });
    return generated === 0 && (await run("node_modules/typescript/bin/tsc", ["--noEmit"])) === 0;
  });
  await vitest("unit");
  await vitest("database");
  if (!(await prepared("production build", { build: true }))) return;
  await vitest("system");
  await journeys();
}

try {
  await everything();
} catch (error) {
  console.error(error);
  totals.failed += 1;
}
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 ? 0 : 1);
