/** How often the process that carries a run says that it lives. */
export const HEARTBEAT_MS = 5_000;
/** A run that was not heard of for so long has died with its process. */
const SILENCE_MS = 45_000;

/** Whether a run that counts as running has lost the process that carried it. */
export function isDead(run: { state: string; aliveAt: Date }, now: Date): boolean {
  return run.state === "RUNNING" && aliveSince(now) > run.aliveAt;
}

/** A run that was heard of since then lives. */
export function aliveSince(now: Date): Date {
  return new Date(now.getTime() - SILENCE_MS);
}
