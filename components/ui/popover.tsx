"use client";

import { Popover as Base } from "@base-ui/react/popover";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { floatingBoxClass } from "./menu";

type Props = {
  /** A Button or IconButton. */
  trigger: ComponentProps<typeof Base.Trigger>["render"];
  title: ReactNode;
  isTitleHidden?: boolean;
  side?: "top" | "bottom" | "left" | "right";
  align?: "start" | "center" | "end";
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  className?: string;
  children: ReactNode;
};

/** A small box of controls or explanation behind a button; the page stays usable. */
export function Popover({
  trigger,
  title,
  isTitleHidden = false,
  side = "bottom",
  align = "start",
  isOpen,
  onOpenChange,
  className,
  children,
}: Props) {
  return (
    <Base.Root open={isOpen} onOpenChange={(next) => onOpenChange?.(next)}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-30 outline-none"
        >
          <Base.Popup className={cn(floatingBoxClass, "w-80 p-3", className)}>
            <Base.Title className={cn("mb-2 font-semibold text-base", isTitleHidden && "sr-only")}>
              {title}
            </Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
