import type { CheckReason, ClaimKind, ClaimModality } from "@/lib/claims/claim-vocabulary";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

const RELATION = wordsOf(
  "ist sind war waren gehört gehören stammt stammen heißt bleibt is are was were belongs",
);
const DEED = wordsOf("wurde wurden worden been");
const PERFECT = wordsOf("hat haben hatte hatten had has have");
const PARTICIPLE =
  /^(?:\p{Ll}*ge\p{Ll}{2,}(?:t|en)|(?:be|emp|ent|er|miss|ver|zer|über|unter)\p{Ll}{2,}(?:t|en)|\p{Ll}+iert|\p{Ll}+ed)$/u;

interface Evidence {
  readonly words: readonly Token[];
  readonly modality: ClaimModality;
  readonly reasons: readonly CheckReason[];
  /** The claim is that somebody said or demanded something. */
  readonly isReportedPosition: boolean;
}

/** What sort of statement a claim is; decides what evidence it asks for. The first rule that fits. */
export function claimKindOf({ words, modality, reasons, isReportedPosition }: Evidence): ClaimKind {
  const has = (reason: CheckReason) => reasons.includes(reason);
  if (modality === "opinion") return "opinion";
  if (modality === "prediction") return "forecast";
  if (isReportedPosition || modality === "appeal") return "position";
  if (has("comparison") || has("superlative"))
    return has("comparison") || has("number") ? "comparison" : "other";
  if (has("percent") || has("money")) return "quantity";
  if (has("cause")) return "cause";
  if (has("law")) return "law";
  if (isDeed(words)) return "event";
  if (has("number")) return "quantity";
  if (has("date")) return "date";
  return words.some(({ lower }) => RELATION.has(lower)) ? "relation" : "other";
}

/** "wurde gebaut", "hat die Halle gebaut"; not "hat 300 Einwohner". */
const isDeed = (words: readonly Token[]) =>
  words.some(({ lower }) => DEED.has(lower)) ||
  (words.some(({ lower }) => PERFECT.has(lower)) && words.some(({ text }) => PARTICIPLE.test(text)));
