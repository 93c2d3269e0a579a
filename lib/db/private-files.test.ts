import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ensureInstanceSecret, prepareDataFolder } from "./private-files";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "beleg-files-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe("the instance secret", () => {
  it("is made once, for its owner alone", () => {
    const secret = ensureInstanceSecret(folder);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(ensureInstanceSecret(folder)).toBe(secret);
    expect(statSync(join(folder, "secret")).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(["secret"]);
  });

  it.each([0o640, 0o604, 0o666])("is refused with the rights %o", (mode) => {
    ensureInstanceSecret(folder);
    chmodSync(join(folder, "secret"), mode);
    expect(() => ensureInstanceSecret(folder)).toThrow("chmod 600");
  });

  it("is refused when it is too short", () => {
    writeFileSync(join(folder, "secret"), "changeme\n", { mode: 0o600 });
    expect(() => ensureInstanceSecret(folder)).toThrow("too short");
  });

  it("is never read through a link", () => {
    writeFileSync(join(folder, "elsewhere"), "x".repeat(64), { mode: 0o600 });
    symlinkSync(join(folder, "elsewhere"), join(folder, "secret"));
    expect(() => ensureInstanceSecret(folder)).toThrow("ELOOP");
  });
});

describe("the data folder", () => {
  it("is made with the folders above it and closed to others", () => {
    const path = join(folder, "a", "b");
    prepareDataFolder(path);
    expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, "a")).mode & 0o777).toBe(0o755);
  });

  it("is not taken over when it holds files of others", () => {
    writeFileSync(join(folder, "passwd"), "");
    chmodSync(folder, 0o755);
    expect(() => prepareDataFolder(folder)).toThrow("not Beleg's");
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });
});
