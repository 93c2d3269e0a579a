import { z } from "zod";
import { ROLES } from "@/lib/auth/policy";
import { claimResponse } from "@/lib/claims/claim-response";
import { BLOCK_KINDS, GRANULARITIES } from "@/lib/claims/claim-vocabulary";
import { TONES } from "@/lib/claims/verdict-scale";
import { noteResponse } from "@/lib/notes/note-response";
import type { ArticleForReview, ArticleHeader, ArticleListItem, ImportPreview } from "./article-views";
import { ARTICLE_STATES } from "./article-views";

const text = z.string().nullable();
const instant = z.iso.datetime();
const progress = z.object({
  total: z.int(),
  checked: z.int(),
  setAside: z.int(),
  byTone: z.record(z.enum(TONES), z.int()),
});

/** What is said about an article beside its text. */
export const articleHeaderResponse = z.object({
  id: z.uuid(),
  version: z.int(),
  title: z.string(),
  language: z.string(),
  sourceUrl: text,
  agency: text,
  byline: text,
  dateline: text,
  copyright: text,
  publishedAt: instant.nullable(),
  deadline: instant.nullable(),
  assigneeId: z.uuid().nullable(),
  granularity: z.enum(GRANULARITIES),
  createdAt: instant,
}) satisfies z.ZodType<ArticleHeader>;

const piece = { start: z.int(), end: z.int(), repeatOf: z.int().nullable() };

/** An article with everything in it. */
export const articleResponse = articleHeaderResponse.extend({
  text: z.string(),
  textVersion: z.object({ number: z.int(), sha256: z.string() }),
  blocks: z.array(z.object({ kind: z.enum(BLOCK_KINDS), ...piece })),
  sentences: z.array(z.object(piece)),
  claims: z.array(claimResponse),
  notes: z.array(noteResponse),
  progress,
  members: z.array(z.object({ id: z.uuid(), name: z.string(), role: z.enum(ROLES) })),
  seq: z.int(),
}) satisfies z.ZodType<ArticleForReview>;

/** An article in the list. */
export const articleListItemResponse = articleHeaderResponse
  .pick({
    id: true,
    title: true,
    agency: true,
    language: true,
    deadline: true,
    assigneeId: true,
    createdAt: true,
  })
  .extend({
    state: z.enum(ARTICLE_STATES),
    progress,
    assigneeName: text,
  }) satisfies z.ZodType<ArticleListItem>;

/** What an import made. */
export const importedArticleResponse = z.object({
  id: z.uuid(),
  textVersion: z.int(),
  claims: z.array(z.uuid()),
});

/** What an import would bring. */
export const importPreviewResponse = articleHeaderResponse
  .pick({
    title: true,
    language: true,
    agency: true,
    byline: true,
    dateline: true,
    copyright: true,
    publishedAt: true,
  })
  .extend({ claimCount: z.int(), repeatedParagraphCount: z.int() }) satisfies z.ZodType<ImportPreview>;
