"use client";

import { useTranslations } from "next-intl";
import type { FocusEvent, PointerEvent, ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { HoverCard } from "@/components/ui/hover-card";
import { useClaim } from "@/components/workspace/workspace-context";
import { SentenceWords } from "./sentence-words";

const OPEN_DELAY_MS = 450;
const CLOSE_DELAY_MS = 150;

/**
 * Shows the sentence behind a row of the list that is pointed at or focused, the claim's own words marked. One box
 * serves the whole list: a thousand rows need no listeners of their own. The open card shows its sentence itself, for
 * fingers and for screen readers.
 */
export function SentencePreview({ children }: { children: ReactNode }) {
  const [row, setRow] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const awaited = useRef<HTMLElement | null>(null);

  function soon(next: HTMLElement | null, delayMs: number): void {
    if (timer.current !== null) clearTimeout(timer.current);
    awaited.current = next;
    // The open card shows its sentence itself.
    timer.current = setTimeout(() => setRow(next?.dataset.open === undefined ? next : null), delayMs);
  }

  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );

  function follow(event: PointerEvent | FocusEvent): void {
    if ("pointerType" in event) {
      // A list that moves under a resting pointer is not pointed at.
      const isMoving = event.movementX !== 0 || event.movementY !== 0;
      if (event.pointerType !== "mouse" || !isMoving) return;
    }
    const target = event.target instanceof Element ? event.target : null;
    if (event.type === "focus" && !target?.matches(":focus-visible")) return;
    // The box itself stands elsewhere in the page, but its events climb to here.
    if (!event.currentTarget.contains(target)) return;
    const next = target?.closest<HTMLElement>("[data-row]:not([data-open])") ?? null;
    if (next === awaited.current) return;
    soon(next, next === null ? CLOSE_DELAY_MS : OPEN_DELAY_MS);
  }

  const leave = () => soon(null, CLOSE_DELAY_MS);
  const stay = () => {
    if (timer.current !== null) clearTimeout(timer.current);
    awaited.current = row;
  };
  const close = () => {
    stay();
    awaited.current = null;
    setRow(null);
  };
  const claimId = row?.dataset.row;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what happens on the rows inside
    <div
      className="contents"
      onPointerMove={follow}
      onPointerLeave={leave}
      onFocus={follow}
      onBlur={leave}
      onKeyDown={(event) => event.key === "Escape" && close()}
      onScroll={close}
      onPointerDown={close}
    >
      {children}
      {claimId === undefined || !row?.isConnected ? null : (
        <SentenceCard claimId={claimId} anchor={row} onClose={close} onEnter={stay} onLeave={leave} />
      )}
    </div>
  );
}

function SentenceCard({
  claimId,
  anchor,
  onClose,
  onEnter,
  onLeave,
}: {
  claimId: string;
  anchor: HTMLElement;
  onClose: () => void;
  onEnter: () => void;
  onLeave: () => void;
}) {
  const t = useTranslations("claims.about");
  const claim = useClaim(claimId);
  if (!claim || claim.sentence === null) return null;
  return (
    <HoverCard
      anchor={anchor}
      label={t("inSentence")}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
    >
      <SentenceWords sentence={claim.sentence} spans={claim.spans} />
    </HoverCard>
  );
}
