import { z } from "zod";
import { recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { updateSource } from "@/lib/sources/mutations";
import { updateSourceSchema } from "@/lib/sources/schemas";
import { sourceResponse } from "@/lib/sources/source-response";

export const PATCH = route({
  summary: "Changes fields of a source, for every claim that cites it",
  params: z.strictObject({ sourceId: recordId }),
  body: updateSourceSchema,
  response: sourceResponse,
  handler: ({ actor, params, body }) => updateSource(actor, params.sourceId, body),
});
