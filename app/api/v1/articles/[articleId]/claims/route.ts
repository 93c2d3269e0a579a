import { z } from "zod";
import { claimResponse } from "@/lib/claims/claim-response";
import { addClaim } from "@/lib/claims/mutations";
import { addClaimSchema } from "@/lib/claims/schemas";
import { recordId } from "@/lib/field-schemas";
import { created, route } from "@/lib/http/route";

export const POST = route({
  summary: "Adds a claim that a person found in the text",
  params: z.strictObject({ articleId: recordId }),
  body: addClaimSchema,
  status: 201,
  response: claimResponse,
  handler: async ({ actor, params, body }) => created(await addClaim(actor, params.articleId, body)),
});
