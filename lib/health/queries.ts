import { setTimeout as wait } from "node:timers/promises";
import { db } from "@/lib/db/client";

const TIMEOUT_MS = 2_000;

/** Whether the database answers now. The one query without an Actor: it tells nothing about anybody's work. */
export async function isDatabaseReachable(): Promise<boolean> {
  const answer = db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  return Promise.race([answer, wait(TIMEOUT_MS, false, { ref: false })]);
}
