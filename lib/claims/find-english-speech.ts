import { TAKES_CLAUSE } from "@/lib/claims/english-additions";
import {
  adjunctEnd,
  longNounPhraseEnd,
  nounPhraseEnd,
  parseClause,
  prepositionalPhraseEnd,
} from "@/lib/claims/english-phrases";
import {
  accordingAt,
  cueBefore,
  cueBehind,
  isFrameEnd,
  isSpeechVerb,
  speakerAt,
} from "@/lib/claims/english-speakers";
import {
  APPEAL_FORMS,
  CALL_FORMS,
  DENYING_FORMS,
  PLAIN_FORMS,
  REPORTING_FORMS,
  SPEECH_FORMS,
  TELLING_FORMS,
} from "@/lib/claims/english-speech-verbs";
import { withVerbsRead } from "@/lib/claims/english-verb-readings";
import { fineTag, isBreak, isFiniteAt, isPronoun, isQuoteMark } from "@/lib/claims/english-words";
import type { SpeechFrame, SpeechGrammar, WordRange } from "@/lib/claims/speech-grammar";
import { endOfContent } from "@/lib/claims/speech-grammar";
import { tagEnglishWords } from "@/lib/claims/tag-english-words";
import type { Word } from "@/lib/claims/tag-german-words";

/** How English marks speech. */
export const ENGLISH_SPEECH: SpeechGrammar = {
  tag: (tokens) => withVerbsRead(tagEnglishWords(tokens)),
  cueBehind,
  cueBefore,
  indirectSpeech,
};

const LONGEST_FRAME = 28;

function indirectSpeech(words: readonly Word[]): SpeechFrame | null {
  const end = endOfContent(words);
  return (
    accordingTo(words, end) ??
    insertedFrame(words, end) ??
    trailingFrame(words, end) ??
    matrixClause(words, end) ??
    sharedSubject(words, end) ??
    secondClause(words, end) ??
    reportedAct(words, end)
  );
}

/** "According to X, …" · "…, according to X" · "…, according to X, …" */
function accordingTo(words: readonly Word[], end: number): SpeechFrame | null {
  const at = words.findIndex(
    ({ lower }, index) => lower === "according" && accordingAt(words, index) !== null,
  );
  const frame = at < 0 ? null : accordingAt(words, at);
  if (!frame?.speaker) return null;
  const comma = words.findIndex(({ text }, index) => index > at && text === ",");
  const behind = comma < 0 ? longNounPhraseEnd(words, at + 2, end) : comma;
  if (at === 0)
    return comma < 0 ? null : { mode: "indirect", content: [{ from: comma + 1, to: end }], ...frame };
  const before = isBreak(words[at - 1]) ? at - 1 : at;
  const rest = comma >= 0 && comma + 1 < end ? [{ from: comma + 1, to: end }] : [];
  const isInserted = rest.length > 0 && !hasFinite(words, 0, before);
  // "…, according to X, which …": what follows is not plainly the source's.
  if (rest.length > 0 && !isInserted)
    return {
      mode: "indirect",
      content: [{ from: 0, to: before }],
      ...frame,
      isUnsure: false,
      within: { from: before, to: Math.min(end, behind) },
    };
  return { mode: "indirect", content: [{ from: 0, to: before }, ...rest], ...frame };
}

/** "The dam, officials said, is safe." */
function insertedFrame(words: readonly Word[], end: number): SpeechFrame | null {
  for (let comma = 1; comma < end - 4; comma++) {
    if (words[comma]?.text !== ",") continue;
    const close = words.findIndex(({ text }, at) => at > comma && text === ",");
    if (close < 0 || close - comma > 10) continue;
    const frame = wholeFrame(words, comma + 1, close);
    const isOpen = frame !== null && !hasFinite(words, 0, comma) && close + 1 < end;
    if (isOpen)
      return {
        mode: "indirect",
        content: [
          { from: 0, to: comma },
          { from: close + 1, to: end },
        ],
        ...frame,
      };
  }
  return null;
}

/** A frame that fills its place between two commas. */
function wholeFrame(words: readonly Word[], from: number, to: number) {
  const frame = cueBehind(words, from, to);
  if (!frame?.cue || !frame.speaker) return null;
  const isWhole = Math.min(frame.cue.from, frame.speaker.from) === from;
  return isWhole && isFrameEnd(words, Math.max(frame.cue.to, frame.speaker.to), to) ? frame : null;
}

