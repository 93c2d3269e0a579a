import { z } from "zod";
import {
  cursor,
  instant,
  line,
  mutationId,
  optionalLine,
  pageSize,
  prose,
  recordId,
  version,
} from "@/lib/field-schemas";
import { isPublicUrl } from "./canonical-url";
import { SOURCE_KINDS, STANCES } from "./source-view";

/** An http or https address without user name and password. */
export const publicUrl = z
  .string("string")
  .transform((value) => value.trim())
  .pipe(z.string().min(1, "required").max(2_000, "tooLong").refine(isPublicUrl, "url"));

const sourceDetails = {
  url: publicUrl.nullable().optional(),
  publisher: optionalLine(300).optional(),
  author: optionalLine(300).optional(),
  publishedAt: instant.nullable().optional(),
  isPrimary: z.boolean("type").optional(),
  isConfidential: z.boolean("type").optional(),
  /** By name; a name the desk does not have yet makes a new group. */
  originGroup: optionalLine(200).optional(),
};

/** A source that is new to the desk, or one it knows by its address. */
export const newSourceSchema = z.strictObject({
  kind: z.enum(SOURCE_KINDS, "unknown"),
  title: line(500),
  ...sourceDetails,
});
export type NewSource = z.infer<typeof newSourceSchema>;

const excerpt = prose(20_000)
  .nullable()
  .transform((value) => (value?.trim() ? value : null));
const locator = optionalLine(500);

/** Exactly one of `source` and `sourceId`. */
export const attachSourceSchema = z
  .strictObject({
    mutationId,
    source: newSourceSchema.optional(),
    sourceId: recordId.optional(),
    stance: z.enum(STANCES, "unknown"),
    locator: locator.optional(),
    excerpt: excerpt.optional(),
    accessedAt: instant.nullable().optional(),
  })
  .refine(({ source, sourceId }) => (source === undefined) !== (sourceId === undefined), {
    path: ["source"],
    error: "required",
  });
export type AttachSourceInput = z.infer<typeof attachSourceSchema>;

export const sourceFieldsSchema = z.strictObject({
  kind: z.enum(SOURCE_KINDS, "unknown").optional(),
  title: line(500).optional(),
  ...sourceDetails,
});
export type SourceFields = z.infer<typeof sourceFieldsSchema>;

export const updateSourceSchema = sourceFieldsSchema.extend({ version, mutationId });
export type UpdateSourceInput = z.infer<typeof updateSourceSchema>;

export const citationFieldsSchema = z.strictObject({
  stance: z.enum(STANCES, "unknown").optional(),
  locator: locator.optional(),
  excerpt: excerpt.optional(),
  accessedAt: instant.nullable().optional(),
});
export type CitationFields = z.infer<typeof citationFieldsSchema>;

export const updateCitationSchema = citationFieldsSchema.extend({ version, mutationId });
export type UpdateCitationInput = z.infer<typeof updateCitationSchema>;

/** `query` is looked for in title, publisher and address. */
export const listSourcesSchema = z.strictObject({
  cursor: cursor.optional(),
  limit: pageSize(100).optional(),
  query: z.string().max(200, "tooLong").optional(),
});
export type ListSourcesInput = z.infer<typeof listSourcesSchema>;
