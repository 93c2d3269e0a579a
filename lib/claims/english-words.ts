import type { Word } from "@/lib/claims/tag-german-words";
import { withText } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

/* What an English word can be: closed classes by list, open ones by their Penn Treebank tag. */

const BE = wordsOf("am is are was were isn't aren't wasn't weren't 's 're 'm");
const MODALS = wordsOf(
  "will would can could may might shall should must ought won't can't cannot couldn't wouldn't shouldn't mustn't mightn't 'll 'd",
);
const OTHER_AUXILIARIES = wordsOf("has had does did hasn't haven't hadn't doesn't don't didn't");
const HAVE_AND_DO = wordsOf("have do 've");
const PREPOSITIONS = wordsOf(
  "about above across after against ahead along alongside amid among amongst around as at before behind below beneath beside besides",
  "between beyond by despite down due during except following for from in inside into like near of off on onto out outside over past per",
  "since through throughout to toward towards under until up upon via with within without worldwide",
);
const SUBORDINATORS = wordsOf(
  "because although though while whereas if unless whether once when whenever wherever so-called",
);
const WEEKDAYS = wordsOf("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow");
const TIME_NOUNS = wordsOf(
  "minutes hours hour week month year night summer winter spring autumn morning afternoon evening weekend day days weeks months years",
);
const RELATIVES = wordsOf("who whom whose which where");

const plain = (word: Word) => word.lower.replace("’", "'");

/** The Penn tag of a word. */
export const fineTag = (word: Word | undefined): string => word?.fine ?? "";
export const isNoun = (word: Word | undefined) => /^NN/.test(fineTag(word)) && word?.kind !== "mark";
export const isName = (word: Word | undefined) =>
  /^NNP/.test(fineTag(word)) && /^\p{Lu}/u.test(word?.text ?? "");
export const isNumber = (word: Word | undefined) =>
  word !== undefined && word.kind !== "mark" && (word.kind === "number" || fineTag(word) === "CD");
export const isAdjective = (word: Word | undefined) => /^JJ/.test(fineTag(word));
export const isAdverb = (word: Word | undefined) =>
  /^RB/.test(fineTag(word)) || word?.lower === "also" || word?.lower === "not";
const POSSESSIVES = wordsOf("my your its our their");
export const isDeterminer = (word: Word | undefined) =>
  word !== undefined && (/^(?:DT|PDT|PRP\$)$/.test(fineTag(word)) || POSSESSIVES.has(word.lower));
export const isPronoun = (word: Word | undefined) =>
  word !== undefined && /^(?:PRP|EX)$/.test(fineTag(word)) && !POSSESSIVES.has(word.lower);
export const isBe = (word: Word | undefined) =>
  word !== undefined && (BE.has(plain(word)) || /^(?:be|been|being)$/.test(word.lower));
export const isModal = (word: Word | undefined) =>
  word !== undefined && MODALS.has(plain(word)) && !/^NN/.test(fineTag(word));
export const isCoordinator = (word: Word | undefined) =>
  word !== undefined && /^(?:and|but|or|nor)$/.test(word.lower);
export const isSubordinator = (word: Word | undefined) => word !== undefined && SUBORDINATORS.has(word.lower);
export const isRelative = (word: Word | undefined) => word !== undefined && RELATIVES.has(word.lower);
export const isPossessive = (word: Word | undefined) =>
  isNoun(word) && /(?:['’]s|s['’])$/.test(word?.text ?? "");
export const isWeekday = (word: Word | undefined) => word !== undefined && WEEKDAYS.has(word.lower);
export const isTimeNoun = (word: Word | undefined) => word !== undefined && TIME_NOUNS.has(word.lower);
/** A comma, or a dash with a gap before it. */
export const isBreak = (word: Word | undefined) =>
  word !== undefined && (word.text === "," || (/^[–—-]$/.test(word.text) && word.hasSpaceBefore));
export const isQuoteMark = (word: Word | undefined) => /^["“”]$/.test(word?.text ?? "");

export const isPreposition = (word: Word | undefined) =>
  word !== undefined && PREPOSITIONS.has(word.lower) && !/^(?:RP|RB|WRB|VBG)$/.test(fineTag(word));

/** Verbs and auxiliaries that carry the tense; not an infinitive or participle of the same form. */
export function isFiniteAt(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word?.kind !== "word") return false;
  const form = plain(word);
  if (BE.has(form)) return true;
  const before = words[at - 1];
  if (MODALS.has(form)) return !/^NN/.test(fineTag(word)) && !isDeterminer(before);
  if (OTHER_AUXILIARIES.has(form))
    return !(form === "had" && /^(?:has|have|had|having)$/.test(before?.lower ?? ""));
  if (HAVE_AND_DO.has(form)) return before?.lower !== "to" && !isModal(before) && fineTag(word) !== "VB";
  return /^(?:VBD|VBZ|VBP)$/.test(fineTag(word)) && before?.lower !== "to" && !isDeterminer(before);
}

export const isAuxiliary = (word: Word | undefined) =>
  word !== undefined &&
  (BE.has(plain(word)) ||
    MODALS.has(plain(word)) ||
    OTHER_AUXILIARIES.has(plain(word)) ||
    HAVE_AND_DO.has(plain(word)));

/** A word that the sentence does not have, in the place of one that the statement leaves out. */
export const wordInPlaceOf = (word: Word, text: string, fine: string): Word => ({
  ...word,
  text,
  lower: text,
  kind: "word",
  tag: /^(?:VB|MD)/.test(fine) ? "finite" : "preposition",
  fine,
  hasSpaceBefore: true,
});

/** The first word of a sentence as it is written inside one. */
export function inside(words: readonly Word[]): Word[] {
  const [first, ...rest] = words;
  if (!first) return [];
  const keepsCapital =
    isName(first) || first.text === "I" || /^\p{Lu}{2}/u.test(first.text) || !/^\p{Lu}/u.test(first.text);
  return keepsCapital ? [...words] : [withText(first, first.lower), ...rest];
}
