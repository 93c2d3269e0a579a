import { ADVERBS, CONNECTIVES, MONTHS, TIME_NOUNS } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";

/* Noun phrases and constituents of a German clause, read from left to right. Offsets are indices of words. */

const GENITIVE_DETERMINERS = new Set([
  "des",
  "der",
  "eines",
  "einer",
  "dieser",
  "dieses",
  "seiner",
  "seines",
  "ihrer",
  "ihres",
  "unserer",
  "aller",
  "beider",
  "mehrerer",
  "zweier",
  "dreier",
  "vieler",
]);
const QUANTIFYING_ADVERBS = new Set([
  "rund",
  "etwa",
  "knapp",
  "mindestens",
  "höchstens",
  "fast",
  "circa",
  "ca.",
  "mehr",
  "weniger",
  "nur",
  "allein",
  "auch",
  "bis",
  "gut",
  "als",
  "insgesamt",
  "sogar",
  "zu",
]);
const LONGEST_ATTRIBUTE = 12;

/** Index behind the noun phrase that begins at `from`, or -1. Genitives and "von" phrases belong to it. */
export function nounPhraseEnd(words: readonly Word[], from: number, to: number): number {
  const core = nounPhraseCoreEnd(words, from, to);
  return core < 0 ? -1 : withPostmodifiers(words, core, to);
}

/** The same without what follows the noun: "die Zahl" of "die Zahl der Toten". */
export function nounPhraseCoreEnd(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (at < to && isQuantifying(words, at)) at++;
  if (words[at]?.tag === "determiner") {
    at++;
    if (words[at]?.tag === "determiner") at++;
    at = skipExtendedAttribute(words, at, to);
  }
  at = skipAttributes(words, at, to);
  if (isOpeningQuoteAt(words, at)) return quotedNameEnd(words, at, to);
  const isIndefinite = /^(?:ein|eine|einen|einem|einer|eines|kein|keine|keinen)$/.test(
    words[from]?.lower ?? "",
  );
  const nouns = isIndefinite && words[at]?.tag === "noun" ? at + 1 : skipNouns(words, at, to);
  if (nouns > at) return nouns;
  const last = words[at - 1];
  return at > from && last?.tag === "number" && !last.text.endsWith(".") ? at : -1;
}

/** "rund", "mehr als" */
const isQuantifying = (words: readonly Word[], at: number) =>
  (words[at]?.tag === "adverb" && QUANTIFYING_ADVERBS.has(words[at]?.lower ?? "")) ||
  (words[at]?.lower === "als" && /^(?:mehr|weniger)$/.test(words[at - 1]?.lower ?? "")) ||
  (isCounted(words[at + 1]) && COUNTING_ADVERBS.test(words[at]?.lower ?? ""));

const isCounted = (word: Word | undefined) => word?.tag === "number" || word?.fine === "CARD";

/** "noch zwei Plätze", "jährlich 10 Milliarden": with a number behind them they belong to it. */
const COUNTING_ADVERBS =
  /^(?:noch|bereits|schon|erst|lediglich|bloß|maximal|nahezu|beinahe|ungefähr|annähernd|jährlich|täglich|monatlich|wöchentlich|stündlich|jeweils)$/;

/** "von der EU" in "die von der EU verlangten Pläne": up to the attributive word in front of the noun. */
function skipExtendedAttribute(words: readonly Word[], from: number, to: number): number {
  const first = words[from];
  if (first?.tag !== "preposition" && first?.tag !== "adverb") return from;
  for (let at = from + 1; at < Math.min(to, from + LONGEST_ATTRIBUTE); at++) {
    const word = words[at];
    if (word?.tag === "finite" || word?.tag === "subordinator" || word?.text === ",") return from;
    if (
      word?.tag === "adjective" &&
      words[at + 1]?.tag === "noun" &&
      words[at - 1]?.tag !== "preposition" &&
      words[at - 1]?.tag !== "determiner"
    )
      return at;
  }
  return from;
}

