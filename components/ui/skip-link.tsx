import type { ComponentProps } from "react";

/** The first stop of the tab key: jumps over the bar into the content. */
export function SkipLink(props: ComponentProps<"a"> & { href: `#${string}` }) {
  return (
    <a
      className="fixed top-2 left-2 z-50 rounded-sm bg-ink px-3 py-1 font-medium text-paper text-sm not-focus:sr-only"
      {...props}
    />
  );
}
