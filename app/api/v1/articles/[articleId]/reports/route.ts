import { z } from "zod";
import { created, route } from "@/lib/http/route";
import { freezeReport } from "@/lib/reports/mutations";
import { listReports } from "@/lib/reports/queries";
import { freezeReportSchema, listReportsSchema } from "@/lib/reports/schemas";

export const GET = route({
  summary: "Frozen reports of an article, the newest first",
  query: listReportsSchema,
  handler: ({ actor, params, query }) => listReports(actor, params.articleId ?? "", query),
});

export const POST = route({
  summary: "Freezes the report of an article as it stands now",
  body: freezeReportSchema,
  status: 201,
  response: z.object({ id: z.uuid(), number: z.int(), sha256: z.string() }),
  handler: async ({ actor, params, body }) =>
    created(await freezeReport(actor, params.articleId ?? "", body)),
});
