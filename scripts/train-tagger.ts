import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { ENGLISH_TAGGER_LANGUAGE } from "@/lib/claims/english-tagger-language";
import { GERMAN_TAGGER_LANGUAGE } from "@/lib/claims/german-tagger-language";
import { coarseEnglishTag } from "@/lib/claims/tag-english-words";
import { coarseGermanTag } from "@/lib/claims/tag-german-words";
import { createTagger } from "@/lib/text/tagger/perceptron-tagger";
import type { FeatureWeights, TaggerWeights } from "@/lib/text/tagger/weights";
import { HIGHEST_WEIGHT, packWeights } from "@/lib/text/tagger/weights";
import type { ClauseEffect, Surroundings, TaggerLanguage, WordType } from "@/lib/text/tagger/word-features";
import {
  ClauseSoFar,
  lookAhead,
  OUTSIDE,
  opensSentence,
  ROLES,
  roleFeatures,
  SURROUNDING_FEATURES,
  surroundingFeatures,
  wordTypeOf,
} from "@/lib/text/tagger/word-features";
import type { TaggedSentence } from "./treebank";
import { readTreebank } from "./treebank";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Numbers below 1 from a seed (mulberry32), so that a training can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [result[at], result[other]] = [result[other] as Item, result[at] as Item];
  }
  return result;
}

interface TrainingOptions {
  readonly language: TaggerLanguage;
  readonly seed: number;
  readonly rounds: number;
  readonly turns: number;
  /** Share of the features hidden at each step, so that none is relied on alone. */
  readonly dropout: number;
  /** Features seen less often are left out. */
  readonly leastCount: number;
  readonly mostCharacters: number;
  readonly source: string;
  readonly licence: string;
}

/** Words seen this often with one tag alone get it without being looked at. */
const LEAST_FOR_FIXED = 15;

function fixedWords(sentences: readonly TaggedSentence[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { tokens, tags } of sentences) {
    tokens.forEach((token, at) => {
      if (token.kind === "mark") return;
      const word = opensSentence(tokens[at - 1]) ? token.lower : token.text;
      const known = counts.get(word) ?? new Map<string, number>();
      const tag = tags[at] ?? "";
      counts.set(word, known.set(tag, (known.get(tag) ?? 0) + 1));
    });
  }
  const fixed = new Map<string, string>();
  for (const [word, tags] of counts) {
    const [only, ...others] = tags;
    if (only && others.length === 0 && only[1] >= LEAST_FOR_FIXED && !/\s/.test(word))
      fixed.set(word, only[0]);
  }
  return fixed;
}

/** Rows of one number per tag, one row per feature seen in training. */
class Rows {
  private readonly rowOf = new Map<number, number>();
  readonly weights: Float32Array;
  readonly totals: Float32Array;
  readonly changedAt: Int32Array;

  constructor(
    features: readonly number[],
    private readonly width: number,
  ) {
    features.forEach((feature, row) => {
      this.rowOf.set(feature, row);
    });
    const size = features.length * width;
    this.weights = new Float32Array(size);
    this.totals = new Float32Array(size);
    this.changedAt = new Int32Array(size);
  }

  rowFor(feature: number): number {
    return this.rowOf.get(feature) ?? -1;
  }

  change(row: number, tag: number, by: number, step: number) {
    const cell = row * this.width + tag;
    const weight = this.weights[cell] ?? 0;
    this.totals[cell] = (this.totals[cell] ?? 0) + (step - (this.changedAt[cell] ?? 0)) * weight;
    this.changedAt[cell] = step;
    this.weights[cell] = weight + by;
  }

  /** Writes the sums of the weights of `rows` to `scores`. */
  score(rows: readonly number[], scores: Float64Array) {
    scores.fill(0);
    for (const row of rows)
      for (let tag = 0, cell = row * this.width; tag < this.width; tag++, cell++)
        scores[tag] = (scores[tag] ?? 0) + (this.weights[cell] ?? 0);
  }

