import type { z } from "zod";

/** A command of the command line: its help, and what it does with the arguments after its name. */
export type Command = {
  /** How it is typed, without `npm run -s beleg --`. */
  usage: string;
  summary: string;
  run(args: string[]): Promise<void>;
};

/** A mistake of the person at the keyboard; its message is the one line they see. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** All of stdin as text, with its byte order mark where that counts. @throws UsageError when it is not UTF-8. */
export async function readStandardInput({ keepsMark = false } = {}): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: keepsMark }).decode(Buffer.concat(chunks));
  } catch {
    throw new UsageError("The text on stdin is not UTF-8.");
  }
}

/** Writes to stdout and waits until it is taken, so that a long answer is whole when the process ends. */
export function print(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** @throws UsageError that names the options which are missing. */
export function required(values: Readonly<Record<string, unknown>>, names: readonly string[]): void {
  const missing = names.filter((name) => values[name] === undefined).map((name) => `--${name}`);
  if (missing.length > 0) throw new UsageError(`Missing: ${missing.join(", ")}. See --help.`);
}

/** What was typed, checked by the schema of the mutation. @throws UsageError that names each refused value. */
export function parseInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => `${path.join(".") || "input"} (${message})`);
  throw new UsageError(`Refused: ${issues.join(", ")}.`);
}
