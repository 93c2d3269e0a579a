import { z } from "zod";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { detachCitation, updateCitation } from "@/lib/sources/mutations";
import { updateCitationSchema } from "@/lib/sources/schemas";
import { citationResponse } from "@/lib/sources/source-response";

const params = z.strictObject({ citationId: recordId });

export const PATCH = route({
  summary: "Changes fields of a citation",
  params,
  body: updateCitationSchema,
  response: citationResponse,
  handler: ({ actor, params, body }) => updateCitation(actor, params.citationId, body),
});

export const DELETE = route({
  summary: "Takes a source off a claim; it can be restored",
  params,
  body: bareMutationSchema,
  status: 204,
  handler: ({ actor, params, body }) => detachCitation(actor, params.citationId, body),
});
