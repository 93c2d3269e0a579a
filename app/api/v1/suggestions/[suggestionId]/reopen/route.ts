import { z } from "zod";
import { decidedSuggestionSchema } from "@/lib/assist/assist-views";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { reopenSuggestion } from "@/lib/suggestions/mutations";

export const POST = route({
  summary: "Makes a draft of a decided suggestion again; the claim that it became is deleted",
  params: z.strictObject({ suggestionId: recordId }),
  body: bareMutationSchema,
  response: decidedSuggestionSchema,
  handler: ({ actor, params, body }) => reopenSuggestion(actor, params.suggestionId, body),
});
