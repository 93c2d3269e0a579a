import type { ClaimView } from "@/lib/claims/claim-view";
import type { Change, ClaimField, ClaimPatch, PendingChange } from "./workspace-model";

/** Whether what is on the screen is still what the change left behind, so that taking it back overwrites nobody. */
export function isStillShown(claim: ClaimView, patch: ClaimPatch): boolean {
  return fieldsOf(patch).every((field) => same(claim[field], patch[field]));
}

/** A deep comparison by content; the values are JSON. */
export function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

export function fieldsOf(patch: ClaimPatch): ClaimField[] {
  return Object.keys(patch) as ClaimField[];
}

const CLAIM_FIELDS = [
  "wording",
  "translation",
  "speaker",
  "speakerRole",
  "kind",
  "setAside",
  "state",
  "verdict",
  "reason",
  "attributionVerdict",
  "assigneeId",
] as const satisfies readonly ClaimField[];

export function pickFields(fields: Record<string, unknown>): ClaimPatch {
  return Object.fromEntries(
    CLAIM_FIELDS.filter((field) => field in fields).map((field) => [field, fields[field]]),
  );
}

export function valuesOf(claim: ClaimView, patch: ClaimPatch): ClaimPatch {
  return Object.fromEntries(fieldsOf(patch).map((field) => [field, claim[field]]));
}

/** Whether a pending change still stands on values that its author saw. */
export function sees(entry: PendingChange, claim: ClaimView): boolean {
  return isStillShown(claim, entry.before);
}

export function upsert<Item extends { id: string; version: number }>(
  items: readonly Item[],
  item: Item,
): Item[] {
  const known = items.find(({ id }) => id === item.id);
  if (!known) return [...items, item];
  return items.map((other) => (other.id === item.id && other.version <= item.version ? item : other));
}

export function applyChange(claim: ClaimView, change: Change): ClaimView {
  switch (change.type) {
    case "update":
      return updated(claim, change.patch);
    case "delete":
      return { ...claim, isDeleted: true };
    case "restore":
      return { ...claim, isDeleted: false };
    case "detachCitation":
      return { ...claim, citations: claim.citations.filter(({ id }) => id !== change.citationId) };
    case "reattachCitation":
      return { ...claim, citations: upsert(claim.citations, change.citation) };
    case "resolveNote":
      return {
        ...claim,
        notes: claim.notes.map((note) =>
          note.id === change.noteId
            ? { ...note, resolvedAt: change.resolved ? (note.resolvedAt ?? note.createdAt) : null }
            : note,
        ),
      };
  }
}

/** What the server makes of it as well: a decision is no proposal, and a verdict says that there was something to check. */
function updated(claim: ClaimView, patch: ClaimPatch): ClaimView {
  const setAside = patch.verdict ? { setAside: null } : {};
  const isDecided = "setAside" in patch || (patch.verdict && claim.setAside !== null);
  return { ...claim, ...setAside, ...patch, ...(isDecided && { isSetAsideProposed: false }) };
}
