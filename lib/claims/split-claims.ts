import type { AttributedSentence } from "@/lib/claims/attribute-sentences";
import { attributeSentences } from "@/lib/claims/attribute-sentences";
import { checkWorthinessOf } from "@/lib/claims/check-worthiness";
import { claimKindOf } from "@/lib/claims/claim-kind";
import type {
  BlockKind,
  CheckReason,
  ClaimKind,
  ClaimModality,
  ClaimMode,
  Granularity,
  QuotationMode,
} from "@/lib/claims/claim-vocabulary";
import { detectLanguage } from "@/lib/claims/detect-language";
import type { TextBlock } from "@/lib/claims/find-blocks";
import { findBlocks } from "@/lib/claims/find-blocks";
import { linkRepeats } from "@/lib/claims/link-repeats";
import { modalityOf } from "@/lib/claims/modality";
import { readStatement } from "@/lib/claims/read-statement";
import type { WordedStatement } from "@/lib/claims/statements";
import { statementsOf } from "@/lib/claims/statements";
import { segmentSentences } from "@/lib/text/segment-sentences";
import type { Span } from "@/lib/text/span";

export interface SplitBlock extends Span {
  kind: BlockKind;
  /** Index of the earlier block that says the same. */
  repeatOf: number | null;
}

export interface SplitSentence extends Span {
  /** Index of the earlier sentence that says the same. */
  repeatOf: number | null;
}

export interface SplitQuotation extends Span {
  mode: QuotationMode;
  cue: Span | null;
  speaker: (Span & { name: string }) | null;
}

export interface SplitClaim {
  /** A sentence that can be looked up by itself. */
  wording: string;
  /** Index of the sentence it was found in. */
  sentence: number;
  spans: Span[];
  /** Where the same is said again. */
  repeats: { sentence: number; spans: Span[] }[];
  speaker: string | null;
  speakerRole: string | null;
  mode: ClaimMode;
  modality: ClaimModality;
  kind: ClaimKind;
  /** 0 … 1. */
  checkWorthiness: number;
  reasons: CheckReason[];
}

export interface SplitResult {
  language: string;
  blocks: SplitBlock[];
  sentences: SplitSentence[];
  quotations: SplitQuotation[];
  claims: SplitClaim[];
}

export interface SplitOptions {
  /** BCP 47; found out from the text when absent. */
  language?: string;
  /** SENTENCE makes one claim of each sentence, in its own words; STATEMENT is the default. */
  granularity?: Granularity;
}

/** Blocks whose sentences state something about the world. */
const STATING_BLOCKS: ReadonlySet<BlockKind> = new Set(["headline", "paragraph", "list-item", "caption"]);

/**
 * Splits an article into blocks, sentences, quotations and claims, by rules and without network or model.
 * All offsets are half-open UTF-16 offsets into `text` as given. Never throws; time is linear in the length.
 */
export function splitClaims(text: string, options: SplitOptions = {}): SplitResult {
  const language = options.language ?? detectLanguage(text);
  const blocks = findBlocks(text);
  const blockRepeats = linkRepeats(text, blocks);
  const placed = blocks.flatMap((block) => sentencesIn(text, block, language));
  const sentenceRepeats = linkRepeats(text, placed);
  const sentences = placed.map(({ start, end }, index) => ({
    start,
    end,
    repeatOf: sentenceRepeats[index] ?? null,
  }));

  const attributed = attributeSentences(text, placed, language);
  const claims = attributed.flatMap((sentence, index) =>
    sentences[index]?.repeatOf === null && STATING_BLOCKS.has(sentence.block.kind)
      ? statementsOf(text, sentence, {
          language,
          granularity: options.granularity,
          before: attributed[index - 1],
        }).map((statement) => claimOf(statement, sentence, { sentence: index, language }))
      : [],
  );
  return {
    language,
    blocks: blocks.map(({ kind, start, end }, index) => ({
      kind,
      start,
      end,
      repeatOf: blockRepeats[index] ?? null,
    })),
    sentences,
    quotations: joinedQuotations(attributed),
    claims: withRepeats(text, claims, sentences),
  };
}

