import { z } from "zod";
import { cursor, pageSize, recordId } from "@/lib/field-schemas";

/** `cursor` is the seq of the last entry read. */
export const listActivitySchema = z.strictObject({
  claimId: recordId.optional(),
  cursor: cursor.optional(),
  limit: pageSize(500).optional(),
});
export type ListActivityInput = z.infer<typeof listActivitySchema>;
