/** A session ends after this long without a request … */
export const SESSION_IDLE_SECONDS = 8 * 60 * 60;
/** … and in any case after this long. */
export const SESSION_LIFETIME_SECONDS = 7 * 24 * 60 * 60;
/** How exactly the last use is known: one write a minute, not one a request. */
export const SESSION_TOUCH_SECONDS = 60;

export type SessionTimes = { lastSeenAt: Date; expiresAt: Date };

/** True until the idle or the absolute limit is reached, whichever comes first. */
export function isSessionAlive(session: SessionTimes, now: Date): boolean {
  const idleEnd = session.lastSeenAt.getTime() + SESSION_IDLE_SECONDS * 1000;
  return now.getTime() <= Math.min(idleEnd, session.expiresAt.getTime());
}

/** True when the stored time of the last use is too old to be left as it is. */
export function needsTouch(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.lastSeenAt.getTime() >= SESSION_TOUCH_SECONDS * 1000;
}
