import { z } from "zod";
import { suggestionRunViewSchema } from "@/lib/assist/assist-views";
import { listSuggestionRuns } from "@/lib/assist/queries";
import { startSuggestionRunSchema } from "@/lib/assist/schemas";
import { recordId } from "@/lib/field-schemas";
import { pageOf } from "@/lib/http/page-schema";
import { created, route } from "@/lib/http/route";
import { startSuggestionRun } from "@/lib/suggestions/mutations";

const params = z.strictObject({ articleId: recordId });

export const GET = route({
  summary: "The times that a language model was asked about an article, the last one first",
  params,
  response: pageOf(suggestionRunViewSchema),
  handler: async ({ actor, params }) => ({
    items: await listSuggestionRuns(actor, params.articleId),
    nextCursor: null,
  }),
});

export const POST = route({
  summary: "Asks the desk's language model for claims of an article, in the background",
  params,
  body: startSuggestionRunSchema,
  status: 201,
  response: suggestionRunViewSchema,
  handler: async ({ actor, params, body }) =>
    created(await startSuggestionRun(actor, params.articleId, body)),
});
