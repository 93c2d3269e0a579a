import { z } from "zod";
import { recordId } from "@/lib/field-schemas";
import { created, route } from "@/lib/http/route";
import { mergeClaims } from "@/lib/restructurings/mutations";
import { restructuringResponse } from "@/lib/restructurings/restructuring-response";
import { mergeClaimsSchema } from "@/lib/restructurings/schemas";

export const POST = route({
  summary: "Puts one claim in the place of several of the same speaker",
  params: z.strictObject({ articleId: recordId }),
  body: mergeClaimsSchema,
  status: 201,
  response: restructuringResponse,
  handler: async ({ actor, params, body }) => created(await mergeClaims(actor, params.articleId, body)),
});
