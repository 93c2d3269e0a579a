import { fineTag, isBe } from "@/lib/claims/english-words";
import type { Word } from "@/lib/claims/tag-german-words";
import { withText } from "@/lib/claims/tag-german-words";

const HEARSAY_ADVERBS = /^(?:reportedly|allegedly|purportedly|supposedly)$/;
const HEARSAY_VERBS = /^(?:said|alleged|reported|rumoured|rumored|claimed|believed|thought|understood)$/;

/** "is said to have fled" → "has fled", "reportedly fled" → "fled"; that it is hearsay is said beside the wording. */
export function withoutHearsay(words: readonly Word[]): { words: readonly Word[]; isHearsay: boolean } {
  const adverb = words.findIndex(({ lower }) => HEARSAY_ADVERBS.test(lower));
  if (adverb > 0 && !/^JJ|^VBN/.test(fineTag(words[adverb + 1])) && words[adverb - 1]?.text !== ",")
    return { words: [...words.slice(0, adverb), ...words.slice(adverb + 1)], isHearsay: true };
  const to = words.findIndex(
    ({ lower }, at) =>
      lower === "to" && HEARSAY_VERBS.test(words[at - 1]?.lower ?? "") && isBe(words[at - 2]),
  );
  const be = words[to - 2];
  const verb = words[to + 1]?.lower;
  if (to < 3 || !be) return { words, isHearsay: adverb >= 0 };
  if (verb === "be") return { words: [...words.slice(0, to - 1), ...words.slice(to + 2)], isHearsay: true };
  if (verb !== "have") return { words, isHearsay: true };
  const perfect = be.lower === "is" ? "has" : be.lower === "are" ? "have" : "had";
  return {
    words: [...words.slice(0, to - 2), withText(be, perfect), ...words.slice(to + 2)],
    isHearsay: true,
  };
}
