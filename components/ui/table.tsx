import type { ComponentProps } from "react";
import { cn } from "@/lib/cn";

/** A native table of dense rows; scrolls sideways by itself where it must. */
export function Table({ className, ...props }: ComponentProps<"table"> & { "aria-label": string }) {
  return (
    <div className="w-full overflow-x-auto">
      <table className={cn("w-full border-collapse text-left", className)} {...props} />
    </div>
  );
}

export function TableHead({ className, ...props }: ComponentProps<"th">) {
  return (
    <th
      scope="col"
      className={cn("h-8 border-line border-b pr-4 font-normal text-ink-faint text-xs last:pr-0", className)}
      {...props}
    />
  );
}

export function TableRow({ className, ...props }: ComponentProps<"tr">) {
  return (
    <tr className={cn("border-line border-b transition-colors hover:bg-sunken", className)} {...props} />
  );
}

export function TableCell({ className, ...props }: ComponentProps<"td">) {
  return <td className={cn("h-9 py-1 pr-4 align-middle last:pr-0", className)} {...props} />;
}
