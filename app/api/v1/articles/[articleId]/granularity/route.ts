import { z } from "zod";
import { recordId } from "@/lib/field-schemas";
import { setGranularity } from "@/lib/granularity/mutations";
import { route } from "@/lib/http/route";
import { granularityResponse } from "@/lib/restructurings/restructuring-response";
import { setGranularitySchema } from "@/lib/restructurings/schemas";

export const PUT = route({
  summary: "Splits the text anew, finer or coarser; sentences that somebody has worked on stay as they are",
  params: z.strictObject({ articleId: recordId }),
  body: setGranularitySchema,
  response: granularityResponse,
  handler: ({ actor, params, body }) => setGranularity(actor, params.articleId, body),
});
