import type { DraftPlace } from "@/components/drafts/draft-box";
import type { ClaimView } from "@/lib/claims/claim-view";

const OWN_FIELDS = ["wording", "translation", "speaker", "speakerRole", "reason", "source", "note"] as const;

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
