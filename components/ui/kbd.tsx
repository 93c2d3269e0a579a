import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A key, beside the control it presses. */
export function Kbd({ className, ...props }: ComponentProps<"kbd">) {
  return (
    <kbd
      className={cn(
        "inline-flex h-4 min-w-4 items-center justify-center rounded-[3px] border border-line bg-sunken px-1 font-sans text-ink-faint text-xs leading-none",
        className,
      )}
      {...props}
    />
  );
}
