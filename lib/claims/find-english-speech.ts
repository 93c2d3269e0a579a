import type { SpeechCue, SpeechFrame, SpeechGrammar, WordRange } from "@/lib/claims/speech-grammar";
import { endOfContent } from "@/lib/claims/speech-grammar";
import { isEnglishFinite, tagEnglishWords } from "@/lib/claims/tag-english-words";
import type { Word } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

/** Verbs that introduce somebody's words, in the forms in which news use them. */
const SPEECH_FORMS = wordsOf(
  "say says said saying tell tells told add adds added explain explains explained note notes noted claim claims claimed",
  "argue argues argued warn warns warned announce announces announced report reports reported state states stated believe believes believed",
  "confirm confirms confirmed deny denies denied suggest suggests suggested insist insists insisted reveal reveals revealed",
  "show shows showed find finds found estimate estimates estimated expect expects expected hope hopes hoped think thinks thought",
  "acknowledge acknowledges acknowledged stress stresses stressed write writes wrote tweet tweets tweeted conclude concludes concluded",
  "predict predicts predicted allege alleges alleged admit admits admitted agree agrees agreed reply replies replied",
);
/** After these a clause follows even without "that". */
const PLAIN_FORMS = wordsOf(
  "say says said believe believes believed think thinks thought claim claims claimed revealed suggested hope hopes hoped",
);
const APPEAL_FORMS = /^(?:call|calls|called|urge|urges|urged|demand|demands|demanded)$/;
const LONGEST_FRAME = 24;

/** How English marks speech. */
export const ENGLISH_SPEECH: SpeechGrammar = { tag: tagEnglishWords, cueBehind, cueBefore, indirectSpeech };

/** "…," said X · "…," X said */
function cueBehind(words: readonly Word[], from: number, to: number): SpeechCue | null {
  const verb = speechVerbFrom(words, from, Math.min(to, from + LONGEST_FRAME));
  if (verb < 0) return null;
  const speaker = verb === from ? personFrom(words, verb + 1, to) : personFrom(words, from, verb);
  return speaker ? { cue: { from: verb, to: verb + 1 }, speaker, cueLemma: words[verb]?.lower ?? "" } : null;
}

/** X said: "…" · X said, "…" */
function cueBefore(words: readonly Word[], from: number, to: number): SpeechCue | null {
  const mark = words[to - 1];
  const verb = speechVerbFrom(words, from, to);
  if (verb <= from || (mark?.text !== ":" && mark?.text !== "," && verb !== to - 1)) return null;
  const speaker = personFrom(words, from, verb);
  return speaker ? { cue: { from: verb, to: verb + 1 }, speaker, cueLemma: words[verb]?.lower ?? "" } : null;
}

function indirectSpeech(words: readonly Word[]): SpeechFrame | null {
  const end = endOfContent(words);
  return (
    accordingTo(words, end) ?? trailingFrame(words, end) ?? matrixClause(words, end) ?? appeal(words, end)
  );
}

/** "According to X, …" · "…, according to X" */
function accordingTo(words: readonly Word[], end: number): SpeechFrame | null {
  const at = words.findIndex(({ lower }, index) => lower === "according" && words[index + 1]?.lower === "to");
  if (at < 0) return null;
  const comma = words.findIndex(({ text }, index) => index > at && text === ",");
  const to = comma < 0 ? end : comma;
  const cue = { from: at, to: at + 2 };
  const speaker = { from: at + 2, to };
  if (at === 0)
    return comma < 0
      ? null
      : { mode: "indirect", content: [{ from: comma + 1, to: end }], cue, speaker, cueLemma: "laut" };
  const before = words[at - 1]?.text === "," ? at - 1 : at;
  const content = [{ from: 0, to: before }, ...(to + 1 < end ? [{ from: to + 1, to: end }] : [])];
  return { mode: "indirect", content, cue, speaker, cueLemma: "laut" };
}

