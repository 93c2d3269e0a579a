import { z } from "zod";
import type { NoteView } from "./note-view";

/** A note as the interface answers with it. */
export const noteResponse = z.object({
  id: z.uuid(),
  version: z.int(),
  claimId: z.uuid().nullable(),
  parentId: z.uuid().nullable(),
  body: z.string(),
  visibility: z.enum(["INTERNAL", "REPORT"]),
  authorId: z.uuid().nullable(),
  authorName: z.string(),
  createdAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedByName: z.string().nullable(),
}) satisfies z.ZodType<NoteView>;
