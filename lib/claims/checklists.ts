import type { ClaimKind } from "@/lib/claims/claim-vocabulary";

/**
 * What a checker looks at for each kind of claim, most telling first. The words are in `claims.checklist`,
 * by kind and key.
 */
export const CHECKLISTS = {
  event: ["happened", "place", "involved", "independent", "later"],
  quantity: ["source", "unit", "period", "base", "rounding"],
  comparison: ["baseline", "measure", "span", "points", "scope"],
  date: ["record", "meaning", "weekday", "still"],
  quotation: ["recording", "original", "translation", "context", "occasion"],
  position: ["title", "since", "spelling", "interests"],
  relation: ["register", "asOf", "wording", "bothSides"],
  cause: ["evidence", "coincidence", "others", "interest"],
  law: ["text", "force", "territory", "final", "fileNumber"],
  forecast: ["author", "assumptions", "range", "issued"],
  opinion: ["whose", "core", "reply"],
  other: ["source", "second", "context"],
} as const satisfies Record<ClaimKind, readonly string[]>;

export type ChecklistItem<K extends ClaimKind> = (typeof CHECKLISTS)[K][number];
