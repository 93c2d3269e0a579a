import type { SourceFields } from "./schemas";
import type { SourceKind, SourceView } from "./source-view";

const PROTECTED_KINDS: readonly SourceKind[] = ["PERSON", "CALL"];

/** People are protected unless somebody says that they may be named. */
export function isConfidentialUnlessSaid(kind: SourceKind): boolean {
  return PROTECTED_KINDS.includes(kind);
}

/** What an edit makes of a source: one that becomes a person is protected like one, unless the same edit says otherwise. */
export function completeSourceEdit(stored: Pick<SourceView, "kind">, sent: SourceFields): SourceFields {
  const becomesPerson =
    sent.kind !== undefined && isConfidentialUnlessSaid(sent.kind) && !isConfidentialUnlessSaid(stored.kind);
  return becomesPerson && sent.isConfidential === undefined ? { ...sent, isConfidential: true } : sent;
}

/** The facts of an edit that a sign-off stands on: all, but that a source may always be protected. */
export function factsSignedOff(edit: SourceFields): string[] {
  return Object.entries(edit)
    .filter(([name, value]) => !(name === "isConfidential" && value === true))
    .map(([name]) => name);
}
