import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

type Props = { title: ReactNode; children?: ReactNode; actions?: ReactNode; className?: string };

/** Says what is not there yet and names the next step. */
export function EmptyState({ title, children, actions, className }: Props) {
  return (
    <div className={cn("flex max-w-measure flex-col items-start gap-2 py-8", className)}>
      <p className="font-medium text-lg">{title}</p>
      {children ? <div className="text-ink-soft">{children}</div> : null}
      {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
