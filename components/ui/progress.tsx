import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** The native progress bar; without `value` it only says that something is under way. */
export function Progress({ className, ...props }: ComponentProps<"progress"> & { "aria-label": string }) {
  return (
    <progress
      className={cn(
        "h-1 w-full appearance-none overflow-hidden rounded-full bg-line",
        "[&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-ink [&::-moz-progress-bar]:bg-ink",
        "indeterminate:motion-safe:animate-pulse",
        className,
      )}
      {...props}
    />
  );
}
