import { z } from "zod";
import { line, mutationId, version } from "@/lib/field-schemas";
import { readEndpointAddress } from "./endpoint-address";

/** More would be a book; an article of 2,500 words has about 150. */
export const MOST_SENTENCES = 500;

const baseUrl = z
  .string("type")
  .transform((text) => text.trim())
  .superRefine((text, context) => {
    const address = readEndpointAddress(text);
    if ("rule" in address) context.addIssue({ code: "custom", message: address.rule });
  })
  .transform((text) => {
    const address = readEndpointAddress(text);
    return "rule" in address ? text : address.baseUrl;
  });

/** It goes into a header as it is. */
const apiKey = z
  .string("type")
  .min(1, "required")
  .max(500, "tooLong")
  .regex(/^[\x21-\x7e]+$/, "apiKey");

/**
 * Switching on takes `confirmedHost`, the host that the person was told text goes to. Another address switches off, and
 * one on another server forgets the key.
 */
export const updateAssistSettingSchema = z.strictObject({
  mutationId,
  version,
  baseUrl: baseUrl.optional(),
  model: line(200).optional(),
  apiKey: apiKey.nullable().optional(),
  isEnabled: z.boolean("type").optional(),
  confirmedHost: z.string("type").max(300, "tooLong").optional(),
});
export type UpdateAssistSettingInput = z.infer<typeof updateAssistSettingSchema>;

/** `sentences` are indexes into the sentences of the text; without them every one that states something is asked about. */
export const startSuggestionRunSchema = z.strictObject({
  mutationId,
  sentences: z
    .array(z.int("integer").min(0, "outOfRange"))
    .min(1, "required")
    .max(MOST_SENTENCES, "tooMany")
    .optional(),
});
export type StartSuggestionRunInput = z.infer<typeof startSuggestionRunSchema>;
