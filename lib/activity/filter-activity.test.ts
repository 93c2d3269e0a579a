import { describe, expect, it } from "vitest";
import type { ActivityView } from "./activity-view";
import { filterActivity, peopleOf, SYSTEM_PERSON } from "./filter-activity";

function entry(seq: number, type: string, actor: ActivityView["actor"]): ActivityView {
  const at = "2026-01-06T12:00:00.000Z";
  return {
    seq,
    at,
    actor,
    type,
    claimId: null,
    claimNumber: null,
    mutationId: null,
    before: {},
    after: {},
    hash: "",
  };
}
const system = { id: null, name: "system" };
const entries = [
  entry(1, "article.imported", system),
  entry(2, "claim.changed", { id: "b", name: "Jana Alt" }),
  entry(3, "note.added", { id: "a", name: "Ali" }),
  entry(4, "claim.changed", { id: "b", name: "Jana Neu" }),
];
const seqsOf = (wish: { person: string; noun: string }) =>
  filterActivity(entries, wish).map(({ seq }) => seq);

describe("the filter of the record", () => {
  it("keeps what fits both wishes", () => {
    expect(seqsOf({ person: "", noun: "" })).toEqual([1, 2, 3, 4]);
    expect(seqsOf({ person: "b", noun: "" })).toEqual([2, 4]);
    expect(seqsOf({ person: SYSTEM_PERSON, noun: "article" })).toEqual([1]);
    expect(seqsOf({ person: "a", noun: "claim" })).toEqual([]);
  });

  it("names each person once, by the newest name", () => {
    expect(peopleOf(entries)).toEqual([
      { id: "a", name: "Ali" },
      { id: "b", name: "Jana Neu" },
      { id: SYSTEM_PERSON, name: "system" },
    ]);
  });
});
