import { ENGLISH_CUE_WORDS } from "@/lib/claims/english-cue-words";
import { GERMAN_CUE_WORDS } from "@/lib/claims/german-cue-words";
import type { Token } from "@/lib/text/tokenize-words";

/** What single words tell of a statement; the lists are in `german-cue-words` and `english-cue-words`. */
export const CUES = [
  "number",
  "several",
  "percent",
  "measure",
  "dateWord",
  "place",
  "change",
  "multiple",
  "compare",
  "superlative",
  "cause",
  "law",
  "ruling",
  "office",
  "officeVerb",
  "body",
  "copula",
  "state",
  "amount",
  "origin",
  "speech",
  "appealVerb",
  "attitude",
  "evaluation",
  "calling",
  "demand",
  "plan",
  "possible",
  "scheduled",
  "procedure",
  "vague",
  "firstPerson",
] as const;
export type Cue = (typeof CUES)[number];

/** Words by cue, apart by spaces: "weil" as it stands, "stieg*" a beginning, "*urteil" an end with its inflection, "leads_to" two words in a row. */
export type CueWords = Readonly<Record<Cue, string>>;

interface CueIndex {
  readonly exact: ReadonlyMap<string, readonly Cue[]>;
  /** First words of two in a row. */
  readonly openings: ReadonlySet<string>;
  /** By their first three letters, so that a word is held against few of them. */
  readonly beginnings: ReadonlyMap<string, readonly (readonly [string, Cue])[]>;
  /** By their last three letters without inflection. */
  readonly ends: ReadonlyMap<string, readonly (readonly [string, Cue])[]>;
  /** Words looked up before: news repeats most of its words. */
  readonly known: Map<string, readonly Cue[]>;
}

/** From here on looked-up words are forgotten, so that a long life of the server costs no memory. */
const KNOWN_WORDS = 20_000;

/** Letters by which beginnings and ends are looked up; every pattern has at least as many. */
const KEY_LENGTH = 3;
const INFLECTIONS = ["", "e", "n", "s", "en", "es", "er", "em", "ern"];

const GERMAN = compile(GERMAN_CUE_WORDS);
const ENGLISH = compile(ENGLISH_CUE_WORDS);

function compile(words: CueWords): CueIndex {
  const exact = new Map<string, Cue[]>();
  const beginnings = new Map<string, (readonly [string, Cue])[]>();
  const ends = new Map<string, (readonly [string, Cue])[]>();
  for (const cue of CUES)
    for (const pattern of words[cue].split(" ")) {
      const stem = pattern.replaceAll("*", "");
      if (pattern.endsWith("*")) put(beginnings, stem.slice(0, KEY_LENGTH), [stem, cue]);
      else if (pattern.startsWith("*")) put(ends, stem.slice(-KEY_LENGTH), [stem, cue]);
      else put(exact, stem, cue);
    }
  const openings = new Set(
    [...exact.keys()].filter((key) => key.includes("_")).map((key) => key.split("_")[0] ?? ""),
  );
  return { exact, openings, beginnings, ends, known: new Map() };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** How often each cue stands in a statement; a language without lists of its own has none. */
export type StatementCues = Readonly<Record<Cue, number>>;

const NO_CUES = Object.fromEntries(CUES.map((cue) => [cue, 0])) as Record<Cue, number>;
const NONE: readonly Cue[] = [];

const indexOf = (language: string) =>
  language.startsWith("de") ? GERMAN : language.startsWith("en") ? ENGLISH : null;

/** Counts the cues among the words of a statement. */
export function cuesOf(
  words: readonly (Token & { readonly tag?: string })[],
  language: string,
): StatementCues {
  const index = indexOf(language);
  if (!index) return NO_CUES;
  const counts = { ...NO_CUES };
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || (word.kind === "mark" && word.lower !== "%")) continue;
    const { text, lower, tag } = word;
    // "in May" is no "may".
    for (const cue of known(text === "May" && at > 0 ? "april" : lower, index))
      if (tag !== "noun" || (cue !== "appealVerb" && cue !== "plan")) counts[cue]++;
    if (!index.openings.has(lower)) continue;
    for (const cue of index.exact.get(`${lower}_${words[at + 1]?.lower}`) ?? NONE) counts[cue]++;
  }
  return counts;
}

/** Finds the cues of words in lower case; null for a language without lists (BCP 47). */
export function cueFinder(language: string): ((word: string) => readonly Cue[]) | null {
  const index = indexOf(language);
  return index && ((word) => known(word, index));
}

function known(word: string, index: CueIndex): readonly Cue[] {
  const before = index.known.get(word);
  if (before) return before;
  if (index.known.size >= KNOWN_WORDS) index.known.clear();
  const found = lookUp(word, index);
  index.known.set(word, found);
  return found;
}

function lookUp(word: string, { exact, beginnings, ends }: CueIndex): readonly Cue[] {
  const found = new Set<Cue>(exact.get(word));
  for (const [stem, cue] of beginnings.get(word.slice(0, KEY_LENGTH)) ?? NO_STEMS)
    if (word.startsWith(stem)) found.add(cue);
  for (const ending of INFLECTIONS) {
    if (!word.endsWith(ending)) continue;
    const base = ending === "" ? word : word.slice(0, -ending.length);
    for (const [stem, cue] of ends.get(base.slice(-KEY_LENGTH)) ?? NO_STEMS)
      if (base.endsWith(stem)) found.add(cue);
  }
  return found.size === 0 ? NONE : [...found];
}

const NO_STEMS: readonly (readonly [string, Cue])[] = [];
