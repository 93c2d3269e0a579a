import type { ClaimFilter } from "@/components/claims/claim-filter";
import type { ArticleForReview, ArticleHeader } from "@/lib/articles/article-views";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { NoteView } from "@/lib/notes/note-view";
import type { RestructuringResult } from "@/lib/restructurings/restructuring-views";
import type { CitationView, SourceView } from "@/lib/sources/source-view";
import { applyChange, fieldsOf, pickFields, same, sees, upsert, valuesOf } from "./claim-changes";
import { anchorsOf, listOf, orderOf, relist, show } from "./shown-claims";
import type {
  Change,
  ClaimField,
  FieldConflict,
  PendingChange,
  Touch,
  WorkspaceState,
} from "./workspace-model";

type Restructured = Omit<RestructuringResult, "restructuringId"> & { restructuringId: string | null };

export function openWorkspace(
  article: ArticleForReview,
  { claimId, filter }: { claimId: string | null; filter: ClaimFilter },
): WorkspaceState {
  const { text, textVersion, blocks, sentences, claims, notes, progress, members, seq, ...header } = article;
  const stored = new Map(claims.map((claim) => [claim.id, claim]));
  const order = orderOf(stored);
  const currentId = claimId !== null && order.includes(claimId) ? claimId : null;
  return {
    header,
    text,
    textVersion,
    blocks,
    sentences,
    members,
    stored,
    shown: stored,
    order,
    anchors: anchorsOf(stored, order),
    progress,
    pending: [],
    conflicts: [],
    articleNotes: notes,
    touches: new Map(),
    lost: [],
    seq,
    isReachable: true,
    isLive: true,
    savedAt: null,
    currentId,
    filter,
    listed: listOf(stored, { order, currentId, filter }),
  };
}

/** Lays a change on the screen at once. `version` is given where the text was typed against an older one. */
export function queueChange(
  state: WorkspaceState,
  entry: { key: string; claimId: string; change: Change; version?: number },
): WorkspaceState {
  const claim = state.shown.get(entry.claimId);
  if (!claim) return state;
  const pending: PendingChange = {
    key: entry.key,
    claimId: entry.claimId,
    change: entry.change,
    before: entry.change.type === "update" ? valuesOf(claim, entry.change.patch) : {},
    version: entry.version ?? claim.version,
  };
  return show({ ...state, pending: [...state.pending, pending] }, [entry.claimId]);
}

/**
 * The server took the change. Later changes of the same claim that nobody else touched in between now stand on the
 * acknowledged version; the others keep the version they were made against, so that the server refuses them.
 */
export function acknowledge(
  state: WorkspaceState,
  { key, claim, at }: { key: string; claim: ClaimView | null; at: number },
): WorkspaceState {
  const done = state.pending.find((entry) => entry.key === key);
  if (!done) return state;
  const rest = state.pending.filter((entry) => entry.key !== key);
  const pending = claim
    ? rest.map((entry) =>
        entry.claimId === claim.id && sees(entry, claim) ? { ...entry, version: claim.version } : entry,
      )
    : rest;
  const stored = claim ? withAnswer(state.stored, claim) : withChange(state.stored, done);
  return show({ ...state, stored, pending, savedAt: at }, [done.claimId]);
}

/** The server refused the change: the screen goes back to what is stored. */
export function rollBack(state: WorkspaceState, key: string): WorkspaceState {
  const refused = state.pending.find((entry) => entry.key === key);
  if (!refused) return state;
  return show({ ...state, pending: state.pending.filter((entry) => entry.key !== key) }, [refused.claimId]);
}

