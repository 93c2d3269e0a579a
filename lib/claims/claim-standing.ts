import type { ClaimMode } from "./claim-vocabulary";

/** In these the article itself does not vouch for what it says, so a claim is never shown without the word. */
const WEAK_MODALITIES = ["hearsay", "conjecture"] as const;
export type WeakModality = (typeof WEAK_MODALITIES)[number];

export type ClaimStanding = {
  /** The speaker, with the role where one is known; null where nobody is named. */
  speaker: string | null;
  /** How it is said by somebody who is not named; null for a named speaker's and for the article's own words. */
  unnamedMode: Exclude<ClaimMode, "author"> | null;
  weakness: WeakModality | null;
};

/**
 * Whose words a claim is and whether the article vouches for them: what must stand beside its wording wherever it is
 * shown, however short, because without it the wording is in the wrong mouth.
 */
export function standingOf(claim: {
  speaker: string | null;
  speakerRole: string | null;
  mode: string;
  modality: string;
}): ClaimStanding {
  const named = [claim.speaker, claim.speakerRole].filter((part) => part !== null && part.trim() !== "");
  const mode = (["direct", "indirect", "reported"] as const).find((key) => key === claim.mode) ?? null;
  return {
    speaker: named.length > 0 ? named.join(", ") : null,
    unnamedMode: named.length > 0 ? null : mode,
    weakness: WEAK_MODALITIES.find((key) => key === claim.modality) ?? null,
  };
}

/** Whether a claim is somebody's words, named or not: then it has the second question, was it said like this. */
export function isAttributed(claim: { speaker: string | null; mode: string }): boolean {
  return claim.speaker !== null || claim.mode !== "author";
}
