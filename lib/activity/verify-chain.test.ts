import { expect, test } from "vitest";
import { hashActivity } from "./activity-hash";
import type { ChainEntry } from "./verify-chain";
import { verifyChain } from "./verify-chain";

/** A sound chain of `length` entries. */
function chainOf(length: number): ChainEntry[] {
  const chain: ChainEntry[] = [];
  let prevHash = "";
  for (let seq = 1; seq <= length; seq++) {
    const entry = {
      chainId: "0195a000-0000-7000-8000-000000000001",
      deskId: "0195a000-0000-7000-8000-000000000002",
      articleId: null,
      claimId: null,
      at: new Date(seq * 1000).toISOString(),
      actorId: null,
      actorName: "system",
      type: "claim.changed",
      mutationId: null,
      before: { reason: `${seq - 1}` },
      after: { reason: `${seq}` },
    };
    const hash = hashActivity({ entry, seq, prevHash });
    chain.push({ ...entry, seq, prevHash, hash });
    prevHash = hash;
  }
  return chain;
}

const chain = chainOf(5);
const head = { seq: 5, hash: chain[4]?.hash ?? "" };
const at = (index: number): ChainEntry => {
  const entry = chain[index];
  if (!entry) throw new RangeError(`No entry ${index}`);
  return entry;
};

/** The entry again with another content and a hash that fits it. */
function forged(entry: ChainEntry): ChainEntry {
  const { seq, prevHash, hash: _, ...columns } = entry;
  const changed = { ...columns, after: { reason: "forged" } };
  return { ...changed, seq, prevHash, hash: hashActivity({ entry: changed, seq, prevHash }) };
}

test("finds an untouched chain intact", () => {
  expect(verifyChain(chain, head)).toEqual({ isIntact: true, length: 5 });
  expect(verifyChain([], { seq: 0, hash: "" })).toEqual({ isIntact: true, length: 0 });
});

test.each<[string, ChainEntry[], number]>([
  ["an edited entry", chain.with(2, { ...at(2), after: { reason: "edited" } }), 3],
  ["an edited entry with a new hash", chain.with(2, forged(at(2))), 4],
  ["an edited name", chain.with(0, { ...at(0), actorName: "someone" }), 1],
  ["an edited time", chain.with(4, { ...at(4), at: new Date(0).toISOString() }), 5],
  ["a deleted entry", chain.toSpliced(1, 1), 2],
  ["a deleted first entry", chain.slice(1), 1],
  ["a deleted last entry", chain.slice(0, 4), 5],
  ["two entries in the wrong order", chain.with(1, at(2)).with(2, at(1)), 2],
  ["an inserted entry", chain.toSpliced(3, 0, { ...at(2), seq: 4 }), 4],
  [
    "an entry at the end that the chain does not know",
    [...chain, { ...at(4), seq: 6, prevHash: at(4).hash }],
    6,
  ],
  ["a last entry forged together with its hash", chain.with(4, forged(at(4))), 5],
])("names the first bad seq of a chain with %s", (_, entries, badSeq) => {
  expect(verifyChain(entries, head)).toEqual({ isIntact: false, badSeq });
});

test("finds a chain broken whose last link is gone", () => {
  expect(verifyChain(chain, null)).toEqual({ isIntact: false, badSeq: 1 });
});
