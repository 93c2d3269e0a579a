import type { ReactNode } from "react";

/** What went wrong with a form, read aloud when it appears. */
export function ProblemNote({ children }: { children: ReactNode }) {
  return (
    <div role="alert">
      {children ? (
        <p className="flex gap-2 rounded-sm bg-danger-tint px-3 py-2 text-danger-ink text-sm">
          <span aria-hidden="true">✕</span>
          <span>{children}</span>
        </p>
      ) : null}
    </div>
  );
}
