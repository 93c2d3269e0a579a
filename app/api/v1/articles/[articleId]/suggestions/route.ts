import { z } from "zod";
import { suggestionViewSchema } from "@/lib/assist/assist-views";
import { listSuggestions } from "@/lib/assist/queries";
import { recordId } from "@/lib/field-schemas";
import { pageOf } from "@/lib/http/page-schema";
import { route } from "@/lib/http/route";

export const GET = route({
  summary: "What language models suggested for an article, in the order of the text",
  params: z.strictObject({ articleId: recordId }),
  response: pageOf(suggestionViewSchema),
  handler: async ({ actor, params }) => ({
    items: await listSuggestions(actor, params.articleId),
    nextCursor: null,
  }),
});
