"use client";

import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/lib/cn";
import { paneKey, paneProperty } from "./pane-size";

const STEP_PX = 16;

type Props = {
  /** Remembers the width under this name; lower-case letters and hyphens. */
  name: string;
  /** The name of the separator: "Width of the list of claims". */
  label: string;
  start: ReactNode;
  end: ReactNode;
  minPx?: number;
  maxPx?: number;
  /** The end pane is folded away; the page shows the button that brings it back. */
  isCollapsed?: boolean;
  onCollapsedChange?: (isCollapsed: boolean) => void;
  className?: string;
  startClassName?: string;
  endClassName?: string;
};

/**
 * Two panes beside each other, the second of a width the reader sets with mouse or arrow keys (Enter folds it).
 * Each scrolls by itself. Below 900 px they stand one above the other.
 */
export function SplitPane({
  name,
  label,
  start,
  end,
  minPx = 360,
  maxPx = 560,
  isCollapsed = false,
  onCollapsedChange,
  className,
  startClassName,
  endClassName,
}: Props) {
  const endPane = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState<number | null>(null);

  // The width comes from the style sheet and the remembered choice, which the server does not know.
  useEffect(() => {
    if (!isCollapsed) setWidthPx(Math.round(endPane.current?.getBoundingClientRect().width ?? minPx));
  }, [isCollapsed, minPx]);

  function resize(to: number, isFinal: boolean): void {
    const width = Math.round(Math.min(maxPx, Math.max(minPx, to)));
    document.documentElement.style.setProperty(paneProperty(name), `${width}px`);
    setWidthPx(width);
    if (isFinal) localStorage.setItem(paneKey(name), String(width));
  }

  function followPointer(event: PointerEvent<HTMLDivElement>, isFinal: boolean): void {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const right = endPane.current?.getBoundingClientRect().right ?? 0;
    resize(right - event.clientX, isFinal);
  }

  function pressKey(event: KeyboardEvent<HTMLDivElement>): void {
    const width = widthPx ?? minPx;
    const target = {
      ArrowLeft: width + STEP_PX,
      ArrowRight: width - STEP_PX,
      Home: minPx,
      End: maxPx,
    }[event.key];
    if (target !== undefined) resize(target, true);
    else if (event.key === "Enter" && onCollapsedChange !== undefined) onCollapsedChange(true);
    else return;
    event.preventDefault();
  }

  return (
    <div className={cn("flex min-h-0 flex-1 max-[899px]:flex-col", className)}>
      <div className={cn("min-h-0 min-w-0 flex-1 overflow-y-auto", startClassName)}>{start}</div>
      {isCollapsed ? null : (
        <>
          {/* biome-ignore lint/a11y/useSemanticElements: a separator that can be moved has no native element */}
          <div
            role="separator"
            tabIndex={0}
            aria-label={label}
            aria-orientation="vertical"
            aria-valuemin={minPx}
            aria-valuemax={maxPx}
            aria-valuenow={widthPx ?? minPx}
            className="group relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-line outline-none before:absolute before:inset-y-0 before:-inset-x-3 max-[899px]:hidden"
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) => followPointer(event, false)}
            onPointerUp={(event) => followPointer(event, true)}
            onKeyDown={pressKey}
          >
            <span className="absolute inset-y-0 -left-px w-[3px] transition-colors group-hover:bg-line-strong group-focus-visible:bg-focus" />
          </div>
          <div
            ref={endPane}
            data-pane={name}
            className={cn(
              "flex min-h-0 flex-col overflow-y-auto max-[899px]:max-h-[50dvh] max-[899px]:border-line max-[899px]:border-t min-[900px]:shrink-0",
              endClassName,
            )}
          >
            {end}
          </div>
        </>
      )}
    </div>
  );
}