  averages(step: number): Float32Array {
    return this.weights.map(
      (weight, cell) => ((this.totals[cell] ?? 0) + (step - (this.changedAt[cell] ?? 0)) * weight) / step,
    );
  }
}

interface PreparedSentence {
  readonly types: readonly WordType[];
  readonly ahead: Uint8Array;
  readonly gold: readonly number[];
  readonly fixed: readonly number[];
  /** For every word the tags it can't have. */
  readonly forbidden: readonly (readonly number[])[];
  /** For every word the features that no tag takes part in. */
  readonly still: readonly (readonly number[])[];
}

function prepare(
  { tokens, tags }: TaggedSentence,
  {
    language,
    tagNames,
    fixed,
  }: { language: TaggerLanguage; tagNames: readonly string[]; fixed: Map<string, string> },
): PreparedSentence {
  const types = tokens.map((token, at) => wordTypeOf(token, opensSentence(tokens[at - 1]), language));
  const neighbours = [0, -1, -2, 1, 2];
  return {
    types,
    ahead: lookAhead(tokens, types),
    gold: tags.map((tag) => tagNames.indexOf(tag)),
    fixed: tokens.map((token, at) => {
      const tag =
        token.kind === "mark"
          ? language.tagOfMark(token.text)
          : fixed.get(opensSentence(tokens[at - 1]) ? token.lower : token.text);
      return tag === undefined || tag === null ? -1 : tagNames.indexOf(tag);
    }),
    forbidden: types.map(({ name }) =>
      tagNames.flatMap((tag, index) => (language.forbids(name, tag) ? [index] : [])),
    ),
    still: types.map((_, at) =>
      ROLES.flatMap((role, index) => [
        ...roleFeatures(types[at + (neighbours[index] ?? 0)] ?? OUTSIDE, role),
      ]),
    ),
  };
}

/** Walks through a sentence as the decoder does; `decide` gets the features of a word and says its tag. */
function walk(
  { types, ahead, fixed, still }: PreparedSentence,
  {
    effects,
    decide,
  }: { effects: readonly ClauseEffect[]; decide: (features: readonly number[], at: number) => number },
) {
  const clause = new ClauseSoFar();
  const dynamic = new Int32Array(SURROUNDING_FEATURES);
  let tag = effects.length;
  let earlierTag = effects.length;
  types.forEach((own, at) => {
    let found = fixed[at] ?? -1;
    if (found < 0) {
      const surroundings: Surroundings = {
        before: types[at - 1] ?? OUTSIDE,
        own,
        next: types[at + 1] ?? OUTSIDE,
        afterNext: types[at + 2] ?? OUTSIDE,
        tag,
        earlierTag,
        clause: clause.code,
        verb: clause.verb,
        ahead: ahead[at] ?? 0,
      };
      surroundingFeatures(surroundings, dynamic);
      found = decide([...(still[at] ?? []), ...dynamic], at);
    }
    clause.add(effects[found] ?? 0, own.word);
    earlierTag = tag;
    tag = found;
  });
}

function train(sentences: readonly TaggedSentence[], options: TrainingOptions): TaggerWeights {
  const { language, rounds } = options;
  const fixed = fixedWords(sentences);
  const tagNames = [...new Set(sentences.flatMap(({ tags }) => tags))].sort();
  const effects = tagNames.map(language.effectOf);
  const prepared = sentences.map((sentence) => prepare(sentence, { language, tagNames, fixed }));
  const width = tagNames.length;

  const counts = new Map<number, number>();
  for (const sentence of prepared)
    walk(sentence, {
      effects,
      decide: (features, at) => {
        for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
        return sentence.gold[at] ?? 0;
      },
    });
  const kept = [...counts].filter(([, count]) => count >= options.leastCount).map(([feature]) => feature);
  // Several trainings on sentences in different orders: the mean of their weights errs less than each of them.
  const sums = new Float64Array(kept.length * width);
  for (let turn = 0; turn < options.turns; turn++) {
    const averages = trainOnce(prepared, {
      kept,
      width,
      effects,
      rounds,
      dropout: options.dropout,
      random: randomFrom(options.seed + turn),
    });
    averages.forEach((weight, cell) => {
      sums[cell] = (sums[cell] ?? 0) + weight;
    });
  }
  return pack({ sums, kept, tagNames, fixed, options });
}