/** Somebody else was faster: the screen shows theirs, and both are kept until a person has chosen. */
export function meetConflict(
  state: WorkspaceState,
  key: string,
  current: { version: number; fields: Record<string, unknown>; by: string | null; at: string },
): WorkspaceState {
  const refused = state.pending.find((entry) => entry.key === key);
  if (refused?.change.type !== "update") return rollBack(state, key);
  const { claimId } = refused;
  const claim = state.stored.get(claimId);
  if (!claim) return rollBack(state, key);
  const theirs = pickFields(current.fields);
  const met: FieldConflict[] = [];
  for (const field of fieldsOf(refused.change.patch)) {
    const yours = refused.change.patch[field];
    if (yours === undefined || !(field in theirs) || same(yours, theirs[field])) continue;
    met.push({
      claimId,
      field,
      theirs: theirs[field] ?? null,
      yours,
      by: current.by,
      at: current.at,
      version: current.version,
    });
  }
  const known = { ...claim, ...theirs, version: Math.max(claim.version, current.version) };
  const stored = new Map(state.stored).set(claimId, known);
  const others = state.conflicts.filter(
    (old) => old.claimId !== claimId || !met.some(({ field }) => field === old.field),
  );
  return show(
    {
      ...state,
      stored,
      pending: state.pending.filter((entry) => entry.key !== key),
      conflicts: [...others, ...met],
    },
    [claimId],
  );
}

/** Lays both texts side by side before anything is sent: a colleague changed what is being typed here. */
export function raiseConflict(state: WorkspaceState, conflict: FieldConflict): WorkspaceState {
  const settled = settleConflict(state, conflict.claimId, conflict.field);
  return { ...settled, conflicts: [...settled.conflicts, conflict] };
}

export function settleConflict(state: WorkspaceState, claimId: string, field: ClaimField): WorkspaceState {
  return {
    ...state,
    conflicts: state.conflicts.filter((entry) => entry.claimId !== claimId || entry.field !== field),
  };
}

/** A claim as somebody's write left it. What is pending here stays on top; an older view than ours changes nothing. */
export function receiveClaim(state: WorkspaceState, claim: ClaimView, touch?: Touch): WorkspaceState {
  const stored = newer(state.stored, claim);
  if (stored === state.stored) return state;
  const touches = touch ? new Map(state.touches).set(claim.id, touch) : state.touches;
  const conflicts = state.conflicts.map((entry) =>
    entry.claimId === claim.id && claim.version > entry.version && !same(claim[entry.field], entry.theirs)
      ? { ...entry, theirs: claim[entry.field], version: claim.version }
      : entry,
  );
  return show({ ...state, stored, conflicts, touches }, [claim.id]);
}

/** What a split, a merger or its undoing left behind: some claims are gone, others stand in their place. */
export function receiveRestructuring(
  state: WorkspaceState,
  { restructuringId, removed, claims, isUndone }: Restructured & { isUndone: boolean },
): WorkspaceState {
  const stored = new Map(state.stored);
  for (const id of removed) {
    const claim = stored.get(id);
    if (!claim) continue;
    stored.set(id, { ...claim, isDeleted: true, replacedBy: isUndone ? null : restructuringId });
  }
  for (const claim of claims) {
    const known = stored.get(claim.id);
    if (!known || known.version <= claim.version) stored.set(claim.id, claim);
  }
  return show({ ...state, stored }, [...removed, ...claims.map(({ id }) => id)]);
}

/** Keeps in sight what somebody else put others in the place of. */
export function loseOpenClaim(state: WorkspaceState, claimId: string): WorkspaceState {
  return state.lost.includes(claimId) ? state : { ...state, lost: [...state.lost, claimId] };
}

export function forgetLostClaim(state: WorkspaceState, claimId: string): WorkspaceState {
  return { ...state, lost: state.lost.filter((id) => id !== claimId) };
}

/**
 * The claims that stand in the place of a replaced one, in the order of the text. Splitting a whole text anew replaces
 * many: of those, the ones of its sentence.
 */
export function successorsOf(
  state: WorkspaceState,
  claim: Pick<ClaimView, "replacedBy" | "sentence">,
): ClaimView[] {
  if (claim.replacedBy === null) return [];
  const made = state.order
    .flatMap((id) => state.shown.get(id) ?? [])
    .filter(({ madeBy }) => madeBy === claim.replacedBy);
  const beside = made.filter(({ sentence }) => sentence !== null && sentence === claim.sentence);
  return beside.length > 0 ? beside : made.slice(0, MOST_SUCCESSORS);
}

/** As many as one claim can be split into. */
const MOST_SUCCESSORS = 12;

