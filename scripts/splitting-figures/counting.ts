/** Right, invented and missed. */
export interface Counts {
  found: number;
  invented: number;
  missed: number;
}

export const noCounts = (): Counts => ({ found: 0, invented: 0, missed: 0 });

export interface Scores {
  /** 0 … 1; 1 where there was nothing to find and nothing was found. */
  readonly f1: number;
  /** `null` where nothing was found. */
  readonly precision: number | null;
  /** `null` where there was nothing to find. */
  readonly recall: number | null;
}

/** Precision, recall and their harmonic mean. */
export function scoresOf({ found, invented, missed }: Counts): Scores {
  const all = 2 * found + invented + missed;
  return {
    f1: all === 0 ? 1 : (2 * found) / all,
    precision: share(found, found + invented),
    recall: share(found, found + missed),
  };
}

/** `part / whole`, `null` where there is no whole. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Adds the comparison of two sets to `counts`. */
export function countSets<T>(counts: Counts, gold: ReadonlySet<T>, system: ReadonlySet<T>): void {
  for (const item of system) {
    if (gold.has(item)) counts.found++;
    else counts.invented++;
  }
  for (const item of gold) if (!system.has(item)) counts.missed++;
}

export function sharedSize<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let size = 0;
  for (const item of a) if (b.has(item)) size++;
  return size;
}

export interface Ranked {
  readonly score: number;
  readonly isPositive: boolean;
}

/**
 * Chance that a positive item has a higher score than a negative one (area under the ROC curve); equal scores count
 * one half. `null` where one of the classes is empty.
 */
export function areaUnderCurve(items: readonly Ranked[]): number | null {
  const positives = items.filter(({ isPositive }) => isPositive);
  const negatives = items.filter(({ isPositive }) => !isPositive);
  const wins = positives.reduce(
    (sum, { score }) => sum + negatives.reduce((won, other) => won + winOf(score, other.score), 0),
    0,
  );
  return share(wins, positives.length * negatives.length);
}

const winOf = (positive: number, negative: number) =>
  positive > negative ? 1 : positive === negative ? 0.5 : 0;

export interface Pair {
  readonly system: number;
  readonly gold: number;
  readonly similarity: number;
}

/** Pairs one to one, the most similar first; a similarity of 0 is no pair. */
export function matchBest(
  sizes: { readonly system: number; readonly gold: number },
  similarity: (system: number, gold: number) => number,
): Pair[] {
  const candidates: Pair[] = [];
  for (let system = 0; system < sizes.system; system++)
    for (let gold = 0; gold < sizes.gold; gold++) {
      const value = similarity(system, gold);
      if (value > 0) candidates.push({ system, gold, similarity: value });
    }
  candidates.sort((a, b) => b.similarity - a.similarity);
  const takenSystem = new Set<number>();
  const takenGold = new Set<number>();
  return candidates.filter(({ system, gold }) => {
    if (takenSystem.has(system) || takenGold.has(gold)) return false;
    takenSystem.add(system);
    takenGold.add(gold);
    return true;
  });
}
