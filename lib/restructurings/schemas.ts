import { z } from "zod";
import { GRANULARITIES } from "@/lib/claims/claim-vocabulary";
import { spans, wording } from "@/lib/claims/schemas";
import { mutationId, recordId, version } from "@/lib/field-schemas";

/** How many claims may be made of one, and one of how many. */
export const MOST_PARTS = 12;
export const MOST_MERGED = 20;

/** Each part says what it states and on which of the claim's words it stands. */
export const splitClaimSchema = z.strictObject({
  mutationId,
  version,
  parts: z.array(z.strictObject({ wording, spans })).min(2, "tooFew").max(MOST_PARTS, "tooMany"),
});
export type SplitClaimInput = z.infer<typeof splitClaimSchema>;
export type PartInput = SplitClaimInput["parts"][number];

export const mergeClaimsSchema = z.strictObject({
  mutationId,
  claims: z
    .array(z.strictObject({ id: recordId, version }))
    .min(2, "tooFew")
    .max(MOST_MERGED, "tooMany")
    .refine((claims) => new Set(claims.map(({ id }) => id)).size === claims.length, "repeated"),
  wording,
});
export type MergeClaimsInput = z.infer<typeof mergeClaimsSchema>;

/** `version` is the article's. */
export const setGranularitySchema = z.strictObject({
  mutationId,
  version,
  granularity: z.enum(GRANULARITIES, "unknown"),
});
export type SetGranularityInput = z.infer<typeof setGranularitySchema>;
