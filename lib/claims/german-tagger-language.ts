import { AUXILIARY_LEMMAS, finiteForm, isParticiple, MODAL_LEMMAS } from "@/lib/claims/german-verbs";
import {
  ADVERBS,
  COORDINATORS,
  DETERMINERS,
  MONTHS,
  POSSESSIVES,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVE_PRONOUNS,
  SUBORDINATORS,
  WEEKDAYS,
} from "@/lib/claims/german-words";
import type { ClauseEffect, TaggerLanguage } from "@/lib/text/tagger/word-features";
import { CLAUSE_EFFECT, classOfMark } from "@/lib/text/tagger/word-features";
import type { Token } from "@/lib/text/tokenize-words";

/** The closed classes by the letter that stands for them in the name of a word's class. */
const CLOSED_CLASSES: readonly (readonly [string, ReadonlySet<string>])[] = [
  ["d", DETERMINERS],
  ["s", POSSESSIVES],
  ["p", PREPOSITIONS],
  ["o", PRONOUNS],
  ["r", RELATIVE_PRONOUNS],
  ["c", COORDINATORS],
  ["c", new Set(["weder", "sowohl", "entweder"])],
  ["u", SUBORDINATORS],
  ["a", ADVERBS],
  ["t", MONTHS],
  ["t", WEEKDAYS],
];

const ENDINGS =
  /(?:ung|heit|keit|schaft|lich|isch|bar|sam|los|end|iert|weise|ig|ten|te|st|en|er|es|em|e|t|s|n)$/;

/** "34-jährigen" and "36-Jährige" have the endings of their words. */
function classOfNumber(text: string, lower: string): string {
  if (/\p{L}/u.test(text)) return `${text === lower ? "" : "N"}1-${ENDINGS.exec(lower)?.[0] ?? ""}`;
  if (text.endsWith(".")) return "1.";
  return /^(?:1[5-9]|20)\d\d$/.test(text) ? "year" : "1";
}

function classNameOf(token: Token, opensSentence: boolean): string {
  const { kind, lower, text } = token;
  if (kind === "mark") return classOfMark(text);
  if (kind === "number") return classOfNumber(text, lower);
  const isCapital = text !== lower;
  if (isCapital && !opensSentence && lower !== "sie" && lower !== "ihr")
    return `N${ENDINGS.exec(lower)?.[0] ?? ""}`;
  let name = "";
  for (const [letter, words] of CLOSED_CLASSES) if (words.has(lower)) name += letter;
  name += verbLetters(lower);
  if (name !== "") return name;
  return `${isCapital ? "N" : ""}-${ENDINGS.exec(lower)?.[0] ?? ""}`;
}

/** What a word can be as a verb: finite (with number, mood, auxiliary), participle, infinitive, infinitive with "zu". */
function verbLetters(lower: string): string {
  const finite = finiteForm(lower);
  let letters = "";
  if (finite) {
    const { lemma } = finite;
    letters = AUXILIARY_LEMMAS.has(lemma) ? lemma : MODAL_LEMMAS.has(lemma) ? "M" : "V";
    letters += `${finite.isPlural ? "P" : "S"}${finite.isSubjunctive ? "K" : ""}${lemma === lower ? "I" : ""}`;
  }
  if (isParticiple(lower)) letters += "G";
  else if (ATTRIBUTE_ENDING.test(lower) && isParticiple(lower.replace(ATTRIBUTE_ENDING, ""))) letters += "A";
  if (isInfinitiveWithZu(lower)) letters += "Z";
  return letters;
}

const ATTRIBUTE_ENDING = /e[nrsm]?$/;

/** "freizugeben": the "zu" stands inside a separable verb. */
function isInfinitiveWithZu(lower: string): boolean {
  const at = lower.indexOf("zu", 2);
  if (at < 0) return false;
  const form = finiteForm(lower.slice(at + 2));
  return form !== null && form.lemma === lower.slice(at + 2);
}

/** Certainly finite: no participle, infinitive, noun or adjective looks the same. */
const isFiniteClass = (name: string) => /^(?:(?:sein|haben|werden|M)[SP]K?|VS|VP)$/.test(name);

const EFFECTS: Readonly<Record<string, ClauseEffect>> = {
  "$,": CLAUSE_EFFECT.comma,
  "$.": CLAUSE_EFFECT.end,
  KOUS: CLAUSE_EFFECT.opener,
  KOUI: CLAUSE_EFFECT.opener,
  PRELS: CLAUSE_EFFECT.opener,
  PRELAT: CLAUSE_EFFECT.opener,
  PWAV: CLAUSE_EFFECT.opener,
  VVFIN: CLAUSE_EFFECT.finite,
  VAFIN: CLAUSE_EFFECT.auxiliary,
  VMFIN: CLAUSE_EFFECT.modal,
};

const tagOfMark = (mark: string) => (mark === "," ? "$," : /^[.!?;:…]$/.test(mark) ? "$." : "$(");

const FINITE_TAG = /^V[VAM](?:FIN|IMP)$/;
const VERB_LETTERS = /(?:sein|haben|werden|M|V)[SP]/;

/** "geliefert" is no finite verb, and neither is "laut"; a verb of the list is no "sie", "und" or "oft". */
function forbids(name: string, tag: string): boolean {
  if (name === "1" || name === "year") return tag !== "CARD";
  if (tag === "NN" || tag === "NE") return /^[cuor]+$/.test(name);
  if (FINITE_TAG.test(tag)) return /^[dsporcua]*[GAZ]*$/.test(name);
  if (/^V.INF$/.test(tag)) return /^(?:VS|.*G$)/.test(name) && !/I|P/.test(name);
  if (/^V.PP$/.test(tag)) return VERB_LETTERS.test(name) && !name.includes("G") && !/[PI]/.test(name);
  return false;
}

export const GERMAN_TAGGER_LANGUAGE: TaggerLanguage = {
  classNameOf,
  tagOfMark,
  forbids,
  isFiniteClass,
  effectOf: (tag) => EFFECTS[tag] ?? CLAUSE_EFFECT.none,
};