/** A claim as the server answered a write of this page. */
export function receiveAnswer(state: WorkspaceState, claim: ClaimView): WorkspaceState {
  return show({ ...state, stored: withAnswer(state.stored, claim) }, [claim.id]);
}

export function receiveHeader(state: WorkspaceState, header: ArticleHeader): WorkspaceState {
  return header.version < state.header.version ? state : { ...state, header };
}

/** Adds a note, or puts its new state in the place of the old. */
export function receiveNote(state: WorkspaceState, note: NoteView): WorkspaceState {
  if (note.claimId === null) return { ...state, articleNotes: upsert(state.articleNotes, note) };
  return editStored(state, note.claimId, (claim) => ({ ...claim, notes: upsert(claim.notes, note) }));
}

export function removeArticleNote(state: WorkspaceState, noteId: string): WorkspaceState {
  return {
    ...state,
    articleNotes: state.articleNotes.filter(({ id, parentId }) => id !== noteId && parentId !== noteId),
  };
}

export function receiveCitation(
  state: WorkspaceState,
  claimId: string,
  citation: CitationView,
): WorkspaceState {
  return editStored(state, claimId, (claim) => ({ ...claim, citations: upsert(claim.citations, citation) }));
}

/** A source as it is now, in every claim that cites it. */
export function receiveSource(state: WorkspaceState, source: SourceView): WorkspaceState {
  const stored = new Map(state.stored);
  const touched: string[] = [];
  for (const claim of state.stored.values()) {
    if (!claim.citations.some((citation) => citation.source.id === source.id)) continue;
    const citations = claim.citations.map((citation) =>
      citation.source.id === source.id && citation.source.version <= source.version
        ? { ...citation, source }
        : citation,
    );
    stored.set(claim.id, { ...claim, citations });
    touched.push(claim.id);
  }
  return touched.length === 0 ? state : show({ ...state, stored }, touched);
}

/** Makes a claim current; null closes the one that was. */
export function select(state: WorkspaceState, claimId: string | null): WorkspaceState {
  const currentId = claimId !== null && state.order.includes(claimId) ? claimId : null;
  return currentId === state.currentId ? state : relist({ ...state, currentId });
}

export function setFilter(state: WorkspaceState, filter: ClaimFilter): WorkspaceState {
  return filter === state.filter ? state : relist({ ...state, filter });
}

/** The claim a number of places further in the list, from its ends when none is current; null where it ends. */
export function neighbourOf(
  { listed, currentId }: Pick<WorkspaceState, "listed" | "currentId">,
  step: 1 | -1,
): string | null {
  if (currentId === null) return (step === 1 ? listed[0] : listed.at(-1)) ?? null;
  const index = listed.indexOf(currentId) + step;
  return index < 0 ? null : (listed[index] ?? null);
}

function newer(stored: ReadonlyMap<string, ClaimView>, claim: ClaimView): ReadonlyMap<string, ClaimView> {
  const known = stored.get(claim.id);
  if (known && (known.version > claim.version || same(known, claim))) return stored;
  return new Map(stored).set(claim.id, claim);
}

/**
 * Sources and notes do not raise the version of their claim. An answer was made when its version came to be, so a view
 * of that version that the events have brought is at least as new and stays.
 */
function withAnswer(
  stored: ReadonlyMap<string, ClaimView>,
  claim: ClaimView,
): ReadonlyMap<string, ClaimView> {
  const known = stored.get(claim.id);
  return known && known.version >= claim.version ? stored : new Map(stored).set(claim.id, claim);
}

function withChange(
  stored: ReadonlyMap<string, ClaimView>,
  { claimId, change }: PendingChange,
): ReadonlyMap<string, ClaimView> {
  const claim = stored.get(claimId);
  return claim ? new Map(stored).set(claimId, applyChange(claim, change)) : stored;
}

function editStored(
  state: WorkspaceState,
  claimId: string,
  edit: (claim: ClaimView) => ClaimView,
): WorkspaceState {
  const claim = state.stored.get(claimId);
  if (!claim) return state;
  return show({ ...state, stored: new Map(state.stored).set(claimId, edit(claim)) }, [claimId]);
}
