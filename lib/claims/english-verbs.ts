import { fineTag, isNoun, isNumber, isPronoun } from "@/lib/claims/english-words";
import type { Word } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

/** Past forms of verbs that do not end in -ed, by the form in -ing. Compiled by hand. */
const IRREGULAR_PAST = new Map(
  wordPairs(
    "becoming became beginning began bringing brought building built buying bought catching caught laying laid choosing chose coming came costing cost",
    "cutting cut dealing dealt doing did drawing drew driving drove falling fell feeling felt fighting fought finding found flying flew",
    "forcing forced getting got giving gave going went growing grew hitting hit holding held hurting hurt keeping kept knowing knew leading led leaving left",
    "letting let losing lost making made meaning meant meeting met paying paid putting put reading read rising rose running ran saying said",
    "seeing saw selling sold sending sent setting set shooting shot showing showed shutting shut sinking sank speaking spoke spending spent",
    "splitting split spreading spread standing stood stealing stole striking struck taking took teaching taught telling told throwing threw",
    "winning won writing wrote breaking broke burning burned beating beat overtaking overtook undergoing underwent withdrawing withdrew",
  ),
);

function wordPairs(...lines: readonly string[]): [string, string][] {
  const words = lines.join(" ").split(" ");
  return words.flatMap((word, at) =>
    at % 2 === 0 ? [[word, words[at + 1] ?? word] as [string, string]] : [],
  );
}

/** "killing" → "killed", "leaving" → "left". */
export function pastOf(participle: string): string {
  const irregular = IRREGULAR_PAST.get(participle);
  if (irregular) return irregular;
  const stem = participle.slice(0, -"ing".length);
  return /[^aeiou]y$/.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`;
}

const SINGULAR_OF = new Map([
  ["are", "is"],
  ["were", "was"],
  ["have", "has"],
  ["do", "does"],
  ["aren't", "isn't"],
  ["weren't", "wasn't"],
  ["haven't", "hasn't"],
  ["don't", "doesn't"],
]);

/** The verb as it stands behind a singular subject: "were" → "was", "employ" → "employs". */
export function singularVerb(word: Word): string {
  const known = SINGULAR_OF.get(word.lower.replace("’", "'"));
  if (known) return known;
  if (fineTag(word) !== "VBP") return word.text;
  if (/(?:s|x|z|ch|sh|o)$/.test(word.lower)) return `${word.text}es`;
  return /[^aeiou]y$/.test(word.lower) ? `${word.text.slice(0, -1)}ies` : `${word.text}s`;
}

const PLURAL_WORDS = wordsOf(
  "they we these those many several both few people police all most children men women others staff crew dozens hundreds thousands",
);
const COUNTERS = wordsOf("one a an each every this that another");

/** Whether a noun phrase asks for a plural verb: by its counter, else by the ending of its noun. */
export function isPlural(phrase: readonly Word[]): boolean {
  const [first] = phrase;
  const head = headOf(phrase);
  if (!first || !head) return false;
  if (COUNTERS.has(first.lower)) return false;
  if (PLURAL_WORDS.has(first.lower) || PLURAL_WORDS.has(head.lower)) return true;
  if (isNumber(first) && phrase.length > 1 && !/^(?:1|one)$/.test(first.lower)) return true;
  // "Brightwell Motors" is one firm, "the Muster Islands" are several.
  return fineTag(head) === "NNS" || (fineTag(head) === "NNPS" && first.lower === "the");
}

/** The noun that a phrase is about: the last one before "of", "in", … */
export function headOf(phrase: readonly Word[]): Word | undefined {
  const end = phrase.findIndex(({ tag }, at) => at > 0 && tag === "preposition");
  const core = end < 0 ? phrase : phrase.slice(0, end);
  return core.findLast((word) => isNoun(word) || isNumber(word) || isPronoun(word)) ?? core.at(-1);
}

/** "was", "were", "is" or "are" behind a noun phrase. */
export function beFor(phrase: readonly Word[], isPast: boolean): string {
  if (isPlural(phrase)) return isPast ? "were" : "are";
  return isPast ? "was" : "is";
}
