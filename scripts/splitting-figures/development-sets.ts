import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { CLAIM_MODALITIES } from "@/lib/claims/claim-vocabulary";
import type { Span } from "@/lib/text/span";
import type { GoldText } from "@/scripts/splitting-figures/gold";

/** What of a set is compared: a list of paragraphs for sentences, or articles. */
export interface DevelopmentSet {
  readonly name: string;
  readonly texts: readonly GoldText[];
  /** Paragraphs that do not belong together: joined by empty lines before they are split, to save time. */
  readonly isParagraphs: boolean;
}

const range = z.tuple([z.number(), z.number()]).transform(([start, end]): Span => ({ start, end }));

const paragraphLine = z.object({
  id: z.string(),
  lang: z.string(),
  text: z.string(),
  sentences: z.array(range),
});

const QUOTATION_MODE = {
  Direct: "direct",
  Indirect: "indirect",
  FreeIndirect: "indirect",
  IndirectFreeIndirect: "indirect",
  Reported: "reported",
} as const;

const quotationLine = paragraphLine.extend({
  quotations: z.array(
    z
      .object({
        type: z.enum(["Direct", "Indirect", "FreeIndirect", "IndirectFreeIndirect", "Reported"]),
        spans: z.array(range),
        speakerSpans: z.array(range),
        cueSpans: z.array(range),
      })
      .transform(({ type, ...quotation }) => ({ ...quotation, mode: QUOTATION_MODE[type] })),
  ),
});

const claim = z.object({
  wording: z.string(),
  alternatives: z.array(z.string()).optional(),
  must: z.array(z.array(z.string())).optional(),
  mustNot: z.array(z.string()).optional(),
  speaker: z.string().nullable(),
  checkWorthy: z.boolean(),
  optional: z.boolean().optional(),
  borderline: z.boolean().optional(),
  modalityClass: z.enum(CLAIM_MODALITIES).optional(),
});

const claimArticles = z.array(
  z.object({ id: z.string(), language: z.string(), text: z.string(), claims: z.array(claim) }),
);

const seedGold = z.object({
  language: z.string(),
  entities: z.record(z.string(), z.array(z.string())),
  sentences: z.array(
    z.object({
      id: z.string(),
      start: z.number(),
      end: z.number(),
      repeatOf: z.string().optional(),
      claims: z.array(claim),
    }),
  ),
});

const toGoldClaim = ({
  optional,
  borderline,
  checkWorthy,
  modalityClass,
  ...rest
}: z.infer<typeof claim>) => ({
  ...rest,
  modality: modalityClass,
  isOptional: optional ?? false,
  checkWorthy: borderline ? null : checkWorthy,
});

/**
 * The sets under `folder` (`sentences/*.jsonl`, `quotations/*.jsonl`, `claims/*.json`, `seed/`), those that are there.
 * @throws ZodError where a file has another shape
 */
export function loadDevelopmentSets(folder: string): DevelopmentSet[] {
  return [
    ...filesIn(join(folder, "sentences"), ".jsonl").map((file) => ({
      name: basename(file, ".jsonl"),
      isParagraphs: true,
      texts: linesOf(file).map((line) => {
        const { lang, ...rest } = paragraphLine.parse(line);
        return { ...rest, language: lang, sentences: rest.sentences.map(notRepeated) };
      }),
    })),
    ...filesIn(join(folder, "quotations"), ".jsonl").map((file) => ({
      name: `quotations ${basename(file, ".jsonl")}`,
      isParagraphs: false,
      texts: linesOf(file).map((line) => {
        const { lang, ...rest } = quotationLine.parse(line);
        return { ...rest, language: lang, sentences: rest.sentences.map(notRepeated) };
      }),
    })),
    ...filesIn(join(folder, "claims"), ".json").map((file) => ({
      name: `claims ${basename(file, ".json")}`,
      isParagraphs: false,
      texts: claimArticles
        .parse(jsonOf(file))
        .map(({ claims, ...rest }) => ({ ...rest, claims: claims.map(toGoldClaim) })),
    })),
    ...(existsSync(join(folder, "seed")) ? [loadSeed(join(folder, "seed"))] : []),
  ];
}

function loadSeed(folder: string): DevelopmentSet {
  const gold = seedGold.parse(jsonOf(join(folder, "gold.json")));
  const text: GoldText = {
    id: "seed",
    language: gold.language,
    text: readFileSync(join(folder, "article.txt"), "utf8"),
    names: gold.entities,
    sentences: gold.sentences.map(({ start, end, repeatOf }) => ({
      start,
      end,
      repeatOf: repeatOf === undefined ? null : gold.sentences.findIndex(({ id }) => id === repeatOf),
    })),
    claims: gold.sentences.flatMap(({ claims }) => claims.map(toGoldClaim)),
  };
  return { name: "seed", texts: [text], isParagraphs: false };
}

const notRepeated = (span: Span) => ({ ...span, repeatOf: null });

const filesIn = (folder: string, ending: string) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => file.endsWith(ending))
        .sort()
        .map((file) => join(folder, file))
    : [];

const jsonOf = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

const linesOf = (file: string): unknown[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
