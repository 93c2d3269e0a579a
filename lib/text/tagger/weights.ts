/** Weights as they lie in the repository, written by scripts/train-tagger.ts. */
export interface TaggerWeights {
  readonly source: string;
  readonly licence: string;
  /** Separated by spaces; the weights name them by their place. */
  readonly tags: string;
  /** Words that have one tag wherever they stand, by tag, separated by spaces. */
  readonly fixed: Readonly<Record<string, string>>;
  /** Features in rising order: distance to the one before, number of tags, and for each its index and weight. */
  readonly packed: string;
}

/** Printable characters without the two that JSON would have to escape. */
const ALPHABET =
  " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
const BASE = ALPHABET.length;
const ZERO = BASE >> 1;
/** The highest weight that one character holds. */
export const HIGHEST_WEIGHT = ZERO;

export interface FeatureWeights {
  readonly feature: number;
  /** Pairs of the index of a tag and a weight between -HIGHEST_WEIGHT and HIGHEST_WEIGHT. */
  readonly weights: readonly (readonly [number, number])[];
}

/** Distances of 93 and more take several characters: all but the last stand for 46 and more. */
const HALF = BASE >> 1;

/** Packs features, which must be sorted, into a string of printable characters. */
export function packWeights(features: readonly FeatureWeights[]): string {
  const parts: string[] = [];
  let last = 0;
  for (const { feature, weights } of features) {
    for (let distance = feature - last; ; distance = Math.floor(distance / HALF)) {
      if (distance < HALF) {
        parts.push(ALPHABET.charAt(distance));
        break;
      }
      parts.push(ALPHABET.charAt(HALF + (distance % HALF)));
    }
    parts.push(ALPHABET.charAt(weights.length));
    for (const [tag, weight] of weights) parts.push(ALPHABET.charAt(tag), ALPHABET.charAt(weight + ZERO));
    last = feature;
  }
  return parts.join("");
}

const EMPTY = -1;

/** Feature weights in flat arrays, found by open addressing. */
export class WeightTable {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly starts: Int32Array;
  private readonly tags: Uint8Array;
  private readonly weights: Int8Array;

  constructor(packed: string) {
    const digits = digitsOf(packed);
    const size = countFeatures(digits);
    let slots = 1024;
    while (slots < size.features * 2) slots *= 2;
    this.mask = slots - 1;
    this.keys = new Int32Array(slots).fill(EMPTY);
    this.starts = new Int32Array(slots);
    this.tags = new Uint8Array(size.weights + size.features);
    this.weights = new Int8Array(size.weights + size.features);
    this.fill(digits);
  }

  private fill(digits: Uint8Array) {
    let feature = 0;
    let to = 0;
    for (let at = 0; at < digits.length; ) {
      let factor = 1;
      for (let digit = HALF; digit >= HALF; factor *= HALF) {
        digit = digits[at++] ?? 0;
        feature += (digit % HALF) * factor;
      }
      const slot = this.slotOf(feature);
      this.keys[slot] = feature;
      this.starts[slot] = to;
      const count = digits[at++] ?? 0;
      // The number of the weights stands before them.
      this.tags[to++] = count;
      for (let each = 0; each < count; each++, to++) {
        this.tags[to] = digits[at++] ?? 0;
        this.weights[to] = (digits[at++] ?? 0) - ZERO;
      }
    }
  }

  private slotOf(feature: number): number {
    let slot = feature & this.mask;
    for (let key = this.keys[slot]; key !== EMPTY && key !== feature; key = this.keys[slot])
      slot = (slot + 1) & this.mask;
    return slot;
  }

  /** Adds the weights of a feature to the scores of the tags, which begin at `from`. */
  addTo(scores: Int32Array, from: number, feature: number): void {
    const slot = this.slotOf(feature);
    if (this.keys[slot] === EMPTY) return;
    const start = this.starts[slot] ?? 0;
    const end = start + (this.tags[start] ?? 0);
    for (let at = start + 1; at <= end; at++) {
      const tag = from + (this.tags[at] ?? 0);
      scores[tag] = (scores[tag] ?? 0) + (this.weights[at] ?? 0);
    }
  }
}

export const unpackWeights = ({ packed }: TaggerWeights) => new WeightTable(packed);

function digitsOf(packed: string): Uint8Array {
  const values = new Uint8Array(128);
  for (let at = 0; at < BASE; at++) values[ALPHABET.charCodeAt(at)] = at;
  const digits = new Uint8Array(packed.length);
  for (let at = 0; at < packed.length; at++) digits[at] = values[packed.charCodeAt(at)] ?? 0;
  return digits;
}

function countFeatures(digits: Uint8Array): { features: number; weights: number } {
  let features = 0;
  let weights = 0;
  for (let at = 0; at < digits.length; features++) {
    while ((digits[at++] ?? 0) >= HALF);
    const count = digits[at++] ?? 0;
    weights += count;
    at += count * 2;
  }
  return { features, weights };
}
