import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What PostgreSQL writes about itself into postmaster.pid. */
export type Postmaster = { pid: number; socketFolder: string };

/** The server that runs, or ran, on a PostgreSQL data folder; null where none did or it stopped in order. */
export function readPostmaster(folder: string): Postmaster | null {
  try {
    // Lines: process, data folder, start time, port, socket folder, listen address, shared memory, state.
    const lines = readFileSync(join(folder, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: lines[4] ?? "" } : null;
  } catch {
    return null;
  }
}

/**
 * Whether the process that postmaster.pid names is a PostgreSQL. After a crash the number may belong to nobody, to a
 * dead process that nobody has collected (in a container without an init), or to another program.
 */
export function isPostgresAlive(pid: number): boolean {
  const { state, name } = process.platform === "linux" ? readProc(pid) : askPs(pid);
  return state !== "" && !/^[ZX]/.test(state) && name.includes("postgres");
}

/**
 * Whether any process, also a dead one that nobody collected, has this number. PostgreSQL clears a postmaster.pid
 * whose number is free; a number in use stops it from starting, whatever uses it.
 */
export function isNumberTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function readProc(pid: number): { state: string; name: string } {
  try {
    // "123 (name of program) S …"; the name may hold brackets and spaces.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const end = stat.lastIndexOf(")");
    return { name: stat.slice(stat.indexOf("(") + 1, end), state: stat.slice(end + 2, end + 3) };
  } catch {
    return { name: "", state: "" };
  }
}

function askPs(pid: number): { state: string; name: string } {
  const { stdout } = spawnSync("ps", ["-o", "stat=,comm=", "-p", String(pid)], { encoding: "utf8" });
  const [state = "", ...name] = (stdout ?? "").trim().split(/\s+/);
  return { state, name: name.join(" ") };
}
