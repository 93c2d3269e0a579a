import { lastComma } from "@/lib/claims/german-attached-frames";
import { firstFiniteFrom } from "@/lib/claims/german-mood";
import {
  bearsName,
  canBeSubject,
  constituentEnd,
  nounPhraseEnd,
  prepositionalPhraseEnd,
} from "@/lib/claims/german-phrases";
import { isSourceNoun } from "@/lib/claims/german-speech-nouns";
import { subjectBefore, subjectBehind } from "@/lib/claims/german-speech-subjects";
import { speechVerbGroupAt } from "@/lib/claims/german-verb-groups";
import { MONTHS, POSSESSIVES, RELATIVE_PRONOUNS } from "@/lib/claims/german-words";
import type { SpeechFrame, WordRange } from "@/lib/claims/speech-grammar";
import type { Word } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

/* Source phrases: laut X · nach Angaben von X · X zufolge · aus Sicht von X. Offsets are indices of words. */

/** Finds the phrase that names the source of a sentence or of one of its clauses. */
export function sourcePhrase(words: readonly Word[], end: number): SpeechFrame | null {
  for (let at = 0; at < end; at++) {
    const phrase = sourcePhraseAt(words, at, end);
    if (!phrase) continue;
    const scope =
      relativeClauseAround(words, phrase.from, end) ?? clauseBeforeOtherSpeech(words, phrase, end);
    const pieces = [
      { from: scope?.from ?? colonBefore(words, phrase.from) + 1, to: trimCommaBack(words, phrase.from) },
      { from: skipComma(words, phrase.to), to: scope?.to ?? colonBehind(words, phrase.to, end) },
    ];
    const content = pieces.filter(({ from, to }) => from < to);
    if (content.length === 0) return null;
    const within = scope ? { from: phrase.from, to: phrase.to } : undefined;
    return {
      mode: "indirect",
      content,
      cue: phrase.cue,
      speaker: phrase.speaker,
      cueLemma: "laut",
      ...(within && { within }),
      isUnsure: phrase.isUnsure ?? false,
    };
  }
  return null;
}

/** "…, die nach Einschätzung der Behörde …": only the relative clause is the source's. */
function relativeClauseAround(words: readonly Word[], at: number, end: number): WordRange | null {
  const comma = lastComma(words, at);
  // "…, an denen nach Angaben der Feuerwehr …"
  const opener = words[words[comma + 1]?.tag === "preposition" ? comma + 2 : comma + 1];
  if (comma < 1 || comma + 1 >= at || opener?.tag !== "pronoun" || !RELATIVE_PRONOUNS.has(opener.lower))
    return null;
  const next = words.findIndex(({ text }, index) => index > at && index < end && text === ",");
  return { from: comma + 1, to: next < 0 ? end : next };
}

/** "Nach Angaben der Stadt kamen 500, die Polizei sprach von 300": another source has a clause of its own. */
function clauseBeforeOtherSpeech(words: readonly Word[], { to }: WordRange, end: number): WordRange | null {
  for (let comma = to; comma < end; comma++) {
    if (words[comma]?.text !== ",") continue;
    const verb = firstFiniteFrom(words, comma + 1);
    const isArticle = /^(?:der|die|das)$/.test(words[comma + 1]?.lower ?? "") && verb < end - 1;
    const isSubject = isArticle && nounPhraseEnd(words, comma + 2, verb) === verb;
    if (verb < 0 || verb >= end || (!isSubject && constituentEnd(words, comma + 1, verb) !== verb)) continue;
    if (speechVerbGroupAt(words, verb, end) || COUNTS.has(words[verb]?.finite?.lemma ?? ""))
      return { from: 0, to: comma };
  }
  return null;
}

/** "…, die Veranstalter sprachen von 600": verbs by which another source gives its own figure. */
const COUNTS = wordsOf("sprechen zählen schätzen beziffern rechnen");

interface SourcePhrase extends WordRange {
  readonly cue: WordRange;
  readonly speaker: WordRange;
  /** Where the phrase ends can't be told. */
  readonly isUnsure?: boolean;
}

