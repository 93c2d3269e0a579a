/** How a claim stands in the text: in the author's own voice, or in somebody else's. */
export const CLAIM_MODES = ["author", "direct", "indirect", "reported"] as const;
export type ClaimMode = (typeof CLAIM_MODES)[number];

/** In order of precedence: where several fit, the first one is the claim's modality. */
export const CLAIM_MODALITIES = [
  "appeal",
  "opinion",
  "prediction",
  "hearsay",
  "conjecture",
  "negated",
  "asserted",
] as const;
export type ClaimModality = (typeof CLAIM_MODALITIES)[number];

export const CLAIM_KINDS = [
  "event",
  "quantity",
  "comparison",
  "date",
  "quotation",
  "position",
  "relation",
  "cause",
  "law",
  "forecast",
  "opinion",
  "other",
] as const;
export type ClaimKind = (typeof CLAIM_KINDS)[number];

/** Why a claim needs no check: it only asks or announces nothing that can be looked up, or it judges. */
export const SET_ASIDES = ["NOTHING_TO_CHECK", "OPINION"] as const;
export type SetAside = (typeof SET_ASIDES)[number];

/** How fine a text is taken apart: into single statements, or one claim a sentence. */
export const GRANULARITIES = ["STATEMENT", "SENTENCE"] as const;
export type Granularity = (typeof GRANULARITIES)[number];

/** Why a claim is worth checking. */
export const CHECK_REASONS = [
  "number",
  "percent",
  "money",
  "date",
  "name",
  "place",
  "superlative",
  "comparison",
  "cause",
  "law",
  "quotation",
  "hearsay",
  "negation",
] as const;
export type CheckReason = (typeof CHECK_REASONS)[number];

export const BLOCK_KINDS = [
  "headline",
  "dateline",
  "byline",
  "paragraph",
  "list-item",
  "caption",
  "boilerplate",
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

export const QUOTATION_MODES = ["direct", "indirect", "reported"] as const;
export type QuotationMode = (typeof QUOTATION_MODES)[number];