function skipAttributes(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (at < to) {
    const word = words[at];
    const next = words[at + 1];
    if (word?.tag === "adjective" || word?.tag === "number") at++;
    else if (word?.tag === "participle" && next?.tag === "noun") at++;
    else if (
      (word?.text === "," || word?.lower === "und" || word?.lower === "bis" || word?.lower === "oder") &&
      at > from &&
      (next?.tag === "adjective" || next?.tag === "number") &&
      leadsToNoun(words, at + 1, to) &&
      words[at - 1]?.tag === next.tag
    )
      at++;
    else if (
      at > from &&
      word?.tag === "adverb" &&
      next?.tag === "adjective" &&
      at + 1 < to &&
      words[at + 2]?.tag === "noun"
    )
      at++;
    else break;
  }
  return at;
}

function leadsToNoun(words: readonly Word[], from: number, to: number): boolean {
  let at = from;
  while (at < to && (words[at]?.tag === "adjective" || words[at]?.tag === "number")) at++;
  return at < to && words[at]?.tag === "noun";
}

/** Nouns and names that stand together: "Bundeskanzlerin Angela Merkel", "Ludwig van Beethoven", "Prozent". */
function skipNouns(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (at < to) {
    const word = words[at];
    if (word?.tag === "noun") at++;
    else if (at > from && isNameParticle(word, words[at + 1])) at++;
    else if (at > from && isNumberOfNoun(words, at)) at = rangeEnd(words, at);
    else break;
  }
  return at;
}

/** "1998 bis 2004" */
const rangeEnd = (words: readonly Word[], at: number) =>
  /^(?:bis|und|–|-)$/.test(words[at + 1]?.lower ?? "") && words[at + 2]?.tag === "number" ? at + 3 : at + 1;

/** "Landstraße 14", "Artikel 5": a plain number with nothing behind it that it could count. */
const isNumberOfNoun = (words: readonly Word[], at: number) =>
  words[at]?.tag === "number" &&
  /^\d{1,4}$/.test(words[at]?.text ?? "") &&
  words[at - 1]?.tag === "noun" &&
  (MONTHS.has(words[at - 1]?.lower ?? "") ||
    !/^(?:noun|adjective|number|participle|coordinator)$/.test(words[at + 1]?.tag ?? ""));

const isNameParticle = (word: Word | undefined, next: Word | undefined) =>
  word !== undefined &&
  next?.tag === "noun" &&
  /^(?:van|de|di|da|del|della|bin|al|ibn|von)$/.test(word.lower) &&
  word.lower !== "von";

/** Genitive, "von" phrase, bracket and quoted name behind a noun, one after the other. */
function withPostmodifiers(words: readonly Word[], from: number, to: number): number {
  let at = from;
  while (at < to) {
    const word = words[at];
    let end = -1;
    // "in Musterhafen der Pegel": behind a name "der" opens the next phrase.
    const isName = words[at - 1]?.fine === "NE";
    if (
      word?.tag === "determiner" &&
      GENITIVE_DETERMINERS.has(word.lower) &&
      !(isName && word.lower === "der")
    )
      end = nounPhraseCoreEnd(words, at, to);
    else if (word?.tag === "preposition" && word.lower === "von") end = nounPhraseCoreEnd(words, at + 1, to);
    else if (word?.tag === "adjective" && /er$/.test(word.lower) && words[at - 1]?.tag === "noun")
      end = nounPhraseCoreEnd(words, at, to);
    else if (word && isGenitiveOfPlace(word) && words[at - 1]?.tag === "noun") end = at + 1;
    else if (word?.text === "(") end = bracketEnd(words, at, to);
    else if (isOpeningQuoteAt(words, at) && words[at - 1]?.tag === "noun") end = quotedNameEnd(words, at, to);
    if (end <= at) return at;
    at = end;
  }
  return at;
}

