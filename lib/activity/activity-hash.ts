import { createHash } from "node:crypto";
import canonicalize from "canonicalize";

/** The columns of an entry that its writer knows; the chain adds seq and the two hashes. */
export type ActivityEntry = {
  chainId: string;
  deskId: string;
  articleId: string | null;
  claimId: string | null;
  /** ISO 8601, UTC, milliseconds. */
  at: string;
  actorId: string | null;
  actorName: string;
  type: string;
  mutationId: string | null;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
};

/**
 * The canonical JSON (RFC 8785) of an entry, cut where its seq belongs: seq is given out by the database in the
 * statement that writes the entry, so the database joins the pieces and hashes them. `head + seq + tail` is the
 * canonical JSON of the entry with its seq.
 */
export function splitAtSeq(entry: ActivityEntry): { head: string; tail: string } {
  const { type, ...before } = entry;
  // RFC 8785 sorts the names: "type" is the only one behind "seq".
  return { head: `${canonicalJson(before).slice(0, -1)},"seq":`, tail: `,"type":${canonicalJson(type)}}` };
}

/** SHA-256 over `prevHash` and the canonical JSON of the entry with its seq, hexadecimal. */
export function hashActivity({
  entry,
  seq,
  prevHash,
}: {
  entry: ActivityEntry;
  seq: number;
  prevHash: string;
}): string {
  const { head, tail } = splitAtSeq(entry);
  return createHash("sha256").update(`${prevHash}${head}${seq}${tail}`, "utf8").digest("hex");
}

/** RFC 8785 canonical JSON of a value, as JSON sees it: dates are text, what is undefined is not there. */
export function canonicalJson(value: unknown): string {
  const json = JSON.stringify(value) as string | undefined;
  if (json === undefined) return "null";
  return canonicalize(JSON.parse(json)) ?? "null";
}
