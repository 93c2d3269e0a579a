import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Command } from "./command";
import { parseInput, print, UsageError } from "./command";
import { systemActorAt, withInstance } from "./instance";

const REFUSALS = {
  tooLarge: "is larger than an article may be (5 MB)",
  binary: "is not a text file",
  empty: "is empty",
} as const;

async function readArticle(path: string): Promise<string> {
  const { decodePlainText } = await import("@/lib/articles/formats/plain-text");
  const bytes = await readFile(resolve(process.env.INIT_CWD ?? "", path)).catch(() => {
    throw new UsageError(`${path} cannot be read.`);
  });
  const decoded = decodePlainText(bytes);
  if ("refusal" in decoded) throw new UsageError(`${path} ${REFUSALS[decoded.refusal]}.`);
  return decoded.text;
}

export const importArticles: Command = {
  usage: "import FILE… [--title T] [--language L] [--granularity statement|sentence] [--desk NAME]",
  summary: "imports text files as articles; prints a line each: id, number of claims, title",
  async run(args) {
    const { values, positionals: paths } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        title: { type: "string" },
        language: { type: "string" },
        granularity: { type: "string" },
        desk: { type: "string" },
      },
    });
    if (paths.length === 0) throw new UsageError("Name at least one file.");
    // All files are read before the first is imported: a wrong name changes nothing.
    const texts = await Promise.all(paths.map(readArticle));
    await withInstance(async () => {
      const { importArticleSchema } = await import("@/lib/articles/schemas");
      const { importArticle } = await import("@/lib/articles/mutations");
      const { db } = await import("@/lib/db/client");
      const actor = await systemActorAt(values.desk);
      for (const text of texts) {
        const input = parseInput(importArticleSchema, {
          text,
          ...(values.title !== undefined && { title: values.title }),
          ...(values.language !== undefined && { language: values.language }),
          ...(values.granularity !== undefined && { granularity: values.granularity.toUpperCase() }),
        });
        const { id, claims } = await importArticle(actor, input);
        const { title } = await db.article.findUniqueOrThrow({ where: { id }, select: { title: true } });
        await print(`${id}\t${claims.length}\t${title.replace(/\s+/g, " ")}\n`);
      }
    });
  },
};
