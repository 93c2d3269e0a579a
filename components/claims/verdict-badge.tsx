"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { MISATTRIBUTION_TONE, misattributionOf } from "@/lib/claims/claim-findings";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { Tone } from "@/lib/claims/verdict-scale";
import { TONE_ICON, toneOf } from "@/lib/claims/verdict-scale";

/** What was found about a claim, or how far the work is while nothing has been found. */
export function VerdictBadge({ claim }: { claim: Pick<ClaimView, "verdict" | "state"> }) {
  const t = useTranslations("vocabulary");
  return (
    <ToneBadge tone={toneOf(claim)}>
      {claim.verdict ? t(`verdictShort.${claim.verdict}`) : t(`state.${claim.state}`)}
    </ToneBadge>
  );
}

/** The same in a row, where the wording takes the room: nothing found and nothing begun is only its ring. */
export function RowBadge({ claim }: { claim: Pick<ClaimView, "verdict" | "state"> }) {
  const t = useTranslations("vocabulary.state");
  if (claim.verdict !== null || claim.state !== "OPEN") return <VerdictBadge claim={claim} />;
  const tone = toneOf(claim);
  return (
    <span data-tone={tone} className="text-tone-ink text-xs" title={t("OPEN")}>
      <span aria-hidden="true">{TONE_ICON[tone]}</span>
      <span className="sr-only">{t("OPEN")}</span>
    </span>
  );
}

/** Words that were not said, or not so: beside the verdict, because what was never said may well be true. */
export function MisattributionBadge({ claim }: { claim: Pick<ClaimView, "attributionVerdict"> }) {
  const t = useTranslations("vocabulary.attributionVerdict");
  const misattribution = misattributionOf(claim.attributionVerdict);
  if (misattribution === null) return null;
  return <ToneBadge tone={MISATTRIBUTION_TONE[misattribution]}>{t(misattribution)}</ToneBadge>;
}

function ToneBadge({ tone, children }: { tone: Tone; children: string }) {
  return (
    <Badge
      tone={tone}
      icon={TONE_ICON[tone]}
      className="first-letter:uppercase [&>span:last-child]:first-letter:uppercase"
    >
      {children}
    </Badge>
  );
}

const QUIET_STATES: readonly string[] = ["OPEN", "IN_PROGRESS"];

/** Where the work on a decided claim is, when that says something beside the verdict. */
export function StateNote({ claim }: { claim: Pick<ClaimView, "verdict" | "state"> }) {
  const t = useTranslations("vocabulary.state");
  if (claim.verdict === null || QUIET_STATES.includes(claim.state)) return null;
  return (
    <span className="shrink-0 text-ink-soft text-xs">
      {claim.state === "SIGNED_OFF" ? <span aria-hidden="true">✓ </span> : null}
      {t(claim.state)}
    </span>
  );
}