function sourcePhraseAt(words: readonly Word[], at: number, end: number): SourcePhrase | null {
  const word = words[at];
  if (!word) return null;
  if (word.lower === "zufolge" || (word.lower === "nach" && isSourceNounBefore(words, at)))
    return at === 1 && word.lower === "zufolge" ? bareSource : postposedSource(words, at);
  if (word.lower === "demnach") {
    const own = { from: at, to: at + 1 };
    return { ...own, cue: own, speaker: own };
  }
  const isSource =
    word.lower === "laut" ||
    ((word.lower === "nach" || word.lower === "gemäß") && hasSourceNoun(words, at + 1, end)) ||
    (word.lower === "aus" && words[at + 1]?.lower === "sicht");
  if (!isSource) return null;
  // "nach bisher unbestätigten Berichten"
  const before = words[at + 1]?.tag === "adverb" && words[at + 2]?.tag === "adjective" ? at + 1 : at;
  const longest = prepositionalPhraseEnd(words, before, end);
  if (longest < 0) return null;
  const cue = { from: at, to: at + 1 };
  const other = words[longest]?.lower === "und" ? nounPhraseEnd(words, longest + 1, end) : -1;
  // In front of the finite verb all words are the source's.
  const opensClause = at === 0 || words[at - 1]?.kind === "mark";
  const front = opensClause ? [other, longest].find((to) => words[to]?.tag === "finite") : undefined;
  if (front !== undefined) return { from: at, to: front, cue, speaker: { from: at + 1, to: front } };
  const shortest = shortestSourceEnd(words, at + 1, longest);
  const to = hasMasculineSubject(words, at) ? withGenitive(words, shortest, longest) : shortest;
  const own = words.slice(at + 1, to).some(({ lower }) => OWN.test(lower));
  const speaker = own ? subjectOfSentence(words, at, to, end) : { from: at + 1, to };
  return speaker && { from: at, to, cue, speaker, isUnsure: isOpenEnd(words, to) };
}

/** "Der Mann wurde nach Angaben eines Sprechers der Klinik …": with the subject in front, "der" opens a genitive. */
const hasMasculineSubject = (words: readonly Word[], at: number) => {
  const verb = firstFiniteFrom(words, 0);
  return (
    verb > 0 &&
    verb < at &&
    /^(?:der|ein|er|dieser)$/.test(words[0]?.lower ?? "") &&
    canBeSubject(words, 0, verb)
  );
};

function withGenitive(words: readonly Word[], at: number, longest: number): number {
  if (!/^(?:der|des|eines|einer)$/.test(words[at]?.lower ?? "") || words[at]?.tag !== "determiner") return at;
  const noun = words.findIndex(({ tag }, index) => index > at && index < longest && tag === "noun");
  return noun < 0 ? at : noun + 1;
}

const OWN = /^eigene[nrs]?$/;

/** "Die Stadt hat nach eigenen Angaben …": the source is the subject of the sentence. */
function subjectOfSentence(words: readonly Word[], at: number, to: number, end: number): WordRange | null {
  const verb = firstFiniteFrom(words, 0);
  if (verb < 0) return null;
  if (verb > at) return subjectBehind(words, verb + 1, end);
  return subjectBefore(words, 0, verb) ?? subjectBehind(words, verb + 1, at) ?? subjectBehind(words, to, end);
}

/**
 * "nach Angaben des Ministeriums 214 Fahrgäste": behind the finite verb the next phrase follows at once, so a source is
 * one noun with one genitive, "von" phrase or name; whatever else could belong to it is left out.
 */
function shortestSourceEnd(words: readonly Word[], from: number, longest: number): number {
  const noun = words.findIndex(({ tag }, at) => at >= from && at < longest && tag === "noun");
  if (noun < 0) return longest;
  const head = isSourceNoun(words[noun]?.lower ?? "") ? ownerEnd(words, noun + 1, longest) : noun + 1;
  return dateEnd(words, nameEnd(words, head, longest));
}

/** "nach einem Bericht vom 11. Februar": the day belongs to the source. */
function dateEnd(words: readonly Word[], at: number): number {
  if (words[at]?.lower !== "vom" || words[at + 1]?.kind !== "number") return at;
  const month = MONTHS.has(words[at + 2]?.lower ?? "") ? at + 3 : at + 2;
  return words[month]?.kind === "number" ? month + 1 : month;
}

