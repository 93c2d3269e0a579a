import { attributeBackwards, MOST_WORDS, nameSpeakerBefore } from "@/lib/claims/attribute-backwards";
import type { ClaimMode } from "@/lib/claims/claim-vocabulary";
import type { TextBlock } from "@/lib/claims/find-blocks";
import type { DirectSpeech } from "@/lib/claims/find-direct-speech";
import { findDirectSpeech } from "@/lib/claims/find-direct-speech";
import { ENGLISH_SPEECH } from "@/lib/claims/find-english-speech";
import { GERMAN_SPEECH } from "@/lib/claims/find-german-speech";
import type { QuotedPassage } from "@/lib/claims/match-quotation-marks";
import { matchQuotationMarks } from "@/lib/claims/match-quotation-marks";
import type { Speaker } from "@/lib/claims/resolve-speakers";
import { createSpeakerRegistry, isNamedPerson, noticePersons } from "@/lib/claims/resolve-speakers";
import type { Discourse, Mention } from "@/lib/claims/speaker-mentions";
import { mention, NOBODY, spanOf } from "@/lib/claims/speaker-mentions";
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

const LONGEST_SENTENCE = 3_000;

export interface SpeechState extends Discourse {
  readonly grammar: SpeechGrammar;
  last: Mention;
  /** Sentences since somebody last spoke. */
  silence: number;
  /** Speakers of passages that run over several sentences, by the place of the opening mark. */
  readonly passageSpeakers: Map<number, PassageSpeaker>;
}

interface PassageSpeaker extends Mention {
  readonly cue: Span | null;
  readonly cueLemma: string;
}

const spokenBy = ({ speaker, marked }: Mention, cue: Span | null, cueLemma: string): PassageSpeaker => ({
  speaker,
  marked,
  cue,
  cueLemma,
});

/** One sentence as it is read: its words and the passages in quotation marks that touch it. */
interface Reading extends PlacedSentence {
  readonly words: readonly Word[];
  readonly passages: readonly QuotedPassage[];
}

