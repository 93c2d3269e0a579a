import type {
  BlockKind,
  ClaimKind,
  ClaimModality,
  ClaimMode,
  QuotationMode,
} from "@/lib/claims/claim-vocabulary";
import type { Span } from "@/lib/text/span";

export interface GoldBlock extends Span {
  readonly kind: BlockKind;
  readonly repeatOf: number | null;
}

export interface GoldSentence extends Span {
  readonly repeatOf: number | null;
}

export interface GoldQuotation {
  readonly mode: QuotationMode;
  /** The words said; several pieces where a frame stands between them. */
  readonly spans: readonly Span[];
  readonly speakerSpans: readonly Span[];
  readonly cueSpans: readonly Span[];
  /** Who it is, also where only "er" or nothing stands there; absent where nobody has noted it. */
  readonly speakerName?: string | null;
}

export interface GoldClaim {
  readonly wording: string;
  /** Wordings that count as well. */
  readonly alternatives?: readonly string[];
  /** Groups of words; one of each has to stand in the wording. */
  readonly must?: readonly (readonly string[])[];
  /** Words of which none may stand in the wording. */
  readonly mustNot?: readonly string[];
  readonly speaker: string | null;
  readonly mode?: ClaimMode | undefined;
  readonly modality?: ClaimModality | undefined;
  readonly kind?: ClaimKind | undefined;
  /** `null` where one may argue about it. */
  readonly checkWorthy: boolean | null;
  /** Neither rewarded nor punished. */
  readonly isOptional: boolean;
}

/** A text with what a careful reader found in it; parts that nobody has annotated are absent. */
export interface GoldText {
  readonly id: string;
  readonly language: string;
  readonly text: string;
  readonly blocks?: readonly GoldBlock[];
  readonly sentences?: readonly GoldSentence[];
  readonly quotations?: readonly GoldQuotation[];
  readonly claims?: readonly GoldClaim[];
  /** Other names of the same speaker, by the name the gold uses. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
}