/** Behind "Angaben": "der Polizei", "von Minister Beispiel", "Moskaus". */
function ownerEnd(words: readonly Word[], at: number, longest: number): number {
  const opener = words[at];
  if (opener?.tag === "noun") return opener.lower.endsWith("s") ? at + 1 : at;
  if (opener?.tag !== "determiner" && opener?.lower !== "von") return at;
  const noun = words.findIndex(({ tag }, index) => index > at && index < longest && tag === "noun");
  return noun < 0 ? at : noun + 1;
}

/** The name behind an office or a kind of thing that bears one, and a quoted name. */
function nameEnd(words: readonly Word[], at: number, longest: number): number {
  let to = at;
  const head = words[at - 1];
  if (head?.tag === "noun" && (bearsName(head.text) || isGivenName(words, at)))
    while (to < longest && words[to]?.tag === "noun") to++;
  if (/^[„"»«]$/.test(words[to]?.text ?? "")) {
    const close = words.findIndex(({ text }, index) => index > to && /^[“”"«»]$/.test(text));
    if (close > to && close < longest) return close + 1;
  }
  return to;
}

/** "von Erika Beispiel": a noun without determiner in front. */
const isGivenName = (words: readonly Word[], at: number) => words[at - 2]?.lower === "von";

/** What follows could be one more genitive or a name, or the next phrase. */
const isOpenEnd = (words: readonly Word[], at: number) =>
  words[at]?.tag === "noun" ||
  (words[at]?.tag === "determiner" && /^(?:der|des|eines|einer)$/.test(words[at]?.lower ?? ""));

function hasSourceNoun(words: readonly Word[], from: number, end: number): boolean {
  for (let at = from; at < Math.min(end, from + 4); at++) {
    const word = words[at];
    if (word?.tag === "noun") return isSourceNoun(word.lower);
  }
  return false;
}

const isSourceNounBefore = (words: readonly Word[], at: number) => {
  for (let back = at - 1; back >= Math.max(0, at - 8); back--) {
    const word = words[back];
    if (!word || word.tag === "mark" || word.tag === "finite") return false;
    if (word.tag === "noun" && isSourceNoun(word.lower)) {
      const next = words[at + 1];
      return (
        next === undefined ||
        next.tag === "finite" ||
        next.tag === "mark" ||
        (next.tag === "determiner" && nounPhraseEnd(words, back, at) === at) ||
        (next.tag === "adverb" && POSSESSIVES.has(words[back - 1]?.lower ?? ""))
      );
    }
  }
  return false;
};

/** "Berichten zufolge" in front, where a noun looks like a verb. */
const bareSource: SourcePhrase = {
  from: 0,
  to: 2,
  cue: { from: 1, to: 2 },
  speaker: { from: 0, to: 1 },
};

/** "Berichten zufolge", "Angaben der Polizei nach": the phrase ends at `at`. */
function postposedSource(words: readonly Word[], at: number): SourcePhrase | null {
  for (let from = Math.max(0, at - 12); from < at; from++) {
    const before = words[from - 1];
    const isEdge = before === undefined || /^(?:mark|finite|pronoun)$/.test(before.tag);
    if (isEdge && coordinatedPhraseEnd(words, from, at) === at) {
      return { from, to: at + 1, cue: { from: at, to: at + 1 }, speaker: { from, to: at } };
    }
  }
  return null;
}

/** A noun phrase, or two of them with "und". */
function coordinatedPhraseEnd(words: readonly Word[], from: number, to: number): number {
  const end = nounPhraseEnd(words, from, to);
  return end > 0 && words[end]?.lower === "und" ? nounPhraseEnd(words, end + 1, to) : end;
}

/** Another statement stands behind a colon. */
function colonBefore(words: readonly Word[], at: number): number {
  for (let before = at - 1; before >= 0; before--)
    if (/^[:;]$/.test(words[before]?.text ?? "")) return before;
  return -1;
}

function colonBehind(words: readonly Word[], at: number, end: number): number {
  for (let behind = at; behind < end; behind++) if (/^[:;]$/.test(words[behind]?.text ?? "")) return behind;
  return end;
}

const skipComma = (words: readonly Word[], at: number) => (words[at]?.text === "," ? at + 1 : at);
const trimCommaBack = (words: readonly Word[], at: number) => (words[at - 1]?.text === "," ? at - 1 : at);
