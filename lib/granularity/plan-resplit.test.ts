import { describe, expect, test } from "vitest";
import type { SplitClaim } from "@/lib/claims/split-claims";
import type { PresentClaim } from "./plan-resplit";
import { planResplit } from "./plan-resplit";

const present = (sentence: number, wording: string, fields: Partial<PresentClaim> = {}): PresentClaim => ({
  id: `${sentence} ${wording}`,
  number: 1,
  sentence,
  wording,
  speaker: null,
  mode: "author",
  modality: "asserted",
  repeats: [],
  isUntouched: true,
  ...fields,
});

const fresh = (sentence: number, wording: string, repeatedIn: number[] = []): SplitClaim => ({
  wording,
  sentence,
  spans: [],
  repeats: repeatedIn.map((index) => ({ sentence: index, spans: [] })),
  speaker: null,
  speakerRole: null,
  mode: "author",
  modality: "asserted",
  kind: "other",
  checkWorthiness: 0.5,
  reasons: [],
});

const plan = (input: { present: PresentClaim[]; fresh: SplitClaim[]; workedOn?: number[] }) => {
  const { removed, added, kept } = planResplit({ workedOn: [], ...input });
  return { removed: removed.map(({ id }) => id), added: added.map(({ wording }) => wording), kept };
};

describe("planResplit", () => {
  test("replaces what differs and leaves what comes out the same", () => {
    const before = [present(0, "A."), present(0, "B."), present(1, "C.")];
    expect(plan({ present: before, fresh: [fresh(0, "A und B."), fresh(1, "C.")] })).toEqual({
      removed: ["0 A.", "0 B."],
      added: ["A und B."],
      kept: 0,
    });
  });

  test("leaves a sentence alone in which one claim was touched or one was deleted", () => {
    const before = [present(0, "A.", { isUntouched: false }), present(0, "B."), present(1, "C.")];
    const after = [fresh(0, "A und B."), fresh(1, "C und D.")];
    expect(plan({ present: before, fresh: after })).toEqual({
      removed: ["1 C."],
      added: ["C und D."],
      kept: 1,
    });
    expect(plan({ present: before, fresh: after, workedOn: [1] })).toEqual({
      removed: [],
      added: [],
      kept: 2,
    });
  });

  test("takes no claim from a repeat whose first place stays as it is", () => {
    const before = [
      present(0, "A.", { isUntouched: false }),
      present(5, "A again."),
      present(9, "A once more."),
    ];
    const after = [fresh(0, "A, B.", [5]), fresh(5, "B.", [9]), fresh(9, "C.")];
    expect(plan({ present: before, fresh: after })).toEqual({ removed: [], added: [], kept: 3 });
  });

  test("finds claims for a sentence that had none", () => {
    expect(plan({ present: [], fresh: [fresh(3, "A.")] })).toEqual({ removed: [], added: ["A."], kept: 0 });
  });
});
