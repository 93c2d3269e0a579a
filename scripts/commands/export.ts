import { parseArgs } from "node:util";
import type { Command } from "./command";
import { parseInput, print, required, UsageError } from "./command";
import { systemActorAt, withInstance } from "./instance";

export const exportReport: Command = {
  usage:
    "export ARTICLE_ID --format html|md|json [--profile internal|publishable] [--number N] [--desk NAME]",
  summary: "writes the report with this number to stdout; without a number a draft that says so",
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: "string" },
        profile: { type: "string" },
        number: { type: "string" },
        desk: { type: "string" },
      },
    });
    const [articleId, ...rest] = positionals;
    if (articleId === undefined || rest.length > 0) throw new UsageError("Name one article by its id.");
    required(values, ["format"]);
    await withInstance(async () => {
      const { reportFileSchema } = await import("@/lib/reports/schemas");
      const { getReportFile } = await import("@/lib/reports/queries");
      const { format, profile, number } = parseInput(reportFileSchema, {
        format: values.format,
        ...(values.profile !== undefined && { profile: values.profile }),
        ...(values.number !== undefined && { number: values.number }),
      });
      const { body } = await getReportFile(await systemActorAt(values.desk), {
        articleId,
        format,
        ...(profile !== undefined && { profile }),
        ...(number !== undefined && { number }),
      });
      await print(body);
    });
  },
};
