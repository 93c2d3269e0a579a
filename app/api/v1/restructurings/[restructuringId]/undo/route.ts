import { z } from "zod";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { undoRestructuring } from "@/lib/restructurings/mutations";
import { restructuringResponse } from "@/lib/restructurings/restructuring-response";

export const POST = route({
  summary: "Brings back the claims that others stand in the place of, while nobody has worked on those",
  params: z.strictObject({ restructuringId: recordId }),
  body: bareMutationSchema,
  response: restructuringResponse,
  handler: ({ actor, params, body }) => undoRestructuring(actor, params.restructuringId, body),
});
