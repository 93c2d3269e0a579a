import { z } from "zod";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { endSessions } from "@/lib/members/mutations";

export const DELETE = route({
  summary: "End one of my sessions",
  params: z.strictObject({ sessionId: recordId }),
  body: bareMutationSchema,
  status: 204,
  handler: async ({ actor, params, body }) => endSessions(actor, params, body),
});
