import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { migrate } from "@/lib/db/migrate";

const USAGE = `Usage: npx tsx scripts/measure-import.ts [--words 2500] [--runs 15]

Imports an article of our own news texts again and again into a database of its own, with the settings of the product,
and reads it back the way the workspace does. Prints the medians in milliseconds.
`;

const FIXTURES_FOLDER = join("lib", "claims", "fixtures");

/** German news of our own, paragraph for paragraph, until there are so many words. */
function newsOf(wordCount: number): string {
  const paragraphs = readdirSync(FIXTURES_FOLDER)
    .filter((name) => name.startsWith("de-") && name.endsWith(".txt"))
    .flatMap((name) => readFileSync(join(FIXTURES_FOLDER, name), "utf8").split(/\n\s*\n/));
  const taken: string[] = [];
  let count = 0;
  for (let round = 1; count < wordCount; round++) {
    for (const paragraph of paragraphs) {
      if (count >= wordCount) break;
      // Other numbers: what stands twice would be listed once.
      const text = round === 1 ? paragraph : paragraph.replace(/\d+/g, (digits) => `${digits}${round}`);
      taken.push(text);
      count += text.split(/\s+/).length;
    }
  }
  return taken.join("\n\n");
}

function medianOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}

async function measure({ words, runs }: { words: number; runs: number }): Promise<void> {
  const { importArticle } = await import("@/lib/articles/mutations");
  const { getArticleForReview } = await import("@/lib/articles/queries");
  const { splitText } = await import("@/lib/jobs/split-text");
  const { makeMember } = await import("@/prisma/test-accounts");
  const { db } = await import("@/lib/db/client");
  const { actor } = await makeMember("EDITOR");
  const text = newsOf(words);
  const times: Record<"split" | "import" | "read", number[]> = { split: [], import: [], read: [] };
  const timed = async <Result>(name: keyof typeof times, work: () => Promise<Result>): Promise<Result> => {
    const startedAt = performance.now();
    const result = await work();
    times[name].push(performance.now() - startedAt);
    return result;
  };
  let claims = 0;
  for (let run = 0; run < runs; run++) {
    await timed("split", () => splitText(text, { language: "de" }));
    const imported = await timed("import", () => importArticle(actor, { text, language: "de" }));
    await timed("read", () => getArticleForReview(actor, imported.id));
    claims = imported.claims.length;
  }
  await db.$disconnect();
  const size = `${text.split(/\s+/).length} words, ${text.length} characters, ${claims} claims, ${runs} runs`;
  const [first = 0] = times.import;
  console.log(
    `${size}\nimport ${medianOf(times.import)} ms (the first ${Math.round(first)} ms), of which splitting ${medianOf(times.split)} ms; reading ${medianOf(times.read)} ms`,
  );
}

const { values } = parseArgs({
  options: {
    words: { type: "string", default: "2500" },
    runs: { type: "string", default: "15" },
    help: { type: "boolean" },
  },
});
if (values.help) {
  console.log(USAGE);
} else {
  const dataFolder = mkdtempSync(join(tmpdir(), "beleg-import-"));
  const server = await startEmbeddedPostgres({ dataFolder });
  try {
    // Before the client is loaded: it reads its address once.
    process.env.DATABASE_URL = server.connectionString;
    await migrate({ connectionString: server.connectionString, folder: "prisma/migrations" });
    await measure({ words: Number(values.words), runs: Number(values.runs) });
  } finally {
    await server.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
