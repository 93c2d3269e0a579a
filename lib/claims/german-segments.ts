import { finalFiniteIndex, firstFiniteIndex } from "@/lib/claims/german-finite-verbs";
import { constituentEnd } from "@/lib/claims/german-phrases";
import { RELATIVE_PRONOUNS } from "@/lib/claims/german-words";
import type { Word } from "@/lib/claims/tag-german-words";

/* The pieces of a German sentence between its commas and dashes, and what kind of clause each can be. */

export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly isParenthesis: boolean;
}

export function segmentsOf(words: readonly Word[]): Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  let depth = 0;
  let dash = -1;
  const close = (to: number, isParenthesis = false) => {
    if (to > from) segments.push({ from, to, isParenthesis });
    from = to + 1;
  };
  words.forEach((word, at) => {
    if (OPENING.test(word.text)) depth++;
    else if (CLOSING.test(word.text)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !separates(words, at)) return;
    if (!isDash(word)) {
      close(at);
    } else if (dash === from - 1 && dash >= 0) {
      close(at, true);
      dash = -1;
    } else {
      close(at);
      dash = at;
    }
  });
  close(words.length);
  return segments;
}

const OPENING = /^[(„»‚[]$/;
const CLOSING = /^[)“«‘\]]$/;

const isDash = ({ text, hasSpaceBefore }: Word) => hasSpaceBefore && /^[–—-]$/.test(text);

/** A comma, semicolon or dash; not the comma between two attributes of a noun. */
function separates(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.kind !== "mark") return false;
  if (word.text !== ",") return word.text === ";" || word.text === ":" || isDash(word);
  const next = words[at + 1];
  return !(words[at - 1]?.tag === "adjective" && (next?.tag === "adjective" || next?.tag === "adverb"));
}

export type SegmentShape =
  | "relative"
  | "subordinate"
  | "infinitive"
  | "parenthesis"
  /** With a finite verb in front or second. */
  | "verb-second"
  | "verb-first"
  /** Without opener, its only finite verb last. */
  | "verb-final"
  | "verbless";

/** "…, Mutter der Fische ist und einen Schatz hat": each part ends with its verb. */
export function isVerbFinalRow(words: readonly Word[]): boolean {
  const verb = firstFiniteIndex(words);
  const last = finalFiniteIndex(words);
  if (verb < 1 || last < 0) return false;
  return last > verb
    ? words[verb + 1]?.tag === "coordinator"
    : AUXILIARY.test(words[verb]?.finite?.lemma ?? "");
}
const AUXILIARY = /^(?:sein|haben|werden|können|müssen|sollen|wollen|dürfen)$/;

export function shapeOf(words: readonly Word[], opensSentence: boolean): SegmentShape {
  const opener = openerIndex(words);
  const first = words[opener];
  const verb = firstFiniteIndex(words);
  if (first && !opensSentence && isRelativeOpening(words, opener) && !isVerbSecondBehind(words, verb))
    return "relative";
  if (first && isSubordinator(words, opener)) return "subordinate";
  if (verb < 0)
    return hasZuInfinitive(words) || INFINITIVE_OPENERS.has(words[0]?.lower ?? "")
      ? "infinitive"
      : "verbless";
  if (verb === 0) return "verb-first";
  return isVerbFinalOnly(words, verb) ? "verb-final" : "verb-second";
}

const INFINITIVE_OPENERS = new Set(["um", "anstatt"]);

/** The word that tells the kind of clause, behind "und", "nur", "vor allem", "so". */
function openerIndex(words: readonly Word[]): number {
  const at = words
    .slice(0, 4)
    .findIndex(({ tag, lower }) => tag !== "coordinator" && !BEFORE_SUBORDINATOR.has(lower));
  return Math.max(0, at);
}
const BEFORE_SUBORDINATOR = new Set([
  "nur",
  "vor",
  "allem",
  "so",
  "auch",
  "erst",
  "selbst",
  "insbesondere",
  "gerade",
  "kurz",
]);

