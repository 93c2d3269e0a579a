"use client";

import { useTranslations } from "next-intl";
import { standingOf } from "@/lib/claims/claim-standing";
import type { ClaimView } from "@/lib/claims/claim-view";

export type StandingWords = (
  claim: Pick<ClaimView, "speaker" | "speakerRole" | "mode" | "modality" | "setAside">,
) => string | null;

/** Said beside the wording as well, unless the claim is set aside and the words beside it say why. */
const JUDGED_MODALITIES = ["prediction", "appeal", "opinion"] as const;

/**
 * What stands before a wording in short form: "Maren Osthoff: ", "Hearsay: ", "Prediction: ". A name stands without its
 * role; null where the article itself asserts it.
 */
export function useStandingWords(): StandingWords {
  const t = useTranslations("vocabulary");
  return (claim) => {
    const { speaker, unnamedMode, weakness } = standingOf(
      claim.speaker === null ? claim : { ...claim, speakerRole: null },
    );
    const judged =
      claim.setAside === null ? JUDGED_MODALITIES.find((modality) => modality === claim.modality) : undefined;
    const modality = weakness ?? judged ?? null;
    const words = [
      speaker ?? (unnamedMode === null ? null : t(`mode.${unnamedMode}`)),
      modality === null ? null : t(`modality.${modality}`),
    ].filter((word) => word !== null);
    return words.length === 0 ? null : `${capitalized(words.join(", "))}: `;
  };
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
