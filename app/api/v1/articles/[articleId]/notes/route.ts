import { z } from "zod";
import { recordId } from "@/lib/field-schemas";
import { created, route } from "@/lib/http/route";
import { addArticleNote } from "@/lib/notes/mutations";
import { noteResponse } from "@/lib/notes/note-response";
import { addNoteSchema } from "@/lib/notes/schemas";

export const POST = route({
  summary: "Adds a note to an article as a whole",
  params: z.strictObject({ articleId: recordId }),
  body: addNoteSchema,
  status: 201,
  response: noteResponse,
  handler: async ({ actor, params, body }) => created(await addArticleNote(actor, params.articleId, body)),
});
