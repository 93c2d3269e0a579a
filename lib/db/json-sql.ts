import { Prisma } from "./generated/client";

/** A time as ISO 8601 in UTC, as JavaScript writes it; for JSON that the database builds. `column` is ours, never input. */
export function isoTime(column: string): Prisma.Sql {
  return Prisma.raw(`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
}

/** A search word for ILIKE: its wildcards stand for themselves. */
export function likePattern(query: string): string {
  return `%${query.trim().replace(/[\\%_]/g, "\\$&")}%`;
}