function trailingFrame(words: readonly Word[], end: number): SpeechFrame | null {
  const comma = words.findLastIndex(({ text }, at) => text === "," && at < end);
  if (comma < 2 || end - comma > LONGEST_FRAME) return null;
  const frame = cueBehind(words, comma + 1, end);
  if (!frame?.cue || !frame.speaker || !hasFinite(words, 0, comma)) return null;
  const behind = Math.max(frame.cue.to, frame.speaker.to);
  const isWhole = behind >= end - 1 || (words[behind]?.tag === "preposition" && !hasVerb(words, behind, end));
  if (!isWhole) return null;
  return { mode: "indirect", content: [{ from: 0, to: comma }], ...frame };
}

/** "X says (that) …" */
function matrixClause(words: readonly Word[], end: number): SpeechFrame | null {
  const verb = speechVerbFrom(words, 1, Math.min(end, LONGEST_FRAME * 2));
  const speaker = verb > 0 ? subjectBefore(words, 0, verb) : null;
  if (!speaker) return null;
  const hasThat = words[verb + 1]?.lower === "that";
  const from = hasThat ? verb + 2 : verb + 1;
  if (!hasThat && !PLAIN_FORMS.has(words[verb]?.lower ?? "")) return null;
  if (!hasVerb(words, from, end) || words[from]?.tag === "preposition") return null;
  return {
    mode: "indirect",
    content: [{ from, to: end }],
    cue: { from: verb, to: verb + 1 },
    speaker,
    cueLemma: words[verb]?.lower ?? "",
  };
}

/** "X calls for …", "X urged the council to …" */
function appeal(words: readonly Word[], end: number): SpeechFrame | null {
  const verb = words.findIndex(({ lower }, at) => at > 0 && at < 12 && APPEAL_FORMS.test(lower));
  if (
    verb < 1 ||
    (words[verb]?.lower.startsWith("call") &&
      words[verb + 1]?.lower !== "for" &&
      words[verb + 1]?.lower !== "on")
  )
    return null;
  const speaker = personFrom(words, 0, verb);
  if (!speaker || hasFinite(words, 0, verb)) return null;
  return {
    mode: "reported",
    content: [{ from: 0, to: end }],
    cue: { from: verb, to: verb + 1 },
    speaker,
    cueLemma: "fordern",
  };
}

function speechVerbFrom(words: readonly Word[], from: number, to: number): number {
  for (let at = from; at < to; at++) {
    const word = words[at];
    if (word && SPEECH_FORMS.has(word.lower) && word.tag !== "noun" && words[at - 1]?.tag !== "determiner")
      return at;
  }
  return -1;
}

/** All words in front of the verb, without an apposition: "Scientists at the University of Muster". */
function subjectBefore(words: readonly Word[], from: number, verb: number): WordRange | null {
  const person = personFrom(words, from, verb);
  const comma = words.findIndex(({ text }, at) => at > from && at < verb && text === ",");
  const to = comma < 0 ? verb : comma;
  return person && !hasFinite(words, from, to) ? { from, to } : person;
}

/** The words that name somebody: up to a comma, a verb or a preposition of time or place. */
function personFrom(words: readonly Word[], from: number, to: number): WordRange | null {
  let end = from;
  while (
    end < to &&
    words[end]?.text !== "," &&
    words[end]?.text !== "." &&
    !isEnglishFinite(words[end]) &&
    !(
      end > from &&
      /^(?:in|on|at|during|after|while|that|to|who|which|published)$/.test(words[end]?.lower ?? "")
    )
  )
    end++;
  const isNamed = words
    .slice(from, end)
    .some(({ tag }) => tag === "noun" || tag === "pronoun" || tag === "adjective");
  return end > from && isNamed && words[from]?.tag !== "preposition" && words[from]?.lower !== "it"
    ? { from, to: end }
    : null;
}

function hasFinite(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some(isEnglishFinite);
}

/** Verbs in -ed too, which the tagger can't tell from participles. */
function hasVerb(words: readonly Word[], from: number, to: number): boolean {
  return words.slice(from, to).some((word) => isEnglishFinite(word) || word.tag === "participle");
}
