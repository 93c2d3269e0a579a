import { z } from "zod";
import { decidedSuggestionSchema } from "@/lib/assist/assist-views";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { dismissSuggestion } from "@/lib/suggestions/mutations";

export const POST = route({
  summary: "Puts a suggestion aside",
  params: z.strictObject({ suggestionId: recordId }),
  body: bareMutationSchema,
  response: decidedSuggestionSchema,
  handler: ({ actor, params, body }) => dismissSuggestion(actor, params.suggestionId, body),
});
