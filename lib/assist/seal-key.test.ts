import { expect, test } from "vitest";
import { fingerprintApiKey, openApiKey, sealApiKey } from "./seal-key";

const PLACE = {
  secret: "a secret of the instance, long enough",
  deskId: "0190a0a0-0000-7000-8000-000000000001",
};

test("a sealed key opens again, and looks different each time", () => {
  const sealed = sealApiKey("sk-geheim", PLACE);
  expect(openApiKey(sealed, PLACE)).toBe("sk-geheim");
  expect(sealed.toString("latin1")).not.toContain("geheim");
  expect(sealApiKey("sk-geheim", PLACE).equals(sealed)).toBe(false);
});

test("it opens for no other desk, under no other secret, and not when it was changed", () => {
  const sealed = sealApiKey("sk-geheim", PLACE);
  expect(openApiKey(sealed, { ...PLACE, deskId: "0190a0a0-0000-7000-8000-000000000002" })).toBeNull();
  expect(openApiKey(sealed, { ...PLACE, secret: "another secret of the instance" })).toBeNull();
  for (let index = 0; index < sealed.length; index++) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(openApiKey(changed, PLACE)).toBeNull();
  }
  expect(openApiKey(sealed.subarray(0, 20), PLACE)).toBeNull();
});

test("the fingerprint tells keys apart and depends on the secret", () => {
  expect(fingerprintApiKey("a", PLACE.secret)).toBe(fingerprintApiKey("a", PLACE.secret));
  expect(fingerprintApiKey("a", PLACE.secret)).not.toBe(fingerprintApiKey("b", PLACE.secret));
  expect(fingerprintApiKey("a", PLACE.secret)).not.toBe(fingerprintApiKey("a", "another secret"));
});
