import type { ClaimModality } from "@/lib/claims/claim-vocabulary";
import { CLAIM_MODALITIES } from "@/lib/claims/claim-vocabulary";
import { modalityOf } from "@/lib/claims/modality";
import type { Span } from "@/lib/text/span";
import { overlaps } from "@/lib/text/span";
import { tokenizeWords } from "@/lib/text/tokenize-words";
import { hasNegation } from "./clause-sense";

/**
 * The modality of a suggestion: hearsay and conjecture first, of its words or of a claim which the splitter found on the
 * same words, since nothing else would show them beside a plain wording; then the first in the order of the contract.
 * Negation is read off the wording alone, where it has to stand.
 */
export function modalityOfSuggestion(
  { wording, spans }: { wording: string; spans: readonly Span[] },
  { text, known }: { text: string; known: readonly { modality: ClaimModality; spans: readonly Span[] }[] },
): ClaimModality {
  // With what was left out between the quoted words: "hat angeblich … verkauft".
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const ofWords = [wording, text.slice(start, end)].map((part) =>
    modalityOf({
      words: tokenizeWords(part, { start: 0, end: part.length }),
      cueLemma: "",
      isHearsay: false,
    }),
  );
  const ofClaims = known
    .filter((claim) => claim.spans.some((a) => spans.some((b) => overlaps(a, b))))
    .map(({ modality }) => modality);
  const found = new Set([...ofWords, ...ofClaims]);
  if (found.has("hearsay")) return "hearsay";
  if (found.has("conjecture") && !found.has("appeal")) return "conjecture";
  const first = CLAIM_MODALITIES.find(
    (modality) => modality !== "negated" && modality !== "asserted" && found.has(modality),
  );
  return first ?? (hasNegation(wording) ? "negated" : "asserted");
}