/** "The dam is safe, officials said on Monday", "…, said Jane Roe, the mayor". */
function trailingFrame(words: readonly Word[], end: number): SpeechFrame | null {
  for (let comma = end - 2; comma >= Math.max(2, end - LONGEST_FRAME); comma--) {
    if (words[comma]?.text !== "," || !hasFinite(words, 0, comma)) continue;
    const frame = cueBehind(words, comma + 1, end);
    if (!frame?.cue || !frame.speaker) continue;
    const behind = Math.max(frame.cue.to, frame.speaker.to);
    const isAtStart = Math.min(frame.cue.from, frame.speaker.from) === comma + 1;
    if (!isAtStart || words[behind]?.lower === "that" || !isFrameEnd(words, behind, end)) continue;
    // "A, B said": the subject of the verb may be a part of a list.
    if (parseClause(words.slice(0, comma)) === null) continue;
    return { mode: "indirect", content: [{ from: 0, to: comma }], ...frame };
  }
  return null;
}

/** "X says (that) …", "In a statement, X told reporters on Monday that …" */
function matrixClause(words: readonly Word[], end: number): SpeechFrame | null {
  const parsed = parseClause(words);
  if (!parsed || isPronounOfNobody(words[parsed.subject.from])) return null;
  const { subject, verb } = parsed;
  const main = words[verb.main];
  const lemma = main?.lower ?? "";
  if (!main || (!SPEECH_FORMS.has(lemma) && !DENYING_FORMS.has(lemma)) || isPassive(words, verb)) return null;
  const content = contentBehind(words, verb.to, { end, lemma });
  if (!content) return null;
  const speaker = speakerAt(words, subject.from, subject.to) ?? subject;
  const isDenial = DENYING_FORMS.has(lemma);
  return {
    mode: isDenial ? "reported" : "indirect",
    content: [isDenial ? { from: 0, to: end } : content],
    cue: { from: verb.main, to: verb.main + 1 },
    speaker: widened(words, speaker, subject),
    cueLemma: lemma,
  };
}

/** "The report's authors", "Scientists at the University of Muster": all of the subject where nothing is set off. */
function widened(words: readonly Word[], speaker: WordRange, subject: WordRange): WordRange {
  return words
    .slice(subject.from, subject.to)
    .some((word) => isBreak(word) || /^(?:VB|W)/.test(fineTag(word)))
    ? speaker
    : subject;
}

const isPronounOfNobody = (word: Word | undefined) =>
  /^(?:it|there|this|that|which|what|i|we|you)$/.test(word?.lower ?? "");
const isPassive = (words: readonly Word[], verb: { from: number; main: number }) =>
  verb.main > verb.from &&
  words.slice(verb.from, verb.main).some(({ lower }) => /^(?:is|are|was|were|been|be)$/.test(lower));

/** What is said: behind "that", or a clause directly behind the verb, its time and whom it was told. */
function contentBehind(
  words: readonly Word[],
  from: number,
  { end, lemma }: { end: number; lemma: string },
): WordRange | null {
  let at = from;
  for (let steps = 0; steps < 4 && at < end; steps++) {
    const word = words[at];
    // "pointed to the fact that …": the clause belongs to the noun.
    if (word?.lower === "that" && steps > 0 && TAKES_CLAUSE.test(words[at - 1]?.lower ?? "")) return null;
    if (word?.lower === "that") return isClause(words, at + 1, end) ? { from: at + 1, to: end } : null;
    if (word?.text === "," && words[at + 1]?.lower === "that") return { from: at + 2, to: end };
    // "She noted, however, that …"
    if (word?.text === "," && words[at + 2]?.text === "," && words[at + 3]?.lower === "that")
      return { from: at + 4, to: end };
    const rest = PLAIN_FORMS.has(lemma) ? words.slice(at, end) : [];
    const parsed = rest.length > 0 ? parseClause(rest) : null;
    const isTold = TELLING_FORMS.has(lemma) && steps === 0 && !/^(?:claim|warn)/.test(lemma);
    if (parsed && !isTold && !startsWithTime(words, at, parsed.front)) return { from: at, to: end };
    const next =
      adjunctEnd(words, at) > at ? adjunctEnd(words, at) : isTold ? addresseeEnd(words, at, end) : -1;
    if (next <= at) return null;
    at = next;
  }
  return null;
}

/** "found a vaccine that protects mice": "that" opens what is said only before a subject, or a condition. */
function isClause(words: readonly Word[], from: number, end: number): boolean {
  const opener = words[from];
  const hasSubject = parseClause(words.slice(from, end)) !== null;
  return hasSubject || (isOpener(opener) && hasFinite(words, from, end));
}
const isOpener = (word: Word | undefined) =>
  /^(?:,|if|when|as|while|although|what|because|since|for)$/.test(word?.lower ?? "") || isQuoteMark(word);

