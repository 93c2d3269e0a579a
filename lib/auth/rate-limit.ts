import { db } from "@/lib/db/client";
import type { AttemptKind } from "./attempt-limits";
import { ATTEMPT_WINDOW_SECONDS, secondsUntilFree } from "./attempt-limits";
import { hashSecret } from "./one-time-secret";
import { createSemaphore } from "./semaphore";

/** A try at a password that was let through; taken back when the password was right. */
export type Attempt = { ids: bigint[] };

/** One at a time in this process, so a flood waits here and not on the connections of the database. */
const queue = createSemaphore({ limit: 1, maxWaiting: 500 });

/**
 * Counts a try at a password against its account and its address before the password is looked at, so that also
 * many at once cannot pass the limit. Answers with the seconds to wait when one of them is used up.
 * The counts live in the database: they hold across processes and restarts.
 */
export async function takeAttempt(input: {
  email: string;
  clientAddress: string;
  now: Date;
}): Promise<Attempt | { retryAfterSeconds: number }> {
  if (queue.isFull()) return { retryAfterSeconds: 10 };
  return await queue.run(() => countAttempt(input));
}

async function countAttempt(input: { email: string; clientAddress: string; now: Date }) {
  const keys: { kind: AttemptKind; key: string }[] = [
    { kind: "account", key: hashSecret(`account ${input.email}`) },
    { kind: "address", key: hashSecret(`address ${input.clientAddress}`) },
  ];
  return await db.$transaction(async (tx) => {
    for (const key of keys.map((entry) => entry.key).sort()) {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 7))`;
    }
    const windowStart = new Date(input.now.getTime() - ATTEMPT_WINDOW_SECONDS * 1000);
    await tx.signInAttempt.deleteMany({ where: { at: { lte: windowStart } } });
    const attempts = await tx.signInAttempt.findMany({
      where: { key: { in: keys.map((entry) => entry.key) } },
      select: { key: true, at: true },
    });
    const retryAfterSeconds = Math.max(
      ...keys.map(({ kind, key }) =>
        secondsUntilFree(
          kind,
          attempts.filter((attempt) => attempt.key === key).map((attempt) => attempt.at),
          input.now,
        ),
      ),
    );
    if (retryAfterSeconds > 0) return { retryAfterSeconds };
    const rows = await tx.signInAttempt.createManyAndReturn({
      data: keys.map(({ key }) => ({ key, at: input.now })),
      select: { id: true },
    });
    return { ids: rows.map((row) => row.id) };
  });
}

/** Takes an attempt back: it was no failure. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  await db.signInAttempt.deleteMany({ where: { id: { in: attempt.ids } } });
}
