"use client";

import { PreviewCard as Base } from "@base-ui/react/preview-card";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";
import { floatingBoxClass } from "./menu";

type Props = {
  /** What the words are about; null while nothing is pointed at. */
  anchor: Element | null;
  /** Names the region the box stands in. */
  label: string;
  side?: "top" | "bottom" | "left" | "right";
  className?: string;
  onOpenChange: (isOpen: boolean) => void;
  onPointerEnter?: () => void;
  onPointerLeave?: () => void;
  children: ReactNode;
};

/** Words beside whatever is pointed at or focused: one box for a whole list. Escape closes it, the pointer may enter it. */
export function HoverCard({
  anchor,
  label,
  side = "left",
  className,
  onOpenChange,
  onPointerEnter,
  onPointerLeave,
  children,
}: Props) {
  return (
    <Base.Root open={anchor !== null} onOpenChange={(next) => onOpenChange(next)}>
      <Base.Portal render={<section aria-label={label} />}>
        <Base.Positioner
          anchor={anchor}
          side={side}
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className="z-30 outline-none"
        >
          <Base.Popup
            className={cn(floatingBoxClass, "max-w-sm p-3", className)}
            onPointerEnter={onPointerEnter}
            onPointerLeave={onPointerLeave}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