function bracketEnd(words: readonly Word[], from: number, to: number): number {
  for (let at = from + 1; at < Math.min(to, from + LONGEST_ATTRIBUTE); at++)
    if (words[at]?.text === ")") return at + 1;
  return -1;
}

/** A short quoted name that belongs to the noun before it: „Der Spiegel“. */
function quotedNameEnd(words: readonly Word[], from: number, to: number): number {
  for (let at = from + 1; at < Math.min(to, from + 8); at++) {
    if (/[“”"«»‘]/.test(words[at]?.text ?? "")) return at + 1;
  }
  return -1;
}

const isOpeningQuoteAt = (words: readonly Word[], at: number) =>
  /^[„"»‚“]$/.test(words[at]?.text ?? "") && words[at + 1]?.tag !== "mark";

/** Index behind the constituent (noun phrase, prepositional phrase, pronoun, adverb) at `from`, or -1. */
export function constituentEnd(words: readonly Word[], from: number, to: number): number {
  const word = words[from];
  if (!word || from >= to) return -1;
  if (word.tag === "preposition") return prepositionalPhraseEnd(words, from, to);
  const phrase = nounPhraseEnd(words, from, to);
  if (phrase > 0) return withAttachedPrepositions(words, nounPhraseCoreEnd(words, from, to), phrase, to);
  if (word.tag === "pronoun") return from + 1;
  if (word.tag === "adverb") return adverbialEnd(words, from, to);
  return -1;
}

export function prepositionalPhraseEnd(words: readonly Word[], from: number, to: number): number {
  const next = words[from + 1];
  if (next?.tag === "pronoun") return from + 2;
  const end = nounPhraseEnd(words, from + 1, to);
  if (end > 0) return end;
  return next?.tag === "adverb" ? constituentEnd(words, from + 1, to) : -1;
}

function adverbialEnd(words: readonly Word[], from: number, to: number): number {
  const next = words[from + 1];
  if (next?.tag === "preposition") {
    const end = prepositionalPhraseEnd(words, from + 1, to);
    if (end > 0) return end;
  }
  return from + 1;
}

/** "Der Streit über die Maut", "die Gespräche mit dem Iran": prepositions that such nouns ask for. */
function withAttachedPrepositions(words: readonly Word[], head: number, from: number, to: number): number {
  // "ein Geschäft Musterlands mit dem Hafen": the phrase belongs to the head, behind its genitive.
  const noun =
    words[from - 1]?.tag === "noun" && head < from && isGenitiveName(words[from - 1])
      ? words[head - 1]
      : words[from - 1];
  const preposition = words[from];
  if (noun?.tag !== "noun" || preposition?.tag !== "preposition" || isMeasure(words, from + 1)) return from;
  const wanted =
    /(?:ung|ungen|ion|ionen|streit|gespräche|debatte|bericht|berichte|kritik|suche|zugang|krieg|klage|deal|antrag|recht)$/.test(
      noun.lower,
    )
      ? /^(?:über|zwischen|gegen|für|nach|um|zu|zum|zur|auf|mit|an)$/
      : /^(?:zwischen|für|aus|über)$/;
  if (!wanted.test(preposition.lower)) return from;
  const end = prepositionalPhraseEnd(words, from, to);
  return end > 0 ? end : from;
}

/** "(belaufen sich) auf jährlich 10 Milliarden": an amount belongs to the verb. */
function isMeasure(words: readonly Word[], from: number): boolean {
  let at = from;
  while (isQuantifying(words, at)) at++;
  return isCounted(words[at]);
}

/** Whether the noun phrase or pronoun at `from` can be the subject, by its first word. */
export function canBeSubject(words: readonly Word[], from: number, to: number): boolean {
  const word = words[from];
  if (!word) return false;
  if (word.tag === "pronoun")
    return /^(?:ich|er|sie|es|wir|man|wer|das|dies|die|der|diese|dieser|dieses|niemand|jemand|alle|viele|einige|manche|beide|alles|nichts)$/.test(
      word.lower,
    );
  if (word.tag === "preposition" || CONNECTIVES.has(word.lower)) return false;
  if (
    /^(?:den|dem|einen|einem|des|eines|keinen|keinem|diesen|diesem|jeden|jedem|seinen|seinem|ihren|ihrem|unseren|unserem|allen)$/.test(
      word.lower,
    )
  )
    return false;
  const end = nounPhraseCoreEnd(words, from, to);
  if (end < 0) return false;
  const head = words[end - 1]?.lower ?? "";
  if (
    word.lower === "der" &&
    words[end - 1]?.tag === "noun" &&
    isFeminine(words[from + 1]?.tag === "noun" ? (words[from + 1]?.lower ?? "") : head)
  )
    return false;
  // "ein" is a particle in that list too.
  if (word.fine === "ADV" || word.lower === "zuvor" || (word.tag !== "determiner" && ADVERBS.has(word.lower)))
    return isQuantified(words, from);
  return !(TIME_NOUNS.has(head) && isTimeAccusative(word)) && !MONTHS.has(head);
}

const isQuantified = (words: readonly Word[], from: number) =>
  QUANTIFYING_ADVERBS.has(words[from]?.lower ?? "");

/** Feminine by its ending, or one of the frequent ones that show it by none. */
export const isFeminine = (noun: string) =>
  (FEMININE_ENDING.test(noun) && !/(?:sprung|schwung|dung|streik|blick|flur)$/.test(noun)) ||
  FEMININE_NOUNS.test(noun);
const FEMININE_ENDING = /\p{L}{2}(?:ung|heit|keit|schaft|ion|tät|enz|anz|partei|polizei|ik)$/u;
const FEMININE_NOUNS =
  /(?:firma|stadt|bank|behörde|gruppe|schule|kirche|armee|feuerwehr|frau|regierung|welt|woche|mutter|tochter|insel|straße|brücke|kammer|börse|presse|justiz|messe|küste|grenze|familie|maschine|halle|liste|opposition|agentur|zeitung|wahl|zahl|nacht|hand|kraft|macht|luft|post|bahn|bundeswehr|gewerkschaft|stiftung|klasse|bühne|quelle|krise|strecke|reise|rede|sache|seite|stelle|klage|frage)$/;

const isTimeAccusative = ({ lower, tag }: Word) =>
  /^(?:jedes|jede|jeden|letztes|letzte|letzten|nächstes|nächste|voriges|vorige|vergangenes|vergangene|dieses|diese|ein|eine|zwei|drei)$/.test(
    lower,
  ) ||
  tag === "number" ||
  tag === "adjective";

/** "Russlands", "Beispiels": a name in the genitive. */
const isGenitiveName = (word: Word | undefined) => word?.fine === "NE" && /[^s]s$/.test(word.lower);

/** An office or a kind of thing that a name may follow: "Minister Beispiel", "Firma Muster". */
export const bearsName = (noun: string) =>
  BEARS_A_NAME.test(noun.replace(/(?<=\p{Ll}{3})s$/u, "")) || /\p{Lu}$/u.test(noun);
const BEARS_A_NAME =
  /(?:er|in|or|ist|ent|eur|mann|frau|chef|papst|general|anwalt|vorsitzende|firma|partei|stadt|zeitung|magazin|konzern|bank|verein|universität|insel|republik|land|kreis|dorf|fluss|ministerium|institut|verband|sender|agentur|gewerkschaft|klinik|hochschule|universitäts|schiff|film|buch|airbus)$/i;

/** "Deutschlands", "Italiens": a genitive by its ending, which no plural has. */
export const isGenitiveOfPlace = ({ tag, lower }: Word) =>
  tag === "noun" && /\p{L}{2}(?:lands|iens|stans|burgs|bergs|reichs|europas|amerikas)$/u.test(lower);
