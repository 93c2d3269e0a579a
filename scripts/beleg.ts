import { AppError } from "@/lib/errors";
import type { Command } from "./commands/command";
import { print } from "./commands/command";

/** Each command loads on its own: `split` must not wait for the database code. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  split: async () => (await import("./commands/split")).split,
  "user add": async () => (await import("./commands/user-add")).userAdd,
  "user password": async () => (await import("./commands/user-password")).userPassword,
  "token add": async () => (await import("./commands/token-add")).tokenAdd,
  import: async () => (await import("./commands/import")).importArticles,
  export: async () => (await import("./commands/export")).exportReport,
  verify: async () => (await import("./commands/verify")).verify,
};

const INDENT = 2;

async function overview(): Promise<string> {
  const commands = await Promise.all(Object.values(COMMANDS).map((load) => load()));
  const lines = commands.map(
    ({ usage, summary }) => `${" ".repeat(INDENT)}${usage}\n${" ".repeat(INDENT * 3)}${summary}`,
  );
  return [
    "Usage: npm run -s beleg -- <command>",
    "",
    ...lines,
    "",
    "--help after a command shows that command alone.",
    "",
  ].join("\n");
}

/** The longest run of words that names a command, and the arguments behind it. */
function findCommand(words: readonly string[]): { name: string; args: string[] } | null {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(" ");
    if (words.length >= length && Object.hasOwn(COMMANDS, name)) return { name, args: words.slice(length) };
  }
  return null;
}

async function main(words: string[]): Promise<void> {
  const found = findCommand(words);
  const wantsHelp = words.includes("--help") || words.includes("-h");
  if (found === null) {
    if (!wantsHelp && words.length > 0)
      throw new Error(`unknown command "${words[0]}". See npm run -s beleg -- --help`);
    await print(await overview());
    return;
  }
  const command = await COMMANDS[found.name]?.();
  if (command === undefined) return;
  if (wantsHelp) await print(`Usage: npm run -s beleg -- ${command.usage}\n\n${command.summary}\n`);
  else await command.run(found.args);
}

const PLANNED: Readonly<Record<string, string>> = {
  NOT_FOUND: "There is nothing with this id.",
  TOO_LARGE: "The text is larger than an article may be.",
  CONFLICT: "Somebody else has changed this meanwhile. Try again.",
};

/** One line, whatever failed: planned errors in words, others by the last line of their message. */
function oneLine(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error instanceof AppError) {
    const issues = error.details.issues?.map(({ path, rule }) => `${path} (${rule})`).join(", ");
    return PLANNED[error.code] ?? `Refused: ${issues ?? error.code}.`;
  }
  return error.message.trim().split("\n").at(-1) || error.name;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${oneLine(error)}\n`);
  process.exitCode = 1;
}
