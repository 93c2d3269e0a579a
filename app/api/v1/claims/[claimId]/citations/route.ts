import { z } from "zod";
import { recordId } from "@/lib/field-schemas";
import { created, route } from "@/lib/http/route";
import { attachSource } from "@/lib/sources/mutations";
import { attachSourceSchema } from "@/lib/sources/schemas";
import { citationResponse } from "@/lib/sources/source-response";

export const POST = route({
  summary: "Attaches a source to a claim: a new one, or one the desk has",
  params: z.strictObject({ claimId: recordId }),
  body: attachSourceSchema,
  status: 201,
  response: citationResponse,
  handler: async ({ actor, params, body }) => created(await attachSource(actor, params.claimId, body)),
});