/** Finds for every sentence whether it is somebody's speech, whose, and which words; in reading order. */
export function attributeSentences(
  text: string,
  sentences: readonly PlacedSentence[],
  language: string,
): AttributedSentence[] {
  const grammar = language.startsWith("de") ? GERMAN_SPEECH : ENGLISH_SPEECH;
  const passagesOf = passagesBySentence(text, sentences);
  const readings = sentences.map(
    (sentence, index): Reading => ({
      start: sentence.start,
      end: sentence.end,
      block: sentence.block,
      words: grammar.tag(tokenizeWords(text, beginningOf(sentence))),
      passages: passagesOf[index] ?? [],
    }),
  );
  const state: SpeechState = {
    grammar,
    registry: createSpeakerRegistry(readings.map(({ words }) => words)),
    last: NOBODY,
    silence: Number.POSITIVE_INFINITY,
    passageSpeakers: new Map(),
  };
  const attributed: AttributedSentence[] = [];
  readings.forEach((reading, index) => {
    const found = reading.words.length <= MOST_WORDS ? attribute(readings, index, state) : SILENCE;
    const { start, end, block, words } = reading;
    attributed.push({ start, end, block, words, speech: found.speech, quotations: found.quotations });
    state.silence = found.speech ? 0 : state.silence + 1;
    noticePersons(words, state.registry);
    if (!found.speech) attributeBackwards(attributed, state);
    else if (readings[index - 1]?.passages.at(-1)?.goesOn) nameSpeakerBefore(attributed);
  });
  return attributed;
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

export type Found = Pick<AttributedSentence, "speech" | "quotations">;
const SILENCE: Found = { speech: null, quotations: [] };

function attribute(readings: readonly Reading[], index: number, state: SpeechState): Found {
  const reading = readings[index];
  if (!reading) return SILENCE;
  const direct = findDirectSpeech(reading.words, reading.passages, state.grammar).filter(
    (one) => !isRestOfName(one, reading, state),
  );
  if (direct.length > 0) return directSpeech(readings, index, direct, state);
  const found = indirectSpeech(reading, state);
  if (!found.speech) followSubject(reading.words, state);
  return found;
}

/** "beim „2. Deutschen Damm-Kongress in Musterhafen“": a name that a full stop has cut in two. */
const isRestOfName = (
  { passage, content }: DirectSpeech,
  { start, words }: Reading,
  state: SpeechState,
): boolean =>
  passage.start < start &&
  !state.passageSpeakers.has(passage.start) &&
  !words.slice(content.from, content.to).some(({ tag }) => tag === "finite");

function directSpeech(
  readings: readonly Reading[],
  index: number,
  direct: readonly DirectSpeech[],
  state: SpeechState,
): Found {
  const words = readings[index]?.words ?? [];
  const frame = direct.find((one) => one.frame)?.frame ?? null;
  const named = frame?.speaker ? mention(words, frame.speaker, frame.cueLemma, state) : null;
  const [first] = direct;
  const started = first && state.passageSpeakers.get(first.passage.start);
  const closing = first && !frame && !started ? closingFrame(readings, index, first.passage, state) : null;
  const own = frame || started || closing ? null : speakerBeforeColon(words, state, first?.content.from);
  const goesOn = frame === null && state.silence <= MEMORY_IN_SENTENCES;
  const speech = named ?? started ?? closing ?? own ?? (goesOn ? state.last : NOBODY);
  const cue = frame?.cue ? spanOf(words, frame.cue) : (closing?.cue ?? null);
  const cueLemma = frame?.cueLemma ?? closing?.cueLemma ?? "";
  for (const { passage } of direct) state.passageSpeakers.set(passage.start, spokenBy(speech, cue, cueLemma));
  state.last = speech;
  return {
    speech: {
      mode: "direct",
      content: direct.map(({ content }) => content),
      frame: null,
      speaker: speech.speaker,
      speakerRange: named?.range ?? null,
      apposition: named?.apposition ?? null,
      cueLemma,
      cue: frame?.cue ?? null,
      isFree: false,
      isUnsure: false,
    },
    quotations: direct
      .filter(({ passage }) => !started || passage !== first?.passage)
      .map(({ passage: { inner } }) => ({
        start: inner.start,
        end: inner.end,
        mode: "direct",
        cue,
        speaker: speech.marked,
      })),
  };
}

/** "Rat X lehnte ab: Das Tor sei zu": with a clause in front of the colon nobody goes on from the sentence before. */
function speakerBeforeColon(words: readonly Word[], state: SpeechState, from = words.length): Mention | null {
  const colon = words.findIndex(({ text }) => text === ":");
  const head = words.slice(0, Math.max(0, colon));
  if (colon > from || !head.some(({ tag }) => tag === "finite")) return null;
  const range = state.grammar.subject?.(head);
  const isNamed = range && isNamedPerson(head.slice(range.from, range.to), state.registry);
  return isNamed ? mention(words, range, "", state) : NOBODY;
}

const LONGEST_PASSAGE = 30;

/** „A. B. C“, sagte X: the frame behind the last sentence of a passage holds for all of them. */
function closingFrame(
  readings: readonly Reading[],
  index: number,
  passage: QuotedPassage,
  state: SpeechState,
): (Mention & { cue: Span | null; cueLemma: string }) | null {
  const isOver = (at: number) => (readings[at]?.end ?? Number.POSITIVE_INFINITY) >= passage.end - 1;
  if (isOver(index)) return null;
  let at = index + 1;
  while (at < readings.length && !isOver(at)) if (++at > index + LONGEST_PASSAGE) return null;
  const closing = readings[at];
  if (!closing || closing.words.length > MOST_WORDS) return null;
  const frame = findDirectSpeech(closing.words, closing.passages, state.grammar).find(
    (one) => one.passage.start === passage.start,
  )?.frame;
  const named = frame?.speaker ? mention(closing.words, frame.speaker, frame.cueLemma, state) : null;
  if (!frame || !named) return null;
  return { ...named, cue: frame.cue ? spanOf(closing.words, frame.cue) : null, cueLemma: frame.cueLemma };
}

function indirectSpeech({ words, passages, start }: Reading, state: SpeechState): Found {
  const frame = state.grammar.indirectSpeech(words, state.silence);
  if (!frame) return SILENCE;
  const named = frame.speaker ? mention(words, frame.speaker, frame.cueLemma, state) : null;
  const opener = frame.cue || frame.speaker || frame.isAnonymous ? null : speakerBeforeColon(words, state);
  const goesOn = frame.speaker === null && !frame.isAnonymous && state.silence <= MEMORY_IN_SENTENCES;
  const speech = named ?? opener ?? (goesOn ? state.last : NOBODY);
  const cue = frame.cue ? spanOf(words, frame.cue) : null;
  if (frame.isLikely) {
    return { speech: null, quotations: quotedParts(words, frame, [], { cue, speaker: speech.marked }) };
  }
  // "soll … haben" names nobody, and whoever spoke before may go on behind it.
  if (frame.cue !== null || !frame.isAnonymous) state.last = speech;
  const own = passages.filter((passage) => passage.start >= start);
  for (const passage of own) state.passageSpeakers.set(passage.start, spokenBy(speech, cue, frame.cueLemma));
  return {
    speech: {
      mode: frame.mode,
      content: frame.content,
      frame: frame.within ?? null,
      speaker: speech.speaker,
      speakerRange: named?.range ?? null,
      apposition: named?.apposition ?? null,
      cueLemma: frame.cueLemma,
      cue: frame.cue,
      isFree: frame.cue === null && frame.speaker === null,
      isUnsure: frame.isUnsure ?? false,
    },
    quotations: quotedParts(words, frame, own, { cue, speaker: speech.marked }),
  };
}

/** In the author's own sentence: whom it speaks of, so that "er" and a free Konjunktiv behind it find him. */
function followSubject(words: readonly Word[], state: SpeechState) {
  const range = state.grammar.subject?.(words);
  const phrase = range ? words.slice(range.from, range.to) : [];
  const isPronoun = phrase.length === 1 && /^(?:er|sie|he|she)$/.test(phrase[0]?.lower ?? "");
  if (!range || !(isPronoun || isNamedPerson(phrase, state.registry))) return;
  const found = mention(words, range, "", state);
  if (found.speaker?.isPerson) state.last = found;
}

/** A single word between marks is seldom what somebody said as a whole. */
const SHORTEST_SCRAP = 2;
/** From an eighth of the sentence on, the quoted words stand for what was said. */
const LEAST_PART_QUOTED = 8;

const countWords = (words: readonly Word[], { start, end }: Span) =>
  words.filter((word) => word.kind !== "mark" && word.start >= start && word.end <= end).length;

/** The words that are somebody's; of "nannte das „reine Spekulation“" only those between the marks. */
function quotedParts(
  words: readonly Word[],
  { mode, content }: SpeechFrame,
  passages: readonly QuotedPassage[],
  { cue, speaker }: Pick<SplitQuotation, "cue" | "speaker">,
): SplitQuotation[] {
  const said = passages.filter(({ inner }) => countWords(words, inner) >= SHORTEST_SCRAP);
  const quoted = said.reduce((length, { inner }) => length + inner.end - inner.start, 0);
  const first = words[0];
  const last = words.at(-1);
  if (mode === "reported" && first && last && quoted * LEAST_PART_QUOTED > last.end - first.start) {
    return said.map(({ inner: { start, end } }) => ({ start, end, mode: "direct", cue, speaker }));
  }
  return content.map((range) => {
    const { start, end } = spanOf(words, range);
    return { start, end, mode, cue, speaker };
  });
}
