import { createHash } from "node:crypto";
import type { Actor } from "@/lib/auth/policy";
import type { Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { isTransient } from "@/lib/db/transient-errors";
import { AppError, invalid } from "@/lib/errors";
import type { ActivityEntry } from "./activity-hash";
import { canonicalJson, hashActivity, splitAtSeq } from "./activity-hash";
import type { VersionedRow } from "./compare-and-set";
import { findNewerFields, pick } from "./compare-and-set";

/** The channel on which every process hears of new entries. */
export const ACTIVITY_CHANNEL = "beleg_activity";

const MAX_ATTEMPTS = 4;
/** How long an answer is kept for whoever asks again. It holds what the write touched, so no longer than needed. */
const ANSWER_LIFETIME_DAYS = 7;
/** So few that no write waits for it, and more than one, so that old ones become fewer. */
const MAX_FORGOTTEN_AT_ONCE = 20;
/** Generous, because a writer waits here while others hold the row it wants. */
const TRANSACTION_LIMITS = { maxWait: 20_000, timeout: 60_000 } as const;

/** Entries of a running mutation; they are written together, last in its transaction. */
const pendingEntries = new WeakMap<Transaction, ActivityEntry[]>();

type MutationRequest = { operation: string; mutationId: string | null | undefined; input: unknown };

function hashOf({ operation, input }: MutationRequest): string {
  return createHash("sha256").update(canonicalJson({ operation, input })).digest("hex");
}

/** Whether this actor's request was carried out already; for writes whose input is checked outside of the transaction. */
export async function wasCarriedOut(actor: Actor, request: MutationRequest): Promise<boolean> {
  const { mutationId = null } = request;
  if (mutationId === null) return false;
  const { deskId, userId: actorId } = actor;
  const where = { id: mutationId, deskId, actorId, requestHash: hashOf(request) };
  return (await db.mutation.count({ where })) > 0;
}

/**
 * Runs one write as one transaction and returns its result after COMMIT. With a `mutationId` the result is kept: the
 * same id with the same input answers the same again without doing anything, also while the first is still running.
 * Inside `work` use `tx` alone. Work that lost against a parallel transaction is done anew, so it must have no
 * effect outside the database.
 * @throws INVALID "mutationIdReused" where the id was used for something else
 */
export async function runMutation<Result>(
  actor: Actor,
  request: MutationRequest,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const { mutationId = null } = request;
  const requestHash = hashOf(request);
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(async (tx) => {
        if (mutationId !== null) {
          const earlier = await claimMutationId(tx, actor, { mutationId, requestHash });
          if (earlier !== null) return earlier.result as Result;
        }
        const entries: ActivityEntry[] = [];
        pendingEntries.set(tx, entries);
        const result = await work(tx);
        if (mutationId !== null) {
          await tx.$executeRaw`
            UPDATE "Mutation" SET result = ${JSON.stringify(result ?? null)}::jsonb WHERE id = ${mutationId}::uuid`;
        }
        pendingEntries.delete(tx);
        await appendEntries(tx, entries);
        return result;
      }, TRANSACTION_LIMITS);
    } catch (error) {
      if (attempt >= MAX_ATTEMPTS || !isTransient(error)) throw error;
    }
  }
}

/**
 * Takes the id for this transaction, or returns what it answered before. The INSERT of a twin that comes while the
 * first is running waits until that one has committed or failed. Forgets some answers that are out of date, in the
 * same round trip.
 */
async function claimMutationId(
  tx: Transaction,
  actor: Actor,
  { mutationId, requestHash }: { mutationId: string; requestHash: string },
): Promise<{ result: unknown } | null> {
  const inserted = await tx.$executeRaw`
    WITH forgotten AS (
      DELETE FROM "Mutation" WHERE id IN (
        SELECT id FROM "Mutation"
         WHERE "createdAt" < now() - make_interval(days => ${ANSWER_LIFETIME_DAYS}::int) AND id <> ${mutationId}::uuid
         ORDER BY "createdAt" LIMIT ${MAX_FORGOTTEN_AT_ONCE} FOR UPDATE SKIP LOCKED)
    )
    INSERT INTO "Mutation" (id, "deskId", "actorId", "requestHash")
    VALUES (${mutationId}::uuid, ${actor.deskId}::uuid, ${actor.userId}::uuid, ${requestHash})
    ON CONFLICT (id) DO NOTHING`;
  if (inserted === 1) return null;
  const [earlier] = await tx.$queryRaw<{ result: unknown }[]>`
    SELECT result FROM "Mutation"
     WHERE id = ${mutationId}::uuid AND "deskId" = ${actor.deskId}::uuid
       AND "actorId" IS NOT DISTINCT FROM ${actor.userId}::uuid AND "requestHash" = ${requestHash}`;
  if (!earlier) throw invalid("mutationId", "mutationIdReused");
  return earlier;
}

