import type { Word } from "@/lib/claims/tag-german-words";

/* Where the finite verb of a German clause stands. */

export const isFiniteVerb = (word: Word | undefined) =>
  word?.tag === "finite" &&
  word.finite !== null &&
  !/^(?:hunderte|tausende|dutzende|sieben)$/.test(word.lower);

export function firstFiniteIndex(words: readonly Word[]): number {
  return words.findIndex(isFiniteVerb);
}

/** Index of the finite verb of a verb-final clause, or -1: the last word, or before two infinitives. */
export function finalFiniteIndex(words: readonly Word[]): number {
  let last = words.length - 1;
  while (last > 0 && CLOSING_MARK.test(words[last]?.text ?? "")) last--;
  const word = words[last];
  if (!word) return -1;
  if ((word.tag === "infinitive" || MODAL_INFINITIVE.test(word.lower)) && words[last - 1]?.lower !== "zu") {
    for (let at = last - 1; at >= Math.max(0, last - 3); at--)
      if (words[at]?.tag === "finite" && BEFORE_TWO_INFINITIVES.test(words[at]?.lower ?? "")) return at;
    if (word.tag === "infinitive")
      return word.finite && words.length > 2 && firstFiniteIndex(words) < 0 ? last : -1;
  }
  if (word.tag === "participle") return word.finite && firstFiniteIndex(words) < 0 ? last : -1;
  return word.finite && word.tag === "finite" ? last : -1;
}
const MODAL_INFINITIVE = /^(?:müssen|können|sollen|wollen|dürfen)$/;
const CLOSING_MARK = /^[“”"«‘)]$/;
const BEFORE_TWO_INFINITIVES = /^(?:hat|haben|hatte|hatten|hätte|hätten|habe|wird|werden|würde|würden)$/;
