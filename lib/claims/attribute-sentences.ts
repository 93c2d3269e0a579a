import type { ClaimMode } from "@/lib/claims/claim-vocabulary";
import type { TextBlock } from "@/lib/claims/find-blocks";
import type { DirectSpeech } from "@/lib/claims/find-direct-speech";
import { findDirectSpeech } from "@/lib/claims/find-direct-speech";
import { ENGLISH_SPEECH } from "@/lib/claims/find-english-speech";
import { GERMAN_SPEECH } from "@/lib/claims/find-german-speech";
import { nounPhraseEnd } from "@/lib/claims/german-phrases";
import type { QuotedPassage } from "@/lib/claims/match-quotation-marks";
import { matchQuotationMarks } from "@/lib/claims/match-quotation-marks";
import type { Speaker, SpeakerRegistry } from "@/lib/claims/resolve-speakers";
import { createSpeakerRegistry, speakerOf } from "@/lib/claims/resolve-speakers";
import type { SpeechFrame, SpeechGrammar, WordRange } from "@/lib/claims/speech-grammar";
import { MEMORY_IN_SENTENCES } from "@/lib/claims/speech-grammar";
import type { PlacedSentence, SplitQuotation } from "@/lib/claims/split-claims";
import type { Word } from "@/lib/claims/tag-german-words";
import type { Span } from "@/lib/text/span";
import { overlaps } from "@/lib/text/span";
import { tokenizeWords } from "@/lib/text/tokenize-words";

/** Whose words a sentence is, and which of its words. */
export interface SentenceSpeech {
  readonly mode: Exclude<ClaimMode, "author">;
  /** The words that are somebody's; the others only say who speaks. */
  readonly content: readonly WordRange[];
  /** Words that only say who speaks, inside the clause that is his; the rest of the sentence is the author's. */
  readonly frame: WordRange | null;
  readonly speaker: Speaker | null;
  /** Where the sentence itself names its speaker. */
  readonly speakerRange: WordRange | null;
  readonly apposition: WordRange | null;
  readonly cueLemma: string;
  readonly cue: WordRange | null;
  /** Known as speech by its mood alone; neither marks nor frame show it. */
  readonly isFree: boolean;
  /** Where the words that name the speaker end can't be told. */
  readonly isUnsure: boolean;
}

export interface AttributedSentence extends Span {
  readonly block: TextBlock;
  readonly words: readonly Word[];
  readonly speech: SentenceSpeech | null;
  readonly quotations: readonly SplitQuotation[];
}

/** Longer sentences are not looked at: no writer makes them, and a scan for frames in them would cost time. */
const MOST_WORDS = 400;
const LONGEST_SENTENCE = 3_000;

interface State {
  readonly grammar: SpeechGrammar;
  readonly registry: SpeakerRegistry;
  last: Speaker | null;
  lastSpeaker: SplitQuotation["speaker"];
  /** Sentences since somebody last spoke. */
  silence: number;
  /** Frames of passages that run over several sentences. */
  readonly passageSpeech: Map<number, { speaker: Speaker | null; cueLemma: string }>;
}

/** Finds for every sentence whether it is somebody's speech, whose, and which words; in reading order. */
export function attributeSentences(
  text: string,
  sentences: readonly PlacedSentence[],
  language: string,
): AttributedSentence[] {
  const grammar = language.startsWith("de") ? GERMAN_SPEECH : ENGLISH_SPEECH;
  const tagged = sentences.map((sentence) => grammar.tag(tokenizeWords(text, beginningOf(sentence))));
  const state: State = {
    grammar,
    registry: createSpeakerRegistry(tagged),
    last: null,
    lastSpeaker: null,
    silence: Number.POSITIVE_INFINITY,
    passageSpeech: new Map(),
  };
  const passagesOf = passagesBySentence(text, sentences);
  return sentences.map((sentence, index) => {
    const words = tagged[index] ?? [];
    const found =
      words.length <= MOST_WORDS
        ? attribute(words, passagesOf[index] ?? [], state)
        : { speech: null, quotations: [] };
    state.silence = found.speech ? 0 : state.silence + 1;
    return { start: sentence.start, end: sentence.end, block: sentence.block, words, ...found };
  });
}

/** Of a sentence that no writer makes, only the beginning is read. */
const beginningOf = ({ start, end }: Span): Span => ({ start, end: Math.min(end, start + LONGEST_SENTENCE) });

