import type { ComponentProps, ReactNode } from "react";
import { useId } from "react";
import { cn } from "@/lib/cn";

type Props = Omit<ComponentProps<"input">, "type"> & { label: ReactNode; description?: ReactNode };

export function Checkbox({ label, description, className, ...props }: Props) {
  const id = useId();
  return (
    <label className={cn("flex min-h-6 items-start gap-2 text-base", className)}>
      <input
        type="checkbox"
        className="mt-[3px] size-4 shrink-0 accent-ink"
        aria-describedby={description ? id : undefined}
        {...props}
      />
      <span className="min-w-0">
        {label}
        {description ? (
          <span id={id} className="block text-ink-faint text-xs">
            {description}
          </span>
        ) : null}
      </span>
    </label>
  );
}
