import { firstFiniteFrom, hasFinite } from "@/lib/claims/german-mood";
import { constituentEnd, nounPhraseEnd, prepositionalPhraseEnd } from "@/lib/claims/german-phrases";
import {
  clauseStart,
  isAddressee,
  speakerOfVerb,
  subjectBehind,
  withoutAddressee,
} from "@/lib/claims/german-speech-subjects";
import { opensSubordinate, speechVerbGroupAt } from "@/lib/claims/german-verb-groups";
import type { SpeechCue, SpeechFrame, WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

/* Frames that lean on what was said: „…“, sagte X · …, so X · …, wie X mitteilte, … · Wie X mitteilte, … */

const LONGEST_AS_CLAUSE = 60;

/** ", so X", ", sagte X am Montag", ", wie X mitteilte", ", heißt es", ", laut X": a frame from `from` to `to`. */
export function frameAt(words: readonly Word[], from: number, to: number): SpeechCue | null {
  const first = words[from];
  if (!first) return null;
  if (first.lower === "so") return soFrame(words, from, to);
  if (first.lower === "wie") return asClauseAt(words, from, to);
  if (first.lower === "laut" || first.lower === "gemäß") {
    const end = nounPhraseEnd(words, from + 1, to);
    return end < 0
      ? null
      : { cue: { from, to: from + 1 }, speaker: { from: from + 1, to: end }, cueLemma: "laut" };
  }
  const group = speechVerbGroupAt(words, from, to);
  if (!group?.verb.frames.has("clause") || group.verb.frames.has("front")) return null;
  const subject = group.isPassive
    ? speakerOfVerb(words, { from, to }, group)
    : subjectBehind(words, from + 1, to);
  const speaker = subject && withoutAddressee(words, subject);
  if (speaker && words[speaker.to]?.tag === "determiner" && !isAddressee(words, speaker.to)) return null;
  const isImpersonal = group.isPassive || group.verb.lemma === "heißen";
  if (!speaker && !isImpersonal) return null;
  return { cue: group.cue, speaker, cueLemma: group.verb.lemma, isAnonymous: speaker === null };
}

/** „…“, freut sich X: behind a quotation every verb with a subject speaks. */
export function frameBehindQuotation(words: readonly Word[], from: number, to: number): SpeechCue | null {
  const frame = frameAt(words, from, to) ?? nameBehindDash(words, from, to);
  // „…“, so charakterisierte ihn X
  if (!frame && words[from]?.lower === "so" && words[from + 1]?.tag === "finite")
    return verbBehindQuotation(words, from + 1, to);
  return frame ?? (words[from - 1]?.text === "," ? verbBehindQuotation(words, from, to) : null);
}

function verbBehindQuotation(words: readonly Word[], from: number, to: number): SpeechCue | null {
  const verb = words[from];
  if (verb?.tag !== "finite" || NEVER_SPEAKS.has(verb.finite?.lemma ?? "")) return null;
  const subject = subjectBehind(words, from + 1, to);
  const speaker = subject && withoutAddressee(words, subject);
  return speaker && { cue: { from, to: from + 1 }, speaker, cueLemma: verb.finite?.lemma ?? "" };
}

/** „…“ – Karl Beispiel */
function nameBehindDash(words: readonly Word[], from: number, to: number): SpeechCue | null {
  if (!/^[–—]$/.test(words[from - 1]?.text ?? "") || hasFinite(words, from, to)) return null;
  const end = nounPhraseEnd(words, from, to);
  const isNamed = end > from && words[from]?.tag === "noun" && (end >= to || words[end]?.kind === "mark");
  return isNamed ? { cue: null, speaker: { from, to: end }, cueLemma: "" } : null;
}

const NEVER_SPEAKS = wordsOf("sein haben werden können müssen sollen wollen dürfen mögen lassen");

/** ", so X", ", so X weiter", ", so wird gesagt". */
function soFrame(words: readonly Word[], from: number, to: number): SpeechCue | null {
  const cue = { from, to: from + 1 };
  const at = words[from + 1]?.tag === "adverb" ? from + 2 : from + 1;
  if (words[at]?.tag === "finite") return frameAt(words, at, to);
  const end =
    words[at]?.tag === "pronoun" && words[at]?.lower !== "dass" ? at + 1 : nounPhraseEnd(words, at, to);
  if (end <= at || words[at]?.tag === "subordinator" || hasFinite(words, end, to)) return null;
  return { cue, speaker: { from: at, to: end }, cueLemma: "so" };
}

/** "wie X berichtet", "wie aus dem Bericht hervorgeht": the verb of speech last. */
function asClauseAt(words: readonly Word[], from: number, to: number): SpeechCue | null {
  for (let at = to - 1; at > from; at--) {
    const word = words[at];
    if (!word) return null;
    if (word.tag === "noun" || word.tag === "determiner") break;
    // Taggers take a verb at the end of its clause for a participle now and then.
    const finite = word.finite ?? (word.tag === "participle" ? { lemma: word.lower } : null);
    const group = finite && speechVerbGroupAt(words, at, to);
    if (!group) continue;
    const behind = { from: from + 1, to: at };
    const speaker = group.isPassive
      ? speakerOfVerb(words, behind, group)
      : (subjectBehind(words, behind.from, behind.to) ?? sourceOfAsClause(words, behind));
    return { cue: group.cue, speaker, cueLemma: "wie", isAnonymous: speaker === null };
  }
  return null;
}

/** "wie aus Kreisen der Firma verlautete", "wie es in dem Bericht heißt". */
function sourceOfAsClause(words: readonly Word[], { from, to }: WordRange): WordRange | null {
  const at = words[from]?.lower === "es" ? from + 1 : from;
  if (!/^(?:aus|in|im|bei|von|vom)$/.test(words[at]?.lower ?? "")) return null;
  const end = prepositionalPhraseEnd(words, at, to);
  return end > at + 1 ? { from: at + 1, to: end } : null;
}

/** "Wie X mitteilte, ist …" */
export function leadingAsClause(words: readonly Word[], end: number): SpeechFrame | null {
  if (words[0]?.lower !== "wie") return null;
  for (const comma of commasAndColons(words, Math.min(end, LONGEST_AS_CLAUSE))) {
    if (words[comma + 1]?.tag !== "finite") continue;
    const frame = asClauseAt(words, 0, comma);
    return frame && { ...frame, mode: "indirect", content: [{ from: comma + 1, to: end }] };
  }
  return null;
}

/** "…, sagte X", and "Die Lage, sagte X, sei ernst". */
export function trailingFrame(words: readonly Word[], end: number): SpeechFrame | null {
  for (let comma = lastComma(words, end); comma >= 2; comma = lastComma(words, comma)) {
    if (end - comma > LONGEST_TRAILING) return null;
    const found = trailingFrameAt(words, comma, end);
    if (found) return found;
  }
  return null;
}

const LONGEST_TRAILING = 70;

function trailingFrameAt(words: readonly Word[], comma: number, end: number): SpeechFrame | null {
  const close = closeOfInsertion(words, comma + 1, end);
  const to = close < 0 ? end : close;
  const frame = frameAt(words, comma + 1, to);
  if (!frame) return null;
  const goesOn = close > 0 && continuesStatement(words, { comma, frame, from: close + 1, end });
  if (!goesOn && !hasMainClause(words, comma)) return null;
  const content = [{ from: 0, to: comma }, ...(goesOn ? [{ from: close + 1, to: end }] : [])];
  // "Sie bemängelt, die Halle, so X, sei undicht": a frame inside a frame.
  const isNested = goesOn && words[close + 1]?.tag === "finite" && hasMainClause(words, comma);
  const { cue, speaker, cueLemma, isAnonymous = false } = frame;
  return { mode: "indirect", content, cue, speaker, cueLemma, isUnsure: isNested, isAnonymous };
}

/** A finite verb in front of `end` that no subordinate clause holds. */
function hasMainClause(words: readonly Word[], end: number): boolean {
  for (let at = 0; at < end; at++)
    if (words[at]?.tag === "finite" && !opensSubordinate(words, clauseStart(words, at))) return true;
  return false;
}

/** The next comma behind `from`, or -1. */
function closeOfInsertion(words: readonly Word[], from: number, end: number): number {
  for (let at = from + 1; at < end; at++) if (words[at]?.text === ",") return at;
  return -1;
}

/**
 * Behind an interposed frame the speech goes on: "Die Lage, sagte X, sei ernst", "Der Damm sei, wie X sagte, seit Jahren
 * undicht". An apposition or relative clause belongs to the speaker: "…, sagte X, Sprecher des Verbands".
 */
function continuesStatement(
  words: readonly Word[],
  { comma, frame, from, end }: { comma: number; frame: SpeechCue; from: number; end: number },
): boolean {
  if (opensSubordinate(words, from)) return false;
  // "Der Verein, der Kinder betreut, forderte die Stadt auf, …": a relative clause in front, and no frame in between.
  if (!hasMainClause(words, comma) && hasFinite(words, 0, comma)) return false;
  const isCut = !hasFinite(words, 0, comma);
  const verb = firstFiniteFrom(words, from);
  if (isCut) return verb === from || (opensSubordinate(words, 0) && verb > 0 && verb < end);
  const close = closeOfInsertion(words, from, end);
  const to = close < 0 ? end : close;
  if (verb < 0 || verb >= to) {
    const isApposition =
      frame.speaker?.to === from - 1 && /^(?:noun|determiner|adjective)$/.test(words[from]?.tag ?? "");
    return (
      !isApposition &&
      !words.slice(from, to).some(({ lower }, at, rest) => lower === "zu" && at === rest.length - 2)
    );
  }
  return verb === from || constituentEnd(words, from, verb) === verb;
}

/** The last comma in front of `end`, or -1. */
export function lastComma(words: readonly Word[], end: number): number {
  for (let at = end - 1; at > 0; at--) if (words[at]?.text === ",") return at;
  return -1;
}

/** Commas and colons outside brackets. */
export function* commasAndColons(words: readonly Word[], end: number): Generator<number> {
  let depth = 0;
  for (let at = 1; at < end; at++) {
    const text = words[at]?.text ?? "";
    if (text === "(") depth++;
    else if (text === ")") depth--;
    else if (depth === 0 && (text === "," || text === ":")) yield at;
  }
}
