import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password";

describe("password", () => {
  it("keeps Argon2id with 19 MiB and two passes, and never the same hash twice", async () => {
    const [first, second] = await Promise.all([
      hashPassword("correct horse battery"),
      hashPassword("correct horse battery"),
    ]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  it("recognises the password, however the keyboard composed its umlauts", async () => {
    const stored = await hashPassword("Überprüfung!".normalize("NFC"));
    expect(await verifyPassword(stored, "Überprüfung!".normalize("NFD"))).toBe(true);
    expect(await verifyPassword(stored, "Uberprufung!")).toBe(false);
  });

  it("is wrong for nobody's account, whatever is typed", async () => {
    expect(await verifyPassword(null, "correct horse battery")).toBe(false);
  });

  it("does not hash what is longer than a password may be", async () => {
    const stored = await hashPassword("x".repeat(256));
    expect(await verifyPassword(stored, "x".repeat(256))).toBe(true);
    const startedAt = performance.now();
    expect(await verifyPassword(stored, "x".repeat(10_000_000))).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(50);
  });
});
