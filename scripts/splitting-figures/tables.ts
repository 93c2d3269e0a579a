import type { SetFigures } from "@/scripts/splitting-figures/figures";
import type { SpeedFigures } from "@/scripts/splitting-figures/speed";

/** The figures of several sets as Markdown tables, one per part; sets without that part are left out. */
export function tablesOf(sets: readonly SetFigures[], speeds: readonly SpeedFigures[]): string {
  return [
    table(
      ["sentences", "gold", "F1", "exact"],
      sets.flatMap(({ name, sentences }) =>
        sentences ? [[name, sentences.sentences, percent(sentences.f1), percent(sentences.exact)]] : [],
      ),
    ),
    table(
      ["blocks", "gold", "kind", "repeats", "linked"],
      sets.flatMap(({ name, blocks }) =>
        blocks ? [[name, blocks.blocks, percent(blocks.kind), blocks.repeats, percent(blocks.linked)]] : [],
      ),
    ),
    table(
      ["quotations", "gold", "F1", "P", "R", "direct words", "attributed", "speaker", "name", "mode", "cue"],
      sets.flatMap(({ name, quotations: found }) =>
        found
          ? [
              [
                name,
                found.quotations,
                ...[found.spans.f1, found.spans.precision, found.spans.recall].map(percent),
                ...[found.directWords.f1, found.attributedSentences.f1].map(percent),
                ...[found.speaker, found.name, found.mode, found.cue].map(percent),
              ],
            ]
          : [],
      ),
    ),
    table(
      [
        "claims",
        "gold",
        "system",
        "per gold",
        "F1",
        "P",
        "R",
        "speaker",
        "mode",
        "modality",
        "kind",
        "AUC",
        "(n)",
        "twice",
      ],
      sets.flatMap(({ name, claims: found }) =>
        found
          ? [
              [
                name,
                found.gold,
                found.system,
                found.systemPerGold?.toFixed(2) ?? "–",
                ...[found.f1, found.precision, found.recall].map(percent),
                ...[found.speaker, found.mode, found.modality, found.kind, found.checkWorthiness].map(
                  percent,
                ),
                found.ranked,
                found.listedTwice,
              ],
            ]
          : [],
      ),
    ),
    table(
      ["contract", "texts", "violations"],
      sets.map(({ name, texts, violations }) => [name, texts, violations.length]),
    ),
    table(
      ["speed, MB/s", "sentences", "text to claims"],
      speeds.map(({ language, sentences, pipeline }) => [
        language,
        sentences.toFixed(1),
        pipeline.toFixed(1),
      ]),
    ),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

type Cell = string | number;

/** 0.9876 → "98.8". */
const percent = (value: number | null) => (value === null ? "–" : (value * 100).toFixed(1));

function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  if (rows.length === 0) return "";
  const lines = [header, ...rows].map((cells) => cells.map(String));
  const widths = header.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const lineOf = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(" | ")} |`;
  const [head = [], ...body] = lines;
  const rule = `|${widths.map((width, column) => (column === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return `${[lineOf(head), rule, ...body.map(lineOf)].join("\n")}\n`;
}
