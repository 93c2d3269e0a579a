import { frameBehindQuotation, leadingAsClause, trailingFrame } from "@/lib/claims/german-attached-frames";
import { matrixClause } from "@/lib/claims/german-matrix-clauses";
import { firstFiniteFrom, isInSubjunctive, isSubjunctive, mayBeSubjunctive } from "@/lib/claims/german-mood";
import { constituentEnd, nounPhraseEnd } from "@/lib/claims/german-phrases";
import { reportedStatement } from "@/lib/claims/german-reported-speech";
import { sourcePhrase } from "@/lib/claims/german-source-phrases";
import {
  clauseStart,
  speakerOfVerb,
  subjectBefore,
  subjectBehind,
} from "@/lib/claims/german-speech-subjects";
import { opensSubordinate, speechVerbGroupAt } from "@/lib/claims/german-verb-groups";
import type { SpeechCue, SpeechFrame, SpeechGrammar } from "@/lib/claims/speech-grammar";
import { endOfContent, MEMORY_IN_SENTENCES } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";
import { tagGermanWords } from "@/lib/claims/tag-german-words";

/** How German marks speech. */
export const GERMAN_SPEECH: SpeechGrammar = {
  tag: tagGermanWords,
  cueBehind: frameBehindQuotation,
  cueBefore,
  indirectSpeech,
  cueForSentenceBefore,
  subject: (words) => {
    const verb = firstFiniteFrom(words, 0);
    return verb < 0 || opensSubordinate(words, 0)
      ? null
      : (subjectBefore(words, 0, verb) ?? subjectBehind(words, verb + 1, words.length));
  },
};

const LONGEST_BACKWARD_FRAME = 24;

/** "Das teilte die Polizei am Montag mit.", "Davon geht der Verband aus." */
function cueForSentenceBefore(words: readonly Word[]): SpeechCue | null {
  const end = endOfContent(words);
  if (end > LONGEST_BACKWARD_FRAME || !/^(?:das|dies|davon|darauf|davor)$/.test(words[0]?.lower ?? ""))
    return null;
  if (words[0]?.tag === "determiner" || words[1]?.tag !== "finite") return null;
  const group = speechVerbGroupAt(words, 1, end);
  if (!group || !/^(?:statement|conjecture|prediction)$/.test(group.verb.force)) return null;
  const speaker = group.isPassive
    ? speakerOfVerb(words, { from: 0, to: end }, group)
    : subjectBehind(words, 2, end);
  return speaker && { cue: group.cue, speaker, cueLemma: group.verb.lemma };
}

/** X sagte: „…“ · X: „…“ */
function cueBefore(words: readonly Word[], from: number, to: number): SpeechCue | null {
  if (isInBracket(words, from, to)) return null;
  if (words[to - 1]?.text !== ":") return cueWithoutColon(words, from, to);
  for (let at = to - 2; at >= from; at--) {
    const group = words[at]?.finite ? speechVerbGroupAt(words, at, to) : null;
    if (!group) continue;
    const clause = { from: Math.max(from, clauseStart(words, at)), to };
    const speaker = speakerOfVerb(words, clause, group);
    return { cue: group.cue, speaker, cueLemma: group.verb.lemma, isAnonymous: speaker === null };
  }
  const verb = firstFiniteFrom(words, from);
  if (verb >= 0 && verb < to) {
    const speaker = subjectBefore(words, from, verb) ?? subjectBehind(words, verb + 1, to);
    return { cue: null, speaker, cueLemma: "" };
  }
  const end = nounPhraseEnd(words, from, to);
  const behind = words[end]?.text === "," ? nounPhraseEnd(words, end + 1, to) : end;
  const isBare = end > from && behind > 0 && words.slice(behind, to - 1).every(({ tag }) => tag === "adverb");
  return isBare ? { cue: null, speaker: { from, to: end }, cueLemma: "" } : null;
}

/** Er sagte „Wir bauen“ · Er sagte, „Wir bauen“: a verb of speech right in front of a quotation with a verb of its own. */
function cueWithoutColon(words: readonly Word[], from: number, to: number): SpeechCue | null {
  const end = words[to - 1]?.text === "," ? to - 1 : to;
  const isSentence = isCapitalised(words[to + 1]) && firstFiniteFrom(words, to) > to;
  if (!isSentence) return null;
  for (let at = end - 1; at >= Math.max(from, end - LONGEST_CUE); at--) {
    const group = words[at]?.tag === "finite" ? speechVerbGroupAt(words, at, end) : null;
    if (!group) continue;
    const clause = { from: Math.max(from, clauseStart(words, at)), to: end };
    const speaker = speakerOfVerb(words, clause, group);
    const isAdjacent = group.end >= end || speaker?.to === end;
    return isAdjacent && group.verb.frames.has("clause") && speaker
      ? { cue: group.cue, speaker, cueLemma: group.verb.lemma }
      : null;
  }
  return null;
}

const LONGEST_CUE = 12;
const isCapitalised = (word: Word | undefined) => word !== undefined && /^\p{Lu}/u.test(word.text);

/** "(Motto: „…“)": a remark inside a sentence. */
function isInBracket(words: readonly Word[], from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at--) {
    if (words[at]?.text === ")") return false;
    if (words[at]?.text === "(") return true;
  }
  return false;
}

