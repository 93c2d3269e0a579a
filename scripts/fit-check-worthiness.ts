import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { WorthFeature } from "@/lib/claims/check-worthiness";
import { checkWorthinessOf, WORTH_FEATURES, worthFeaturesOf } from "@/lib/claims/check-worthiness";
import { readWording } from "@/lib/claims/read-statement";
import { splitClaims } from "@/lib/claims/split-claims";
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
  readonly features: Readonly<Record<WorthFeature, number>>;
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
    const evidence = {
      statement: readWording(wording, language),
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

/** What a desk would expect, from which the fit departs only where many claims ask for it. */
const EXPECTED: Model = {
  base: 0.2,
  weights: {
    figure: 1.4,
    unit: 0.6,
    date: 0.3,
    names: 0.3,
    length: 0.4,
    comparison: 0.6,
    cause: 0.9,
    law: 0.2,
    hearsay: 0.4,
    act: 0.9,
    bareCopula: -0.6,
    bareSpeech: -0.6,
    direct: -0.3,
    reported: -0.5,
    opinion: -1,
    judgement: -1.5,
    appeal: -1.2,
    duty: -0.6,
    fixedPlan: 0,
    openPlan: -1.2,
    speechAct: -0.8,
    person: -1,
    procedure: -1.6,
    vague: -0.4,
    vagueSubject: -0.7,
    firstPerson: -0.7,
  },
};
/** Pull of each weight towards what is expected, so that a feature seen three times hardly moves. */
const PULL = 6;
const STEPS = 1500;
const RATE = 0.5;

const zeros = () =>
  Object.fromEntries(WORTH_FEATURES.map((feature) => [feature, 0])) as Record<WorthFeature, number>;

/** Logistic regression by plain gradient descent; the same examples always give the same weights. */
function fitModel(examples: readonly Example[]): Model {
  const rate = RATE / examples.length;
  const weights = { ...EXPECTED.weights };
  let { base } = EXPECTED;
  for (let step = 0; step < STEPS; step++) {
    const slope = zeros();
    let baseSlope = 0;
    for (const { features, isPositive } of examples) {
      const error = chance({ base, weights }, features) - (isPositive ? 1 : 0);
      baseSlope += error;
      for (const feature of WORTH_FEATURES) slope[feature] += error * features[feature];
    }
    base -= rate * baseSlope;
    for (const feature of WORTH_FEATURES)
      weights[feature] -= rate * (slope[feature] + PULL * (weights[feature] - EXPECTED.weights[feature]));
  }
  return { base, weights };
}

function chance({ base, weights }: Model, features: Example["features"]): number {
  const sum = WORTH_FEATURES.reduce((total, feature) => total + weights[feature] * features[feature], base);
  return 1 / (1 + Math.exp(-sum));
}

/** Each text ranked by weights from all the others. */
function crossValidated(examples: readonly Example[]): Example[] {
  return [...new Set(examples.map(({ textId }) => textId))].flatMap((left) => {
    const model = fitModel(examples.filter(({ textId }) => textId !== left));
    return examples
      .filter(({ textId }) => textId === left)
      .map((example) => ({ ...example, score: Math.round(1000 * chance(model, example.features)) / 1000 }));
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
    `\n${title}\n${list.map(({ score, wording, features }) => `  ${score.toFixed(2)} ${wording} [${WORTH_FEATURES.filter((feature) => features[feature] !== 0).join(" ")}]`).join("\n")}\n`;
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
      `${feature.padEnd(12)} ${weights[feature].toFixed(2).padStart(5)}  ${own.filter(({ features }) => features[feature] !== 0).length} claims\n`,
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
