import type { CheckReason, ClaimModality, SetAside } from "./claim-vocabulary";

/** What can be looked up, whoever judges it: "die peinlichen 12 Prozent". */
const CAN_BE_LOOKED_UP: readonly string[] = [
  "number",
  "percent",
  "money",
  "date",
  "cause",
] satisfies readonly CheckReason[];

/**
 * Whether a claim needs no check, as a proposal that people confirm or take back: judgements ("Das Urteil ist
 * skandalös.") and appeals ("Die Regierung muss handeln."), unless they name a figure, a date or a cause, and captions
 * that only name who took the picture ("Foto: Karl Beispiel/dpa").
 */
export function proposeSetAside({
  modality,
  reasons,
  wording = "",
}: {
  modality: ClaimModality;
  reasons: readonly CheckReason[];
  wording?: string;
}): SetAside | null {
  if (CREDIT.test(wording)) return "NOTHING_TO_CHECK";
  if (reasons.some((reason) => CAN_BE_LOOKED_UP.includes(reason))) return null;
  if (modality === "opinion") return "OPINION";
  return modality === "appeal" ? "NOTHING_TO_CHECK" : null;
}

/** One to five words behind the colon, with or without an agency. */
const CREDIT =
  /^(?:Foto|Fotos|Archivfoto|Symbolfoto|Bild|Symbolbild|Grafik|Video|Photo|Image|Picture|Graphic): ?[^\s.!?]+(?: [^\s.!?]+){0,4}$/;
