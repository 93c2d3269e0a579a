import { z } from "zod";
import { noteResponse } from "@/lib/notes/note-response";
import { citationResponse } from "@/lib/sources/source-response";
import type { ClaimView } from "./claim-view";
import { SET_ASIDES } from "./claim-vocabulary";
import { ATTRIBUTION_VERDICTS, CLAIM_STATES, VERDICTS } from "./verdict-scale";

/** Half-open UTF-16 offsets into the text, with the words that stand there. */
const spans = z.array(z.object({ start: z.int(), end: z.int(), quote: z.string() }));
const sentence = z.int().nullable();

/** A claim as the interface answers with it. */
export const claimResponse = z.object({
  id: z.uuid(),
  number: z.int(),
  version: z.int(),
  origin: z.enum(["SPLITTER", "HAND", "MODEL"]),
  wording: z.string(),
  translation: z.object({ language: z.string(), wording: z.string() }).nullable(),
  spans,
  repeats: z.array(z.object({ sentence, spans })),
  sentence,
  speaker: z.string().nullable(),
  speakerRole: z.string().nullable(),
  mode: z.string(),
  modality: z.string(),
  kind: z.string(),
  checkWorthiness: z.number().nullable(),
  reasons: z.array(z.string()),
  setAside: z.enum(SET_ASIDES).nullable(),
  isSetAsideProposed: z.boolean(),
  state: z.enum(CLAIM_STATES),
  verdict: z.enum(VERDICTS).nullable(),
  verdictBy: z.string().nullable(),
  verdictAt: z.iso.datetime().nullable(),
  reason: z.string(),
  attributionVerdict: z.enum(ATTRIBUTION_VERDICTS).nullable(),
  assigneeId: z.uuid().nullable(),
  isDeleted: z.boolean(),
  madeBy: z.uuid().nullable(),
  madeFrom: z.array(z.object({ id: z.uuid(), number: z.int() })),
  replacedBy: z.uuid().nullable(),
  citations: z.array(citationResponse),
  notes: z.array(noteResponse),
}) satisfies z.ZodType<ClaimView>;