/** Free indirect speech that runs over several sentences of a block is one quotation. */
function joinedQuotations(sentences: readonly AttributedSentence[]): SplitQuotation[] {
  const joined: SplitQuotation[] = [];
  let open: (SplitQuotation & { end: number }) | null = null;
  let block: TextBlock | null = null;
  for (const sentence of sentences) {
    const isFree = sentence.speech?.isFree ?? false;
    for (const quotation of sentence.quotations) {
      if (isFree && open && block === sentence.block) {
        open.end = quotation.end;
        continue;
      }
      open = { ...quotation };
      joined.push(open);
    }
    if (!isFree) open = null;
    block = sentence.block;
  }
  return joined.sort((a, b) => a.start - b.start);
}

export interface PlacedSentence extends Span {
  readonly block: TextBlock;
}

function sentencesIn(text: string, block: TextBlock, language: string): PlacedSentence[] {
  if (block.kind === "dateline" || block.kind === "byline" || block.kind === "boilerplate")
    return [{ start: block.start, end: block.end, block }];
  return segmentSentences(text, { language, within: block }).map(({ start, end }) => ({ start, end, block }));
}

interface ClaimPlace {
  /** Index of the sentence. */
  readonly sentence: number;
  readonly language: string;
}

function claimOf(
  statement: WordedStatement,
  { speech: heard }: AttributedSentence,
  { sentence, language }: ClaimPlace,
): SplitClaim {
  const speech = statement.isBackground ? null : heard;
  const mode = speech && statement.isAdded ? "indirect" : (speech?.mode ?? "author");
  const reading = readStatement(statement.words, language);
  const modality = modalityOf({
    words: statement.words,
    cueLemma: speech?.cueLemma ?? "",
    isHearsay: statement.isHearsay,
    grammar: reading.grammar,
  });
  const { score, reasons } = checkWorthinessOf({ statement: reading, modality, mode });
  return {
    wording: statement.wording,
    sentence,
    spans: statement.spans.map(({ start, end }) => ({ start, end })),
    repeats: [],
    speaker: speech?.speaker?.name ?? null,
    speakerRole: speech?.speaker?.role ?? null,
    mode,
    modality,
    kind: claimKindOf({ statement: reading, modality, reasons }),
    checkWorthiness: score,
    reasons: [...reasons],
  };
}

/** Links each claim to the repeated sentences, and drops claims that say again what an earlier one said. */
function withRepeats(
  text: string,
  claims: readonly SplitClaim[],
  sentences: readonly SplitSentence[],
): SplitClaim[] {
  const byWording = new Map<string, SplitClaim>();
  const bySentence = new Map<number, SplitClaim[]>();
  for (const claim of claims) {
    const key = `${claim.mode === "author" ? "" : claim.speaker}\n${claim.wording.toLowerCase()}`;
    const earlier = byWording.get(key);
    if (earlier) {
      earlier.repeats.push({ sentence: claim.sentence, spans: claim.spans });
    } else {
      byWording.set(key, claim);
    }
    bySentence.set(claim.sentence, [...(bySentence.get(claim.sentence) ?? []), earlier ?? claim]);
  }
  sentences.forEach((sentence, index) => {
    const original = sentence.repeatOf === null ? undefined : sentences[sentence.repeatOf];
    if (sentence.repeatOf === null || !original) return;
    for (const claim of bySentence.get(sentence.repeatOf) ?? [])
      claim.repeats.push({ sentence: index, spans: movedSpans(text, claim, original, sentence) });
  });
  return [...byWording.values()];
}

/** The spans of a claim in the sentence that repeats its own; the whole sentence where the words differ. */
function movedSpans(text: string, { spans }: SplitClaim, from: Span, to: Span): Span[] {
  const isSameText = text.slice(from.start, from.end) === text.slice(to.start, to.end);
  const isInside = spans.every(({ start, end }) => start >= from.start && end <= from.end);
  if (!isSameText || !isInside) return [{ start: to.start, end: to.end }];
  return spans.map(({ start, end }) => ({
    start: start - from.start + to.start,
    end: end - from.start + to.start,
  }));
}
