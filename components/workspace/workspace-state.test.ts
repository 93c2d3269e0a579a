import { describe, expect, it } from "vitest";
import { buildArticle, buildCitation, buildClaim } from "./workspace-fixtures";
import {
  acknowledge,
  meetConflict,
  neighbourOf,
  openWorkspace,
  queueChange,
  receiveClaim,
  rollBack,
  select,
  setFilter,
} from "./workspace-state";

const article = buildArticle([
  buildClaim({ id: "a", number: 1, start: 0 }),
  buildClaim({ id: "b", number: 2, start: 20 }),
]);
const opened = openWorkspace(article, { claimId: null, filter: "all" });
const update = (key: string, patch: object, claimId = "a") =>
  ({ key, claimId, change: { type: "update", patch } }) as const;

describe("a change", () => {
  it("is on the screen at once and leaves every other claim as it was", () => {
    const state = queueChange(opened, update("1", { verdict: "FALSE" }));
    expect(state.shown.get("a")?.verdict).toBe("FALSE");
    expect(state.stored.get("a")?.verdict).toBeNull();
    expect(state.shown.get("b")).toBe(opened.shown.get("b"));
    expect(state.progress).toMatchObject({ total: 2, checked: 1 });
  });

  it("goes back to what is stored when the server refuses it", () => {
    const state = rollBack(queueChange(opened, update("1", { verdict: "FALSE" })), "1");
    expect(state.shown.get("a")).toEqual(opened.stored.get("a"));
    expect(state.pending).toEqual([]);
  });

  it("stays on top of what a colleague changes in the same claim", () => {
    const pending = queueChange(opened, update("1", { verdict: "FALSE" }));
    const state = receiveClaim(pending, buildClaim({ id: "a", version: 2, state: "WAITING" }));
    expect(state.shown.get("a")).toMatchObject({ verdict: "FALSE", state: "WAITING" });
  });

  it("stands on the acknowledged version when nobody came between", () => {
    const first = queueChange(opened, update("1", { verdict: "FALSE" }));
    const both = queueChange(first, update("2", { verdict: "CONFIRMED" }));
    const state = acknowledge(both, {
      key: "1",
      claim: buildClaim({ id: "a", version: 2, verdict: "FALSE" }),
      at: 5,
    });
    expect(state.pending).toMatchObject([{ key: "2", version: 2 }]);
    expect(state.shown.get("a")?.verdict).toBe("CONFIRMED");
    expect(state.savedAt).toBe(5);
  });

  it("keeps the version it was made against when somebody changed its field in between", () => {
    const first = queueChange(opened, update("1", { verdict: "FALSE" }));
    const both = queueChange(first, update("2", { state: "WAITING" }));
    const state = acknowledge(both, {
      key: "1",
      claim: buildClaim({ id: "a", version: 3, verdict: "FALSE", state: "IN_REVIEW" }),
      at: 5,
    });
    expect(state.pending).toMatchObject([{ key: "2", version: 1 }]);
  });

  it("does not take a source off the screen that was attached after the answer was made", () => {
    const pending = queueChange(opened, update("1", { verdict: "FALSE" }));
    const answer = buildClaim({ id: "a", version: 2, verdict: "FALSE" });
    const heard = receiveClaim(pending, { ...answer, citations: [buildCitation("c")] });
    const state = acknowledge(heard, { key: "1", claim: answer, at: 5 });
    expect(state.shown.get("a")?.citations).toHaveLength(1);
    expect(state.pending).toEqual([]);
  });

  it("of the sources is undone on the screen by laying it back", () => {
    const citation = buildCitation("c");
    const withSource = openWorkspace(buildArticle([buildClaim({ id: "a", citations: [citation] })]), {
      claimId: null,
      filter: "all",
    });
    const detached = queueChange(withSource, {
      key: "1",
      claimId: "a",
      change: { type: "detachCitation", citationId: "c" },
    });
    expect(detached.shown.get("a")?.citations).toEqual([]);
    const state = queueChange(detached, {
      key: "2",
      claimId: "a",
      change: { type: "reattachCitation", citation },
    });
    expect(state.shown.get("a")?.citations).toEqual([citation]);
  });
});

describe("a conflict", () => {
  const pending = queueChange(opened, update("1", { wording: "mine" }));
  const state = meetConflict(pending, "1", {
    version: 4,
    fields: { wording: "theirs" },
    by: "Jana",
    at: "2026-03-14T13:02:11.000Z",
  });

  it("shows theirs and keeps both texts", () => {
    expect(state.shown.get("a")?.wording).toBe("theirs");
    expect(state.conflicts).toMatchObject([
      { claimId: "a", field: "wording", theirs: "theirs", yours: "mine", by: "Jana", version: 4 },
    ]);
  });

  it("follows theirs when it changes again before a person has chosen", () => {
    const later = receiveClaim(state, buildClaim({ id: "a", version: 5, wording: "theirs again" }));
    expect(later.conflicts).toMatchObject([{ theirs: "theirs again", yours: "mine", version: 5 }]);
  });

  it("is none when both entered the same", () => {
    const agreed = meetConflict(pending, "1", {
      version: 4,
      fields: { wording: "mine" },
      by: "Jana",
      at: "2026-03-14T13:02:11.000Z",
    });
    expect(agreed.conflicts).toEqual([]);
    expect(agreed.shown.get("a")?.wording).toBe("mine");
  });
});

describe("the list of claims", () => {
  it("stands in the order of the text, not of the numbers", () => {
    const state = receiveClaim(opened, buildClaim({ id: "c", number: 3, start: 10 }));
    expect(state.order).toEqual(["a", "c", "b"]);
  });

  it("ignores a view older than the one it has", () => {
    const newer = receiveClaim(opened, buildClaim({ id: "a", version: 3, wording: "new" }));
    expect(receiveClaim(newer, buildClaim({ id: "a", version: 2, wording: "old" }))).toBe(newer);
  });

  it("closes a claim that is deleted while it is current", () => {
    const state = queueChange(select(opened, "a"), { key: "1", claimId: "a", change: { type: "delete" } });
    expect(state.order).toEqual(["b"]);
    expect(state.currentId).toBeNull();
  });
});

describe("a filtered list", () => {
  const working = setFilter(select(opened, "a"), "work");

  it("keeps the current claim when its verdict takes it out of the view, until it is left", () => {
    const decided = queueChange(working, update("1", { verdict: "FALSE" }));
    expect(decided.listed).toEqual(["a", "b"]);
    expect(select(decided, "b").listed).toEqual(["b"]);
  });

  it("goes on to the next claim and stops at the ends", () => {
    expect(neighbourOf(working, 1)).toBe("b");
    expect(neighbourOf(working, -1)).toBeNull();
    expect(neighbourOf({ ...working, currentId: null }, -1)).toBe("b");
  });
});