interface TrainingRun {
  readonly kept: readonly number[];
  readonly width: number;
  readonly effects: readonly ClauseEffect[];
  readonly rounds: number;
  readonly dropout: number;
  readonly random: () => number;
}

/** The averaged weights, a row of tags for each feature. */
function trainOnce(
  prepared: readonly PreparedSentence[],
  { kept, width, effects, rounds, dropout, random }: TrainingRun,
): Float32Array {
  const rows = new Rows(kept, width);
  const scores = new Float64Array(width);
  let step = 0;
  for (let round = 0; round < rounds; round++) {
    for (const sentence of shuffled(prepared, random)) {
      walk(sentence, {
        effects,
        decide: (features, at) => {
          const gold = sentence.gold[at] ?? 0;
          const found: number[] = [];
          for (const feature of features) {
            const row = rows.rowFor(feature);
            if (row >= 0 && random() >= dropout) found.push(row);
          }
          rows.score(found, scores);
          for (const tag of sentence.forbidden[at] ?? []) scores[tag] = Number.NEGATIVE_INFINITY;
          const best = scores.indexOf(Math.max(...scores));
          step++;
          if (best !== gold) {
            for (const row of found) {
              rows.change(row, gold, 1, step);
              rows.change(row, best, -1, step);
            }
          }
          return best;
        },
      });
    }
  }
  return rows.averages(step);
}

function pack({
  sums,
  kept,
  tagNames,
  fixed,
  options,
}: {
  sums: Float64Array;
  kept: readonly number[];
  tagNames: readonly string[];
  fixed: Map<string, string>;
  options: TrainingOptions;
}): TaggerWeights {
  const averages: { feature: number; tag: number; weight: number }[] = [];
  kept.forEach((feature, row) => {
    tagNames.forEach((_, tag) => {
      const weight = sums[row * tagNames.length + tag] ?? 0;
      if (weight !== 0) averages.push({ feature, tag, weight });
    });
  });
  const sizes = averages.map(({ weight }) => Math.abs(weight)).sort((a, b) => b - a);
  // All but a thousandth of the weights keep their proportion; the others are cut off at the highest.
  const unit = (sizes[Math.floor(sizes.length / 1000)] ?? 1) / HIGHEST_WEIGHT;
  for (let least = 1; ; least++) {
    const byFeature = new Map<number, [number, number][]>();
    for (const { feature, tag, weight } of averages) {
      const value = Math.max(-HIGHEST_WEIGHT, Math.min(HIGHEST_WEIGHT, Math.round(weight / unit)));
      if (Math.abs(value) < least) continue;
      byFeature.set(feature, [...(byFeature.get(feature) ?? []), [tag, value]]);
    }
    const features: FeatureWeights[] = [...byFeature]
      .sort(([a], [b]) => a - b)
      .map(([feature, weights]) => ({ feature, weights }));
    const packed = packWeights(features);
    if (packed.length > options.mostCharacters) continue;
    return {
      source: options.source,
      licence: options.licence,
      tags: tagNames.join(" "),
      fixed: fixedByTag(fixed),
      packed,
    };
  }
}

function fixedByTag(fixed: Map<string, string>): Record<string, string> {
  const byTag: Record<string, string> = {};
  for (const [word, tag] of [...fixed].sort(([a], [b]) => (a < b ? -1 : 1)))
    byTag[tag] = tag in byTag ? `${byTag[tag]} ${word}` : word;
  return byTag;
}

class Report {
  private right = 0;
  private all = 0;
  private readonly known = { right: 0, all: 0 };
  private readonly unknown = { right: 0, all: 0 };
  private coarseRight = 0;
  private readonly perTag = new Map<string, { both: number; gold: number; found: number }>();
  readonly confusions = new Map<string, number>();

  constructor(private readonly coarse: (tag: string) => string) {}

