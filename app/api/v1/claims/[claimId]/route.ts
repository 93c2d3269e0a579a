import { z } from "zod";
import { claimResponse } from "@/lib/claims/claim-response";
import { deleteClaim, updateClaim } from "@/lib/claims/mutations";
import { getClaim } from "@/lib/claims/queries";
import { updateClaimSchema } from "@/lib/claims/schemas";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";

const params = z.strictObject({ claimId: recordId });

export const GET = route({
  summary: "A claim, also a deleted one: it says so, and what stands in its place",
  params,
  response: claimResponse,
  handler: ({ actor, params }) => getClaim(actor, params.claimId),
});

export const PATCH = route({
  summary: "Changes fields of a claim; a field that changed since `version` answers 409 with both texts",
  params,
  body: updateClaimSchema,
  response: claimResponse,
  handler: ({ actor, params, body }) => updateClaim(actor, params.claimId, body),
});

export const DELETE = route({
  summary: "Deletes a claim; it can be restored",
  params,
  body: bareMutationSchema,
  response: claimResponse,
  handler: ({ actor, params, body }) => deleteClaim(actor, params.claimId, body),
});
