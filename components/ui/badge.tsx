import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

type Props = ComponentProps<"span"> & {
  /** A value of `data-tone` (globals.css); without it the badge is grey. */
  tone?: string;
  /** A sign that says the tone without colour. */
  icon?: ReactNode;
};

/** A word in a tint. The word says it; the tint only repeats it. */
export function Badge({ tone = "neutral", icon, className, children, ...props }: Props) {
  return (
    <span
      data-tone={tone}
      className={cn(
        "inline-flex h-5 max-w-full shrink-0 items-center gap-1 rounded-sm bg-tone-tint px-1.5 font-medium text-tone-ink text-xs forced-colors:border",
        className,
      )}
      {...props}
    >
      {icon ? <span aria-hidden="true">{icon}</span> : null}
      <span className="truncate">{children}</span>
    </span>
  );
}
