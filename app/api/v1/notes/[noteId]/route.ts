import { z } from "zod";
import { bareMutationSchema, recordId } from "@/lib/field-schemas";
import { route } from "@/lib/http/route";
import { deleteNote, updateNote } from "@/lib/notes/mutations";
import { noteResponse } from "@/lib/notes/note-response";
import { updateNoteSchema } from "@/lib/notes/schemas";

const params = z.strictObject({ noteId: recordId });

export const PATCH = route({
  summary: "Changes a note, resolves it or opens it again",
  params,
  body: updateNoteSchema,
  response: noteResponse,
  handler: ({ actor, params, body }) => updateNote(actor, params.noteId, body),
});

export const DELETE = route({
  summary: "Takes back a note of one's own",
  params,
  body: bareMutationSchema,
  status: 204,
  handler: ({ actor, params, body }) => deleteNote(actor, params.noteId, body),
});
