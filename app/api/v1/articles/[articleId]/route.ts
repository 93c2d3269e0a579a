import { z } from "zod";
import { articleHeaderResponse, articleResponse } from "@/lib/articles/article-response";
import { deleteArticle, updateArticle } from "@/lib/articles/mutations";
import { getArticleForReview } from "@/lib/articles/queries";
import { updateArticleSchema } from "@/lib/articles/schemas";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";

const params = z.strictObject({ articleId: recordId });

export const GET = route({
  summary: "An article with its text, claims, notes and progress",
  params,
  response: articleResponse,
  handler: ({ actor, params }) => getArticleForReview(actor, params.articleId),
});

export const PATCH = route({
  summary: "Changes what is said about an article beside its text",
  params,
  body: updateArticleSchema,
  response: articleHeaderResponse,
  handler: ({ actor, params, body }) => updateArticle(actor, params.articleId, body),
});

export const DELETE = route({
  summary: "Deletes an article; it can be restored",
  params,
  body: bareMutationSchema,
  status: 204,
  handler: ({ actor, params, body }) => deleteArticle(actor, params.articleId, body),
});
