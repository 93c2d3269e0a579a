import { wordsOf } from "@/lib/text/words-of";

const WORD = /[\p{L}\p{N}]+(?:[-.,][\p{L}\p{N}]+)*/gu;

const STOP_WORDS: Readonly<Record<string, ReadonlySet<string>>> = {
  de: wordsOf(
    "der die das des dem den ein eine einer einem einen eines und oder aber auch im in am an auf zu zum zur von vom mit",
    "bei für über es sich dass daß hat haben habe ist sind sei wurde wurden worden war waren werden wird als wie noch",
    "so durch nach aus um",
  ),
  en: wordsOf(
    "the a an and or but of in on at to for with by from is are was were be been has have had that this it its as which who",
  ),
};

/** How often each stem of a content word stands in a text. */
export type StemBag = ReadonlyMap<string, number>;

/** The content words of a statement as stems, so that "geliefert" and "liefert" are compared by what they share. */
export function stemBag(text: string, language: string): StemBag {
  const bag = new Map<string, number>();
  for (const word of text.toLowerCase().match(WORD) ?? []) {
    if (STOP_WORDS[language]?.has(word)) continue;
    const stem = language === "de" ? stemGerman(word) : language === "en" ? stemEnglish(word) : word;
    bag.set(stem, (bag.get(stem) ?? 0) + 1);
  }
  return bag;
}

/** F1 of what two bags share, 0 … 1. */
export function bagSimilarity(a: StemBag, b: StemBag): number {
  let common = 0;
  for (const [stem, count] of a) common += Math.min(count, b.get(stem) ?? 0);
  const size = sizeOf(a) + sizeOf(b);
  return size === 0 ? 0 : (2 * common) / size;
}

const sizeOf = (bag: StemBag) => [...bag.values()].reduce((sum, count) => sum + count, 0);

/** The key under which two wordings count as the same: letters and digits alone. */
export const sameWordsKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const VOWELS = "aeiouyäöü";

/** The German stemmer of Snowball (snowballstem.org/algorithms/german). */
export function stemGerman(word: string): string {
  const start = word
    .replaceAll("ß", "ss")
    .replace(new RegExp(`(?<=[${VOWELS}])[uy](?=[${VOWELS}])`, "g"), (letter) => letter.toUpperCase());
  const region = regionsOf(start);
  const inflected = withoutDegree(withoutInflection(start, region.first), region.first);
  return withoutDerivation(inflected, region)
    .toLowerCase()
    .replaceAll("ä", "a")
    .replaceAll("ö", "o")
    .replaceAll("ü", "u");
}

interface Regions {
  /** Offset from which an inflection may be cut off, at least 3. */
  readonly first: number;
  /** Offset from which a derivation may be cut off. */
  readonly second: number;
}

function regionsOf(word: string): Regions {
  const afterVowelAndConsonant = (from: number) => {
    const pattern = new RegExp(`[${VOWELS}][^${VOWELS}]`, "g");
    pattern.lastIndex = from;
    const hit = pattern.exec(word);
    return hit ? hit.index + 2 : word.length;
  };
  const first = afterVowelAndConsonant(0);
  return { first: Math.max(first, 3), second: afterVowelAndConsonant(first) };
}

/** The word without `suffix`, or `null` where the suffix lies outside its region or behind the wrong letters. */
function cut(word: string, suffix: string, region: number, before = /^/): string | null {
  const stem = word.slice(0, word.length - suffix.length);
  return word.endsWith(suffix) && stem.length >= region && before.test(stem) ? stem : null;
}

const endingOf = (word: string, endings: readonly string[]) =>
  endings.find((ending) => word.endsWith(ending));

function withoutInflection(word: string, region: number): string {
  const ending = endingOf(word, ["ern", "em", "er", "en", "es", "e", "s"]);
  if (!ending) return word;
  const stem = cut(word, ending, region, ending === "s" ? /[bdfghklmnrt]$/ : undefined);
  if (stem === null) return word;
  return ["en", "es", "e"].includes(ending) && stem.endsWith("niss") ? stem.slice(0, -1) : stem;
}

function withoutDegree(word: string, region: number): string {
  const ending = endingOf(word, ["est", "en", "er", "st"]);
  if (!ending) return word;
  return cut(word, ending, region, ending === "st" ? /.{3}[bdfghklmnt]$/ : undefined) ?? word;
}

function withoutDerivation(word: string, { first, second }: Regions): string {
  const ending = endingOf(word, ["isch", "lich", "heit", "keit", "end", "ung", "ig", "ik"]);
  if (!ending) return word;
  const notBehindE = /(^|[^e])$/;
  const isPlain = ending === "isch" || ending === "ig" || ending === "ik";
  const stem = cut(word, ending, second, isPlain ? notBehindE : undefined);
  if (stem === null || isPlain) return stem ?? word;
  if (ending === "end" || ending === "ung") return cut(stem, "ig", second, notBehindE) ?? stem;
  if (ending === "keit") return cut(stem, "lich", second) ?? cut(stem, "ig", second) ?? stem;
  return cut(stem, "er", first) ?? cut(stem, "en", first) ?? stem;
}

/** A light English stemmer: plural, -ed, -ing, -ly and a silent e. Enough to compare statements. */
export function stemEnglish(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const singular = singularOf(word);
  const shorter = singular.replace(/(?<=[aeiouy].*)(?:ed|ing|ly)$/, "");
  const stem = shorter.length >= 3 ? shorter.replace(/([bdgmnprt])\1$/, "$1") : singular;
  return stem.replace(/(?<=.{3})e$/, "");
}

function singularOf(word: string): string {
  if (/ie[sd]$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:sses|shes|ches|xes)$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}
