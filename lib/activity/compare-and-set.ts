import { canonicalJson } from "./activity-hash";

type Fields = Readonly<Record<string, unknown>>;

/** A row whose fields are compared one by one. `fieldVersions` says in which version a field last changed (1 by default). */
export type VersionedRow = {
  version: number;
  fieldVersions: Readonly<Record<string, number>>;
  fields: Fields;
};

export type Change = {
  version: number;
  fieldVersions: Record<string, number>;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
};

/** The fields an input really holds: JSON has no undefined. */
export function sentFields<Input extends object>(input: Input): Partial<Input> {
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<Input>;
}

/**
 * The fields among `names` that somebody has changed since the sender read the row in `sentVersion`. Empty: the
 * write may go on, also with a stale version.
 */
export function findNewerFields(row: VersionedRow, sentVersion: number, names: readonly string[]): string[] {
  return names.filter((name) => (row.fieldVersions[name] ?? 1) > sentVersion);
}

/** What a write changes, and the versions after it; null where every field has its new value already. */
export function changeOf(row: VersionedRow, next: Fields): Change | null {
  const changed = Object.keys(next).filter(
    (name) => canonicalJson(next[name]) !== canonicalJson(row.fields[name]),
  );
  if (changed.length === 0) return null;
  const version = row.version + 1;
  return {
    version,
    fieldVersions: { ...row.fieldVersions, ...Object.fromEntries(changed.map((name) => [name, version])) },
    before: pick(row.fields, changed),
    after: pick(next, changed),
  };
}

export function pick(fields: Fields, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}
