"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { memo } from "react";
import { useClaim, useHasDraft, useTools, useWorkspace } from "@/components/workspace/workspace-context";
import { formatWorkspaceUrl } from "@/components/workspace/workspace-url";
import { cn } from "@/lib/cn";
import { ClaimCard } from "./claim-card";
import { SetAsideNote } from "./set-aside";
import { useStandingWords } from "./standing-words";
import { MisattributionBadge, RowBadge, StateNote } from "./verdict-badge";

/** The rule in the margin that holds the rows of one sentence together. */
export const SHARED_RULE =
  "group-data-sentence/sentence:relative group-data-sentence/sentence:before:absolute group-data-sentence/sentence:before:inset-y-0 group-data-sentence/sentence:before:left-11 group-data-sentence/sentence:before:w-px group-data-sentence/sentence:before:bg-line-strong/60";

/** One line of the list; the current claim is open beneath its line. */
export const ClaimRow = memo(function ClaimRow({ claimId }: { claimId: string }) {
  const { navigation } = useTools();
  const claim = useClaim(claimId);
  const isCurrent = useWorkspace(({ currentId }) => currentId === claimId);
  const isTabStop = useWorkspace(({ currentId, listed }) => claimId === (currentId ?? listed[0]));
  const filter = useWorkspace((state) => state.filter);
  const hasDraft = useHasDraft(claim);
  const t = useTranslations("claims.list");
  const standingWords = useStandingWords();
  if (!claim) return null;

  function open(event: MouseEvent<HTMLAnchorElement>): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigation.goTo(claimId);
  }

  return (
    <div
      data-row={claimId}
      data-open={isCurrent || undefined}
      className={
        isCurrent
          ? "border-l-2 border-l-focus bg-paper"
          : "[contain-intrinsic-block-size:auto_38px] [content-visibility:auto] hover:bg-sunken"
      }
    >
      {isCurrent ? (
        <ClaimCard claim={claim} />
      ) : (
        <a
          href={formatWorkspaceUrl({ claimId, filter })}
          data-row-link
          tabIndex={isTabStop ? 0 : -1}
          className={cn(
            "grid h-[38px] grid-cols-[2.5rem_minmax(0,1fr)_auto] items-center px-4 text-ink no-underline focus-visible:-outline-offset-2 group-data-sentence/sentence:h-8 print:h-auto print:py-1",
            claim.setAside !== null && "text-ink-faint",
            SHARED_RULE,
          )}
          onClick={open}
        >
          <span className="text-ink-faint text-xs tabular-nums">{claim.number}</span>
          <span className="truncate print:whitespace-normal">
            <span className={claim.setAside === null ? "text-ink-soft" : undefined}>
              {standingWords(claim)}
            </span>
            {claim.wording}
          </span>
          <span className="ml-2 flex items-center gap-2">
            {hasDraft ? <span className="text-ink-soft text-xs italic">{t("draft")}</span> : null}
            <StateNote claim={claim} />
            <MisattributionBadge claim={claim} />
            {claim.setAside === null ? <RowBadge claim={claim} /> : <SetAsideNote claim={claim} />}
          </span>
        </a>
      )}
    </div>
  );
});
