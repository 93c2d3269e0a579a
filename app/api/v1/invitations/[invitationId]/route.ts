import { z } from "zod";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { revokeInvitation } from "@/lib/members/mutations";

export const DELETE = route({
  summary: "Take an invitation back",
  params: z.strictObject({ invitationId: recordId }),
  body: bareMutationSchema,
  status: 204,
  handler: async ({ actor, params, body }) => revokeInvitation(actor, params.invitationId, body),
});
