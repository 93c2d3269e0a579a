/** Shorter words are too common to be found inside others. */
const MIN_STEM_LENGTH = 4;
/** Longer ones are found by their beginning. */
const MAX_STEM_LENGTH = 60;
/** So many words in a row are nobody's by chance. */
const RUN_LENGTH = 6;

/** Letters and digits, with the invisible characters that web pages put between them. */
const WORD = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060]+/gu;

type Word = { start: number; end: number; folded: string };

/** Puts a mark in place of every passage that gives something away, and says how many there were. */
export type Blacken = (text: string) => { text: string; count: number };

/**
 * Finds phrases (a name, a title, an address) word by word: whatever stands between the words, in any case and with any
 * ending of the last one ("Petersens"), words of up to three letters only as they are. Of passages six words in a row
 * are found anywhere, shorter passages as a whole. However long the passages are, a text takes time for its own length.
 */
export function createBlackener(secrets: {
  phrases: readonly string[];
  passages: readonly string[];
  mark: string;
}): Blacken {
  const phrases = new PhraseIndex();
  const runs = new Set<number>();
  for (const phrase of secrets.phrases) phrases.add(foldedWords(phrase));
  for (const passage of secrets.passages) {
    const words = foldedWords(passage);
    if (words.length < RUN_LENGTH) phrases.add(words);
    for (const key of runKeys(words)) runs.add(key);
  }
  return (text) => {
    const words = wordsIn(text);
    const keys = runs.size > 0 ? runKeys(words.map(({ folded }) => folded)) : [];
    let result = "";
    let count = 0;
    let kept = 0;
    /** Index of the first word behind the passage that is being blackened. */
    let passageEnd = 0;
    for (const [at, { start, end }] of words.entries()) {
      const found = Math.max(phrases.lengthAt(words, at), runs.has(keys[at] ?? -1) ? RUN_LENGTH : 0);
      if (at >= passageEnd && found > 0) {
        result += text.slice(kept, start) + secrets.mark;
        count += 1;
      }
      passageEnd = Math.max(passageEnd, at + found);
      if (at < passageEnd) kept = end;
    }
    return { text: result + text.slice(kept), count };
  };
}

/** Phrases by their first word; those of one word by their beginning. */
class PhraseIndex {
  #stems = new Set<string>();
  #longer = new Map<string, string[][]>();

  add(words: readonly string[]): void {
    const [first, ...rest] = words;
    if (first === undefined) return;
    if (rest.length === 0) {
      this.#stems.add(first.slice(0, MAX_STEM_LENGTH));
      return;
    }
    const known = this.#longer.get(first) ?? [];
    known.push(rest);
    this.#longer.set(first, known);
  }

  /** How many words from `at` on belong to the longest phrase that begins there. */
  lengthAt(words: readonly Word[], at: number): number {
    const first = words[at]?.folded ?? "";
    let length = this.#hasStem(first) ? 1 : 0;
    for (const rest of this.#longer.get(first) ?? []) {
      if (rest.length + 1 <= length) continue;
      const last = rest.length - 1;
      const isHere = rest.every((word, index) => {
        const found = words[at + 1 + index]?.folded;
        return found === word || (index === last && isFormOf(found ?? "", word));
      });
      if (isHere) length = rest.length + 1;
    }
    return length;
  }

  #hasStem(word: string): boolean {
    if (this.#stems.has(word)) return true;
    for (let length = MIN_STEM_LENGTH; length <= Math.min(word.length, MAX_STEM_LENGTH); length++) {
      if (this.#stems.has(word.slice(0, length))) return true;
    }
    return word.endsWith("s") && this.#stems.has(word.slice(0, -1));
  }
}

function isFormOf(word: string, stem: string): boolean {
  return stem.length >= MIN_STEM_LENGTH ? word.startsWith(stem) : word === `${stem}s`;
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const folded = fold(match[0]);
    return folded === "" ? [] : [{ start: match.index, end: match.index + match[0].length, folded }];
  });
}

function foldedWords(text: string): string[] {
  return wordsIn(text).map(({ folded }) => folded);
}

/** Without case, accents and invisible characters: people write Yildiz for Yıldız. */
function fold(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\p{M}\u00ad\u200b-\u200d\u2060]/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ı/g, "i")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o");
}

/** A number for every run of words, in order: of 53 bits, so that no two runs share one by chance. */
function runKeys(words: readonly string[]): number[] {
  const first = Uint32Array.from(words, (word) => hashOf(word, 0x811c9dc5));
  const second = Uint32Array.from(words, (word) => hashOf(word, 0x9e3779b9));
  const keys: number[] = [];
  for (let start = 0; start + RUN_LENGTH <= words.length; start++) {
    let high = 0;
    let low = 0;
    for (let at = start; at < start + RUN_LENGTH; at++) {
      high = Math.imul(high ^ (first[at] ?? 0), 0x01000193);
      low = Math.imul(low ^ (second[at] ?? 0), 0x85ebca6b) + 1;
    }
    keys.push((high >>> 0) * 0x200000 + (low >>> 11));
  }
  return keys;
}

function hashOf(word: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}
