import type { ReportDocument } from "@/lib/reports/report-document";
import type { ReportFormat } from "@/lib/reports/report-format";
import { renderHtml } from "./html";
import { renderJson } from "./json";
import { renderMarkdown } from "./markdown";

const RENDERERS: Record<ReportFormat, (report: ReportDocument) => string> = {
  html: renderHtml,
  md: renderMarkdown,
  json: renderJson,
};

/** The report in one of its formats. Renderers know nothing of each other and see the document alone. */
export function renderReport(report: ReportDocument, format: ReportFormat): string {
  return RENDERERS[format](report);
}
