import { longNounPhraseEnd, nounPhraseEnd, skipAdverbs } from "@/lib/claims/english-phrases";
import { QUOTING_FORMS, SPEECH_FORMS } from "@/lib/claims/english-speech-verbs";
import {
  fineTag,
  isAdverb,
  isBreak,
  isDeterminer,
  isFiniteAt,
  isName,
  isNoun,
  isNumber,
  isPreposition,
  isPronoun,
  isTimeNoun,
  isWeekday,
} from "@/lib/claims/english-words";
import type { SpeechCue, WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";

const LONGEST_FRAME = 28;

/** The frame that names the speaker of the words before it: "said X", "X said on Monday", "X, the mayor, told reporters". */
export function cueBehind(words: readonly Word[], from: number, to: number): SpeechCue | null {
  const end = Math.min(to, from + LONGEST_FRAME);
  const according = accordingAt(words, from);
  if (according) return according;
  const verb = speechVerbFrom(words, from, end);
  if (verb < 0) return null;
  const speaker =
    verb === from || isAdverb(words[from])
      ? speakerAt(words, verb + 1, end)
      : speakerAt(words, opened(words, from, verb), verb);
  return speaker && isSpeaker(words, speaker) ? cue(words, verb, speaker) : null;
}

/** The frame in front of a quotation: 'X said: "', 'X told reporters, "'. */
export function cueBefore(words: readonly Word[], from: number, to: number): SpeechCue | null {
  const mark = words[to - 1];
  const start = Math.max(from, to - LONGEST_FRAME);
  for (let verb = to - 1; verb > start; verb--) {
    if (!isSpeechVerb(words, verb)) continue;
    const isNear =
      verb === to - 1 ||
      (words[verb + 1]?.lower === "that" && verb === to - 2) ||
      mark?.text === ":" ||
      mark?.text === ",";
    if (!isNear || words.slice(verb + 1, to).some((_word, at) => isFiniteAt(words, verb + 1 + at)))
      return null;
    const speaker = speakerAt(words, opened(words, sentencePartFrom(words, from, verb), verb), verb);
    return speaker && isSpeaker(words, speaker) ? cue(words, verb, speaker) : null;
  }
  return null;
}

const cue = (words: readonly Word[], verb: number, speaker: WordRange): SpeechCue => ({
  cue: { from: verb, to: verb + 1 },
  speaker,
  cueLemma: words[verb]?.lower ?? "",
});

/** "according to X" */
export function accordingAt(words: readonly Word[], from: number): SpeechCue | null {
  if (words[from]?.lower !== "according" || words[from + 1]?.lower !== "to") return null;
  const mark = words.findIndex(
    ({ kind, text }, at) => at > from + 2 && kind === "mark" && !/^[-"“”]$/.test(text),
  );
  const speaker = speakerAt(words, from + 2, words.length) ?? {
    from: from + 2,
    to: mark < 0 ? words.length : mark,
  };
  return speaker.to > speaker.from ? { cue: { from, to: from + 2 }, speaker, cueLemma: "laut" } : null;
}

export function isSpeechVerb(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word || !(SPEECH_FORMS.has(word.lower) || QUOTING_FORMS.has(word.lower))) return false;
  return !isDeterminer(words[at - 1]) && (isFiniteAt(words, at) || !/^(?:NN|IN|JJ)/.test(fineTag(word)));
}

export function speechVerbFrom(words: readonly Word[], from: number, to: number): number {
  for (let at = from; at < to; at++) if (isSpeechVerb(words, at)) return at;
  return -1;
}

/** Behind an opening "But" or "On Monday,". */
function opened(words: readonly Word[], from: number, verb: number): number {
  let at = from;
  while (
    at < verb &&
    (/^(?:but|and|however|meanwhile|,|"|“|”|–)$/.test(words[at]?.lower ?? "") || isAdverb(words[at]))
  )
    at++;
  if (!isPreposition(words[at])) return at;
  const comma = words.findIndex((word, index) => index > at && index < verb && word.text === ",");
  return comma > 0 ? comma + 1 : at;
}

/** Where the clause of the verb begins: behind a full stop or semicolon. */
function sentencePartFrom(words: readonly Word[], from: number, verb: number): number {
  const mark = words.findLastIndex(({ text }, at) => at >= from && at < verb && /^[.;!?]$/.test(text));
  return mark < 0 ? from : mark + 1;
}

/** The words that name somebody: a noun phrase with its "of" or "for" phrase, without an apposition. */
export function speakerAt(words: readonly Word[], from: number, to: number): WordRange | null {
  const base = nounPhraseEnd(words, from, to);
  if (base < 0) return null;
  let end = base;
  while (end < to && /^(?:of|for|at|from|in|with)$/.test(words[end]?.lower ?? "")) {
    const next = nounPhraseEnd(words, end + 1, to);
    const isTime = isWeekday(words[end + 1]) || isTimeNoun(words[next - 1]) || isNumber(words[next - 1]);
    if (
      next < 0 ||
      isTime ||
      words
        .slice(end + 1, next)
        .some(({ lower }) =>
          /^(?:statement|tweet|post|interview|letter|email|report|conference|speech)$/.test(lower),
        )
    )
      break;
    end = next;
  }
  return { from, to: end };
}

/** A person, a body or a study; not "it" or a time. */
function isSpeaker(words: readonly Word[], { from, to }: WordRange): boolean {
  const phrase = words.slice(from, to);
  const [first] = phrase;
  if (!first || /^(?:it|this|that|there|i|you)$/.test(first.lower) || isNumber(phrase.at(-1))) return false;
  return phrase.some((word) => isName(word) || isNoun(word) || isPronoun(word));
}

/** Whether nothing but the time, the place or whom it was told stands behind the frame. */
export function isFrameEnd(words: readonly Word[], from: number, end: number): boolean {
  let at = from;
  while (at < end) {
    const next = skipAdverbs(words, at);
    const phrase = isPreposition(words[next])
      ? longNounPhraseEnd(words, next + 1, end)
      : longNounPhraseEnd(words, next, end);
    const to = Math.max(next, phrase);
    if (to === at)
      return (
        isBreak(words[at]) &&
        !words
          .slice(at, end)
          .some((_word, index) => isFiniteAt(words, at + index) && !isBreak(words[at + index - 1]))
      );
    at = to;
  }
  return true;
}
