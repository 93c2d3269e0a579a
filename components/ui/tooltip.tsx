"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";
import { floatingBoxClass } from "./menu";

type Props = {
  /** The control the words belong to. It needs a name of its own: a tooltip is not read aloud everywhere. */
  children: ComponentProps<typeof Base.Trigger>["render"];
  content: ReactNode;
  side?: "top" | "bottom" | "left" | "right";
};

/** A few words on hover and focus, such as a key. Never the only place something is said. */
export function Tooltip({ children, content, side = "top" }: Props) {
  return (
    <Base.Root>
      <Base.Trigger render={children} delay={400} />
      <Base.Portal>
        <Base.Positioner side={side} sideOffset={6} collisionPadding={8} className="z-50">
          <Base.Popup className={cn(floatingBoxClass, "max-w-72 px-2 py-1 text-ink-soft text-xs")}>
            {content}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
