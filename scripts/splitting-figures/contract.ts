import {
  BLOCK_KINDS,
  CLAIM_KINDS,
  CLAIM_MODALITIES,
  CLAIM_MODES,
  QUOTATION_MODES,
} from "@/lib/claims/claim-vocabulary";
import type { SplitResult } from "@/lib/claims/split-claims";
import type { Span } from "@/lib/text/span";
import { cutsSurrogatePair } from "@/lib/text/span";

/** Everything in a result that breaks the contract of `split`, as readable lines; empty is what we want. */
export function contractViolations(text: string, result: SplitResult): string[] {
  const spanErrors = (where: string, spans: readonly Span[]) =>
    spans.flatMap((span) =>
      isSpanOf(text, span) ? [] : [`${where}: no span of the text: ${JSON.stringify(span)}`],
    );
  return [
    ...listErrors(text, "blocks", result.blocks),
    ...listErrors(text, "sentences", result.sentences),
    ...result.blocks.flatMap(({ kind }) => unknown("blocks.kind", kind, BLOCK_KINDS)),
    ...result.quotations.flatMap(({ mode }) => unknown("quotations.mode", mode, QUOTATION_MODES)),
    ...result.quotations.flatMap((quotation) =>
      spanErrors(
        "quotations",
        [quotation, quotation.cue, quotation.speaker].filter((span) => span !== null),
      ),
    ),
    ...result.claims.flatMap((claim, index) => {
      const where = `claims[${index}]`;
      const places = [claim, ...claim.repeats];
      return [
        ...(claim.wording.trim() === "" ? [`${where}: empty wording`] : []),
        ...places.flatMap(({ sentence }) =>
          result.sentences[sentence] ? [] : [`${where}: no sentence ${sentence}`],
        ),
        ...places.flatMap(({ spans }) => (spans.length ? spanErrors(where, spans) : [`${where}: no spans`])),
        ...unknown(`${where}.mode`, claim.mode, CLAIM_MODES),
        ...unknown(`${where}.modality`, claim.modality, CLAIM_MODALITIES),
        ...unknown(`${where}.kind`, claim.kind, CLAIM_KINDS),
        ...(claim.checkWorthiness >= 0 && claim.checkWorthiness <= 1 ? [] : [`${where}: check-worthiness`]),
      ];
    }),
  ];
}

const unknown = (where: string, value: string, allowed: readonly string[]) =>
  allowed.includes(value) ? [] : [`${where}: unknown value ${value}`];

const isSpanOf = (text: string, { start, end }: Span) =>
  start >= 0 &&
  start < end &&
  end <= text.length &&
  !cutsSurrogatePair(text, start) &&
  !cutsSurrogatePair(text, end);

function listErrors(
  text: string,
  where: string,
  spans: readonly (Span & { readonly repeatOf: number | null })[],
): string[] {
  return spans.flatMap((span, index) => [
    ...(isSpanOf(text, span) ? [] : [`${where}[${index}]: no span of the text`]),
    ...(index > 0 && span.start < (spans[index - 1]?.end ?? 0) ? [`${where}[${index}]: out of order`] : []),
    ...(span.repeatOf !== null && !(span.repeatOf >= 0 && span.repeatOf < index)
      ? [`${where}[${index}]: repeats ${span.repeatOf}`]
      : []),
  ]);
}
