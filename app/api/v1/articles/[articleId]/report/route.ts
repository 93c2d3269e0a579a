import { route } from "@/lib/http/route";
import { getReportFile } from "@/lib/reports/queries";
import { contentDisposition } from "@/lib/reports/report-file";
import { reportFileSchema } from "@/lib/reports/schemas";

/** The policy under which a browser shows the file stands in next.config.js. */
export const GET = route({
  summary: "A report as a file: the frozen one with this number, or without a number a draft",
  query: reportFileSchema,
  produces: "text/html",
  handler: async ({ actor, params, query }) => {
    const { download, ...wish } = query;
    const file = await getReportFile(actor, { ...wish, articleId: params.articleId ?? "" });
    return new Response(file.body, {
      headers: {
        "content-disposition": contentDisposition(download === "1" ? "attachment" : "inline", file.fileName),
        "content-type": file.contentType,
      },
    });
  },
});
