import type { Cue } from "@/lib/claims/statement-cues";
import { cueFinder } from "@/lib/claims/statement-cues";
import type { WordTag } from "@/lib/claims/tag-german-words";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

/** A word of a statement, with what the tagger said of it where it was asked. */
export type StatementWord = Token & {
  readonly tag?: WordTag;
  readonly fine?: string;
  readonly finite?: { readonly lemma: string } | null;
};

/** What a statement says of its subject, as its verbs tell. */
export interface StatementGrammar {
  /** Something happened or is done: past, perfect or passive of a verb of its own ("brach", "wird verliehen"). */
  readonly isAct: boolean;
  /** The subject is, seems or stays something, and no participle stands with it. */
  readonly isCopula: boolean;
  /** "wird kommen", "soll … geschlossen werden", "will build": not yet so. */
  readonly isFuture: boolean;
  /** "muss", "sollte", "ought to": what somebody wants of the world; not "musste", which happened. */
  readonly isDuty: boolean;
  /** The predicate judges or tells a feeling: "ist ein Skandal", "begrüßte den Plan", "reacted angrily". */
  readonly isJudgement: boolean;
  /** "das", "es", "niemand", "this": the subject names nothing that could be looked up. */
  readonly isVague: boolean;
  /** A court, a parliament or an office acts: what it rejects or demands is decided by that. */
  readonly isByBody: boolean;
  /** Words that are names. */
  readonly names: number;
}

type Reading = Pick<StatementGrammar, "isAct" | "isCopula" | "isFuture" | "isDuty">;

const NOTHING: StatementGrammar = {
  isAct: false,
  isCopula: false,
  isFuture: false,
  isDuty: false,
  isJudgement: false,
  isVague: false,
  isByBody: false,
  names: 0,
};

/** Reads the main clause of a statement by the tags of its words; of other languages nothing is known. */
export function grammarOf(words: readonly StatementWord[], language: string): StatementGrammar {
  const cuesOf = cueFinder(language);
  if (!cuesOf) return NOTHING;
  const isGerman = language.startsWith("de");
  const verb = mainVerb(words);
  let names = 0;
  for (const word of words) if (isNameTag(word)) names++;
  if (verb < 0) return { ...NOTHING, names };
  const end = clauseEnd(words, verb);
  const reading = isGerman ? readGerman(words, verb, end) : readEnglish(words, verb, end);
  return {
    ...reading,
    isJudgement: judges(words, { verb, end, isCopula: reading.isCopula, cuesOf }),
    isByBody: isByBody(words, { verb, cuesOf }),
    isVague: hasVagueSubject(words, verb),
    names,
  };
}

const isNameTag = ({ fine, text, lower }: StatementWord) =>
  (fine === "NE" || fine === "NNP" || fine === "NNPS") && text !== lower;

const FINITE_TAGS = wordsOf("VVFIN VAFIN VMFIN VBD VBP VBZ MD");
const isFiniteVerb = ({ fine = "", kind }: StatementWord) =>
  kind === "word" &&
  (FINITE_TAGS.has(fine) ||
    (fine.length > LONGEST_TAG && FINITE_TAGS.has(fine.slice(fine.indexOf("+") + 1))));
/** Longer tags are two of one word: "PRP+VBZ". */
const LONGEST_TAG = 5;
const CLAUSE_OPENERS = wordsOf("KOUS PRELS PRELAT PWAV PWS WDT WP WRB");
const opensClause = (word: StatementWord | undefined) =>
  word !== undefined && (CLAUSE_OPENERS.has(word.fine ?? "") || word.tag === "subordinator");

/** The first finite verb that is not of a clause behind "der", "dass", "who"; the first at all where there is none. */
function mainVerb(words: readonly StatementWord[]): number {
  let isInside = opensClause(words[0]);
  let first = -1;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word) continue;
    if (at > 0 && words[at - 1]?.text === ",") isInside = opensClause(word) || opensClause(words[at + 1]);
    // "Holt nannte …": a name that looks like a verb.
    if (!isFiniteVerb(word) || (at === 0 && words[1] !== undefined && isFiniteVerb(words[1]))) continue;
    if (first < 0) first = at;
    if (!isInside) return at;
  }
  return first;
}

function clauseEnd(words: readonly StatementWord[], verb: number): number {
  const end = words.findIndex(({ text }, at) => at > verb && text === "," && opensClause(words[at + 1]));
  return end < 0 ? words.length : end;
}

