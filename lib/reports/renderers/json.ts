import canonicalize from "canonicalize";
import type { ReportDocument } from "@/lib/reports/report-document";

/**
 * The document itself as RFC 8785 canonical JSON: the same report always gives the same bytes, so its SHA-256 can be
 * compared by anybody.
 */
export function renderJson(report: ReportDocument): string {
  return canonicalize(JSON.parse(JSON.stringify(report))) ?? "null";
}
