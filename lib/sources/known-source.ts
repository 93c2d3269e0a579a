import type { NewSource } from "./schemas";
import type { SourceView } from "./source-view";

/** A day says nothing against a moment of that day. */
function isSameTime(typed: string, known: string | null): boolean {
  if (known === null) return false;
  return typed === known || (typed.endsWith("T00:00:00.000Z") && typed.slice(0, 10) === known.slice(0, 10));
}

/**
 * The facts somebody typed about a source that the desk knows otherwise, or not at all. What was left empty or
 * unticked says nothing; "not confidential" is said only by those who mean it. That a source is confidential is no
 * difference: it holds from then on.
 */
export function differingFacts(known: SourceView, typed: NewSource): (keyof NewSource)[] {
  const { kind, title, publisher, author, originGroup, publishedAt, isPrimary, isConfidential } = typed;
  const plain = { kind, title, publisher, author, originGroup } as const;
  const names = (Object.keys(plain) as (keyof typeof plain)[]).filter(
    (name) => (plain[name] ?? null) !== null && plain[name] !== known[name],
  );
  return [
    ...names,
    ...(publishedAt && !isSameTime(publishedAt, known.publishedAt) ? (["publishedAt"] as const) : []),
    ...(isPrimary && !known.isPrimary ? (["isPrimary"] as const) : []),
    ...(isConfidential === false && known.isConfidential ? (["isConfidential"] as const) : []),
  ];
}
