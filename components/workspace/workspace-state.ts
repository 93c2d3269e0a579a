import type { ClaimFilter } from "@/components/claims/claim-filter";
import { matchesFilter } from "@/components/claims/claim-filter";
import type { ArticleForReview, ArticleHeader, MemberOption } from "@/lib/articles/article-views";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { Progress } from "@/lib/claims/verdict-scale";
import { progressOf } from "@/lib/claims/verdict-scale";
import type { NoteView } from "@/lib/notes/note-view";
import type { RestructuringResult } from "@/lib/restructurings/restructuring-views";
import type { CitationView, SourceView } from "@/lib/sources/source-view";

/** What a person changes in place; sources and notes have writes of their own. */
export type ClaimFields = Pick<
  ClaimView,
  | "wording"
  | "translation"
  | "speaker"
  | "speakerRole"
  | "kind"
  | "setAside"
  | "state"
  | "verdict"
  | "reason"
  | "attributionVerdict"
  | "assigneeId"
>;
export type ClaimField = keyof ClaimFields;
export type ClaimPatch = Partial<ClaimFields>;

export type Change =
  | { type: "update"; patch: ClaimPatch }
  | { type: "delete" }
  | { type: "restore" }
  | { type: "detachCitation"; citationId: string }
  | { type: "reattachCitation"; citation: CitationView }
  | { type: "resolveNote"; noteId: string; resolved: boolean };

/** A change that is on the screen and not yet acknowledged. */
export type PendingChange = {
  key: string;
  claimId: string;
  change: Change;
  /** What the fields of an update showed before; also what a compensating write puts back. */
  before: ClaimPatch;
  /** Version of the claim the change was made against. */
  version: number;
};

/** Two answers to the same question: what the server holds and what this person entered. */
export type FieldConflict = {
  claimId: string;
  field: ClaimField;
  theirs: ClaimFields[ClaimField];
  yours: ClaimFields[ClaimField];
  /** Who and when, as far as this page has heard. */
  by: string | null;
  at: string | null;
  /** Version to send next, now that both are known. */
  version: number;
};

/** Where one claim stands: its own place and its repeats. */
export type ClaimPlaces = Pick<ClaimView, "id" | "sentence" | "spans" | "repeats">;

type Restructured = Omit<RestructuringResult, "restructuringId"> & { restructuringId: string | null };

/** Who changed a claim last, as far as this page has heard. */
export type Touch = {
  by: string;
  at: string;
  /** By the same person, here or in another window. */
  isOwn?: boolean;
};

export type WorkspaceState = {
  header: ArticleHeader;
  text: string;
  textVersion: ArticleForReview["textVersion"];
  blocks: ArticleForReview["blocks"];
  sentences: ArticleForReview["sentences"];
  members: readonly MemberOption[];
  /** Each claim as the server last told it. */
  stored: ReadonlyMap<string, ClaimView>;
  /** Each claim as it is on the screen: stored, with the pending changes on top. Unchanged claims keep their identity. */
  shown: ReadonlyMap<string, ClaimView>;
  /** Claims that are not deleted, in the order of the text. */
  order: readonly string[];
  /** Where the claims of `order` stand in the text; keeps its identity while none of them moves. */
  anchors: readonly ClaimPlaces[];
  progress: Progress;
  pending: readonly PendingChange[];
  conflicts: readonly FieldConflict[];
  articleNotes: readonly NoteView[];
  touches: ReadonlyMap<string, Touch>;
  /** Claims that somebody else replaced while they were open here; shown until the person has seen it. */
  lost: readonly string[];
  seq: number;
  isReachable: boolean;
  /** Whether the changes of others arrive. */
  isLive: boolean;
  /** When the server last acknowledged a write of this page. */
  savedAt: number | null;
  currentId: string | null;
  filter: ClaimFilter;
  /** The claims that the filter lets through, and the current one, which stays until it is left. */
  listed: readonly string[];
};

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

function pickFields(fields: Record<string, unknown>): ClaimPatch {
  return Object.fromEntries(
    CLAIM_FIELDS.filter((field) => field in fields).map((field) => [field, fields[field]]),
  );
}

function valuesOf(claim: ClaimView, patch: ClaimPatch): ClaimPatch {
  return Object.fromEntries(fieldsOf(patch).map((field) => [field, claim[field]]));
}

/** Whether a pending change still stands on values that its author saw. */
function sees(entry: PendingChange, claim: ClaimView): boolean {
  return isStillShown(claim, entry.before);
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

function upsert<Item extends { id: string; version: number }>(items: readonly Item[], item: Item): Item[] {
  const known = items.find(({ id }) => id === item.id);
  if (!known) return [...items, item];
  return items.map((other) => (other.id === item.id && other.version <= item.version ? item : other));
}

function applyChange(claim: ClaimView, change: Change): ClaimView {
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

/** Lays the pending changes of these claims over what is stored; every other claim keeps its identity. */
function show(state: WorkspaceState, claimIds: readonly string[]): WorkspaceState {
  const shown = new Map(state.shown);
  for (const claimId of claimIds) {
    const claim = state.stored.get(claimId);
    if (!claim) continue;
    const changes = state.pending.filter((entry) => entry.claimId === claimId);
    shown.set(
      claimId,
      changes.reduce((view, entry) => applyChange(view, entry.change), claim),
    );
  }
  const order = keepIfEqual(state.order, orderOf(shown));
  const living = order.flatMap((id) => shown.get(id) ?? []);
  const anchors = keepPlaces(state.anchors, anchorsOf(shown, order));
  const currentId = state.currentId !== null && order.includes(state.currentId) ? state.currentId : null;
  return relist({ ...state, shown, order, anchors, currentId, progress: progressOf(living) });
}

function orderOf(claims: ReadonlyMap<string, ClaimView>): string[] {
  return [...claims.values()]
    .filter((claim) => !claim.isDeleted)
    .sort((a, b) => startOf(a) - startOf(b) || a.number - b.number)
    .map(({ id }) => id);
}

function startOf(claim: ClaimView): number {
  return claim.spans[0]?.start ?? Number.MAX_SAFE_INTEGER;
}

function keepIfEqual(old: readonly string[], fresh: readonly string[]): readonly string[] {
  return old.length === fresh.length && old.every((id, index) => id === fresh[index]) ? old : fresh;
}

function anchorsOf(claims: ReadonlyMap<string, ClaimView>, order: readonly string[]): ClaimPlaces[] {
  return order
    .flatMap((id) => claims.get(id) ?? [])
    .map(({ id, sentence, spans, repeats }) => ({ id, sentence, spans, repeats }));
}

function keepPlaces(old: readonly ClaimPlaces[], fresh: readonly ClaimPlaces[]): readonly ClaimPlaces[] {
  const isUnmoved = (place: ClaimPlaces, index: number) => {
    const known = old[index];
    if (known?.id !== place.id) return false;
    if (known.sentence !== place.sentence) return false;
    if (known.spans === place.spans && known.repeats === place.repeats) return true;
    return same(known, place);
  };
  return old.length === fresh.length && fresh.every(isUnmoved) ? old : fresh;
}

function relist(state: WorkspaceState): WorkspaceState {
  return { ...state, listed: keepIfEqual(state.listed, listOf(state.shown, state)) };
}

function listOf(
  claims: ReadonlyMap<string, ClaimView>,
  { order, currentId, filter }: Pick<WorkspaceState, "order" | "currentId" | "filter">,
): readonly string[] {
  if (filter === "all") return order;
  return order.filter((id) => {
    const claim = claims.get(id);
    return id === currentId || (claim !== undefined && matchesFilter(claim, filter));
  });
}
