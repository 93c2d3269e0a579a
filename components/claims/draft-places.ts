import type { DraftPlace } from "@/components/drafts/draft-box";
import type { ClaimView } from "@/lib/claims/claim-view";

export const OWN_FIELDS = [
  "wording",
  "translation",
  "speaker",
  "speakerRole",
  "reason",
  "source",
  "note",
  "parts",
  "mergedWording",
] as const;

/** Every input of a claim, of its sources and of its notes that may hold unsaved text. */
export function draftPlacesOf({ id, citations, notes }: ClaimView): DraftPlace[] {
  return [
    ...OWN_FIELDS.map((field) => ({ recordId: id, field })),
    ...citations.map((citation) => ({ recordId: citation.id, field: "source" })),
    ...notes.flatMap((note) => ["reply", "body"].map((field) => ({ recordId: note.id, field }))),
  ];
}

/** The claims that are deleted while something of this person's still waits in them. */
export function listAbandoned(
  claims: Iterable<ClaimView>,
  { records, conflicts }: { records: ReadonlySet<string>; conflicts: readonly { claimId: string }[] },
): ClaimView[] {
  return [...claims].filter(
    (claim) =>
      claim.isDeleted &&
      (draftPlacesOf(claim).some(({ recordId }) => records.has(recordId)) ||
        conflicts.some(({ claimId }) => claimId === claim.id)),
  );
}

/** Every record that is there and may hold unsaved text. */
export function listDraftRecords(
  claims: Iterable<ClaimView>,
  { articleId, articleNotes }: { articleId: string; articleNotes: readonly { id: string }[] },
): Set<string> {
  const places = [...claims].flatMap(draftPlacesOf);
  return new Set([articleId, ...places.map(({ recordId }) => recordId), ...articleNotes.map(({ id }) => id)]);
}

/** Drafts that hold several values do so as JSON: what a person typed of it, to be read and copied. */
export function wordsOfDraft({ field }: Pick<DraftPlace, "field">, text: string): string {
  if (field !== "parts" && field !== "source") return text;
  try {
    const texts = textsIn(JSON.parse(text), field === "parts" ? ["wording"] : SOURCE_TEXTS);
    return [...new Set(texts)].join("\n");
  } catch {
    return text;
  }
}

const SOURCE_TEXTS: readonly string[] = ["title", "url", "publisher", "author", "locator", "excerpt"];

function textsIn(value: unknown, names: readonly string[]): string[] {
  if (value === null || typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    typeof inner === "string" && names.includes(name) && inner.trim() !== ""
      ? [inner]
      : textsIn(inner, names),
  );
}
