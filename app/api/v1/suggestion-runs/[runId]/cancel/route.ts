import { z } from "zod";
import { suggestionRunViewSchema } from "@/lib/assist/assist-views";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { cancelSuggestionRun } from "@/lib/suggestions/mutations";

export const POST = route({
  summary: "Ends a run; what it has suggested stays",
  params: z.strictObject({ runId: recordId }),
  body: bareMutationSchema,
  response: suggestionRunViewSchema,
  handler: ({ actor, params, body }) => cancelSuggestionRun(actor, params.runId, body),
});
