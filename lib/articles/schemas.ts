import { z } from "zod";
import { GRANULARITIES } from "@/lib/claims/claim-vocabulary";
import {
  cursor,
  instant,
  languageTag,
  line,
  mutationId,
  optionalLine,
  pageSize,
  recordId,
  version,
} from "@/lib/field-schemas";
import { publicUrl } from "@/lib/sources/schemas";

/** What may be said about an article beside its text. Absent on import: taken from the text where it says so. */
const details = {
  sourceUrl: publicUrl.nullable().optional(),
  agency: optionalLine(200).optional(),
  byline: optionalLine(300).optional(),
  dateline: optionalLine(200).optional(),
  copyright: optionalLine(300).optional(),
  publishedAt: instant.nullable().optional(),
  deadline: instant.nullable().optional(),
};

/** The text is normalised, not refused, where it holds what cannot be stored. */
const text = z.string("type");

const granularity = z.enum(GRANULARITIES, "unknown");

export const importArticleSchema = z.strictObject({
  text,
  title: line(500).optional(),
  language: languageTag.optional(),
  granularity: granularity.optional(),
  ...details,
  mutationId: mutationId.optional(),
});
export type ImportArticleInput = z.infer<typeof importArticleSchema>;

export const previewImportSchema = z.strictObject({
  text,
  language: languageTag.optional(),
  granularity: granularity.optional(),
});
export type PreviewImportInput = z.infer<typeof previewImportSchema>;

/** The fields of an article that people change, each compared by its own version. */
export const articleFieldsSchema = z.strictObject({
  title: line(500).optional(),
  language: languageTag.optional(),
  ...details,
  assigneeId: recordId.nullable().optional(),
});
export type ArticleFields = z.infer<typeof articleFieldsSchema>;

export const updateArticleSchema = articleFieldsSchema.extend({ version, mutationId });
export type UpdateArticleInput = z.infer<typeof updateArticleSchema>;

/** `query` is looked for in the title; `deleted` lists what was deleted instead. */
export const listArticlesSchema = z.strictObject({
  cursor: cursor.optional(),
  limit: pageSize(100).optional(),
  query: z.string().max(200, "tooLong").optional(),
  assigneeId: recordId.optional(),
  deleted: z.stringbool({ error: "type" }).optional(),
});
export type ListArticlesInput = z.infer<typeof listArticlesSchema>;
