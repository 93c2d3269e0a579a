import { describe, expect, it } from "vitest";
import { savedWordOf } from "./saved-word";

const calm = { isReachable: true, isLive: true, pending: 0, conflicts: 0, hasDrafts: false, savedAt: 7 };

describe("what is said about the changes of a page", () => {
  it("is saved only where nothing waits, for the server or for a person", () => {
    expect(savedWordOf(calm)).toBe("saved");
    expect(savedWordOf({ ...calm, savedAt: null })).toBeNull();
    expect(savedWordOf({ ...calm, conflicts: 1 })).toBe("conflict");
    expect(savedWordOf({ ...calm, hasDrafts: true })).toBe("unsaved");
    expect(savedWordOf({ ...calm, pending: 1, conflicts: 1 })).toBe("saving");
  });

  it("tells when changes of others do not arrive, and when nothing goes through", () => {
    expect(savedWordOf({ ...calm, isLive: false })).toBe("notLive");
    expect(savedWordOf({ ...calm, isLive: false, isReachable: false, pending: 1 })).toBe("offline");
  });
});
