import type { ReportDocument } from "./report-document";
import type { ReportFormat } from "./report-format";
import { reportWords } from "./report-words";

/** A report as a file: what a download, the command line and a mail attachment need. */
export type ReportFile = { body: string; contentType: string; fileName: string };

export const REPORT_CONTENT_TYPE = {
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  json: "application/json; charset=utf-8",
} as const satisfies Record<ReportFormat, string>;

const MAX_TITLE_LENGTH = 60;

/** A name that every file system takes and that says which report it is: "Prüfbericht 3 – Stadtrat beschließt Radweg.html". */
export function reportFileName(report: ReportDocument, format: ReportFormat): string {
  const { word } = reportWords(report);
  const name =
    report.number === null
      ? `${word("title")} (${word("draft")})`
      : word("numbered", { number: String(report.number) });
  const edition = report.profile === "publishable" ? ` (${word("profile.publishable")})` : "";
  const title = Array.from(fileNameText(report.article.title)).slice(0, MAX_TITLE_LENGTH).join("").trim();
  return `${name}${edition}${title === "" ? "" : ` – ${title}`}.${format}`;
}

/** Letters, digits and plain punctuation; separators, wildcards, control and direction characters become spaces. */
function fileNameText(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\p{L}\p{M}\p{N}\p{Sc}„“”‘’'(),;+=&%–—_-]+/gu, " ")
    .replace(/ +/g, " ")
    .trim();
}

const PLAIN_LETTERS: Record<string, string> = {
  ä: "ae",
  ö: "oe",
  ü: "ue",
  Ä: "Ae",
  Ö: "Oe",
  Ü: "Ue",
  ß: "ss",
};

/** The Content-Disposition of a file (RFC 6266), with a name for old programs and the true one in UTF-8. */
export function contentDisposition(kind: "inline" | "attachment", fileName: string): string {
  const plain = fileName
    .replace(/[äöüÄÖÜß]/g, (letter) => PLAIN_LETTERS[letter] ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9 ().,_-]/g, "-");
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
