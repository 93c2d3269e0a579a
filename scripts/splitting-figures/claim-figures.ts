import type { SplitClaim } from "@/lib/claims/split-claims";
import type { Ranked, Scores } from "@/scripts/splitting-figures/counting";
import { areaUnderCurve, matchBest, scoresOf, share } from "@/scripts/splitting-figures/counting";
import type { GoldClaim } from "@/scripts/splitting-figures/gold";
import type { StemBag } from "@/scripts/splitting-figures/word-stems";
import { bagSimilarity, sameWordsKey, stemBag } from "@/scripts/splitting-figures/word-stems";

/** Similarity of the stems from which a claim counts as found. */
const FOUND = 0.6;

export interface ClaimCase {
  readonly id: string;
  readonly language: string;
  readonly gold: readonly GoldClaim[];
  readonly system: readonly SplitClaim[];
  readonly names?: Readonly<Record<string, readonly string[]>>;
}

export interface ClaimFigures extends Scores {
  readonly gold: number;
  readonly system: number;
  readonly systemPerGold: number | null;
  readonly speaker: number | null;
  readonly mode: number | null;
  readonly modality: number | null;
  readonly kind: number | null;
  readonly checkWorthiness: number | null;
  /** Claims that the check-worthiness was judged on. */
  readonly ranked: number;
  readonly listedTwice: number;
  readonly errors: readonly string[];
}

export interface ClaimPair {
  readonly gold: GoldClaim;
  readonly system: SplitClaim;
}

/** Is every checkable statement listed once, in its own words, with its speaker? */
export function claimFigures(cases: readonly ClaimCase[]): ClaimFigures {
  const counts = { found: 0, invented: 0, missed: 0 };
  const all: { pair: ClaimPair; each: ClaimCase }[] = [];
  const errors: string[] = [];
  let listedTwice = 0;
  for (const each of cases) {
    const pairs = pairClaims(each);
    const core = each.gold.filter(({ isOptional }) => !isOptional).length;
    const optional = pairs.filter(({ gold }) => gold.isOptional).length;
    counts.found += pairs.length - optional;
    counts.invented += each.system.length - pairs.length;
    counts.missed += core - (pairs.length - optional);
    listedTwice += each.system.length - new Set(each.system.map(({ wording }) => sameWordsKey(wording))).size;
    for (const pair of pairs) {
      all.push({ pair, each });
      errors.push(...judgementErrors(each, pair));
    }
    errors.push(...unmatched(each, pairs));
  }
  const accuracy = (
    isKnown: (claim: GoldClaim) => boolean,
    isRight: (item: (typeof all)[number]) => boolean,
  ) => {
    const known = all.filter(({ pair }) => isKnown(pair.gold));
    return share(known.filter(isRight).length, known.length);
  };
  const ranking = all.flatMap(({ pair }) => rankOf(pair));
  const system = counts.found + counts.invented;
  const gold = counts.found + counts.missed;
  return {
    ...scoresOf(counts),
    gold,
    system,
    systemPerGold: share(system, gold),
    speaker: accuracy(
      () => true,
      ({ pair, each }) => hasSameSpeaker(pair, each.names),
    ),
    mode: accuracy(
      ({ mode }) => mode !== undefined,
      ({ pair }) => pair.gold.mode === pair.system.mode,
    ),
    modality: accuracy(
      ({ modality }) => modality !== undefined,
      ({ pair }) => pair.gold.modality === pair.system.modality,
    ),
    kind: accuracy(
      ({ kind }) => kind !== undefined,
      ({ pair }) => pair.gold.kind === pair.system.kind,
    ),
    checkWorthiness: areaUnderCurve(ranking),
    ranked: ranking.length,
    listedTwice,
    errors,
  };
}

const rankOf = ({ gold, system }: ClaimPair): Ranked[] =>
  gold.checkWorthy === null ? [] : [{ score: system.checkWorthiness, isPositive: gold.checkWorthy }];

/** Claims of the splitter and of the gold that say the same, one to one. */
export function pairClaims({ gold, system, language }: ClaimCase): ClaimPair[] {
  const found = system.map(({ wording }) => stemBag(wording, language));
  const expected = gold.map(({ wording, alternatives = [] }) =>
    [wording, ...alternatives].map((each) => stemBag(each, language)),
  );
  return matchBest({ system: system.length, gold: gold.length }, (a, b) => {
    const similarity = bestSimilarity(found[a], expected[b]);
    return similarity >= FOUND && hasItsWords(system[a], gold[b]) ? similarity : 0;
  }).flatMap((pair) => {
    const [one, other] = [gold[pair.gold], system[pair.system]];
    return one && other ? [{ gold: one, system: other }] : [];
  });
}

const bestSimilarity = (bag: StemBag | undefined, bags: readonly StemBag[] | undefined) =>
  bag && bags ? Math.max(...bags.map((other) => bagSimilarity(bag, other))) : 0;

function hasItsWords(system: SplitClaim | undefined, gold: GoldClaim | undefined): boolean {
  const text = system?.wording.toLowerCase() ?? "";
  const stands = (word: string) => text.includes(word.toLowerCase());
  return (gold?.must ?? []).every((group) => group.some(stands)) && !(gold?.mustNot ?? []).some(stands);
}

/** Lenient about the form of a name, strict about whose words they are. */
export function hasSameSpeaker({ gold, system }: ClaimPair, names: ClaimCase["names"] = {}): boolean {
  const plain = (name: string | null) => {
    if (!name) return null;
    const key = sameWordsKey(name);
    const known = Object.entries(names).find(([, forms]) => forms.some((form) => sameWordsKey(form) === key));
    if (known) return sameWordsKey(known[0]);
    return key.replace(/^(?:der|die|das|dem|den|des|the|a|an|ein|eine|einem|einer) /, "");
  };
  const [expected, found] = [plain(gold.speaker), plain(system.speaker)];
  if (expected === found) return true;
  // "X calls for …": X may stand in the wording, as the speaker, or both.
  if (!expected || !found) return sameWordsKey(gold.wording).includes(expected ?? found ?? "");
  if (expected.includes(found) || found.includes(expected)) return true;
  return bagSimilarity(stemBag(expected, "de"), stemBag(found, "de")) > 0.4;
}

function judgementErrors({ id, names }: ClaimCase, pair: ClaimPair): string[] {
  const { gold, system } = pair;
  const line = (what: string, right: unknown, wrong: unknown) =>
    `${what.padEnd(8)} ${id}: gold ${right}, system ${wrong} – ${gold.wording}`;
  const errors = hasSameSpeaker(pair, names) ? [] : [line("speaker", gold.speaker, system.speaker)];
  for (const what of ["mode", "modality", "kind"] as const)
    if (gold[what] !== undefined && gold[what] !== system[what])
      errors.push(line(what, gold[what], system[what]));
  return errors;
}

function unmatched({ id, gold, system }: ClaimCase, pairs: readonly ClaimPair[]): string[] {
  const hit = new Set<GoldClaim | SplitClaim>(pairs.flatMap((pair) => [pair.gold, pair.system]));
  return [
    ...gold
      .filter((claim) => !hit.has(claim) && !claim.isOptional)
      .map(({ wording }) => `missed   ${id}: ${wording}`),
    ...system.filter((claim) => !hit.has(claim)).map(({ wording }) => `invented ${id}: ${wording}`),
  ];
}
