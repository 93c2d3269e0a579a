import { route } from "@/lib/http/route";
import { getReportFile } from "@/lib/reports/queries";
import { contentDisposition } from "@/lib/reports/report-file";
import { reportFileSchema } from "@/lib/reports/schemas";

/** A report is words of other people: opened in a browser it may look like itself and open its links, nothing else. */
const POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

export const GET = route({
  summary: "A report as a file: the frozen one with this number, or without a number a draft",
  query: reportFileSchema,
  produces: "text/html",
  handler: async ({ actor, params, query }) => {
    const { download, ...wish } = query;
    const file = await getReportFile(actor, { ...wish, articleId: params.articleId ?? "" });
    return new Response(file.body, {
      headers: {
        "cache-control": "no-store",
        "content-disposition": contentDisposition(download === "1" ? "attachment" : "inline", file.fileName),
        "content-security-policy": POLICY,
        "content-type": file.contentType,
        "cross-origin-resource-policy": "same-origin",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "SAMEORIGIN",
      },
    });
  },
});
