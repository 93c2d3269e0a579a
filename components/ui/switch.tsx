import type { ComponentProps, ReactNode } from "react";
import { cn } from "@/lib/cn";

type Props = Omit<ComponentProps<"input">, "type" | "role"> & { label: ReactNode };

/** On or off, in force at once. */
export function Switch({ label, className, ...props }: Props) {
  return (
    <label className={cn("inline-flex min-h-6 items-center gap-2 text-sm", className)}>
      <input
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox reports its state itself
        role="switch"
        className={cn(
          "relative h-4 w-7 shrink-0 appearance-none rounded-full border border-line-strong bg-surface transition-colors",
          "before:absolute before:top-px before:left-px before:size-3 before:rounded-full before:border before:border-line-strong before:bg-line-strong before:transition-transform",
          "checked:border-ink checked:bg-ink checked:before:translate-x-3 checked:before:border-paper checked:before:bg-paper",
        )}
        {...props}
      />
      {label}
    </label>
  );
}
