import { describe, expect, it } from "vitest";
import { buildClaim } from "@/components/workspace/workspace-fixtures";
import { listMergeCandidates, mergedWording } from "./merge-candidates";

const claims = [
  buildClaim({ id: "a", number: 1, start: 0, sentence: 0, wording: "One." }),
  buildClaim({ id: "b", number: 2, start: 10, sentence: 1, wording: "Two." }),
  buildClaim({ id: "c", number: 3, start: 20, sentence: 2, speaker: "Mara Lind", mode: "direct" }),
  buildClaim({ id: "d", number: 4, start: 30, sentence: 1, wording: "Four." }),
];
const [first, second, , fourth] = claims;
if (!first || !second || !fourth) throw new Error("Too few claims");

describe("what a claim can be merged with", () => {
  it("begins with its sentence, then the nearest in the text", () => {
    expect(listMergeCandidates(second, claims).map(({ claim }) => claim.id)).toEqual(["d", "a", "c"]);
  });

  it("refuses the words of somebody else and what is signed off, and says which it is", () => {
    const locked = claims.map((claim) =>
      claim.id === "a" ? { ...claim, state: "SIGNED_OFF" as const } : claim,
    );
    expect(
      Object.fromEntries(
        listMergeCandidates(second, locked).map(({ claim, refusal }) => [claim.id, refusal]),
      ),
    ).toEqual({ a: "locked", c: "otherSpeaker", d: null });
  });

  it("proposes the wordings in the order of the text, whatever the order of choosing", () => {
    expect(mergedWording([fourth, first, second])).toBe("One. Two. Four.");
  });
});
