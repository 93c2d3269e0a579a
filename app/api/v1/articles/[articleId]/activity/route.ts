import { z } from "zod";
import { listActivity } from "@/lib/activity/queries";
import { listActivitySchema } from "@/lib/activity/schemas";
import { recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";

export const GET = route({
  summary: "The record of an article, oldest first",
  params: z.strictObject({ articleId: recordId }),
  query: listActivitySchema,
  handler: ({ actor, params, query }) => listActivity(actor, { ...query, articleId: params.articleId }),
});
