import { articleListItemResponse, importedArticleResponse } from "@/lib/articles/article-response";
import { importArticle } from "@/lib/articles/mutations";
import { listArticles } from "@/lib/articles/queries";
import { importArticleSchema, listArticlesSchema } from "@/lib/articles/schemas";
import { pageOf } from "@/lib/http/page-schema";
import { created, route } from "@/lib/http/route";

/** Room for a text of 5 MB in which every other character is escaped. */
const MAX_BODY_BYTES = 12_000_000;

export const GET = route({
  summary: "The articles of the desk, newest first",
  query: listArticlesSchema,
  response: pageOf(articleListItemResponse),
  handler: ({ actor, query }) => listArticles(actor, query),
});

export const POST = route({
  summary: "Imports an article: freezes its text and splits it into claims",
  body: importArticleSchema,
  maxBytes: MAX_BODY_BYTES,
  anyText: ["text"],
  status: 201,
  response: importedArticleResponse,
  handler: async ({ actor, body }) => created(await importArticle(actor, body)),
});
