import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

const VARIANTS = {
  primary: "border-ink bg-ink text-paper hover:opacity-88 active:opacity-80",
  secondary: "border-line-strong bg-surface text-ink hover:bg-sunken active:bg-line",
  quiet: "border-transparent text-ink hover:bg-sunken active:bg-line",
  danger: "border-danger-line bg-surface text-danger-ink hover:bg-danger-tint",
} as const;

const SIZES = {
  md: "h-8 px-3",
  sm: "h-7 px-2",
} as const;

export type ButtonLook = { variant?: keyof typeof VARIANTS; size?: keyof typeof SIZES };

/** The classes of a button, for a link that should look like one. */
export function buttonClass({ variant = "secondary", size = "md" }: ButtonLook): string {
  return cn(
    "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-sm border font-medium text-sm no-underline transition-colors",
    "aria-disabled:cursor-default aria-disabled:opacity-50 disabled:opacity-50",
    VARIANTS[variant],
    SIZES[size],
  );
}

type Props = ComponentProps<"button"> &
  ButtonLook & {
    /** While true the button keeps its focus, says that it is busy, and does nothing. */
    isPending?: boolean;
  };

/** A native button; `type` is "button" unless it says otherwise. */
export function Button({ variant, size, isPending = false, className, onClick, ...props }: Props) {
  return (
    <button
      type="button"
      className={cn(buttonClass({ variant, size }), className)}
      aria-busy={isPending || undefined}
      aria-disabled={isPending || undefined}
      onClick={
        isPending
          ? (event) => {
              event.preventDefault();
            }
          : onClick
      }
      {...props}
    />
  );
}
