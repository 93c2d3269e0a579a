import { constituentEnd } from "@/lib/claims/german-phrases";
import type { Word } from "@/lib/claims/tag-german-words";
import { wordsOf } from "@/lib/text/words-of";

/* The Konjunktiv, by which German marks that words are somebody else's. Offsets are indices of words. */

/** Konjunktiv II of strong verbs whose form no indicative shares; prefixes are added by rule ("bekäme", "bestünde"). */
const STRONG_SUBJUNCTIVE =
  /^(?:be|emp|ent|er|ge|ver|zer|ab|an|auf|aus|bei|ein|mit|nach|vor|über|unter|zu|zurück)?(?:gäben?|kämen?|ginge|lägen?|bliebe|stünden?|ständen?|tätent?|fänden?|ließe|hielte|nähmen?|sähen?|sprächen?|bräuchten?|wüssten?|dächten?|brächten?|träfen?|fiele|zögen?|trügen?|verlören?|böten?|flögen?|schlössen?|stiege|schriebe|riefe|liefe|würfen?|hülfen?|träten?|säßen?|äßen?|zwänge|sänken?|schlüge[n]?|führe|wüchsen?|gölten?|gälten?|müssten?|dürften?)$/;

/** Whether a word is a finite verb in the Konjunktiv, told apart from the indicative by its form. */
export const isSubjunctive = ({ lower, finite, tag }: Word): boolean =>
  finite?.isSubjunctive === true ||
  (tag === "finite" && STRONG_SUBJUNCTIVE.test(lower) && !/^(?:müsste|müssten|dürfte|dürften)$/.test(lower));

/** Forms that are the same in both moods. */
const AMBIGUOUS_MOOD = wordsOf(
  "könnte könnten sollte sollten wollten müsste müssten dürfte dürften haben werden können müssen sollen wollen",
);

/** A finite verb in the Konjunktiv before any in the indicative, in the clause that begins at `from`. */
export function isInSubjunctive(words: readonly Word[], from: number, end: number): boolean {
  for (let at = from; at < end; at++) {
    const word = words[at];
    if (!word) continue;
    if ((word.tag === "finite" || word.tag === "infinitive") && isSubjunctive(word))
      return words[at - 1]?.lower !== "ich" && words[at + 1]?.lower !== "ich";
    if (word.tag === "finite" && !AMBIGUOUS_MOOD.has(word.lower)) return false;
  }
  return false;
}

/** A form that a plural Konjunktiv shares with the preterite or present: "die Pumpen hielten", "sie müssen". */
export const mayBeSubjunctive = ({ lower, finite }: Word): boolean =>
  AMBIGUOUS_MOOD.has(lower) || (finite?.isPlural === true && /(?:en|ern|eln)$/.test(lower));

export function firstFiniteFrom(words: readonly Word[], from: number): number {
  for (let at = from; at < words.length; at++) if (words[at]?.tag === "finite") return at;
  return -1;
}

/** One constituent, then the finite verb. */
export function isVerbSecond(words: readonly Word[], from: number, end: number): boolean {
  const verb = firstFiniteFrom(words, from);
  const isLast = verb === end - 1 && words[from]?.tag === "pronoun";
  return verb > from && verb < end && !isLast && constituentEnd(words, from, verb) === verb;
}

export function hasFinite(words: readonly Word[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (words[at]?.tag === "finite") return true;
  return false;
}
