import { importPreviewResponse } from "@/lib/articles/article-response";
import { previewImport } from "@/lib/articles/queries";
import { previewImportSchema } from "@/lib/articles/schemas";
import { route } from "@/lib/http/route";

const MAX_BODY_BYTES = 12_000_000;

/** POST because a text does not fit into an address; nothing is stored. */
export const POST = route({
  summary: "What an import of this text would bring, without storing anything",
  body: previewImportSchema,
  maxBytes: MAX_BODY_BYTES,
  anyText: ["text"],
  response: importPreviewResponse,
  handler: ({ actor, body, request }) => previewImport(actor, body, { signal: request.signal }),
});