/** "die …", "bei dem …", "deren Leiter …" at the beginning of a segment. */
function isRelativeOpening(words: readonly Word[], at: number): boolean {
  const first = words[at];
  const second = words[at + 1];
  if (!first) return false;
  if (first.tag === "preposition" && isStrong(words[at + 2]) && /^(?:der|dem|den)$/.test(second?.lower ?? ""))
    return true;
  const verb = finalFiniteIndex(words);
  const isFinalOnly =
    verb > at + 2 && verb === firstFiniteIndex(words) && constituentEnd(words, at, verb) !== verb;
  // "…, für die Forscher Nester zählten": only a relative clause has its one verb at the end.
  if (first.tag === "preposition" && second && RELATIVE_PRONOUNS.has(second.lower) && isFinalOnly)
    return true;
  if (first.tag === "preposition")
    return second !== undefined && RELATIVE_PRONOUNS.has(second.lower) && isStandingAlone(words, at + 1);
  if (first.lower === "was") return finalFiniteIndex(words) > at;
  if (first.lower === "wo" || first.lower === "dessen" || first.lower === "deren") return true;
  return RELATIVE_PRONOUNS.has(first.lower) && isStandingAlone(words, at);
}

/** "bei der große Teile gesperrt wurden": behind an article in the dative the adjective would end in -en. */
const isStrong = (word: Word | undefined) => word?.tag === "adjective" && /(?<!e[rln])e$/.test(word.lower);

/** A pronoun and no article: what follows begins a phrase of its own or is the verb. */
function isStandingAlone(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next) return false;
  if (word.tag === "pronoun") return true;
  const verb = finalFiniteIndex(words);
  return (
    next.tag !== "noun" &&
    next.tag !== "adjective" &&
    verb > at + 1 &&
    constituentEnd(words, at, verb) !== verb
  );
}

/** "…, das ist falsch", "…, die Bewohner flohen auf Dächer": the verb does not stand at the end. */
const isVerbSecondBehind = (words: readonly Word[], verb: number) =>
  verb > 0 && verb < words.length - 1 && finalFiniteIndex(words) <= verb;

const DUAL_SUBORDINATORS = new Set(["während", "seit", "bis", "trotz", "statt", "ohne", "um"]);
const ADVERBIAL_RELATIVES = /^wo(?:bei|durch|mit|raufhin|gegen|nach|für|rauf|rüber|ran|rin|von|zu)$/;

function isSubordinator(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (!word) return false;
  if (ADVERBIAL_RELATIVES.test(word.lower)) return true;
  if (word.lower === "als" || word.lower === "wie" || word.lower === "denn")
    return word.lower !== "denn" && finalFiniteIndex(words) > at + 1;
  if (word.tag === "subordinator") return firstFiniteIndex(words) > at || DASS.test(word.lower);
  return word.tag === "preposition" && DUAL_SUBORDINATORS.has(word.lower) && finalFiniteIndex(words) > at + 1;
}
const DASS = /^(?:dass|daß|ob|weil|wenn|falls|nachdem|obwohl|sodass|bevor)$/;

export function hasZuInfinitive(words: readonly Word[]): boolean {
  return words.some(
    ({ lower, tag, fine }, at) =>
      (lower === "zu" && words[at + 1]?.tag === "infinitive") ||
      (tag === "infinitive" && (fine === "VVIZU" || ZU_INFINITIVE.test(lower))),
  );
}
const ZU_INFINITIVE =
  /^(?:ab|an|auf|aus|bei|durch|ein|fest|fort|frei|her|hin|los|mit|nach|teil|um|vor|weg|weiter|wieder|zurück|zusammen)\p{Ll}*zu\p{Ll}{3,}n$/u;

/** "…, nicht mehr gewartet werden musste": the rest of a clause whose beginning stands before the comma. */
function isVerbFinalOnly(words: readonly Word[], verb: number): boolean {
  return finalFiniteIndex(words) === verb && constituentEnd(words, 0, verb) !== verb;
}