/**
 * Speech without quotation marks: by its grammar, or in the Konjunktiv alone when somebody has just been speaking.
 * `silence` counts the sentences since then.
 */
function indirectSpeech(words: readonly Word[], silence: number): SpeechFrame | null {
  const end = endOfContent(words);
  const frame = speechFrame(words, end, silence);
  return frame && besideOwnClause(words, frame, end);
}

/**
 * "X sagte, die Brücke sei alt, und der Rat sperrte sie", "Die Brücke sei alt, sagte X, und der Rat sperrte sie": the
 * author goes on, or another speaker begins, so that the sentence as a whole is nobody's.
 */
function besideOwnClause(words: readonly Word[], frame: SpeechFrame, end: number): SpeechFrame {
  if (frame.mode !== "indirect" || !frame.cue || !frame.speaker || frame.within) return frame;
  const { cue, speaker, content } = frame;
  for (let at = Math.max(cue.to, speaker.to); at < end; at++) {
    if (!/^(?:und|aber|doch|während)$/.test(words[at]?.lower ?? "") || words[at - 1]?.text !== ",") continue;
    const verb = firstFiniteFrom(words, at + 1);
    const second = words[verb];
    if (!second || verb >= end || constituentEnd(words, at + 1, verb) !== verb) continue;
    const isOwn = !isSubjunctive(second) && !mayBeSubjunctive(second) && subjectBefore(words, at + 1, verb);
    const told = content.find(({ from, to }) => from < at && to > at);
    const isTold = told && !opensSubordinate(words, told.from) && !isInSubjunctive(words, told.from, at);
    if (!isOwn || isTold) continue;
    const said = content
      .filter(({ from }) => from < at)
      .map(({ from, to }) => ({ from, to: Math.min(to, at - 1) }));
    return { ...frame, content: said, isLikely: true };
  }
  return frame;
}

function speechFrame(words: readonly Word[], end: number, silence: number): SpeechFrame | null {
  return (
    trailingFrame(words, end) ??
    leadingAsClause(words, end) ??
    sourcePhrase(words, end) ??
    ongoingSpeech(words, end, silence) ??
    matrixClause(words, end) ??
    reportedStatement(words, end) ??
    freeSpeech(words, end, silence)
  );
}

/** "Er gehe davon aus, dass …": the Konjunktiv of the first verb shows that the whole sentence goes on with speech. */
function ongoingSpeech(words: readonly Word[], end: number, silence: number): SpeechFrame | null {
  const verb = firstFiniteFrom(words, 0);
  const isOngoing =
    silence <= MEMORY_IN_SENTENCES &&
    verb > 0 &&
    /^(?:er|sie|es|man)$/.test(words[verb - 1]?.lower ?? words[verb + 1]?.lower ?? "");
  return isOngoing && isInSubjunctive(words, verb, end) ? freeSpeech(words, end, silence) : null;
}

function freeSpeech(words: readonly Word[], end: number, silence: number): SpeechFrame | null {
  const verbs = mainVerbs(words, end);
  const isMarked = verbs.some((verb, index) =>
    isFreeSubjunctive(words, { verb, end, silence, isFirst: index === 0 }),
  );
  const isHearsay = silence <= 1 && /^(?:soll|sollen)$/.test(words[verbs[0] ?? -1]?.lower ?? "");
  if (!isMarked && !isHearsay) return null;
  // "soll … gegeben haben" right behind somebody's words goes on with them; "soll im Mai öffnen" may be the author's.
  const isSure = isMarked || (silence === 0 && /^(?:haben|sein)$/.test(words[end - 1]?.lower ?? ""));
  return {
    mode: "indirect",
    content: [{ from: 0, to: end }],
    cue: null,
    speaker: null,
    cueLemma: "",
    isLikely: !isSure,
    // "soll … geöffnet haben" tells what people say; whether the last speaker said it, nothing shows.
    isAnonymous: !isMarked && isSure,
  };
}

/** The finite verbs that no relative or subordinate clause holds. */
const mainVerbs = (words: readonly Word[], end: number): number[] =>
  words.flatMap(({ tag }, at) =>
    tag === "finite" &&
    at < end &&
    (opensWithDemonstrative(words, at) || !opensSubordinate(words, clauseStart(words, at)))
      ? [at]
      : [],
  );

/** "Das sei nicht hinnehmbar": no relative clause begins a sentence with its verb second. */
const opensWithDemonstrative = (words: readonly Word[], verb: number) =>
  verb === 1 && /^(?:das|dies|der|die)$/.test(words[0]?.lower ?? "");

const DOUBTFUL = /^(?:wäre|wären|hätte|hätten|würde|würden|möge|mögen)$/;

interface MainVerb {
  readonly verb: number;
  readonly end: number;
  readonly silence: number;
  readonly isFirst: boolean;
}

/** Behind somebody's words every Konjunktiv goes on with them; elsewhere only one that can't be a wish or a condition. */
function isFreeSubjunctive(words: readonly Word[], { verb, end, silence, isFirst }: MainVerb): boolean {
  const word = words[verb];
  if (!word || !isInSubjunctive(words, verb, isFirst ? end : verb + 1)) return false;
  const isSure = !DOUBTFUL.test(word.lower) && isSubjunctive(word) && verb > 0;
  return isFirst ? isSure || silence <= MEMORY_IN_SENTENCES : isSure && silence <= MEMORY_IN_SENTENCES;
}