const GERMAN_BE = wordsOf("ist sind war waren sei seien bin wäre wären");
const GERMAN_LINKS = wordsOf("bleibt bleiben blieb blieben scheint scheinen schien wirkt wirken wirkte");
const WILL_BE = wordsOf("wird werden werde werdet");
const GERMAN_PLANS = wordsOf("will wollen soll sollen");
const GERMAN_DUTIES = wordsOf("muss müssen müsste müssten sollte sollten darf dürfen");

function readGerman(words: readonly StatementWord[], verb: number, end: number): Reading {
  const { lower, fine = "" } = words[verb] ?? { lower: "" };
  const hasParticiple = hasTag(words, verb, end, "VVPP");
  const hasInfinitive = hasTag(words, verb, end, "VVINF") || hasTag(words, verb, end, "VAINF");
  const isCopula = !hasParticiple && !hasInfinitive && (GERMAN_BE.has(lower) || GERMAN_LINKS.has(lower));
  const isFuture =
    (WILL_BE.has(lower) && !hasParticiple && hasInfinitive) || (GERMAN_PLANS.has(lower) && hasInfinitive);
  const isPast = fine === "VVFIN" ? isGermanPreterite(words[verb]) : fine === "VMFIN" && lower.endsWith("e");
  const isPerfect = fine === "VAFIN" && hasParticiple;
  const isDuty = GERMAN_DUTIES.has(lower) || (lower === "hätte" && hasTag(words, verb, end, "VMINF"));
  return { isAct: !isDuty && (isPast || isPerfect), isCopula, isFuture, isDuty };
}

function hasTag(words: readonly StatementWord[], from: number, to: number, fine: string): boolean {
  for (let at = from + 1; at < to; at++) if (words[at]?.fine === fine) return true;
  return false;
}

/** Strong preterites that end like a present: "hielt", "trat", "bat". */
const PRETERITE_IN_T = /(?:hielt|trat|bat|riet|litt|schnitt|stritt|glitt|ritt|fiel|galt|tat|stellt)$/;

/** "lieferte", "kam", "zogen": neither the infinitive ("arbeiten") nor a present in -t. */
function isGermanPreterite(word: StatementWord | undefined): boolean {
  const { lower = "", finite } = word ?? {};
  if (lower === finite?.lemma || lower === "weiß") return false;
  return /te(?:n|t)?$/.test(lower) || /[^te]$/.test(lower) || PRETERITE_IN_T.test(lower);
}

const ENGLISH_BE = wordsOf("is are was were am be been 's ’s 're ’re isn't aren't wasn't weren't");
const ENGLISH_HAVE = wordsOf("has have had hasn't haven't hadn't");
const ENGLISH_LINKS = wordsOf("seems seemed remains remained becomes became appears appeared feels looks");
const ENGLISH_WILL = wordsOf("will would shall won't wouldn't");
const ENGLISH_DUTIES = wordsOf("must should ought shouldn't");

function readEnglish(words: readonly StatementWord[], verb: number, end: number): Reading {
  const { lower, fine = "" } = words[verb] ?? { lower: "" };
  const been = words.findIndex(({ lower: word }, at) => at > verb && at < end && word === "been");
  const next = nextVerbTag(words, Math.max(verb, been), end);
  const isBe = ENGLISH_BE.has(lower) || fine.includes("+VB");
  const isPassive = (isBe || ENGLISH_HAVE.has(lower)) && (next === "VBN" || next === "VBD");
  const isProgressive = next === "VBG" && (lower === "was" || lower === "were");
  // "has been director since 2012"
  const hasBeen = ENGLISH_HAVE.has(lower) && next === "" && been > 0;
  const isPast = fine === "VBD" && !isBe && !hasBeen && !ENGLISH_LINKS.has(lower);
  const isPlan = isBe && next === "TO";
  return {
    isAct: isPassive || isProgressive || isPast,
    isCopula: (isBe && next === "") || hasBeen || ENGLISH_LINKS.has(lower),
    isFuture: ENGLISH_WILL.has(lower) || isPlan,
    isDuty: ENGLISH_DUTIES.has(lower),
  };
}

/** The tag of the verb that goes with the finite one, behind adverbs: "had never been seen" → VBN. */
function nextVerbTag(words: readonly StatementWord[], verb: number, end: number): string {
  for (let at = verb + 1; at < end; at++) {
    const fine = words[at]?.fine ?? "";
    if (fine.startsWith("VB") || fine === "TO") return fine;
    if (!fine.startsWith("RB")) return "";
  }
  return "";
}

