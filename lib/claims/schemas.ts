import { z } from "zod";
import { languageTag, line, mutationId, optionalLine, prose, recordId, version } from "@/lib/field-schemas";
import { CLAIM_KINDS, SET_ASIDES } from "./claim-vocabulary";
import { ATTRIBUTION_VERDICTS, CLAIM_STATES, VERDICTS } from "./verdict-scale";

const offset = z.int("integer").min(0, "outOfRange").max(2_000_000_000, "outOfRange");

/** The pieces of one place in the text, in its order. */
export const spans = z
  .array(z.strictObject({ start: offset, end: offset }))
  .min(1, "required")
  .max(50, "tooMany");

export const wording = line(2_000);
const speaker = optionalLine(300);
const speakerRole = optionalLine(300);
const kind = z.enum(CLAIM_KINDS, "unknown");

/** `wording` is the quoted words where it is left out. */
export const addClaimSchema = z.strictObject({
  mutationId,
  spans,
  wording: wording.optional(),
  speaker: speaker.optional(),
  speakerRole: speakerRole.optional(),
  kind: kind.optional(),
});
export type AddClaimInput = z.infer<typeof addClaimSchema>;

/** The fields of a claim that people change, each compared by its own version. */
export const claimFieldsSchema = z.strictObject({
  wording: wording.optional(),
  translation: z.strictObject({ language: languageTag, wording }).nullable().optional(),
  spans: spans.optional(),
  speaker: speaker.optional(),
  speakerRole: speakerRole.optional(),
  kind: kind.optional(),
  setAside: z.enum(SET_ASIDES, "unknown").nullable().optional(),
  state: z.enum(CLAIM_STATES, "unknown").optional(),
  verdict: z.enum(VERDICTS, "unknown").nullable().optional(),
  reason: prose(20_000).optional(),
  attributionVerdict: z.enum(ATTRIBUTION_VERDICTS, "unknown").nullable().optional(),
  assigneeId: recordId.nullable().optional(),
});
export type ClaimFields = z.infer<typeof claimFieldsSchema>;

export const updateClaimSchema = claimFieldsSchema.extend({ version, mutationId });
export type UpdateClaimInput = z.infer<typeof updateClaimSchema>;