/** Whom an entry names: an actor, or a person who becomes a member by the very change that is recorded. */
export type Recorded = Pick<Actor, "userId" | "name" | "deskId">;

export type RecordActivityInput = {
  /** Absent: the change concerns the desk and goes on its chain. */
  articleId?: string | null;
  claimId?: string | null;
  type: `${string}.${string}`;
  mutationId?: string | null;
  before: Readonly<Record<string, unknown>>;
  after: Readonly<Record<string, unknown>>;
  at: Date;
};

/**
 * Adds an entry to the record, in the transaction of the change it tells of. Inside runMutation it is written last
 * and chain by chain in one order, so that the lock on a chain is held for a moment and never crossed.
 */
export async function recordActivity(
  tx: Transaction,
  actor: Recorded,
  input: RecordActivityInput,
): Promise<void> {
  const entry: ActivityEntry = {
    chainId: input.articleId ?? actor.deskId,
    deskId: actor.deskId,
    articleId: input.articleId ?? null,
    claimId: input.claimId ?? null,
    at: input.at.toISOString(),
    actorId: actor.userId,
    actorName: actor.name,
    type: input.type,
    mutationId: input.mutationId ?? null,
    before: input.before,
    after: input.after,
  };
  const entries = pendingEntries.get(tx);
  if (entries) entries.push(entry);
  else await appendEntries(tx, [entry]);
}

async function appendEntries(tx: Transaction, entries: readonly ActivityEntry[]): Promise<void> {
  const byChain = new Map<string, ActivityEntry[]>();
  for (const entry of entries) {
    const known = byChain.get(entry.chainId);
    if (known) known.push(entry);
    else byChain.set(entry.chainId, [entry]);
  }
  const inLockOrder = [...byChain].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [chainId, ofChain] of inLockOrder) {
    const [first] = ofChain;
    if (first && ofChain.length === 1 && (await append(tx, first))) continue;
    await tx.$executeRaw`
      INSERT INTO "ActivityChain" (id, seq, hash) VALUES (${chainId}::uuid, 0, '') ON CONFLICT (id) DO NOTHING`;
    await appendAll(tx, chainId, ofChain);
  }
}

/** Many entries of one chain: hashed here, written in one statement, so that thousands take no longer than a few. */
async function appendAll(tx: Transaction, chainId: string, entries: readonly ActivityEntry[]): Promise<void> {
  const [head] = await tx.$queryRaw<{ seq: number; hash: string }[]>`
    SELECT seq, hash FROM "ActivityChain" WHERE id = ${chainId}::uuid FOR UPDATE`;
  if (!head) throw new Error(`The chain ${chainId} cannot be continued`);
  let last = head;
  const rows = entries.map((entry) => {
    const seq = last.seq + 1;
    const prevHash = last.hash;
    last = { seq, hash: hashActivity({ entry, seq, prevHash }) };
    return { ...entry, prevHash, ...last };
  });
  await tx.$executeRaw`
    INSERT INTO "Activity" ("chainId", seq, "deskId", "articleId", "claimId", at, "actorId", "actorName", type,
                            "mutationId", before, after, "prevHash", hash)
    SELECT r."chainId", r.seq, r."deskId", r."articleId", r."claimId", r.at, r."actorId", r."actorName", r.type,
           r."mutationId", r.before, r.after, r."prevHash", r.hash
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r("chainId" uuid, seq int, "deskId" uuid, "articleId" uuid, "claimId" uuid, at timestamptz,
             "actorId" uuid, "actorName" text, type text, "mutationId" uuid, before jsonb, after jsonb,
             "prevHash" text, hash text)`;
  await tx.$executeRaw`
    UPDATE "ActivityChain" SET seq = ${last.seq}, hash = ${last.hash} WHERE id = ${chainId}::uuid`;
  await tx.$executeRaw`
    SELECT pg_notify(${ACTIVITY_CHANNEL}, json_build_object(
             'chainId', ${chainId}::text, 'deskId', ${entries[0]?.deskId ?? null}::text, 'seq', ${last.seq}::int)::text)::text`;
}

