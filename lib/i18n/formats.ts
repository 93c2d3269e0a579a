import type { Formats } from "next-intl";

/**
 * The ways a time or a number is written, by name: `format.dateTime(date, "dayTime")`. Language and time zone come
 * from the request, so server and browser write the same.
 */
export const formats = {
  dateTime: {
    /** 14. März 2026 */
    day: { day: "numeric", month: "long", year: "numeric" },
    /** 14. März */
    dayOfYear: { day: "numeric", month: "short" },
    /** 14. März 2026, 16:05 */
    dayTime: {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    },
    /** Sa., 14. März, 16:05 */
    weekdayTime: {
      weekday: "short",
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    },
    /** 14. März, 16:05 */
    dayOfYearTime: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    /** 16:05 */
    time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    /** 16:05:31 */
    timeExact: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
    /** Samstag, 14. März 2026, 16:05:31 MEZ: for the title of a shorter form. */
    exact: { dateStyle: "full", timeStyle: "long" },
  },
  number: {
    percent: { style: "percent", maximumFractionDigits: 0 },
  },
} as const satisfies Formats;
