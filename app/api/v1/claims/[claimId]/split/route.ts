import { z } from "zod";
import { recordId } from "@/lib/field-schemas";
import { created, route } from "@/lib/http/route";
import { splitClaim } from "@/lib/restructurings/mutations";
import { restructuringResponse } from "@/lib/restructurings/restructuring-response";
import { splitClaimSchema } from "@/lib/restructurings/schemas";

export const POST = route({
  summary: "Puts several claims in the place of one; any field changed since `version` answers 409",
  params: z.strictObject({ claimId: recordId }),
  body: splitClaimSchema,
  status: 201,
  response: restructuringResponse,
  handler: async ({ actor, params, body }) => created(await splitClaim(actor, params.claimId, body)),
});
