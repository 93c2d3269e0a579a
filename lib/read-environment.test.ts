import { describe, expect, it } from "vitest";
import { EnvironmentError, readEnvironment } from "./read-environment";

function linesFor(source: Record<string, string>): string[] {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    return error instanceof EnvironmentError ? error.lines : [`unplanned: ${error}`];
  }
}

describe("the environment", () => {
  it("is complete when nothing is set", () => {
    expect(readEnvironment({})).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      BELEG_URL: "http://localhost:3000",
      BELEG_TRUSTED_PROXY: [],
    });
    expect(readEnvironment({}).DATABASE_URL).toBeUndefined();
  });

  it("takes the address from the port", () => {
    expect(readEnvironment({ PORT: "8080" })).toMatchObject({
      PORT: 8080,
      BELEG_URL: "http://localhost:8080",
    });
  });

  it("counts empty values as absent", () => {
    expect(readEnvironment({ PORT: "", DATABASE_URL: "", BELEG_TRUSTED_PROXY: "" })).toEqual(
      readEnvironment({}),
    );
  });

  it("says one line for each wrong value", () => {
    expect(linesFor({ PORT: "0", HOST: "a b", BELEG_URL: "https://beleg.example/desk" })).toEqual([
      'PORT must be a number from 1 to 65535, not "0".',
      'HOST must be an address or a host name, for example 127.0.0.1 or 0.0.0.0, not "a b".',
      'BELEG_URL must be the address people type, without a path, for example https://beleg.example.org, not "https://beleg.example/desk".',
    ]);
  });

  it.each(["70000", "3000x", "-1", "3000\nHOST"])("refuses the port %j", (PORT) => {
    expect(linesFor({ PORT })).toHaveLength(1);
  });

  it.each([
    "javascript:alert(1)",
    "beleg.example.org",
    "https://user@beleg.example.org",
    "ftp://beleg.example.org",
  ])("refuses the address %s", (BELEG_URL) => {
    expect(linesFor({ BELEG_URL })).toHaveLength(1);
  });

  it("takes addresses and networks of trusted proxies", () => {
    expect(readEnvironment({ BELEG_TRUSTED_PROXY: "10.0.0.2, fd00::/8" }).BELEG_TRUSTED_PROXY).toEqual([
      "10.0.0.2",
      "fd00::/8",
    ]);
    expect(linesFor({ BELEG_TRUSTED_PROXY: "yes" })).toHaveLength(1);
    expect(linesFor({ BELEG_TRUSTED_PROXY: "10.0.0.0/33" })).toHaveLength(1);
  });

  it("never repeats a value that can hold a password", () => {
    const lines = linesFor({ DATABASE_URL: "mysql://root:hunter2@db/beleg", NEXTAUTH_SECRET: "hunter2" });
    expect(lines).toHaveLength(2);
    expect(lines.join()).not.toContain("hunter2");
  });
});
