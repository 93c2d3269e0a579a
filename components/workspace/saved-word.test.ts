import { describe, expect, it } from "vitest";
import { savedWordOf } from "./saved-word";

const calm = { isReachable: true, pending: 0, conflicts: 0, hasDrafts: false, savedAt: 7 };

describe("what is said about the changes of a page", () => {
  it("is saved only where nothing waits, for the server or for a person", () => {
    expect(savedWordOf(calm)).toBe("saved");
    expect(savedWordOf({ ...calm, savedAt: null })).toBeNull();
    expect(savedWordOf({ ...calm, conflicts: 1 })).toBe("conflict");
    expect(savedWordOf({ ...calm, hasDrafts: true })).toBe("unsaved");
    expect(savedWordOf({ ...calm, pending: 1, conflicts: 1 })).toBe("saving");
  });

  it("is offline before everything else", () => {
    expect(savedWordOf({ ...calm, isReachable: false, pending: 1 })).toBe("offline");
  });
});
