import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { WorthFeature } from "@/lib/claims/check-worthiness";
import { checkWorthinessOf, WORTH_FEATURES, worthFeaturesOf } from "@/lib/claims/check-worthiness";
import { splitClaims } from "@/lib/claims/split-claims";
import { cuesOf } from "@/lib/claims/statement-cues";
import { tokenizeWords } from "@/lib/text/tokenize-words";
import { pairClaims } from "@/scripts/splitting-figures/claim-figures";
import type { Ranked } from "@/scripts/splitting-figures/counting";
import { areaUnderCurve } from "@/scripts/splitting-figures/counting";
import { loadDevelopmentSets } from "@/scripts/splitting-figures/development-sets";
import { loadFixtures } from "@/scripts/splitting-figures/fixtures";
import type { GoldText } from "@/scripts/splitting-figures/gold";

const USAGE = `Usage: npx tsx scripts/fit-check-worthiness.ts [--data FOLDER] [--errors]

Fits the weights of lib/claims/check-worthiness.ts on our own annotated news texts (logistic regression), and prints
them, how well each text is ranked by the others' weights, and how well the weights in the code rank the development
sets in FOLDER (default: ../shared/data, where it is there), which are never fitted on. --errors prints the claims
ranked most wrongly.
`;

/** A judged claim: as the splitter words it where it finds it, otherwise as the gold does. */
interface Example {
  readonly textId: string;
  readonly language: string;
  readonly features: ReadonlySet<WorthFeature>;
  /** By the weights in the code. */
  readonly score: number;
  readonly isPositive: boolean;
  readonly isFound: boolean;
  readonly wording: string;
}

function examplesOf({ id, text, language, claims = [] }: GoldText): Example[] {
  const system = splitClaims(text, { language }).claims;
  const pairs = pairClaims({ id, language, gold: claims, system });
  const foundBy = new Map(pairs.map((pair) => [pair.gold, pair.system]));
  return claims.flatMap((gold): Example[] => {
    if (gold.checkWorthy === null) return [];
    const found = foundBy.get(gold);
    const wording = found?.wording ?? gold.wording;
    const words = tokenizeWords(wording, { start: 0, end: wording.length });
    const evidence = {
      words,
      cues: cuesOf(words, language),
      modality: found?.modality ?? gold.modality ?? "asserted",
      mode: found?.mode ?? gold.mode ?? (gold.speaker ? "indirect" : "author"),
    };
    const { features } = worthFeaturesOf(evidence);
    const { score } = checkWorthinessOf(evidence);
    const isFound = found !== undefined;
    return [{ textId: id, language, features, score, isPositive: gold.checkWorthy, isFound, wording }];
  });
}

interface Model {
  readonly base: number;
  readonly weights: Readonly<Record<WorthFeature, number>>;
}

/** Pull of each weight towards 0, so that a feature seen three times gets no extreme weight. */
const RIDGE = 2;
const STEPS = 3000;
const RATE = 0.5;

const zeros = () =>
  Object.fromEntries(WORTH_FEATURES.map((feature) => [feature, 0])) as Record<WorthFeature, number>;

/** Logistic regression by plain gradient descent; the same examples always give the same weights. */
function fitModel(examples: readonly Example[]): Model {
  const rate = RATE / examples.length;
  const weights = zeros();
  let base = 0;
  for (let step = 0; step < STEPS; step++) {
    const slope = zeros();
    let baseSlope = 0;
    for (const { features, isPositive } of examples) {
      const error = chance({ base, weights }, features) - (isPositive ? 1 : 0);
      baseSlope += error;
      for (const feature of features) slope[feature] += error;
    }
    base -= rate * baseSlope;
    for (const feature of WORTH_FEATURES)
      weights[feature] -= rate * (slope[feature] + RIDGE * weights[feature]);
  }
  return { base, weights };
}

function chance({ base, weights }: Model, features: ReadonlySet<WorthFeature>): number {
  const sum = [...features].reduce((total, feature) => total + weights[feature], base);
  return 1 / (1 + Math.exp(-sum));
}

/** Each text ranked by weights from all the others. */
function crossValidated(examples: readonly Example[]): Example[] {
  return [...new Set(examples.map(({ textId }) => textId))].flatMap((left) => {
    const model = fitModel(examples.filter(({ textId }) => textId !== left));
    return examples
      .filter(({ textId }) => textId === left)
      .map((example) => ({ ...example, score: Math.round(100 * chance(model, example.features)) / 100 }));
  });
}

const curve = (items: readonly Ranked[]) => {
  const area = areaUnderCurve(items);
  return `${area === null ? "–" : (100 * area).toFixed(1)} (${items.length})`;
};

const lineOf = (name: string, examples: readonly Example[]) =>
  `${name.padEnd(24)} all ${curve(examples)}, as the splitter words them ${curve(examples.filter(({ isFound }) => isFound))}\n`;

const SHOWN = 25;

/** The worthy claims with the lowest scores and the unworthy ones with the highest. */
function worstOf(examples: readonly Example[]): string {
  const lines = (title: string, list: readonly Example[]) =>
    `\n${title}\n${list.map(({ score, wording, features }) => `  ${score.toFixed(2)} ${wording} [${[...features].join(" ")}]`).join("\n")}\n`;
  const sorted = examples.toSorted((a, b) => a.score - b.score);
  return (
    lines("worthy, ranked low", sorted.filter(({ isPositive }) => isPositive).slice(0, SHOWN)) +
    lines("not worthy, ranked high", sorted.filter(({ isPositive }) => !isPositive).slice(-SHOWN))
  );
}

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: "../shared/data" },
      errors: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const own = loadFixtures().flatMap(examplesOf);
  const { base, weights } = fitModel(own);
  process.stdout.write(`base ${base.toFixed(2)}\n`);
  for (const feature of WORTH_FEATURES)
    process.stdout.write(
      `${feature.padEnd(12)} ${weights[feature].toFixed(2).padStart(5)}  ${own.filter(({ features }) => features.has(feature)).length} claims\n`,
    );
  process.stdout.write("\nArea under the curve (claims)\n");
  const validated = crossValidated(own);
  for (const language of ["de", "en"])
    process.stdout.write(
      lineOf(
        `own ${language}, cross-validated`,
        validated.filter((example) => example.language === language),
      ),
    );
  if (values.errors) process.stdout.write(worstOf(validated));
  if (!existsSync(values.data)) return;
  for (const { name, texts } of loadDevelopmentSets(values.data))
    if (texts.some(({ claims }) => claims)) process.stdout.write(lineOf(name, texts.flatMap(examplesOf)));
}

main();
