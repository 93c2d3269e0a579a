import { z } from "zod";
import { mutationId, recordId, someProse, version } from "@/lib/field-schemas";

const body = someProse(20_000);
const visibility = z.enum(["INTERNAL", "REPORT"], "unknown");

/** `parentId` makes it a reply; replies have no replies. */
export const addNoteSchema = z.strictObject({
  mutationId,
  body,
  parentId: recordId.nullable().optional(),
  visibility: visibility.optional(),
});
export type AddNoteInput = z.infer<typeof addNoteSchema>;

/** The fields of a note that people change, each compared by its own version. */
export const noteFieldsSchema = z.strictObject({
  body: body.optional(),
  visibility: visibility.optional(),
  resolved: z.boolean("type").optional(),
});
export type NoteFields = z.infer<typeof noteFieldsSchema>;

/** `version` may be left out where only `resolved` is sent. */
export const updateNoteSchema = noteFieldsSchema
  .extend({ version: version.optional(), mutationId })
  .refine(
    ({ body, visibility, version }) =>
      version !== undefined || (body === undefined && visibility === undefined),
    { path: ["version"], error: "required" },
  );
export type UpdateNoteInput = z.infer<typeof updateNoteSchema>;
