import { z } from "zod";
import type { CitationView, SourceView } from "./source-view";
import { SOURCE_KINDS, STANCES } from "./source-view";

/** A source as the interface answers with it. */
export const sourceResponse = z.object({
  id: z.uuid(),
  version: z.int(),
  kind: z.enum(SOURCE_KINDS),
  title: z.string(),
  url: z.string().nullable(),
  publisher: z.string().nullable(),
  author: z.string().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  isPrimary: z.boolean(),
  isConfidential: z.boolean(),
  originGroup: z.string().nullable(),
}) satisfies z.ZodType<SourceView>;

/** A source used for a claim. */
export const citationResponse = z.object({
  id: z.uuid(),
  version: z.int(),
  stance: z.enum(STANCES),
  locator: z.string().nullable(),
  excerpt: z.string().nullable(),
  accessedAt: z.iso.datetime().nullable(),
  source: sourceResponse,
}) satisfies z.ZodType<CitationView>;
