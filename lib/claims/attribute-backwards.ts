import type {
  AttributedSentence,
  Found,
  SentenceSpeech,
  SpeechState,
} from "@/lib/claims/attribute-sentences";
import type { Mention } from "@/lib/claims/speaker-mentions";
import { mention, spanOf } from "@/lib/claims/speaker-mentions";
import { endOfContent } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";
import type { Span } from "@/lib/text/span";

/* Speech whose speaker the text names only afterwards. */

/** Longer sentences are not looked at: no writer makes them, and a scan for frames in them would cost time. */
export const MOST_WORDS = 400;

/** "Der Damm ist gebrochen. Das teilte die Feuerwehr mit.": the sentence before is the Feuerwehr's. */
export function attributeBackwards(attributed: AttributedSentence[], state: SpeechState) {
  const after = attributed.at(-1);
  const before = attributed.at(-2);
  if (!after || !before || before.words.length > MOST_WORDS) return;
  if (before.block !== after.block && before.block.kind !== "paragraph") return;
  const named = before.speech && !isNobodys(before.speech) ? null : sourceBehind(after, state);
  if (!named) return;
  state.last = named;
  state.silence = 0;
  if (!before.speech) {
    attributed[attributed.length - 2] = { ...before, ...toldBy(before.words, named) };
    return;
  }
  // "Der Damm sei gebrochen. Das Wasser steige. Das teilte die Feuerwehr mit."
  for (let at = attributed.length - 2; at >= 0; at--) {
    const sentence = attributed[at];
    if (sentence?.block !== before.block || !sentence.speech || !isNobodys(sentence.speech)) return;
    const { speech } = sentence;
    attributed[at] = {
      ...sentence,
      speech: { ...speech, speaker: named.speaker },
      quotations: sentence.quotations.map((quotation) => ({
        ...quotation,
        cue: named.cue,
        speaker: named.marked,
      })),
    };
    if (speech.mode === "direct") return;
  }
}

/** Over several paragraphs, the frame behind the last one holds for those before: „A. ¶ „B“, sagte X. */
export function nameSpeakerBefore(attributed: AttributedSentence[]) {
  const last = attributed.at(-1);
  const speaker = last?.speech?.mode === "direct" ? last.speech.speaker : null;
  const [quotation] = last?.quotations ?? [];
  if (!speaker || !quotation) return;
  for (let at = attributed.length - 2; at >= 0; at--) {
    const before = attributed[at];
    if (before?.speech?.mode !== "direct" || before.speech.speaker) return;
    attributed[at] = {
      ...before,
      speech: { ...before.speech, speaker },
      quotations: before.quotations.map((one) => ({
        ...one,
        cue: quotation.cue,
        speaker: quotation.speaker,
      })),
    };
  }
}

/** Speech in quotation marks or in the Konjunktiv whose speaker the text has not named yet. */
const isNobodys = ({ mode, isFree, speaker }: SentenceSpeech) =>
  speaker === null && (mode === "direct" || isFree);

type SourceBehind = Mention & { readonly cue: Span | null; readonly cueLemma: string };

function sourceBehind({ words }: AttributedSentence, state: SpeechState): SourceBehind | null {
  const frame = state.grammar.cueForSentenceBefore?.(words);
  if (!frame?.speaker) return null;
  const named = mention(words, frame.speaker, frame.cueLemma, state);
  return { ...named, cue: frame.cue ? spanOf(words, frame.cue) : null, cueLemma: frame.cueLemma };
}

function toldBy(words: readonly Word[], { speaker, marked, cue, cueLemma }: SourceBehind): Found {
  const content = { from: 0, to: endOfContent(words) };
  return {
    speech: {
      mode: "indirect",
      content: [content],
      frame: null,
      speaker,
      speakerRange: null,
      apposition: null,
      cueLemma,
      cue: null,
      isFree: false,
      isUnsure: false,
    },
    quotations: [{ ...spanOf(words, content), mode: "indirect", cue, speaker: marked }],
  };
}
