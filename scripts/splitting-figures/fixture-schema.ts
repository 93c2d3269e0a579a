import { z } from "zod";
import {
  BLOCK_KINDS,
  CLAIM_KINDS,
  CLAIM_MODALITIES,
  CLAIM_MODES,
  QUOTATION_MODES,
} from "@/lib/claims/claim-vocabulary";

/** Known to be missed by the splitter today; set by `report-splitting.ts --update-marks`, never by hand. */
const missed = z.literal(true).optional();

const fixtureClaim = z.strictObject({
  wording: z.string().min(1),
  speaker: z.string().min(1).nullable().default(null),
  mode: z.enum(CLAIM_MODES).default("author"),
  modality: z.enum(CLAIM_MODALITIES).default("asserted"),
  kind: z.enum(CLAIM_KINDS),
  /** `null` where two checkers may differ. */
  checkWorthy: z.boolean().nullable(),
  isOptional: z.literal(true).optional(),
  missed,
});

const fixtureQuotation = z.strictObject({
  /** Verbatim; a list where a frame stands between the pieces. May run into the next sentences. */
  words: z.union([z.string().min(1), z.array(z.string().min(1)).min(2)]),
  mode: z.enum(QUOTATION_MODES),
  /** As it stands in the sentence; absent where the sentence does not name the speaker. */
  speaker: z.string().min(1).optional(),
  /** Who it is in the end. */
  name: z.string().min(1).optional(),
  role: z.string().min(1).optional(),
  cue: z.string().min(1).optional(),
  missed,
});

const fixtureSentence = z.strictObject({
  /** The words it begins with; it ends where the next one begins. */
  opens: z.string().min(1),
  isRepeat: z.literal(true).optional(),
  missed,
  quotations: z.array(fixtureQuotation).default([]),
  claims: z.array(fixtureClaim).default([]),
});

const fixtureBlock = z.strictObject({
  kind: z.enum(BLOCK_KINDS),
  opens: z.string().min(1),
  isRepeat: z.literal(true).optional(),
  missed,
});

/** The hand-made gold of one news text, as it stands in `lib/claims/fixtures/<id>.json`. */
export const fixtureSchema = z.strictObject({
  language: z.enum(["de", "en"]),
  genre: z.string().min(1),
  blocks: z.array(fixtureBlock).min(1),
  sentences: z.array(fixtureSentence).min(1),
});

export type Fixture = z.infer<typeof fixtureSchema>;
export type FixtureQuotation = z.infer<typeof fixtureQuotation>;
