import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

type LockEntry = { version?: string; integrity?: string; resolved?: string; link?: boolean };

const packages: Record<string, LockEntry> = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.entries(packages).filter(([path]) => path !== "");

/** Versions below these have known holes that Beleg would inherit. */
const FLOORS = { next: [16, 4, 6], "next-auth": [4, 24, 15] } as const;

function isAtLeast(version: string, floor: readonly number[]): boolean {
  const parts = version.split(/[.-]/).map(Number);
  const differing = floor.findIndex((part, index) => part !== parts[index]);
  return differing === -1 || (parts[differing] ?? 0) > (floor[differing] ?? 0);
}

describe("the lockfile", () => {
  it("has the hash of every package", () => {
    const without = entries.filter(([, { integrity }]) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ""));
    expect(without.map(([path]) => path)).toEqual([]);
    expect(entries.length).toBeGreaterThan(200);
  });

  it("names no registry", () => {
    expect(entries.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  it("holds versions without known holes", () => {
    for (const [name, floor] of Object.entries(FLOORS)) {
      const { version = "0" } = packages[`node_modules/${name}`] ?? {};
      expect(isAtLeast(version, floor), `${name} ${version}`).toBe(true);
    }
    expect(isAtLeast("16.4.5", FLOORS.next)).toBe(false);
    expect(isAtLeast("15.9.9", FLOORS.next)).toBe(false);
    expect(isAtLeast("17.0.0", FLOORS.next)).toBe(true);
  });

  it("has the packages of the manifest, each pinned to one version", () => {
    const wanted: Record<string, string> = { ...manifest.dependencies, ...manifest.devDependencies };
    for (const [name, version] of Object.entries(wanted)) {
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });
});
