"use client";

import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import { useFieldLinks } from "./field";

/** The look of everything one types into. */
export const inputClass =
  "w-full min-w-0 rounded-sm border border-line-strong bg-surface px-2 text-base text-ink transition-colors hover:border-ink-faint focus-visible:outline-offset-0 disabled:opacity-60 [&[readonly]]:bg-sunken aria-invalid:border-danger-line pointer-coarse:text-lg";

export function TextInput({ className, ...props }: ComponentProps<"input">) {
  const links = useFieldLinks();
  return (
    <input
      type="text"
      {...links}
      className={cn(inputClass, "h-8 read-only:bg-sunken", className)}
      {...props}
    />
  );
}
