import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";
import type { IconName } from "./icon";
import { Icon } from "./icon";

type Props = Omit<ComponentProps<"button">, "aria-label" | "children"> & {
  icon: IconName;
  /** What the button does, read aloud and shown on hover. */
  label: string;
};

/** A square button of 28 px for tool bars. */
export function IconButton({ icon, label, className, ...props }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cn(
        "inline-flex size-7 shrink-0 items-center justify-center rounded-sm text-ink-soft transition-colors hover:bg-sunken hover:text-ink disabled:opacity-50",
        className,
      )}
      {...props}
    >
      <Icon name={icon} />
    </button>
  );
}