  add({ tokens, tags }: TaggedSentence, found: readonly string[], vocabulary: ReadonlySet<string>) {
    tags.forEach((gold, at) => {
      const tag = found[at] ?? "";
      const isRight = tag === gold;
      this.all++;
      if (isRight) this.right++;
      else this.confusions.set(`${gold} → ${tag}`, (this.confusions.get(`${gold} → ${tag}`) ?? 0) + 1);
      if (this.coarse(tag) === this.coarse(gold)) this.coarseRight++;
      const group = vocabulary.has(tokens[at]?.lower ?? "") ? this.known : this.unknown;
      group.all++;
      if (isRight) group.right++;
      this.count(gold).gold++;
      this.count(tag).found++;
      if (isRight) this.count(gold).both++;
    });
  }

  private count(tag: string) {
    const known = this.perTag.get(tag) ?? { both: 0, gold: 0, found: 0 };
    this.perTag.set(tag, known);
    return known;
  }

  print() {
    const percent = (part: number, whole: number) => ((100 * part) / Math.max(1, whole)).toFixed(2);
    say(
      `fine ${percent(this.right, this.all)}  coarse ${percent(this.coarseRight, this.all)}  known ${percent(this.known.right, this.known.all)}  unknown ${percent(this.unknown.right, this.unknown.all)} (${percent(this.unknown.all, this.all)} % of ${this.all})`,
    );
    const lines = [...this.perTag]
      .filter(([, { gold }]) => gold >= 10)
      .sort(([, a], [, b]) => b.gold - a.gold)
      .map(([tag, { both, gold, found }]) => `${tag} ${percent(2 * both, gold + found)} (${gold})`);
    say(lines.join("  "));
    const worst = [...this.confusions].sort(([, a], [, b]) => b - a).slice(0, 40);
    say(worst.map(([pair, count]) => `${pair} ${count}`).join("  "));
  }
}

const LANGUAGES = {
  de: {
    language: GERMAN_TAGGER_LANGUAGE,
    coarse: coarseGermanTag,
    source: "Universal Dependencies, UD_German-GSD (dev and test), column XPOS",
  },
  en: {
    language: ENGLISH_TAGGER_LANGUAGE,
    coarse: coarseEnglishTag,
    source: "Universal Dependencies, UD_English-EWT (dev and test), column XPOS",
  },
} as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: "string", default: "de" },
    seed: { type: "string", default: "7" },
    folds: { type: "string", default: "5" },
    rounds: { type: "string", default: "20" },
    dropout: { type: "string", default: "0.5" },
    turns: { type: "string", default: "3" },
    least: { type: "string", default: "2" },
    size: { type: "string", default: "390000" },
    out: { type: "string" },
  },
});
const chosen = LANGUAGES[values.language as keyof typeof LANGUAGES];
const options: TrainingOptions = {
  language: chosen.language,
  seed: Number(values.seed),
  rounds: Number(values.rounds),
  turns: Number(values.turns),
  dropout: Number(values.dropout),
  leastCount: Number(values.least),
  mostCharacters: Number(values.size),
  source: chosen.source,
  licence: "CC BY-SA 4.0",
};
const sentences = shuffled(positionals.flatMap(readTreebank), randomFrom(options.seed));
say(`${sentences.length} sentences`);
const folds = Number(values.folds);
const report = new Report(chosen.coarse);
for (let fold = 0; fold < folds; fold++) {
  const held = sentences.filter((_, at) => at % folds === fold);
  const rest = sentences.filter((_, at) => at % folds !== fold);
  const tag = createTagger(train(rest, options), chosen.language);
  const vocabulary = new Set(rest.flatMap(({ tokens }) => tokens.map(({ lower }) => lower)));
  for (const sentence of held) report.add(sentence, tag(sentence.tokens), vocabulary);
}
if (folds > 1) report.print();
if (values.out) {
  const weights = train(sentences, options);
  const json = `${JSON.stringify(weights, null, 2)}\n`;
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, json);
  say(`${values.out}: ${json.length} characters, sha256 ${createHash("sha256").update(json).digest("hex")}`);
}
