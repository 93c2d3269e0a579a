"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { memo } from "react";
import { toneOf } from "@/lib/claims/verdict-scale";
import { cn } from "@/lib/cn";
import type { ArticleSegment, MarkedClaim } from "./article-blocks";
import { useClaim, useTools, useWorkspace } from "./workspace-context";
import { formatWorkspaceUrl } from "./workspace-url";

/** A piece of the text that belongs to one claim or to several; a click means the innermost. */
export const ClaimMark = memo(function ClaimMark({
  segment,
  claim: top,
}: {
  segment: ArticleSegment;
  claim: MarkedClaim;
}) {
  const { navigation } = useTools();
  const claim = useClaim(top.claimId);
  const current = useWorkspace(({ currentId }) =>
    segment.claims.find(({ claimId }) => claimId === currentId),
  );
  const isTabStop = useWorkspace(
    ({ currentId, order }) => !top.isRepeat && top.isStart && top.claimId === (currentId ?? order[0]),
  );
  const filter = useWorkspace((state) => state.filter);
  if (!claim) return <span data-start={segment.start}>{segment.text}</span>;

  function open(event: MouseEvent<HTMLAnchorElement>): void {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // The end of a drag selects text; it is no click on the claim.
    if (window.getSelection()?.isCollapsed === false) return;
    navigation.goTo(top.claimId);
  }

  return (
    <mark
      data-tone={toneOf(claim)}
      data-claim={top.claimId}
      data-repeat={top.isRepeat || undefined}
      data-aside={claim.setAside !== null || undefined}
      data-cut={current && cutOf(current)}
      aria-current={current ? "true" : undefined}
      className={cn(
        "claim-mark data-aside:decoration-line! aria-[current=true]:data-repeat:outline-dashed",
        CUT_CLASS,
      )}
    >
      {segment.claims.some(({ isStart }) => isStart) ? <Opening claims={segment.claims} /> : null}
      <a
        href={formatWorkspaceUrl({ claimId: top.claimId, filter })}
        data-start={segment.start}
        data-mark={top.isStart ? "start" : "part"}
        tabIndex={isTabStop ? 0 : -1}
        draggable={false}
        className="text-inherit no-underline focus-visible:outline-offset-1"
        onClick={open}
      >
        {segment.text}
      </a>
      {segment.claims.some(({ isEnd }) => isEnd) ? <Ending /> : null}
    </mark>
  );
});

/** Where other claims cut the current one into pieces, each piece draws its share of the frame. */
const CUT_CLASS =
  "data-cut:outline-none! data-[cut=end]:shadow-[0_-2px_var(--focus),0_2px_var(--focus),2px_0_var(--focus)] data-[cut=middle]:shadow-[0_-2px_var(--focus),0_2px_var(--focus)] data-[cut=start]:shadow-[0_-2px_var(--focus),0_2px_var(--focus),-2px_0_var(--focus)]";

function cutOf({ opensSpan, closesSpan }: MarkedClaim): "start" | "middle" | "end" | undefined {
  if (opensSpan && closesSpan) return undefined;
  if (opensSpan) return "start";
  return closesSpan ? "end" : "middle";
}

const asideClass = "sr-only select-none";

function Opening({ claims }: { claims: readonly MarkedClaim[] }) {
  return (
    <span className={asideClass}>
      {claims
        .filter(({ isStart }) => isStart)
        .map(({ claimId, isRepeat }) => (
          <MarkName key={claimId} claimId={claimId} isRepeat={isRepeat} />
        ))}
    </span>
  );
}

/** "Claim 3, missing context": what a mark is, in words. */
function MarkName({ claimId, isRepeat }: { claimId: string; isRepeat: boolean }) {
  const t = useTranslations("workspace.article");
  const vocabulary = useTranslations("vocabulary");
  const claim = useClaim(claimId);
  if (!claim) return null;
  const findingOf = ({ verdict, setAside, state }: typeof claim) => {
    if (verdict) return vocabulary(`verdictShort.${verdict}`);
    return setAside === null ? vocabulary(`state.${state}`) : vocabulary(`setAside.${setAside}`);
  };
  const finding = findingOf(claim);
  return <> {t(isRepeat ? "repeatStarts" : "claimStarts", { number: claim.number, finding })}: </>;
}

function Ending() {
  const t = useTranslations("workspace.article");
  return <span className={asideClass}> {t("claimEnds")} </span>;
}
