/** Claims that stand beside each other in the list and belong to one sentence. */
export type SentenceGroup = {
  /** Stays the same while claims join or leave, so that an open card keeps its place and its cursor. */
  key: string;
  /** Index of the sentence; null where the claims belong to none. */
  sentence: number | null;
  claimIds: string[];
};

/** Gathers neighbours of the list under their sentence; the order of the list stays. */
export function groupBySentence(
  listed: readonly string[],
  sentenceOf: (claimId: string) => number | null,
): SentenceGroup[] {
  const groups: SentenceGroup[] = [];
  const runs = new Map<number, number>();
  for (const id of listed) {
    const sentence = sentenceOf(id);
    const last = groups.at(-1);
    if (last && sentence !== null && last.sentence === sentence) {
      last.claimIds.push(id);
      continue;
    }
    const run = sentence === null ? 0 : (runs.get(sentence) ?? 0);
    if (sentence !== null) runs.set(sentence, run + 1);
    groups.push({ key: sentence === null ? id : `${sentence}.${run}`, sentence, claimIds: [id] });
  }
  return groups;
}
