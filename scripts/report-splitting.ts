import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { DevelopmentSet } from "@/scripts/splitting-figures/development-sets";
import { loadDevelopmentSets } from "@/scripts/splitting-figures/development-sets";
import type { SetFigures } from "@/scripts/splitting-figures/figures";
import { figuresOf } from "@/scripts/splitting-figures/figures";
import { FIXTURES_FOLDER, loadFixtures } from "@/scripts/splitting-figures/fixtures";
import { withTodaysMarks } from "@/scripts/splitting-figures/marks";
import { speedOf } from "@/scripts/splitting-figures/speed";
import { tablesOf } from "@/scripts/splitting-figures/tables";

const USAGE = `Usage: npx tsx scripts/report-splitting.ts [--data FOLDER] [--set NAME,…] [--errors] [--json]
       npx tsx scripts/report-splitting.ts --update-marks

Splits texts with a known answer and prints how much of it was found: sentences, blocks, quotations, claims.

--data FOLDER    a folder with development sets (default: ../shared/data, where it is there)
--set NAME,…     only sets whose name contains one of these
--errors         what was missed or invented, one line each
--json           all figures and errors as JSON
--update-marks   marks in the gold of our own texts what the splitter misses today
`;

const LANGUAGES = ["de", "en"] as const;

/** Our own news texts by language, and the development sets where a folder holds them. */
function setsOf(dataFolder: string): DevelopmentSet[] {
  const fixtures = loadFixtures();
  const own = LANGUAGES.map((language) => ({
    name: `own ${language}`,
    isParagraphs: false,
    texts: fixtures.filter((fixture) => fixture.language === language),
  }));
  return [...own, ...(existsSync(dataFolder) ? loadDevelopmentSets(dataFolder) : [])];
}

function updateMarks(): void {
  for (const fixture of loadFixtures())
    writeFileSync(
      join(FIXTURES_FOLDER, `${fixture.id}.json`),
      JSON.stringify(withoutDefaults(withTodaysMarks(fixture))),
    );
  const biome = resolve("node_modules/@biomejs/biome/bin/biome");
  spawnSync(process.execPath, [biome, "format", "--write", FIXTURES_FOLDER], { stdio: "inherit" });
}

/** What the gold's form takes for granted is not written. */
const DEFAULTS: Readonly<Record<string, unknown>> = { speaker: null, mode: "author", modality: "asserted" };

function withoutDefaults(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDefaults);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !(key in DEFAULTS && item === DEFAULTS[key]))
      .filter(([, item]) => !(Array.isArray(item) && item.length === 0))
      .map(([key, item]) => [key, withoutDefaults(item)]),
  );
}

const errorsOf = ({ sentences, blocks, quotations, claims, violations }: SetFigures) => [
  ...[sentences, blocks, quotations, claims].flatMap((part) => part?.errors ?? []),
  ...violations,
];

function main(): void {
  const { values } = parseArgs({
    options: {
      data: { type: "string", default: "../shared/data" },
      set: { type: "string" },
      errors: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      "update-marks": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  if (values["update-marks"]) {
    updateMarks();
    return;
  }
  const wanted = values.set?.split(",") ?? [""];
  const figures = setsOf(values.data)
    .filter(({ name }) => wanted.some((part) => name.includes(part)))
    .map(figuresOf);
  const fixtures = loadFixtures();
  const speeds = LANGUAGES.map((language) =>
    speedOf(
      language,
      fixtures.filter((fixture) => fixture.language === language),
    ),
  );
  if (values.json) {
    process.stdout.write(`${JSON.stringify({ sets: figures, speeds }, null, 1)}\n`);
    return;
  }
  process.stdout.write(tablesOf(figures, speeds));
  if (values.errors)
    for (const each of figures) process.stdout.write(`\n${each.name}\n${errorsOf(each).join("\n")}\n`);
}

main();
