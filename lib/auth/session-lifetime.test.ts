import { describe, expect, it } from "vitest";
import {
  isSessionAlive,
  needsTouch,
  SESSION_IDLE_SECONDS,
  SESSION_LIFETIME_SECONDS,
} from "./session-lifetime";

const start = Date.UTC(2026, 0, 1);
const at = (seconds: number) => new Date(start + seconds * 1000);
const session = { lastSeenAt: at(0), expiresAt: at(SESSION_LIFETIME_SECONDS) };

describe("session lifetime", () => {
  it("ends after eight idle hours", () => {
    expect(isSessionAlive(session, at(SESSION_IDLE_SECONDS))).toBe(true);
    expect(isSessionAlive(session, at(SESSION_IDLE_SECONDS + 1))).toBe(false);
  });

  it("ends after seven days however busy it is", () => {
    const busy = { ...session, lastSeenAt: at(SESSION_LIFETIME_SECONDS - 10) };
    expect(isSessionAlive(busy, at(SESSION_LIFETIME_SECONDS))).toBe(true);
    expect(isSessionAlive(busy, at(SESSION_LIFETIME_SECONDS + 1))).toBe(false);
  });

  it("asks for a note of its use once a minute", () => {
    expect(needsTouch(session, at(59))).toBe(false);
    expect(needsTouch(session, at(60))).toBe(true);
  });
});
