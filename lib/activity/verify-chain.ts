import type { ActivityEntry } from "./activity-hash";
import { hashActivity } from "./activity-hash";

export type ChainEntry = ActivityEntry & { seq: number; prevHash: string; hash: string };
export type ChainHead = { seq: number; hash: string };

/** `badSeq` is the first place at which the stored record is not what was written. */
export type ChainVerdict = { isIntact: true; length: number } | { isIntact: false; badSeq: number };

/**
 * Checks a chain entry by entry: its numbering, the link to the entry before, and its own hash. `head` is the
 * last link as stored beside the record; it shows when entries at the end are missing.
 */
export function verifyChain(entries: Iterable<ChainEntry>, head: ChainHead | null): ChainVerdict {
  const verifier = startVerification();
  for (const entry of entries) {
    const badSeq = verifier.add(entry);
    if (badSeq !== null) return { isIntact: false, badSeq };
  }
  return verifier.finish(head);
}

/** The same for a chain that is read in pages. */
export function startVerification() {
  let last: ChainHead = { seq: 0, hash: "" };
  return {
    /** The seq at which the chain is broken, or null while it holds. */
    add(entry: ChainEntry): number | null {
      const expected = last.seq + 1;
      const { seq, prevHash, hash, ...columns } = entry;
      const isNext = seq === expected && prevHash === last.hash;
      if (!isNext || hash !== hashActivity({ entry: columns, seq, prevHash })) return expected;
      last = { seq, hash };
      return null;
    },
    finish(head: ChainHead | null): ChainVerdict {
      if (head !== null && head.seq === last.seq && head.hash === last.hash) {
        return { isIntact: true, length: last.seq };
      }
      const isSameLength = head !== null && head.seq === last.seq;
      return { isIntact: false, badSeq: isSameLength ? last.seq : Math.min(last.seq, head?.seq ?? 0) + 1 };
    },
  };
}
