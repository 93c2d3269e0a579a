import { parseArgs } from "node:util";
import type { Command } from "./command";
import { print, readStandardInput } from "./command";

export const split: Command = {
  usage: "split [--language de]",
  summary: "splits the article on stdin into claims, as JSON; needs no database and no network",
  async run(args) {
    const { values } = parseArgs({ args, options: { language: { type: "string" } } });
    const { splitClaims } = await import("@/lib/claims/split-claims");
    // Offsets are into the text as it was given.
    const text = await readStandardInput({ keepsMark: true });
    const result = splitClaims(text, values.language === undefined ? {} : { language: values.language });
    await print(`${JSON.stringify(result)}\n`);
  },
};