/**
 * Locks the chain, hashes, writes and notifies in one statement: nobody waits for a round trip of ours. False where
 * the chain has no row yet.
 */
async function append(tx: Transaction, entry: ActivityEntry): Promise<boolean> {
  const { head, tail } = splitAtSeq(entry);
  const written = await tx.$executeRaw`
    WITH last AS (
      SELECT seq + 1 AS seq, hash AS "prevHash" FROM "ActivityChain" WHERE id = ${entry.chainId}::uuid FOR UPDATE
    ), entry AS (
      INSERT INTO "Activity" ("chainId", seq, "deskId", "articleId", "claimId", at, "actorId", "actorName", type,
                              "mutationId", before, after, "prevHash", hash)
      SELECT ${entry.chainId}::uuid, seq, ${entry.deskId}::uuid, ${entry.articleId}::uuid, ${entry.claimId}::uuid,
             ${entry.at}::timestamptz, ${entry.actorId}::uuid, ${entry.actorName}, ${entry.type},
             ${entry.mutationId}::uuid, ${JSON.stringify(entry.before)}::jsonb, ${JSON.stringify(entry.after)}::jsonb,
             "prevHash",
             encode(sha256(convert_to("prevHash" || ${head} || seq::text || ${tail}, 'UTF8')), 'hex')
        FROM last
      RETURNING seq, hash
    ), moved AS (
      UPDATE "ActivityChain" AS chain SET seq = entry.seq, hash = entry.hash FROM entry
       WHERE chain.id = ${entry.chainId}::uuid
      RETURNING chain.seq
    )
    SELECT pg_notify(${ACTIVITY_CHANNEL}, json_build_object(
             'chainId', ${entry.chainId}::text, 'deskId', ${entry.deskId}::text, 'seq', seq)::text)::text
      FROM moved`;
  return written === 1;
}

/**
 * The comparison half of compare-and-set, on a row that this transaction has locked. `about` names the entries of the
 * record that tell of this row: the chain, and what `after` or `claimId` must hold.
 * @throws CONFLICT with what is stored and what was sent, where one of the sent fields, or what it is judged with, is newer
 * than `version`
 * @throws INVALID for a version that does not exist yet
 */
export async function assertUnchangedSince(
  tx: Transaction,
  {
    row,
    version,
    sent,
    judgedWith = {},
    about,
  }: {
    row: VersionedRow;
    version: number;
    sent: Readonly<Record<string, unknown>>;
    /** Fields that must be unchanged too where a field is sent. */
    judgedWith?: Readonly<Record<string, readonly string[]>>;
    about: { chainId: string; claimId?: string; identity?: Readonly<Record<string, string>> };
  },
): Promise<void> {
  if (version > row.version) throw invalid("version", "unknownVersion");
  const names = [...new Set(Object.keys(sent).flatMap((name) => [name, ...(judgedWith[name] ?? [])]))];
  const newer = findNewerFields(row, version, names);
  if (newer.length === 0) return;
  const [last] = await tx.$queryRaw<{ by: string; at: Date }[]>`
    SELECT "actorName" AS by, at FROM "Activity"
     WHERE "chainId" = ${about.chainId}::uuid AND after ?| ${newer}
       ${about.claimId ? Prisma.sql`AND "claimId" = ${about.claimId}::uuid` : Prisma.empty}
       ${about.identity ? Prisma.sql`AND after @> ${JSON.stringify(about.identity)}::jsonb` : Prisma.empty}
     ORDER BY seq DESC LIMIT 1`;
  throw new AppError("CONFLICT", {
    current: {
      version: row.version,
      fields: pick(row.fields, names),
      by: last?.by ?? null,
      at: (last?.at ?? new Date()).toISOString(),
    },
    yours: { fields: sent },
  });
}
