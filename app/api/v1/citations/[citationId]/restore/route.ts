import { z } from "zod";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { restoreCitation } from "@/lib/sources/mutations";
import { citationResponse } from "@/lib/sources/source-response";

export const POST = route({
  summary: "Attaches a citation again that was taken off",
  params: z.strictObject({ citationId: recordId }),
  body: bareMutationSchema,
  response: citationResponse,
  handler: ({ actor, params, body }) => restoreCitation(actor, params.citationId, body),
});
