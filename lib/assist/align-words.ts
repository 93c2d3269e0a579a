import { wordsOf } from "@/lib/text/words-of";
import type { ReadWord } from "./read-words";
import { isSameName, isSameVerb } from "./strange-words";

/** For each word of a wording the place of its word in the sentence, "added" where it may have none; null: it has none. */
export type Alignment = (number | "added")[];

/** The moods of reported speech, and what they are in plain words. */
const PLAIN_FORMS: Readonly<Record<string, ReadonlySet<string>>> = {
  sei: wordsOf("ist war"),
  seien: wordsOf("sind waren"),
  habe: wordsOf("hat hatte"),
  haben: wordsOf("hatten"),
  werde: wordsOf("wird"),
};
const AUXILIARY =
  /^(?:sei(?:en|n)?|ist|sind|war(?:en)?|wären?|gewesen|hab(?:e|en|t)|hat(?:te|ten)?|hätten?|gehabt|w[eiu]rd(?:e|en)?|w[uü]rden?|worden|geworden|am|is|are|was|were|been?|being|has|have|had|do|does|did|könn\p{L}*|kann|konnten?|müss\p{L}*|muss\p{L}*|soll\p{L}*|woll\p{L}*|will|darf|dürf\p{L}*|durft\p{L}*|m[aö]g\p{L}*|mocht\p{L}*|möcht\p{L}*|would|can|could|may|might|must|shall|should)$/u;
/** The perfect of a past tense: "baute", "hat gebaut". Any other auxiliary is another statement. */
const PERFECT = wordsOf("hat haben hatte hatten has have had");

/**
 * Finds each word of a wording among those of a sentence. Words other than verbs must stand there as they are and in the
 * same order; verbs may move and be inflected, names may be completed. Null where a word cannot be found.
 */
export function alignWords(
  wording: readonly ReadWord[],
  sentence: readonly ReadWord[],
  names: readonly (readonly string[])[],
): Alignment | null {
  const isMoving = (word: ReadWord) =>
    sentence.some((other) => other.kind === "verb" && isSameForm(word, other)) || PERFECT.has(word.lower);
  const isCompletion = (index: number) => isCompleted(wording, index, { sentence, names });
  const fixed = wording.flatMap((word, index) => (isMoving(word) || isCompletion(index) ? [] : [index]));
  const places = alignInOrder(
    fixed.map((index) => wording[index]?.key ?? ""),
    sentence,
  );
  if (!places) return null;
  const alignment: (number | "added" | null)[] = wording.map(() => null);
  for (const [at, index] of fixed.entries()) alignment[index] = places[at] ?? null;
  for (const index of wording.keys()) if (isCompletion(index)) alignment[index] = "added";
  return alignVerbs(wording, sentence, alignment);
}

/** The places in order with the fewest words skipped between them. */
function alignInOrder(keys: readonly string[], sentence: readonly ReadWord[]): number[] | null {
  type Path = { cost: number; places: number[] };
  let paths = new Map<number, Path>([[-1, { cost: 0, places: [] }]]);
  for (const key of keys) {
    const next = new Map<number, Path>();
    for (const [place, { kind, key: other }] of sentence.entries()) {
      if (other !== key || kind === "verb") continue;
      for (const [from, { cost, places }] of paths) {
        if (from >= place) continue;
        const skipped =
          from < 0 ? 0 : sentence.slice(from + 1, place).filter((word) => word.kind !== "verb").length;
        const known = next.get(place);
        if (!known || cost + skipped < known.cost)
          next.set(place, { cost: cost + skipped, places: [...places, place] });
      }
    }
    paths = next;
  }
  return [...paths.values()].toSorted((a, b) => a.cost - b.cost)[0]?.places ?? null;
}

/** Only a verb that says when and who may change its form: a participle in another voice would be another statement. */
function isSameForm(word: ReadWord, verb: ReadWord): boolean {
  if (word.key === verb.key) return true;
  if (AUXILIARY.test(verb.lower) || AUXILIARY.test(word.lower))
    return PLAIN_FORMS[verb.lower]?.has(word.lower) === true;
  return (
    verb.isFinite && /^\p{Ll}/u.test(word.lower) && word.kind !== "noun" && isSameVerb(word.lower, verb.lower)
  );
}

function alignVerbs(
  wording: readonly ReadWord[],
  sentence: readonly ReadWord[],
  alignment: (number | "added" | null)[],
): Alignment | null {
  const used = new Set<number>();
  const found: Alignment = [];
  for (const [index, word] of wording.entries()) {
    const known = alignment[index];
    if (known !== null && known !== undefined) {
      found.push(known);
      continue;
    }
    const near = alignment.flatMap((place, at) =>
      typeof place === "number" && Math.abs(at - index) <= 3 ? [sentence[place]?.segment] : [],
    );
    const candidates = sentence.flatMap((verb, place) =>
      verb.kind === "verb" && !used.has(place) && isSameForm(word, verb) ? [place] : [],
    );
    const place = candidates.find((one) => near.includes(sentence[one]?.segment)) ?? candidates[0];
    if (place === undefined) {
      if (!PERFECT.has(word.lower) || !isNewPerfect(wording, sentence)) return null;
      found.push("added");
    } else {
      used.add(place);
      found.push(place);
    }
  }
  return found;
}

/** "hat gebaut" of "baute": where the sentence has no auxiliary whose place the new one could take. */
function isNewPerfect(wording: readonly ReadWord[], sentence: readonly ReadWord[]): boolean {
  const added = wording.filter(({ lower }) => PERFECT.has(lower)).length;
  return added === 1 && !sentence.some(({ lower }) => AUXILIARY.test(lower));
}

/** "Hans" of "Hans Kolb", where the sentence has "Kolb" and the article knows only one. */
function isCompleted(
  wording: readonly ReadWord[],
  index: number,
  { sentence, names }: { sentence: readonly ReadWord[]; names: readonly (readonly string[])[] },
): boolean {
  const word = wording[index];
  if (!word || sentence.some(({ key }) => key === word.key)) return false;
  const isOf = (part: string | undefined, other: ReadWord | undefined) =>
    part !== undefined && other !== undefined && isSameName(part.toLowerCase(), other.lower);
  const stands = (other: ReadWord | undefined) => sentence.some(({ key }) => key === other?.key);
  return names.some((name) => {
    const at = name.findIndex((part) => isOf(part, word));
    if (at < 0) return false;
    return [-1, 1].some(
      (side) => isOf(name[at + side], wording[index + side]) && stands(wording[index + side]),
    );
  });
}
