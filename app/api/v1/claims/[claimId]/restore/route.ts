import { z } from "zod";
import { restoreClaim } from "@/lib/claims/mutations";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";

export const POST = route({
  summary: "Takes the deletion of a claim back",
  params: z.strictObject({ claimId: recordId }),
  body: bareMutationSchema,
  handler: ({ actor, params, body }) => restoreClaim(actor, params.claimId, body),
});
