import { z } from "zod";
import { articleHeaderResponse } from "@/lib/articles/article-response";
import { restoreArticle } from "@/lib/articles/mutations";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";

export const POST = route({
  summary: "Brings a deleted article back",
  params: z.strictObject({ articleId: recordId }),
  body: bareMutationSchema,
  response: articleHeaderResponse,
  handler: ({ actor, params, body }) => restoreArticle(actor, params.articleId, body),
});
