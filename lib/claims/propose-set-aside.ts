import type { CheckReason, ClaimModality, SetAside } from "./claim-vocabulary";

/** What can be looked up, whoever judges it: "die peinlichen 12 Prozent". */
const CAN_BE_LOOKED_UP: readonly string[] = [
  "number",
  "percent",
  "money",
  "date",
] satisfies readonly CheckReason[];

/**
 * Whether a claim needs no check, as a proposal that people confirm or take back: judgements ("Das Urteil ist
 * skandalös.") and appeals ("Die Regierung muss handeln."), unless they name a figure or a date.
 */
export function proposeSetAside({
  modality,
  reasons,
}: {
  modality: ClaimModality;
  reasons: readonly CheckReason[];
}): SetAside | null {
  if (reasons.some((reason) => CAN_BE_LOOKED_UP.includes(reason))) return null;
  if (modality === "opinion") return "OPINION";
  return modality === "appeal" ? "NOTHING_TO_CHECK" : null;
}
