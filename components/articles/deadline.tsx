"use client";

import { useFormatter, useNow, useTranslations } from "next-intl";
import { cn } from "@/lib/cn";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** When an article has to be ready: how long that is from now, and the moment itself. Overdue is said in words. */
export function Deadline({ deadline, className }: { deadline: string; className?: string }) {
  const t = useTranslations("articles.deadline");
  const format = useFormatter();
  const now = useNow({ updateInterval: MINUTE_MS });
  const moment = new Date(deadline);
  const distanceMs = moment.getTime() - now.getTime();
  const relative = format.relativeTime(moment, now);
  const isToday = format.dateTime(moment, "day") === format.dateTime(now, "day");
  return (
    <time
      dateTime={deadline}
      title={format.dateTime(moment, "exact")}
      className={cn("flex min-w-0 gap-x-2 whitespace-nowrap", className)}
    >
      <span className={cn(distanceMs < DAY_MS ? "font-medium text-ink" : "text-ink-soft")}>
        {distanceMs < 0 ? t("overdue", { since: relative }) : relative}
      </span>
      <span className="truncate text-ink-faint">
        {format.dateTime(moment, isToday ? "time" : "dayOfYearTime")}
      </span>
    </time>
  );
}