/** "said on Monday the bridge was safe": the time is that of the saying. */
const startsWithTime = (words: readonly Word[], at: number, front: WordRange) =>
  front.to > 0 && words[at]?.lower === "on" && prepositionalPhraseEnd(words, at) > 0;

function addresseeEnd(words: readonly Word[], from: number, end: number): number {
  const to = nounPhraseEnd(words, from, end);
  return to > 0 && !isFiniteAt(words, to) ? to : -1;
}

/** "The minister promised help and said that …": only the clause behind the second verb is his. */
function sharedSubject(words: readonly Word[], end: number): SpeechFrame | null {
  const parsed = parseClause(words);
  if (!parsed) return null;
  for (let verb = parsed.verb.to + 1; verb < end - 2; verb++) {
    const isAdding =
      fineTag(words[verb]) === "VBG" && isBreak(words[verb - 1]) && ADDING.test(words[verb]?.lower ?? "");
    const isJoined =
      /^(?:and|but)$/.test(words[verb - 1]?.lower ?? "") &&
      isSpeechVerb(words, verb) &&
      isFiniteAt(words, verb);
    if (!isAdding && !isJoined) continue;
    const content = contentBehind(words, verb + 1, {
      end,
      lemma: isAdding ? "said" : (words[verb]?.lower ?? ""),
    });
    if (!content) continue;
    return {
      mode: "indirect",
      content: [content],
      within: { from: verb, to: content.from },
      cue: { from: verb, to: verb + 1 },
      speaker: widened(
        words,
        speakerAt(words, parsed.subject.from, parsed.subject.to) ?? parsed.subject,
        parsed.subject,
      ),
      cueLemma: words[verb]?.lower ?? "",
    };
  }
  return null;
}

/** "The groups welcomed it, but residents said they would sue": only what follows the second verb is theirs. */
function secondClause(words: readonly Word[], end: number): SpeechFrame | null {
  for (let at = 3; at < end - 4; at++) {
    if (!/^(?:and|but|while)$/.test(words[at]?.lower ?? "") || !isBreak(words[at - 1])) continue;
    if (!parseClause(words.slice(0, at - 1))) continue;
    const frame = matrixClause(words.slice(at + 1, end), end - at - 1);
    const [content] = frame?.content ?? [];
    if (!frame?.cue || !frame.speaker || !content || frame.mode !== "indirect") continue;
    const moved = ({ from, to }: WordRange): WordRange => ({ from: from + at + 1, to: to + at + 1 });
    return {
      mode: "indirect",
      content: [moved(content)],
      within: { from: at + 1, to: content.from + at + 1 },
      cue: moved(frame.cue),
      speaker: moved(frame.speaker),
      cueLemma: frame.cueLemma,
    };
  }
  return null;
}

const ADDING = /^(?:saying|adding|claiming|arguing|warning|noting|insisting|alleging|stating|explaining)$/;

/** "X calls for …", "X urged the council to …", "X rejected the claim". */
function reportedAct(words: readonly Word[], end: number): SpeechFrame | null {
  const parsed = parseClause(words);
  if (!parsed || isPronounOfNobody(words[parsed.subject.from])) return null;
  const { subject, verb } = parsed;
  const lemma = words[verb.main]?.lower ?? "";
  const isCall = CALL_FORMS.has(lemma) && /^(?:for|on|upon)$/.test(words[verb.to]?.lower ?? "");
  const isAppeal = APPEAL_FORMS.has(lemma) || isCall;
  const isNaming =
    /^(?:called|branded|labelled|labeled|dubbed|termed)$/.test(lemma) &&
    words.slice(verb.to).some(isQuoteMark);
  if ((!isAppeal && !isNaming && !REPORTING_FORMS.has(lemma)) || isPassive(words, verb) || verb.to >= end)
    return null;
  const speaker = speakerAt(words, subject.from, subject.to) ?? subject;
  return {
    mode: "reported",
    content: [{ from: 0, to: end }],
    cue: { from: verb.main, to: verb.main + 1 },
    speaker: isPronoun(words[subject.from]) ? speaker : widened(words, speaker, subject),
    cueLemma: isAppeal ? "fordern" : isNaming ? "describe" : lemma,
  };
}

function hasFinite(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isFiniteAt(words, at)) return true;
  return false;
}
