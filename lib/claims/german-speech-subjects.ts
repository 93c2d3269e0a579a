import { canBeSubject, nounPhraseEnd, prepositionalPhraseEnd } from "@/lib/claims/german-phrases";
import type { SpeechVerbGroup } from "@/lib/claims/german-verb-groups";
import { appositionEnd, opensSubordinate } from "@/lib/claims/german-verb-groups";
import { PREPOSITIONS, RELATIVE_PRONOUNS } from "@/lib/claims/german-words";
import type { WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";

/* Who speaks: the subject of a verb of speech, or the agent of its passive. Offsets are indices of words. */

/** The words that name who does what the verb group says, in the clause from `from` to `to`. */
export function speakerOfVerb(
  words: readonly Word[],
  { from, to }: WordRange,
  { at, isPassive, verb }: SpeechVerbGroup,
): WordRange | null {
  // "Der Chef wird mit den Worten zitiert": he speaks himself.
  if (isPassive && verb.lemma !== "zitieren") return agentOfPassive(words, from, to);
  if (/^(?:heißen|hervorgehen|stehen)$/.test(verb.lemma)) {
    const source = sourceInFront(words, from, at);
    if (source || verb.lemma === "stehen") return source;
  }
  const subject = opensWithRelative(words, from)
    ? subjectOfRelative(words, from, at)
    : (subjectBefore(words, from, at) ?? subjectBehind(words, at + 1, to) ?? nobleName(words, from, at));
  return subject && isPersonLike(words, subject) ? subject : null;
}

/** "Von der Aue sagte": nobody else can be the subject. */
function nobleName(words: readonly Word[], from: number, verb: number): WordRange | null {
  const isName = /^(?:Von|Van)$/.test(words[from]?.text ?? "") && words[verb - 1]?.tag === "noun";
  return isName && verb - from <= 3 ? { from, to: verb } : null;
}

/** "von der Polizei", "durch den Rat" in a passive clause. */
function agentOfPassive(words: readonly Word[], from: number, to: number): WordRange | null {
  for (let at = from; at < to; at++) {
    if (!/^(?:von|vom|durch)$/.test(words[at]?.lower ?? "") || words[at]?.tag !== "preposition") continue;
    // "Opfer von Gewalt": behind a noun the phrase belongs to it.
    if (words[at]?.lower !== "durch" && words[at - 1]?.tag === "noun" && at > from + 1) continue;
    const end = prepositionalPhraseEnd(words, at, to);
    if (end > at + 1) return { from: at + 1, to: end };
  }
  return null;
}

const opensWithRelative = (words: readonly Word[], from: number) =>
  words[from]?.tag === "pronoun" &&
  words[from - 1]?.text === "," &&
  RELATIVE_PRONOUNS.has(words[from]?.lower ?? "");

/** "der in Rom sagte" speaks himself; in "den die Zeitung zitiert" the subject follows. */
function subjectOfRelative(words: readonly Word[], from: number, at: number): WordRange | null {
  const pronoun = words[from]?.lower ?? "";
  const inner = nounPhraseEnd(words, from + 1, at);
  const hasInner = inner > 0 && canBeSubject(words, from + 1, at) && pronoun !== "der";
  if (hasInner) return { from: from + 1, to: inner };
  return pronoun === "der" || pronoun === "die" || pronoun === "das" ? { from, to: from + 1 } : null;
}

/** The noun phrase or pronoun directly behind the verb. */
export function subjectBehind(words: readonly Word[], from: number, to: number): WordRange | null {
  let at = from;
  for (let skipped = 0; at < to && skipped < MOST_SKIPPED; skipped++) {
    const word = words[at];
    if (word?.lower === "es" && words[at + 1]?.tag === "preposition") return sourceGroup(words, at + 1, to);
    if (word?.tag === "adverb" || (word?.tag === "pronoun" && UNSTRESSED.test(word.lower))) at++;
    else if (word?.tag === "preposition") {
      const end = prepositionalPhraseEnd(words, at, to);
      if (end < 0) return null;
      at = end;
    } else break;
  }
  const word = words[at];
  if (at >= to || !word || word.tag === "preposition") return null;
  if (word.tag === "pronoun")
    return canBeSubject(words, at, to) && word.lower !== "es" ? { from: at, to: at + 1 } : null;
  const end = nounPhraseEnd(words, at, to);
  return end > at && canBeSubject(words, at, to) ? { from: at, to: end } : null;
}

const MOST_SKIPPED = 6;
/** Pronouns that stand between verb and subject. */
const UNSTRESSED = /^(?:sich|ihm|ihr|ihnen|uns|mir|ihn|dies|das|es)$/;

/** "In dem Bericht heißt es", "aus den Akten geht hervor": the source stands in front of the verb. */
function sourceInFront(words: readonly Word[], from: number, at: number): WordRange | null {
  if (!/^(?:aus|in|im|beim|bei)$/.test(words[from]?.lower ?? "")) return null;
  const end = prepositionalPhraseEnd(words, from, at);
  return end > from + 1 ? { from: from + 1, to: end } : null;
}

/** "hieß es aus Militärkreisen", "heißt es in dem Bericht": the source stands in a prepositional phrase. */
function sourceGroup(words: readonly Word[], at: number, to: number): WordRange | null {
  const isSource = /^(?:aus|in|im|von|vom|seitens|beim|bei)$/.test(words[at]?.lower ?? "");
  const end = isSource ? prepositionalPhraseEnd(words, at, to) : -1;
  return end > 0 ? { from: at + 1, to: end } : null;
}

/** The noun phrase that stands before the verb, as the last one that can be its subject. */
export function subjectBefore(words: readonly Word[], from: number, verb: number): WordRange | null {
  let at = from;
  while (at < verb && (words[at]?.tag === "coordinator" || words[at]?.kind === "mark")) at++;
  // "Als Gründe nannte X hohe Kosten": what something is named as never speaks.
  if (words[at]?.lower === "als") return null;
  // "Analyst Karl Beispiel": a noun in front that a tagger took for a preposition.
  const isTitle = words[at]?.tag === "preposition" && !PREPOSITIONS.has(words[at]?.lower ?? "");
  if (isTitle && words[at + 1]?.tag === "noun") at++;
  if (!canBeSubject(words, at, verb)) return null;
  if (words[at]?.tag === "pronoun") return { from: at, to: at + 1 };
  const end = nounPhraseEnd(words, at, verb);
  if (end <= at) return null;
  // "Kündigungen schloss die Chefin aus": a plural is no subject of a verb in the singular.
  const isBare = words[at]?.tag !== "determiner" && end - at <= 2;
  if (isBare && words[verb]?.finite?.isPlural === false && PLURAL.test(words[end - 1]?.lower ?? ""))
    return null;
  return { from: at, to: coordinatedEnd(words, end, verb) };
}

const PLURAL = /\p{L}(?:ungen|ionen|heiten|keiten|schaften|täten)$/u;

/** "Präsident A und Kanzler B beschlossen": both speak when both reach up to the verb. */
function coordinatedEnd(words: readonly Word[], end: number, verb: number): number {
  if (words[end]?.lower !== "und" && words[end]?.lower !== "sowie") return end;
  const other = nounPhraseEnd(words, end + 1, verb);
  return other === verb ? other : end;
}

/** Somebody who can speak: a person, an office, an organisation; not "es" or "dies". */
const isPersonLike = (words: readonly Word[], { from, to }: WordRange) =>
  to > from + 1 || !/^(?:es|das|dies|dieses|alles|nichts|was|niemand|keiner)$/.test(words[from]?.lower ?? "");

/** Index of the first word of the clause around `at`: behind the last comma that opens it. */
export function clauseStart(words: readonly Word[], verb: number): number {
  let at = verb;
  for (let before = verb - 1; before >= 0; before--) {
    const text = words[before]?.text ?? "";
    if (text === ":" || text === ";") return before + 1;
    if (text !== ",") continue;
    const open = openOfInsertion(words, before, at);
    if (open < 0) return before + 1;
    before = open;
    at = open;
  }
  return 0;
}

/**
 * Where the apposition or relative clause begins that the comma closes: "A, Sprecher des B, sagte", "A, der B leitet,
 * und C sagten". -1 where the comma opens the clause of the verb.
 */
function openOfInsertion(words: readonly Word[], comma: number, verb: number): number {
  const next = words[comma + 1];
  const isClosing =
    comma + 1 === verb || next?.tag === "finite" || next?.tag === "coordinator" || next?.tag === "adverb";
  if (!isClosing) return -1;
  for (let open = comma - 1; open > 0; open--) {
    if (words[open]?.text !== ",") continue;
    const isApposition = appositionEnd(words, open, comma + 1) === comma;
    const isRelative = opensSubordinate(words, open + 1) && words[comma - 1]?.finite != null;
    return isApposition || isRelative ? open : -1;
  }
  return -1;
}

/** "sagte Erika Beispiel der Zeitung": behind a name, and before a medium, "der" is no genitive. */
export function withoutAddressee(words: readonly Word[], { from, to }: WordRange): WordRange {
  const isName = words[from]?.tag === "noun";
  for (let at = from + 1; at < to; at++) {
    const isDative = words[at]?.lower === "der" && words[at]?.tag === "determiner";
    if (isDative && isAddressee(words, at) && (isName || words[at - 1]?.tag === "noun"))
      return { from, to: at };
  }
  return { from, to };
}

/** A medium or somebody else in the dative: "der „Rundschau“", "dem Sender Muster", "der Deutschen Presse-Agentur". */
export function isAddressee(words: readonly Word[], at: number): boolean {
  if (!/^(?:der|dem|den|dieser|unserer)$/.test(words[at]?.lower ?? "")) return false;
  let head = at + 1;
  while (words[head]?.tag === "adjective" || (words[head]?.tag === "noun" && words[head + 1]?.tag === "noun"))
    head++;
  const word = words[head];
  const isMedium =
    word?.tag === "noun" && (MEDIUM.test(word.lower) || MEDIUM.test(words[at + 1]?.lower ?? ""));
  return isMedium || /^[„"»“]$/.test(word?.text ?? "");
}

const MEDIUM =
  /(?:zeitung|zeitungen|blatt|magazin|sender|rundfunk|fernsehen|agentur|agenturen|nachrichtenagentur|presse|portal|rundschau|journalisten|reportern|radio)$/;
