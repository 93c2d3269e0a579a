import type { SplitClaim } from "@/lib/claims/split-claims";

/** A claim of the article, as far as splitting it anew asks. */
export type PresentClaim = {
  id: string;
  number: number;
  sentence: number | null;
  wording: string;
  speaker: string | null;
  mode: string;
  modality: string;
  /** The sentences in which it stands again. */
  repeats: { sentence: number | null }[];
  /** The splitter made it, and nobody has done anything with it. */
  isUntouched: boolean;
};

export type ResplitPlan = {
  removed: PresentClaim[];
  added: SplitClaim[];
  /** How many sentences stay as they are because somebody has worked on them. */
  kept: number;
};

/**
 * What to take out of an article and what to put in, so that it looks as if it had been split like `fresh` from the
 * start. A sentence on which somebody has worked stays as it is, and what comes out the same keeps its number.
 * `workedOn` are sentences without a claim of their own on which somebody has worked: one whose claims were deleted.
 */
export function planResplit({
  present,
  fresh,
  workedOn,
}: {
  present: readonly PresentClaim[];
  fresh: readonly SplitClaim[];
  workedOn: readonly number[];
}): ResplitPlan {
  const kept = new Set(workedOn);
  for (const { isUntouched, sentence } of present) if (!isUntouched && sentence !== null) kept.add(sentence);
  keepRepeated({ kept, present, fresh });
  const isFree = ({ sentence }: { sentence: number | null }) => sentence !== null && !kept.has(sentence);
  const replaceable = present.filter((claim) => claim.isUntouched && isFree(claim));
  const wanted = fresh.filter(isFree);
  const before = new Set(replaceable.map(keyOf));
  const after = new Set(wanted.map(keyOf));
  return {
    removed: replaceable.filter((claim) => !after.has(keyOf(claim))),
    added: wanted.filter((claim) => !before.has(keyOf(claim))),
    kept: kept.size,
  };
}

/**
 * A claim of a kept sentence that would also stand for its repeat elsewhere is not made: there the old claims must
 * stay, or those words would have none.
 */
function keepRepeated({
  kept,
  present,
  fresh,
}: {
  kept: Set<number>;
  present: readonly PresentClaim[];
  fresh: readonly SplitClaim[];
}): void {
  const stated = new Set(present.map(({ sentence }) => sentence));
  const bySentence = new Map<number, SplitClaim[]>();
  for (const claim of fresh) {
    const others = bySentence.get(claim.sentence);
    if (others) others.push(claim);
    else bySentence.set(claim.sentence, [claim]);
  }
  // A set gives out what is added to it while it is walked through.
  for (const sentence of kept) {
    for (const { repeats } of bySentence.get(sentence) ?? []) {
      for (const repeat of repeats) if (stated.has(repeat.sentence)) kept.add(repeat.sentence);
    }
  }
}

/** Says the same in the same sentences. Its words may be a full stop longer: that makes no new claim of it. */
function keyOf({
  wording,
  speaker,
  mode,
  modality,
  sentence,
  repeats,
}: Omit<PresentClaim, "id" | "number" | "isUntouched">): string {
  const places = [sentence, ...repeats.map((repeat) => repeat.sentence)];
  return JSON.stringify([wording, speaker, mode, modality, places]);
}
