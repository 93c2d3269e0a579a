import { z } from "zod";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { revokeApiToken } from "@/lib/members/mutations";

export const DELETE = route({
  summary: "Revoke one of my API tokens",
  params: z.strictObject({ tokenId: recordId }),
  body: bareMutationSchema,
  status: 204,
  handler: async ({ actor, params, body }) => revokeApiToken(actor, params.tokenId, body),
});
