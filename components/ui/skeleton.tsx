import { cn } from "@/lib/cn";

/** A grey place holder of the size of what is coming. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn("block h-4 rounded-sm bg-sunken motion-safe:animate-pulse", className)}
    />
  );
}
