"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { useFieldLinks } from "./field";
import { Icon } from "./icon";
import { inputClass } from "./text-input";

/** The native list of options: right on phones, with screen readers and by keyboard without our help. */
export function Select({ className, ...props }: ComponentProps<"select">) {
  const links = useFieldLinks();
  return (
    <span className={cn("relative inline-flex min-w-0", className)}>
      <select {...links} className={cn(inputClass, "h-8 appearance-none truncate pr-7")} {...props} />
      <Icon name="down" className="pointer-events-none absolute top-2 right-2 text-ink-faint" />
    </span>
  );
}
