import { z } from "zod";
import { decidedSuggestionSchema } from "@/lib/assist/assist-views";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { acceptSuggestion } from "@/lib/suggestions/mutations";

export const POST = route({
  summary: "Makes a claim of a suggestion",
  params: z.strictObject({ suggestionId: recordId }),
  body: bareMutationSchema,
  response: decidedSuggestionSchema,
  handler: ({ actor, params, body }) => acceptSuggestion(actor, params.suggestionId, body),
});
