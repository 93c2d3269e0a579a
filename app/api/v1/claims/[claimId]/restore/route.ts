import { z } from "zod";
import { claimResponse } from "@/lib/claims/claim-response";
import { restoreClaim } from "@/lib/claims/mutations";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";

export const POST = route({
  summary: "Takes the deletion of a claim back",
  params: z.strictObject({ claimId: recordId }),
  body: bareMutationSchema,
  response: claimResponse,
  handler: ({ actor, params, body }) => restoreClaim(actor, params.claimId, body),
});
