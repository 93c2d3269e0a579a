import { z } from "zod";
import { claimResponse } from "@/lib/claims/claim-response";
import { ANSWER_FORMS } from "./ask-model";
import { FAILURES } from "./failures";
import { REJECTIONS } from "./rejections";

const REACHES = ["machine", "network", "outside"] as const;

/** What everybody may know: whether text leaves the server, and where it goes. */
export const assistStatusSchema = z.object({
  isEnabled: z.boolean(),
  host: z.string().nullable(),
  reach: z.enum(REACHES).nullable(),
  model: z.string(),
});
export type AssistStatus = z.infer<typeof assistStatusSchema>;

/** Where the text goes that a person sends off. */
export type AssistPlace = { host: string; reach: NonNullable<AssistStatus["reach"]>; model: string };

/** The setting as admins see it. The key is never shown, only that there is one. */
export const assistSettingViewSchema = assistStatusSchema.extend({
  version: z.int(),
  baseUrl: z.string(),
  hasApiKey: z.boolean(),
  /** Who confirmed that text goes there, and when. */
  enabledBy: z.string().nullable(),
  enabledAt: z.iso.datetime().nullable(),
});
export type AssistSettingView = z.infer<typeof assistSettingViewSchema>;

export const assistTestResultSchema = z.object({
  /** Null: the model answered as it should. */
  failure: z.enum(FAILURES).nullable(),
  /** Not "schema": the endpoint cannot be held to the form of an answer, which is asked for in words then. */
  form: z.enum(ANSWER_FORMS).nullable(),
  durationMs: z.int(),
});
export type AssistTestResult = z.infer<typeof assistTestResultSchema>;

export const suggestionRunViewSchema = z.object({
  id: z.uuid(),
  state: z.enum(["RUNNING", "DONE", "FAILED"]),
  /** Why it failed; of one that is done, why some sentences got no answer. */
  failure: z.enum(FAILURES).nullable(),
  model: z.string(),
  host: z.string(),
  sentenceCount: z.int(),
  answeredCount: z.int(),
  proposedCount: z.int(),
  /** How many suggestions were refused, by reason. */
  rejections: z.partialRecord(z.enum(REJECTIONS), z.int()),
  createdBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
});
export type SuggestionRunView = z.infer<typeof suggestionRunViewSchema>;

export const suggestionViewSchema = z.object({
  id: z.uuid(),
  runId: z.uuid(),
  /** Index into the sentences of the text. */
  sentence: z.int(),
  /** Where that sentence stands in the text. */
  place: z.object({ start: z.int(), end: z.int() }),
  wording: z.string(),
  spans: z.array(z.object({ start: z.int(), end: z.int(), quote: z.string() })),
  speaker: z.string().nullable(),
  mode: z.string(),
  modality: z.string(),
  state: z.enum(["PROPOSED", "ACCEPTED", "DISMISSED"]),
  claimId: z.uuid().nullable(),
});
export type SuggestionView = z.infer<typeof suggestionViewSchema>;

/** A suggestion with the claim that it became, or that was taken back. */
export const decidedSuggestionSchema = z.object({
  suggestion: suggestionViewSchema,
  claim: claimResponse.nullable(),
});
export type DecidedSuggestion = z.infer<typeof decidedSuggestionSchema>;