interface Clause {
  readonly verb: number;
  readonly end: number;
  readonly isCopula: boolean;
  readonly cuesOf: (word: string) => readonly Cue[];
}

/**
 * A feeling or reaction in the verb or in a noun behind it ("bedauerte", "reagierte mit Kritik"), or a word of worth
 * where the verb says what something is ("ist ein Skandal", "nannte den Plan absurd"). As an attribute such a word
 * describes ("der umstrittene Vertrag wurde unterzeichnet"), as an adverb too ("zog überraschend ein").
 */
function judges(words: readonly StatementWord[], { verb, end, isCopula, cuesOf }: Clause): boolean {
  const cuesAt = (at: number): readonly Cue[] => {
    const word = words[at];
    return word?.kind === "word" ? cuesOf(word.lower) : [];
  };
  const isNaming = cuesAt(verb).includes("calling");
  const isCalling = isCopula || isNaming;
  const isShowing = SHOWING.has(words[verb]?.lower ?? "") && words[verb + 1]?.lower === "sich";
  for (let at = verb; at < end; at++) {
    // 'nannte ihn einen „Märchenerzähler“': words that the author would not take for his own.
    if (isNaming && QUOTATION_MARKS.has(words[at]?.text ?? "")) return true;
    const fine = words[at]?.fine ?? "";
    // "zeigte sich betroffen", "gab sich siegessicher": how somebody shows himself.
    if (isShowing && fine === "ADJD") return true;
    const cues = cuesAt(at);
    if (cues.length === 0) continue;
    if (
      cues.includes("attitude") &&
      (isCalling || isVerbTag(fine) || (isNounTag(fine) && !isCircumstance(words, at)))
    )
      return true;
    if (cues.includes("evaluation") && at > verb && isCalling) return true;
  }
  // "begrüßt worden ist" and "Gelobt wurde …" in front of the finite verb.
  for (let at = 0; at < verb; at++)
    if (words[at]?.fine === "VVPP" && cuesAt(at).includes("attitude")) return true;
  return false;
}

const SHOWING = wordsOf("zeigt zeigen zeigte zeigten gibt geben gab gaben fühlt fühlen fühlte fühlten");
const QUOTATION_MARKS = wordsOf('„ “ ” " » «');
/** "Das Parlament lehnte den Haushalt ab", "Am Montag entschied das Gericht". */
function isByBody(
  words: readonly StatementWord[],
  { verb, cuesOf }: Pick<Clause, "verb" | "cuesOf">,
): boolean {
  const end = Math.min(words.length, verb + 1 + LONGEST_SUBJECT);
  for (let at = 0; at < end; at++) {
    const word = words[at];
    if (word?.tag === "noun" && cuesOf(word.lower).includes("body")) return !isCircumstance(words, at);
  }
  return false;
}
/** Words behind the verb in which a subject may still come. */
const LONGEST_SUBJECT = 3;

/** "trat nach der Kritik zurück", "despite protests": when or why something happened; "reagierte mit Kritik" is no such. */
function isCircumstance(words: readonly StatementWord[], noun: number): boolean {
  let at = noun - 1;
  while (at > 0 && BEFORE_NOUN.has(words[at]?.fine ?? "")) at--;
  const { tag, lower = "" } = words[at] ?? {};
  return tag === "preposition" && lower !== "mit" && lower !== "with";
}
const BEFORE_NOUN = wordsOf("ART ADJA PPOSAT PDAT PIAT DT JJ PRP$");

const isVerbTag = (fine: string) => fine.startsWith("VV") || fine.startsWith("VB") || fine.includes("+VB");
const isNounTag = (fine: string) => fine === "NN" || fine === "NNS" || fine === "RB";

const VAGUE_SUBJECTS = wordsOf(
  "das dies es man niemand keiner jeder alle alles vieles manches nichts was wer hier da damit jetzt nun",
  "this that it nobody everyone everybody everything nothing what whoever here now one",
);
const VAGUE_TAGS = wordsOf("PDS PIS PPER PWS PRP DT NN WP EX RB ADV PAV PROAV UH PRP+VBZ");

/** "Das ist …", "Nun ist es …": the words before the verb or the one behind it. */
function hasVagueSubject(words: readonly StatementWord[], verb: number): boolean {
  const first = words[0];
  if (first && verb <= 2 && VAGUE_SUBJECTS.has(first.lower) && VAGUE_TAGS.has(first.fine ?? ""))
    return words[1]?.fine?.startsWith("N") !== true;
  return false;
}
