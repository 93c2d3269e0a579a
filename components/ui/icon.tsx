import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** Drawn on a 16 px grid with a 1.5 px line. */
const PATHS = {
  add: "M8 3.5v9M3.5 8h9",
  back: "M9.5 3.5 5 8l4.5 4.5",
  check: "m3.5 8.5 3 3 6-7",
  close: "m4 4 8 8M12 4l-8 8",
  copy: "M5.5 5.5v-2h7v7h-2M3.5 5.5h7v7h-7z",
  down: "m4 6 4 4 4-4",
  external: "M9 3.5h3.5V7M12.5 3.5 7.5 8.500M11 9.500v3H3.500V5h3",
  file: "M4 2.500h5l3 3v8H4zM9 2.500v3h3",
  forward: "M6.5 3.5 11 8l-4.5 4.5",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  panel: "M2.5 3.500h11v9h-11zM9.5 3.500v9",
  search: "M7 3a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM10 10l3 3",
  settings: "M2.5 5h7M12.5 5h1M2.5 11h1M6.5 11h7M11 3.500v3M5 9.500v3",
  up: "m4 10 4-4 4 4",
  user: "M8 3a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM3.5 13c.6-2.3 2.3-3.5 4.5-3.500s3.9 1.2 4.5 3.5",
} as const;
export type IconName = keyof typeof PATHS;

/** A decorative sign beside a word; a control that shows only the icon needs a name of its own. */
export function Icon({ name, className, ...props }: { name: IconName } & ComponentProps<"svg">) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cn("size-4 shrink-0", className)}
      {...props}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
