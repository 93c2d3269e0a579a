"use client";

import { useFormatter, useNow } from "next-intl";
import type { ClaimView } from "@/lib/claims/claim-view";

const MINUTE_MS = 60_000;

/** Who gave the verdict, and how long ago. */
export function DecidedBy({ claim }: { claim: Pick<ClaimView, "verdictBy" | "verdictAt"> }) {
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE_MS });
  if (claim.verdictBy === null || claim.verdictAt === null) return null;
  const at = new Date(claim.verdictAt);
  return (
    <span className="ml-auto min-w-0 truncate pl-2 text-ink-faint text-xs">
      {claim.verdictBy} ·{" "}
      <time dateTime={claim.verdictAt} title={format.dateTime(at, "exact")}>
        {format.relativeTime(at, { now: at > now ? at : now, style: "narrow" })}
      </time>
    </span>
  );
}
