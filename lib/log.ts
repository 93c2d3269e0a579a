type Level = "info" | "warn" | "error";
type Value = string | number | boolean | null | undefined;

/** Fields of a log line: short facts such as ids, counts and codes. Never bodies, headers or what people wrote. */
export type LogFields = Readonly<Record<string, Value>>;

/** Names under which a secret or a text could slip in by mistake. */
const NEVER_LOGGED = /cookie|authorization|password|secret|token|body|headers/i;
const MAX_VALUE_LENGTH = 2_000;

/** JSON leaves DEL, the C1 controls and two line separators as they are; terminals and log readers act on them. */
const UNSAFE_IN_JSON = /[\u007f-\u009f\u2028\u2029]/g;

function escapeUnsafe(json: string): string {
  return json.replace(
    UNSAFE_IN_JSON,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** One line of JSON, whatever the values hold: no value can start a second line or move a terminal's cursor. */
export function formatLogLine(input: { at: Date; level: Level; event: string; fields?: LogFields }): string {
  const line: Record<string, Value> = { at: input.at.toISOString(), level: input.level, event: input.event };
  for (const [name, value] of Object.entries(input.fields ?? {})) {
    if (value === undefined || name in line) continue;
    if (NEVER_LOGGED.test(name)) line[name] = "[withheld]";
    else line[name] = typeof value === "string" ? value.slice(0, MAX_VALUE_LENGTH) : value;
  }
  return escapeUnsafe(JSON.stringify(line));
}

/**
 * What may be said about an unplanned error. A Prisma error prints the arguments of the call, so only its last
 * line is kept; the stack is reduced to places.
 */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const isPrisma = error.name.startsWith("PrismaClient");
  const message = isPrisma ? (error.message.trimEnd().split("\n").at(-1) ?? "") : error.message;
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    code: "code" in error && typeof error.code === "string" ? error.code : undefined,
    digest: "digest" in error && typeof error.digest === "string" ? error.digest : undefined,
    message: message.slice(0, 300),
    stack: places
      .slice(0, 8)
      .map((line) => line.trim())
      .join(" | "),
  };
}

function write(level: Level, event: string, fields?: LogFields): void {
  process.stderr.write(`${formatLogLine({ at: new Date(), level, event, ...(fields && { fields }) })}\n`);
}

/** The log: one line of JSON for each event, on stderr, so that stdout stays with the people who start Beleg. */
export const log = {
  info: (event: string, fields?: LogFields) => write("info", event, fields),
  warn: (event: string, fields?: LogFields) => write("warn", event, fields),
  error: (event: string, fields?: LogFields) => write("error", event, fields),
};
