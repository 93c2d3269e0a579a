import { z } from "zod";
import { cursor, mutationId, pageSize } from "@/lib/field-schemas";
import { REPORT_LANGUAGES, REPORT_PROFILES } from "./report-document";
import { REPORT_FORMATS } from "./report-format";
import { isTimeZone } from "./time-zone";

const profile = z.enum(REPORT_PROFILES, "unknown");
const language = z.enum(REPORT_LANGUAGES, "unknown");

/** An IANA name; without it times are told by the clock of the server. */
const timeZone = z.string("type").max(64, "tooLong").refine(isTimeZone, "unknown");

export const freezeReportSchema = z.strictObject({
  mutationId,
  profile: profile.optional(),
  language: language.optional(),
  timeZone: timeZone.optional(),
});
export type FreezeReportInput = z.infer<typeof freezeReportSchema>;

export const listReportsSchema = z.strictObject({
  cursor: cursor.optional(),
  limit: pageSize(100).optional(),
});
export type ListReportsInput = z.infer<typeof listReportsSchema>;

/** Without `number` a draft of the present state. `download` asks the browser to keep the file. */
export const reportFileSchema = z.strictObject({
  format: z.enum(REPORT_FORMATS, "unknown"),
  profile: profile.optional(),
  language: language.optional(),
  timeZone: timeZone.optional(),
  number: z.coerce
    .number("type")
    .int("integer")
    .min(1, "outOfRange")
    .max(2_000_000_000, "outOfRange")
    .optional(),
  download: z.enum(["0", "1"], "unknown").optional(),
});
export type ReportFileInput = z.infer<typeof reportFileSchema>;
