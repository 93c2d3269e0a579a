/** How many wrong passwords are taken within the window, for one account and from one address. */
export const ATTEMPT_LIMITS = { account: 5, address: 20 } as const;
export const ATTEMPT_WINDOW_SECONDS = 60;

export type AttemptKind = keyof typeof ATTEMPT_LIMITS;

/**
 * Seconds until one more attempt is taken, 0 for at once. `attempts` are the times of the earlier ones.
 * The window slides: an attempt counts for exactly as long as the window is.
 */
export function secondsUntilFree(kind: AttemptKind, attempts: readonly Date[], now: Date): number {
  const windowMs = ATTEMPT_WINDOW_SECONDS * 1000;
  const counted = attempts
    .map((at) => at.getTime())
    .filter((at) => at > now.getTime() - windowMs)
    .sort((a, b) => b - a);
  const blocking = counted[ATTEMPT_LIMITS[kind] - 1];
  return blocking === undefined ? 0 : Math.ceil((blocking + windowMs - now.getTime()) / 1000);
}
