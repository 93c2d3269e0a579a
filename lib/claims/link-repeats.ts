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
  const similar = new Map<string, Candidate[]>();
  return spans.map((span, index) => {
    const words = wordsIn(text.slice(span.start, span.end));
    const key = words.join(" ");
    if (!words.some((word) => word !== '"')) return null;
    const earlier = exact.get(key);
    if (earlier !== undefined) return earlier;
    const near = words.length < LEAST_WORDS_FOR_NEAR ? null : nearRepeat({ index, words }, similar);
    exact.set(key, near ?? index);
    return near;
  });
}

interface Candidate {
  readonly index: number;
  readonly words: readonly string[];
}

/** The earlier span with the same decisive words and the same beginning or end that says nearly the same; otherwise keeps this one for later. */
function nearRepeat(span: Candidate, similar: Map<string, Candidate[]>): number | null {
  const decisive = span.words.filter(isDecisive).sort().join(" ");
  const signatures = [
    `${decisive} | ${span.words.slice(0, 4).join(" ")}`,
    `${decisive} … ${span.words.slice(-4).join(" ")}`,
  ];
  for (const signature of signatures) {
    const found = similar.get(signature)?.find(({ words }) => areNearlyEqual(span.words, words));
    if (found) return found.index;
  }
  for (const signature of signatures) {
    const known = similar.get(signature);
    if (!known) similar.set(signature, [span]);
    else if (known.length < MOST_CANDIDATES) known.push(span);
  }
  return null;
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
    }
  }
  return shared >= LEAST_SHARE * Math.max(a.length, b.length);
}

/** Words whose change makes another statement: numbers and negations. */
const isDecisive = (word: string) => /\d/.test(word) || NEGATIONS.test(word);
const NEGATIONS =
  /^(?:nicht|kein|keine|keinen|keinem|keiner|keines|nie|niemals|weder|ohne|not|no|never|without|none|neither|nor)$/;