function passagesBySentence(text: string, sentences: readonly PlacedSentence[]): QuotedPassage[][] {
  let block: TextBlock | null = null;
  let passages: QuotedPassage[] = [];
  let next = 0;
  return sentences.map((sentence) => {
    if (sentence.block !== block) {
      block = sentence.block;
      passages = matchQuotationMarks(text, block);
      next = 0;
    }
    while ((passages[next]?.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++;
    const found: QuotedPassage[] = [];
    for (let at = next; at < passages.length; at++) {
      const passage = passages[at];
      if (!passage || !overlaps(passage, sentence)) break;
      found.push(passage);
    }
    return found;
  });
}

type Found = Pick<AttributedSentence, "speech" | "quotations">;

function attribute(words: readonly Word[], passages: readonly QuotedPassage[], state: State): Found {
  const direct = findDirectSpeech(words, passages, state.grammar);
  return direct.length > 0 ? directSpeech(words, direct, state) : indirectSpeech(words, passages, state);
}

function directSpeech(words: readonly Word[], direct: readonly DirectSpeech[], state: State): Found {
  const frame = direct.find((one) => one.frame)?.frame ?? null;
  const named = frame?.speaker ? resolve(words, frame.speaker, frame.cueLemma, state) : null;
  const [first] = direct;
  const started = first ? state.passageSpeech.get(first.passage.start) : undefined;
  const isContinued = frame === null && state.silence <= MEMORY_IN_SENTENCES;
  const speaker = named?.speaker ?? started?.speaker ?? (isContinued ? state.last : null);
  if (named) state.lastSpeaker = { ...spanOf(words, named.range), name: named.speaker.name };
  const marked = speaker && state.lastSpeaker?.name === speaker.name ? state.lastSpeaker : null;
  for (const { passage } of direct)
    state.passageSpeech.set(passage.start, { speaker, cueLemma: frame?.cueLemma ?? "" });
  if (speaker) state.last = speaker;
  return {
    speech: {
      mode: "direct",
      content: direct.map(({ content }) => content),
      frame: null,
      speaker,
      speakerRange: named?.range ?? null,
      apposition: named?.apposition ?? null,
      cueLemma: frame?.cueLemma ?? "",
      cue: frame?.cue ?? null,
      isFree: false,
      isUnsure: false,
    },
    quotations: direct
      .filter(({ passage }) => started === undefined || passage !== first?.passage)
      .map(({ passage }) => ({
        ...passage.inner,
        mode: "direct" as const,
        cue: frame?.cue ? spanOf(words, frame.cue) : null,
        speaker: marked,
      })),
  };
}

function indirectSpeech(words: readonly Word[], passages: readonly QuotedPassage[], state: State): Found {
  const frame = state.grammar.indirectSpeech(words, state.silence);
  if (!frame) return { speech: null, quotations: [] };
  const named = frame.speaker ? resolve(words, frame.speaker, frame.cueLemma, state) : null;
  const isContinued = frame.speaker === null && !frame.isAnonymous && state.silence <= MEMORY_IN_SENTENCES;
  const speaker = named?.speaker ?? (isContinued ? state.last : null);
  if (named) state.lastSpeaker = { ...spanOf(words, named.range), name: named.speaker.name };
  const marked = speaker && state.lastSpeaker?.name === speaker.name ? state.lastSpeaker : null;
  if (speaker) state.last = speaker;
  return {
    speech: {
      mode: frame.mode,
      content: frame.content,
      frame: frame.within ?? null,
      speaker,
      speakerRange: named?.range ?? null,
      apposition: named?.apposition ?? null,
      cueLemma: frame.cueLemma,
      cue: frame.cue,
      isFree: frame.cue === null && frame.speaker === null,
      isUnsure: frame.isUnsure ?? false,
    },
    quotations: quotedParts(words, frame, passages).map(({ mode, ...span }) => ({
      ...span,
      mode,
      cue: frame.cue ? spanOf(words, frame.cue) : null,
      speaker: marked,
    })),
  };
}

/** The words that are somebody's; of "nannte das „reine Spekulation“" only those between the marks. */
function quotedParts(
  words: readonly Word[],
  { mode, content }: SpeechFrame,
  passages: readonly QuotedPassage[],
): (Span & { mode: SpeechFrame["mode"] })[] {
  const quoted = passages.reduce((length, { inner }) => length + inner.end - inner.start, 0);
  const first = words[0];
  const last = words.at(-1);
  if (mode === "reported" && first && last && quoted * 8 > last.end - first.start) {
    return passages.map(({ inner }) => ({ ...inner, mode: "direct" }));
  }
  return content.map((range) => ({ ...spanOf(words, range), mode }));
}

interface ResolvedSpeaker {
  readonly speaker: Speaker;
  readonly range: WordRange;
  readonly apposition: WordRange | null;
}

function resolve(
  words: readonly Word[],
  range: WordRange,
  cueLemma: string,
  state: State,
): ResolvedSpeaker | null {
  const apposition = appositionAt(words, range.to);
  const speaker = speakerOf(words.slice(range.from, range.to), {
    apposition: apposition ? words.slice(apposition.from, apposition.to) : [],
    registry: state.registry,
    last: state.last,
    isSubject: cueLemma !== "laut",
  });
  return speaker ? { speaker, range, apposition } : null;
}

/** ", Kommunikationsdirektor des Rats," behind a name. */
function appositionAt(words: readonly Word[], at: number): WordRange | null {
  if (words[at]?.text !== ",") return null;
  if (/^(?:a|an|the)$/.test(words[at + 1]?.lower ?? "")) return englishApposition(words, at);
  const end = nounPhraseEnd(words, at + 1, words.length);
  const closes = words[end]?.text === "," || words[end]?.text === "." || words[end]?.text === ":";
  return end > at + 1 && closes ? { from: at + 1, to: end } : null;
}

const LONGEST_APPOSITION = 14;

/** ", a spokeswoman for the council," */
function englishApposition(words: readonly Word[], at: number): WordRange | null {
  for (let to = at + 3; to < Math.min(words.length, at + LONGEST_APPOSITION); to++) {
    if (words[to]?.tag === "finite") return null;
    if (words[to]?.text === ",") return { from: at + 2, to };
  }
  return null;
}

function spanOf(words: readonly Word[], { from, to }: WordRange): Span {
  const first = words[from];
  let last = words[to - 1];
  for (let at = to - 1; at > from && /^[,;:.–-]$/.test(last?.text ?? ""); at--) last = words[at - 1];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}
