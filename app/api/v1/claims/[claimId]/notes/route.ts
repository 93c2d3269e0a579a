import { z } from "zod";
import { recordId } from "@/lib/field-schemas";
import { created, route } from "@/lib/http/route";
import { addClaimNote } from "@/lib/notes/mutations";
import { noteResponse } from "@/lib/notes/note-response";
import { addNoteSchema } from "@/lib/notes/schemas";

export const POST = route({
  summary: "Adds a note to a claim",
  params: z.strictObject({ claimId: recordId }),
  body: addNoteSchema,
  status: 201,
  response: noteResponse,
  handler: async ({ actor, params, body }) => created(await addClaimNote(actor, params.claimId, body)),
});
