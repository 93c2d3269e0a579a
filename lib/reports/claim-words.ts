import type { Misattribution } from "@/lib/claims/claim-findings";
import { MISATTRIBUTION_TONE, misattributionOf } from "@/lib/claims/claim-findings";
import { standingOf } from "@/lib/claims/claim-standing";
import type { Tone } from "@/lib/claims/verdict-scale";
import type { ReportClaim, ReportClaimSetAside, ReportDocument } from "./report-document";
import { everyClaim } from "./report-document";
import type { ReportWords } from "./report-words";

const MODALITIES = ["hearsay", "conjecture", "negated", "prediction", "appeal", "opinion"] as const;

/** How a claim stands in the text, in words; null where nothing needs saying, because the article asserts it. */
export function modalityWord({ word }: ReportWords, modality: string): string | null {
  const known = MODALITIES.find((key) => key === modality);
  return known === undefined ? null : word(`claims.modality.${known}`);
}

/** Whose words a claim is and whether the article vouches for them, in words: stands beside every wording. */
export function standingWords(
  words: ReportWords,
  claim: ReportClaim,
): {
  /** Who says it, with the role. */
  speaker: string | null;
  /** How it is said by somebody who is not named. */
  mode: string | null;
  weakness: string | null;
  /** The article says it in its own voice. */
  isOwn: boolean;
} {
  const { speaker, unnamedMode, weakness } = standingOf(claim);
  return {
    speaker,
    mode: unnamedMode && words.term("mode", unnamedMode),
    weakness: weakness && modalityWord(words, weakness),
    isOwn: speaker === null && claim.mode === "author",
  };
}

/** Why a claim needs no check and who says so, in words. */
export function setAsideWords(words: ReportWords, { setAside }: ReportClaimSetAside): string {
  const { label, isProposed, by, at } = setAside;
  if (isProposed) return words.word("setAside.proposed", { label });
  if (at === null) return words.word("setAside.decided", { label });
  const time = words.time(at);
  return by === null
    ? words.word("setAside.decidedAt", { label, time })
    : words.word("setAside.decidedBy", { label, time, name: by });
}

export type MisattributionFinding = { key: Misattribution; label: string; tone: Tone };

/** The finding that the words were not said, or not so; null where there is none. */
export function misattributionIn({ attribution }: ReportClaim): MisattributionFinding | null {
  const key = misattributionOf(attribution?.verdict ?? null);
  return key && { key, label: attribution?.label ?? key, tone: MISATTRIBUTION_TONE[key] };
}

/** The claims whose words were not said, or not so, by number. */
export function misattributionsIn(report: ReportDocument): Map<number, MisattributionFinding> {
  return new Map(
    everyClaim(report).flatMap((claim) => {
      const found = misattributionIn(claim);
      return found ? [[claim.number, found] as const] : [];
    }),
  );
}

/** How many there are of each kind, the gravest first; kinds of which there are none are left out. */
export function misattributionCounts(report: ReportDocument): { label: string; count: number }[] {
  return (["NOT_SAID", "INACCURATE"] as const).flatMap((key) => {
    const count = report.summary.byAttribution[key];
    const label = report.scale.attribution.find((entry) => entry.key === key)?.label ?? key;
    return count > 0 ? [{ label, count }] : [];
  });
}
