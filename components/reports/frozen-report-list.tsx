import { useFormatter, useTranslations } from "next-intl";
import { Table, TableCell, TableHead, TableRow } from "@/components/ui/table";
import type { ReportListItem, ReportProfile } from "@/lib/reports/report-document";
import { REPORT_FORMATS } from "@/lib/reports/report-format";
import { routes } from "@/lib/routes";
import { CopyHash } from "./copy-hash";

/** The frozen reports of an article with their hashes and files. */
export function FrozenReportList({
  articleId,
  reports,
}: {
  articleId: string;
  reports: readonly ReportListItem[];
}) {
  const t = useTranslations("reports.page");
  const languages = useTranslations("vocabulary.language");
  const format = useFormatter();
  return (
    <Table aria-label={t("listCaption")}>
      <thead>
        <tr>
          <TableHead>{t("number")}</TableHead>
          <TableHead>{t("made")}</TableHead>
          <TableHead>{t("contents")}</TableHead>
          <TableHead>{t("hash")}</TableHead>
          <TableHead>{t("download")}</TableHead>
        </tr>
      </thead>
      <tbody>
        {reports.map((report) => (
          <TableRow key={report.id}>
            <TableCell className="whitespace-nowrap font-medium">
              <a
                href={routes.reportFile(articleId, { format: "html", number: String(report.number) })}
                target="_blank"
                rel="noopener"
                className="text-ink underline"
              >
                {t("name", { number: report.number })}
                <span className="sr-only"> ({t("previewHint")})</span>
              </a>
            </TableCell>
            <TableCell className="text-sm tabular-nums">
              {t("by", {
                time: format.dateTime(new Date(report.createdAt), "dayTime"),
                name: report.createdBy ?? "",
              })}
            </TableCell>
            <TableCell className="text-sm">
              {t("details", {
                profile: t(report.profile),
                language: report.language === "en" ? languages("en") : languages("de"),
                version: report.textVersion,
              })}
            </TableCell>
            <TableCell>
              <CopyHash
                hash={report.sha256}
                label={t("copyHash", { number: report.number })}
                copiedLabel={t("copied")}
              />
            </TableCell>
            <TableCell className="text-sm">
              <Downloads articleId={articleId} number={report.number} profile={report.profile} />
              {report.profile === "internal" ? (
                <Downloads articleId={articleId} number={report.number} profile="publishable" isDerived />
              ) : null}
            </TableCell>
          </TableRow>
        ))}
      </tbody>
    </Table>
  );
}

function Downloads({
  articleId,
  number,
  profile,
  isDerived = false,
}: {
  articleId: string;
  number: number;
  profile: ReportProfile;
  /** Made from the stored internal report. */
  isDerived?: boolean;
}) {
  const t = useTranslations("reports.page");
  return (
    <p className="flex flex-wrap gap-x-3 whitespace-nowrap leading-6">
      {isDerived ? <span className="text-ink-faint">{t("publishable")}:</span> : null}
      {REPORT_FORMATS.map((format) => (
        <a
          key={format}
          href={routes.reportFile(articleId, { format, number: String(number), profile, download: "1" })}
          aria-label={t(isDerived ? "downloadPublishableAs" : "downloadAs", {
            number,
            format: t(`format.${format}`),
          })}
          className="text-ink underline"
        >
          {t(`format.${format}`)}
        </a>
      ))}
    </p>
  );
}
