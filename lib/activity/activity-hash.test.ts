import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ActivityEntry } from "./activity-hash";
import { canonicalJson, hashActivity, splitAtSeq } from "./activity-hash";

const ENTRY: ActivityEntry = {
  chainId: "0195a000-0000-7000-8000-000000000001",
  deskId: "0195a000-0000-7000-8000-000000000002",
  articleId: "0195a000-0000-7000-8000-000000000001",
  claimId: null,
  at: "2026-01-02T03:04:05.678Z",
  actorId: null,
  actorName: "Jörg „Joe“ 😀",
  type: "claim.changed",
  mutationId: null,
  before: { wording: "alt" },
  after: { wording: "neu", spans: [{ start: 0, end: 1e21 }] },
};

test("joins to the canonical JSON of the entry with its seq", () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.string(),
      (seq, after, actorName) => {
        const entry = { ...ENTRY, after, actorName };
        const { head, tail } = splitAtSeq(entry);
        expect(`${head}${seq}${tail}`).toBe(canonicalize(JSON.parse(JSON.stringify({ ...entry, seq }))));
      },
    ),
  );
});

test("is the SHA-256 of the hash before and the canonical JSON", () => {
  const text = `abc${canonicalJson({ ...ENTRY, seq: 7 })}`;
  const expected = createHash("sha256").update(text, "utf8").digest("hex");
  expect(hashActivity({ entry: ENTRY, seq: 7, prevHash: "abc" })).toBe(expected);
});

test("writes the same JSON for the same value, however its names are ordered", () => {
  expect(canonicalJson({ b: undefined, a: [1, { d: 4, c: 3 }] })).toBe(
    canonicalJson({ a: [1, { c: 3, d: 4 }] }),
  );
  expect(canonicalJson(undefined)).toBe("null");
});
