import { z } from "zod";
import { articleHeaderResponse } from "@/lib/articles/article-response";
import { claimResponse } from "@/lib/claims/claim-response";
import type { GranularityResult, ProposedPart, RestructuringResult } from "./restructuring-views";

const removed = z.array(z.uuid());
const claims = z.array(claimResponse);

/** What splitting, merging or undoing it did. */
export const restructuringResponse = z.object({
  restructuringId: z.uuid(),
  removed,
  claims,
}) satisfies z.ZodType<RestructuringResult>;

/** What another granularity did. */
export const granularityResponse = z.object({
  restructuringId: z.uuid().nullable(),
  removed,
  claims,
  kept: z.int(),
  article: articleHeaderResponse,
}) satisfies z.ZodType<GranularityResult>;

/** The parts that a claim could be split into; none where it cannot be taken apart by rules. */
export const partsResponse = z.object({
  parts: z.array(
    z.object({
      wording: z.string(),
      spans: z.array(z.object({ start: z.int(), end: z.int() })),
    }) satisfies z.ZodType<ProposedPart>,
  ),
});
