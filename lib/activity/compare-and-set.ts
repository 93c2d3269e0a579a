import { canonicalJson } from "./activity-hash";

type Fields = Readonly<Record<string, unknown>>;

/** A row whose fields are compared one by one. `fieldVersions` says in which version a field last changed (1 by default). */
export type VersionedRow = {
  version: number;
  fieldVersions: Readonly<Record<string, number>>;
  fields: Fields;
};

export type Change<Next> = {
  version: number;
  fieldVersions: Record<string, number>;
  before: Record<string, unknown>;
  after: Partial<Next>;
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

/**
 * What a write changes, and the versions after it; null where every field has its new value already. Saying the same
 * about a field of `undecided` is a change: what was only proposed is decided now.
 */
export function changeOf<Next extends object>(
  row: VersionedRow,
  next: Next,
  undecided: readonly string[] = [],
): Change<Next> | null {
  const changed = Object.entries(next).filter(
    ([name, value]) => undecided.includes(name) || canonicalJson(value) !== canonicalJson(row.fields[name]),
  );
  if (changed.length === 0) return null;
  const version = row.version + 1;
  const names = changed.map(([name]) => name);
  return {
    version,
    fieldVersions: { ...row.fieldVersions, ...Object.fromEntries(names.map((name) => [name, version])) },
    before: pick(row.fields, names),
    after: Object.fromEntries(changed) as Partial<Next>,
  };
}

export function pick(fields: Fields, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
}
