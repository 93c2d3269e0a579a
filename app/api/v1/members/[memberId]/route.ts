import { z } from "zod";
import { recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { updateMember } from "@/lib/members/mutations";
import { updateMemberSchema } from "@/lib/members/schemas";

export const PATCH = route({
  summary: "Change a member's role, or shut them out; ends their sessions",
  params: z.strictObject({ memberId: recordId }),
  body: updateMemberSchema,
  status: 204,
  handler: async ({ actor, params, body }) => updateMember(actor, params.memberId, body),
});
