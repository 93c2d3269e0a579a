import { z } from "zod";
import { recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { listProposedParts } from "@/lib/restructurings/queries";
import { partsResponse } from "@/lib/restructurings/restructuring-response";

export const GET = route({
  summary: "The parts that a claim could be split into",
  params: z.strictObject({ claimId: recordId }),
  response: partsResponse,
  handler: async ({ actor, params }) => ({ parts: await listProposedParts(actor, params.claimId) }),
});
