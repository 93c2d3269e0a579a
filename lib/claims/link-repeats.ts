import type { Span } from "@/lib/text/span";

const LEAST_WORDS_FOR_NEAR = 8;
const LEAST_SHARE = 0.85;
/** How many earlier candidates are compared, so that many look-alikes stay linear. */
const MOST_CANDIDATES = 6;

/**
 * For every span the index of the earliest one that says the same, or null: equal words, or nearly equal words
 * with the same numbers and the same negations.
 */
export function linkRepeats(text: string, spans: readonly Span[]): (number | null)[] {
  const exact = new Map<string, number>();
  const similar = new Map<string, number[]>();
  return spans.map((span, index) => {
    const words = wordsIn(text.slice(span.start, span.end));
    const key = words.join(" ");
    if (!words.some((word) => word !== '"')) return null;
    const earlier = exact.get(key);
    if (earlier !== undefined) return earlier;
    exact.set(key, index);
    if (words.length < LEAST_WORDS_FOR_NEAR) return null;
    const near = nearRepeat(words, index, similar);
    if (near !== null) exact.set(key, near);
    return near;
  });

  function nearRepeat(words: string[], index: number, candidates: Map<string, number[]>): number | null {
    const signatures = [words.slice(0, 4).join(" "), `… ${words.slice(-4).join(" ")}`];
    for (const signature of signatures) {
      for (const candidate of candidates.get(signature) ?? []) {
        const span = spans[candidate];
        if (span && areNearlyEqual(words, wordsIn(text.slice(span.start, span.end)))) return candidate;
      }
    }
    for (const signature of signatures) {
      const known = candidates.get(signature) ?? [];
      if (known.length < MOST_CANDIDATES) candidates.set(signature, [...known, index]);
    }
    return null;
  }
}

/** Words, and the marks that change what is said: a sentence between quotation marks is not the bare sentence. */
const wordsIn = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+|["„“”«»]/gu) ?? []).map((word) =>
    /[„“”«»]/.test(word) ? '"' : word,
  );

function areNearlyEqual(a: readonly string[], b: readonly string[]): boolean {
  if (Math.min(a.length, b.length) < LEAST_SHARE * Math.max(a.length, b.length)) return false;
  const rest = new Map<string, number>();
  for (const word of a) rest.set(word, (rest.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of b) {
    const count = rest.get(word) ?? 0;
    if (count > 0) {
      rest.set(word, count - 1);
      shared++;
    } else if (isDecisive(word)) return false;
  }
  for (const [word, count] of rest) if (count > 0 && isDecisive(word)) return false;
  return shared >= LEAST_SHARE * Math.max(a.length, b.length);
}

/** Words whose change makes another statement: numbers and negations. */
const isDecisive = (word: string) => /\d/.test(word) || NEGATIONS.test(word);
const NEGATIONS =
  /^(?:nicht|kein|keine|keinen|keinem|keiner|keines|nie|niemals|weder|ohne|not|no|never|without|none|neither|nor)$/;
