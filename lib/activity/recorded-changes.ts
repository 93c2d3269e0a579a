import type { ActivityView } from "./activity-view";

/** One field that an entry of the record changed. What was absent is null. */
export type RecordedChange = { field: string; before: unknown; after: unknown };

/** Says which record was meant, not what changed. */
const IDENTITIES = [
  "citationId",
  "noteId",
  "reportId",
  "runId",
  "suggestionId",
  "sourceId",
  "parentId",
  "number",
  "isDeleted",
  "isDetached",
  "restructuringId",
  "copies",
];

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Of an attached source the record keeps the whole; what a reader needs to know it by is its title and address. */
function flattened(fields: Record<string, unknown>): Record<string, unknown> {
  const { source, ...others } = fields;
  if (!isRecord(source)) return fields;
  return { source: source.title, url: source.url, ...others };
}

/** Absent, empty, or a list without members. */
export function isNothing(value: unknown): boolean {
  return (
    value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0)
  );
}

/** The fields that differ between the two sides of an entry, in the order of the record. */
export function changesOf(entry: Pick<ActivityView, "before" | "after">): RecordedChange[] {
  const before = flattened(entry.before);
  const after = flattened(entry.after);
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((field) => !IDENTITIES.includes(field))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }))
    .filter((change) => !(isNothing(change.before) && isNothing(change.after)));
}

/** What a change was made to: the part of its type before the dot. */
export const ACTIVITY_NOUNS = [
  "article",
  "claim",
  "citation",
  "source",
  "note",
  "report",
  "suggestion",
] as const;
export type ActivityNoun = (typeof ACTIVITY_NOUNS)[number];

export function nounOf(entry: Pick<ActivityView, "type">): string {
  return entry.type.split(".")[0] ?? entry.type;
}
