import type { ClaimFilter } from "@/components/claims/claim-filter";
import type { ArticleHeader } from "@/lib/articles/article-views";
import type { ClaimView } from "@/lib/claims/claim-view";
import type { Granularity } from "@/lib/claims/claim-vocabulary";
import { CLAIM_KINDS } from "@/lib/claims/claim-vocabulary";
import type { UpdateClaimInput } from "@/lib/claims/schemas";
import type { ErrorCode, Issue } from "@/lib/errors";
import type { ApiClient } from "@/lib/http/api-client";
import { ApiError } from "@/lib/http/api-client";
import type { NoteView } from "@/lib/notes/note-view";
import type { GranularityResult, RestructuringResult } from "@/lib/restructurings/restructuring-views";
import type { SplitClaimInput } from "@/lib/restructurings/schemas";
import type { CitationView, SourceView } from "@/lib/sources/source-view";
import { fieldsOf, isStillShown, same } from "./claim-changes";
import type {
  Change,
  ClaimField,
  ClaimPatch,
  FieldConflict,
  PendingChange,
  Touch,
  WorkspaceState,
} from "./workspace-model";
import {
  acknowledge,
  forgetLostClaim,
  loseOpenClaim,
  meetConflict,
  queueChange,
  raiseConflict,
  receiveAnswer,
  receiveCitation,
  receiveClaim,
  receiveHeader,
  receiveNote,
  receiveRestructuring,
  receiveSource,
  removeArticleNote,
  rollBack,
  select,
  setFilter,
  settleConflict,
} from "./workspace-state";

/** Something the person should hear about; the interface words it. */
export type Notice =
  | { type: "refused"; code: ErrorCode; issues: readonly Issue[] }
  | { type: "conflict"; claimId: string; number: number }
  | { type: "undone"; claimId: string; number: number }
  | { type: "changedSince"; claimId: string; number: number }
  | { type: "deletedMeanwhile"; claimId: string; number: number; by: string }
  | { type: "restructuringUndone" }
  | { type: "workedOnSince"; numbers: readonly number[] }
  | { type: "nothingToUndo" };

export type Outcome = "saved" | "conflict" | "refused";

type UndoStep =
  | { key: string; claimId: string; inverse: Change; expected: ClaimPatch }
  | { key: string; restructuringId: string };

type Settler = { resolve: (outcome: Outcome) => void; reject: (error: unknown) => void };

export type WorkspaceStore = ReturnType<typeof createWorkspaceStore>;

/**
 * The one store of the workspace: every change goes through it, is on the screen at once and is sent in order, one
 * after the other for each claim. Transitions are pure (workspace-state.ts); this is where they meet the server.
 */
export function createWorkspaceStore({
  initial,
  api,
  now,
}: {
  initial: WorkspaceState;
  api: ApiClient;
  now: () => number;
}) {
  let state = initial;
  let lastKey = 0;
  const undoSteps: UndoStep[] = [];
  const listeners = new Set<() => void>();
  const noticeListeners = new Set<(notice: Notice) => void>();
  const draining = new Set<string>();
  const outcomes = new Map<string, Promise<Outcome>>();
  const settlers = new Map<string, Settler>();

  let batches = 0;
  let isUntold = false;

  function set(next: WorkspaceState): void {
    if (next === state) return;
    state = next;
    if (batches > 0) isUntold = true;
    else for (const listener of listeners) listener();
  }

  function notify(notice: Notice): void {
    for (const listener of noticeListeners) listener(notice);
  }

  function numberOf(claimId: string): number {
    return state.shown.get(claimId)?.number ?? 0;
  }

  function enqueue(entry: { claimId: string; change: Change; version?: number }): Promise<Outcome> {
    lastKey += 1;
    const key = String(lastKey);
    set(queueChange(state, { key, ...entry }));
    const outcome = new Promise<Outcome>((resolve, reject) => settlers.set(key, { resolve, reject }));
    outcomes.set(key, outcome);
    void drain(entry.claimId);
    return outcome;
  }

  /** Sends what is pending for one claim, in order; a second call while it runs adds to the same queue. */
  async function drain(claimId: string): Promise<void> {
    if (draining.has(claimId)) return;
    draining.add(claimId);
    for (let entry = firstOf(claimId); entry; entry = firstOf(claimId)) {
      const settler = settlers.get(entry.key);
      try {
        settler?.resolve(await deliver(entry));
      } catch (error) {
        // A fault of ours: whoever asked hears of it, and the changes behind it are still sent.
        settler?.reject(error);
        set(rollBack(state, entry.key));
      }
      settlers.delete(entry.key);
      outcomes.delete(entry.key);
    }
    draining.delete(claimId);
  }

  function firstOf(claimId: string): PendingChange | undefined {
    return state.pending.find((entry) => entry.claimId === claimId);
  }

  /** @throws whatever is no refusal of the server */
  async function deliver(entry: PendingChange): Promise<Outcome> {
    try {
      const claim = await send(api, entry);
      set(acknowledge(state, { key: entry.key, claim, at: now() }));
      return "saved";
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      forgetUndo(entry.key);
      if (error.conflict) {
        set(meetConflict(state, entry.key, error.conflict.current));
        notify({ type: "conflict", claimId: entry.claimId, number: numberOf(entry.claimId) });
        return "conflict";
      }
      set(rollBack(state, entry.key));
      notify({ type: "refused", code: error.code, issues: error.issues });
      return "refused";
    }
  }

  function forgetUndo(key: string): void {
    const index = undoSteps.findIndex((step) => step.key === key);
    if (index >= 0) undoSteps.splice(index, 1);
  }

  /** Runs a write that has no optimistic form; its result is taken over when the server has answered. */
  async function write<Result>(
    request: Promise<Result>,
    take: (result: Result) => WorkspaceState,
  ): Promise<Result> {
    const result = await request;
    set({ ...take(result), savedAt: now() });
    return result;
  }

  /** What still goes out about these claims is stored before they are taken apart. */
  async function settle(claimIds: readonly string[]): Promise<void> {
    const awaited = state.pending.filter((entry) => claimIds.includes(entry.claimId));
    await Promise.all(awaited.flatMap(({ key }) => outcomes.get(key) ?? []));
  }

  /** Versions as the server last told them: what is sent is judged against those. */
  function versionOf(claimId: string): number {
    return state.stored.get(claimId)?.version ?? 1;
  }

  /**
   * Takes over what a split, a merger, another granularity or undoing one did. Where the open claim went by it, what
   * stands in its place opens; the live events may have closed it before the answer came.
   */
  function takeRestructuring(
    { removed, claims }: Pick<RestructuringResult, "removed" | "claims">,
    { id, wasOpen, isUndone = false }: { id: string; wasOpen: string | null; isUndone?: boolean },
  ): void {
    const place = wasOpen === null ? undefined : state.stored.get(wasOpen)?.spans[0];
    set({
      ...receiveRestructuring(state, { removed, claims, restructuringId: id, isUndone }),
      savedAt: now(),
    });
    if (!isUndone) undoSteps.push({ key: id, restructuringId: id });
    if (wasOpen === null || !removed.includes(wasOpen) || state.currentId !== null) return;
    const inPlace = claims.find(({ spans }) => spans.some(({ end }) => place && end > place.start));
    set(select(state, (inPlace ?? claims[0])?.id ?? null));
  }

  /** @throws ApiError other than the planned refusals, which are told */
  async function undoRestructuring(restructuringId: string): Promise<void> {
    const index = undoSteps.findIndex(({ key }) => key === restructuringId);
    if (index >= 0) undoSteps.splice(index, 1);
    const wasOpen = state.currentId;
    try {
      const result = await api.undoRestructuring(restructuringId);
      takeRestructuring(result, { id: restructuringId, wasOpen, isUndone: true });
      notify({ type: "restructuringUndone" });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const workedOn = error.issues.filter(({ rule }) => rule === "workedOn");
      if (workedOn.length === 0) notify({ type: "refused", code: error.code, issues: error.issues });
      else notify({ type: "workedOnSince", numbers: workedOn.map(({ path }) => Number(path.split(".")[1])) });
    }
  }

  /** The note as it is now; null where the server refused, which is told. */
  async function changeNote(
    note: NoteView,
    input: Parameters<ApiClient["updateNote"]>[1],
  ): Promise<NoteView | null> {
    try {
      return await write(api.updateNote(note.id, input), (changed) => receiveNote(state, changed));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.conflict) {
        const { version, fields } = error.conflict.current;
        set(
          receiveNote(state, {
            ...note,
            ...(typeof fields.body === "string" && { body: fields.body }),
            version,
          }),
        );
      }
      notify({ type: "refused", code: error.code, issues: error.issues });
      return null;
    }
  }

  return {
    getState: () => state,
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    /** Draws once for all that `run` changes: splitting a text anew is hundreds of events. */
    batch(run: () => void): void {
      batches += 1;
      try {
        run();
      } finally {
        batches -= 1;
        if (batches === 0 && isUntold) {
          isUntold = false;
          for (const listener of listeners) listener();
        }
      }
    },
    onNotice(listener: (notice: Notice) => void) {
      noticeListeners.add(listener);
      return () => {
        noticeListeners.delete(listener);
      };
    },

    select: (claimId: string | null) => set(select(state, claimId)),
    setFilter: (filter: ClaimFilter) => set(setFilter(state, filter)),

    /**
     * Puts a change on the screen and sends it. `version` is the one a text was typed against, where that is older than
     * what is shown. The promise settles when the server has decided.
     */
    change(claimId: string, change: Change, version?: number): Promise<Outcome> {
      const claim = state.shown.get(claimId);
      if (!claim) return Promise.resolve("refused");
      const inverse = inverseOf(claim, change);
      const outcome = enqueue({ claimId, change, version });
      undoSteps.push({
        key: String(lastKey),
        claimId,
        inverse,
        expected: change.type === "update" ? change.patch : {},
      });
      return outcome;
    },

    /** The outcome that is awaited for the last change of these fields, if that change is this one. */
    outcomeOf(claimId: string, patch: ClaimPatch): Promise<Outcome> | null {
      const last = state.pending.findLast(
        ({ claimId: id, change }) =>
          id === claimId &&
          change.type === "update" &&
          fieldsOf(patch).some((field) => field in change.patch),
      );
      if (last?.change.type !== "update" || !same(last.change.patch, patch)) return null;
      return outcomes.get(last.key) ?? null;
    },

    /** Takes this person's last change back by a write of its own, unless somebody has changed the same since. */
    undo(): void {
      const step = undoSteps.pop();
      if (!step) {
        notify({ type: "nothingToUndo" });
        return;
      }
      if ("restructuringId" in step) {
        void undoRestructuring(step.restructuringId);
        return;
      }
      const claim = state.shown.get(step.claimId);
      const about = { claimId: step.claimId, number: numberOf(step.claimId) };
      if (!claim || !isStillShown(claim, step.expected)) {
        notify({ type: "changedSince", ...about });
        return;
      }
      void enqueue({ claimId: step.claimId, change: step.inverse }).then((outcome) => {
        if (outcome === "saved") notify({ type: "undone", ...about });
      });
    },

    raiseConflict: (conflict: FieldConflict) => set(raiseConflict(state, conflict)),
    settleConflict: (claimId: string, field: ClaimField) => set(settleConflict(state, claimId, field)),

    async addClaim(input: Parameters<ApiClient["addClaim"]>[1]): Promise<ClaimView> {
      const claim = await write(api.addClaim(state.header.id, input), (added) => receiveAnswer(state, added));
      undoSteps.push({ key: claim.id, claimId: claim.id, inverse: { type: "delete" }, expected: {} });
      return claim;
    },
    /** Puts several claims in the place of one. */
    async splitClaim(claimId: string, parts: SplitClaimInput["parts"]): Promise<RestructuringResult> {
      await settle([claimId]);
      const wasOpen = state.currentId;
      const result = await api.splitClaim(claimId, { version: versionOf(claimId), parts });
      takeRestructuring(result, { id: result.restructuringId, wasOpen });
      return result;
    },
    /** Puts one claim in the place of several. */
    async mergeClaims(claimIds: readonly string[], wording: string): Promise<RestructuringResult> {
      await settle(claimIds);
      const wasOpen = state.currentId;
      const claims = claimIds.map((id) => ({ id, version: versionOf(id) }));
      const result = await api.mergeClaims(state.header.id, { claims, wording });
      takeRestructuring(result, { id: result.restructuringId, wasOpen });
      return result;
    },
    /** Splits the text anew, finer or coarser. */
    async setGranularity(granularity: Granularity): Promise<GranularityResult> {
      await settle(state.order);
      const wasOpen = state.currentId;
      const result = await api.setGranularity(state.header.id, {
        version: state.header.version,
        granularity,
      });
      set(receiveHeader(state, result.article));
      if (result.restructuringId !== null) takeRestructuring(result, { id: result.restructuringId, wasOpen });
      return result;
    },
    undoRestructuring,
    forgetLostClaim: (claimId: string) => set(forgetLostClaim(state, claimId)),

    updateArticle: (input: Parameters<ApiClient["updateArticle"]>[1]) =>
      write(api.updateArticle(state.header.id, input), (header) => receiveHeader(state, header)),
    attachSource: (claimId: string, input: Parameters<ApiClient["attachSource"]>[1]) =>
      write(api.attachSource(claimId, input), (citation) => receiveCitation(state, claimId, citation)),
    updateCitation: (
      claimId: string,
      citationId: string,
      input: Parameters<ApiClient["updateCitation"]>[1],
    ) =>
      write(api.updateCitation(citationId, input), (citation) => receiveCitation(state, claimId, citation)),
    updateSource: (sourceId: string, input: Parameters<ApiClient["updateSource"]>[1]) =>
      write(api.updateSource(sourceId, input), (source) => receiveSource(state, source)),
    /** Undoable for a note on a claim; for one on the article the switch itself is the way back. */
    async resolveNote(note: NoteView, resolved: boolean): Promise<void> {
      if (note.claimId === null) await changeNote(note, { resolved });
      else await this.change(note.claimId, { type: "resolveNote", noteId: note.id, resolved });
    },
    changeNote,
    addNote: (claimId: string | null, input: Parameters<ApiClient["addClaimNote"]>[1]) =>
      write(
        claimId === null ? api.addArticleNote(state.header.id, input) : api.addClaimNote(claimId, input),
        (note) => receiveNote(state, note),
      ),

    setReachable: (isReachable: boolean) => {
      if (isReachable !== state.isReachable) set({ ...state, isReachable });
    },
    setLive: (isLive: boolean) => {
      if (isLive !== state.isLive) set({ ...state, isLive });
    },
    receiveClaim(claim: ClaimView, touch?: Touch): void {
      const wasOpen = state.currentId === claim.id;
      set(receiveClaim(state, claim, touch));
      if (!wasOpen || state.currentId === claim.id || !touch || touch.isOwn) return;
      if (claim.replacedBy !== null) {
        set(loseOpenClaim(state, claim.id));
        return;
      }
      notify({ type: "deletedMeanwhile", claimId: claim.id, number: claim.number, by: touch.by });
    },
    receiveHeader: (header: ArticleHeader) => set(receiveHeader(state, header)),
    receiveNote: (note: NoteView) => set(receiveNote(state, note)),
    removeArticleNote: (noteId: string) => set(removeArticleNote(state, noteId)),
    receiveSource: (source: SourceView) => set(receiveSource(state, source)),
    receiveCitation: (claimId: string, citation: CitationView) =>
      set(receiveCitation(state, claimId, citation)),
    /** Remembers how far the live events have been heard. */
    heard: (seq: number) => {
      if (seq > state.seq) state = { ...state, seq };
    },
  };
}

/** The change that takes `change` back. */
function inverseOf(claim: ClaimView, change: Change): Change {
  switch (change.type) {
    case "update": {
      const before = Object.keys(change.patch).map((field) => [field, claim[field as ClaimField]]);
      const patch: ClaimPatch = Object.fromEntries(before);
      // A proposal that was decided cannot be one again; the claim is to be checked then, which is safe.
      if (patch.setAside && claim.isSetAsideProposed && change.patch.setAside) patch.setAside = null;
      return { type: "update", patch };
    }
    case "delete":
      return { type: "restore" };
    case "restore":
      return { type: "delete" };
    case "detachCitation": {
      const citation = claim.citations.find(({ id }) => id === change.citationId);
      return citation ? { type: "reattachCitation", citation } : change;
    }
    case "reattachCitation":
      return { type: "detachCitation", citationId: change.citation.id };
    case "resolveNote":
      return { ...change, resolved: !change.resolved };
  }
}

/** The write of a pending change; null where the answer holds no claim. */
async function send(api: ApiClient, { claimId, change, version }: PendingChange): Promise<ClaimView | null> {
  switch (change.type) {
    case "update":
      return api.updateClaim(claimId, { version, ...toInput(change.patch) });
    case "delete":
      return api.deleteClaim(claimId);
    case "restore":
      return api.restoreClaim(claimId);
    case "detachCitation":
      await api.detachCitation(change.citationId);
      return null;
    case "reattachCitation":
      await api.restoreCitation(change.citation.id);
      return null;
    case "resolveNote":
      await api.updateNote(change.noteId, { resolved: change.resolved });
      return null;
  }
}

/** A kind that this version does not know cannot be sent; it can only have come from the server. */
function toInput({ kind, ...patch }: ClaimPatch): Omit<UpdateClaimInput, "version" | "mutationId"> {
  const known = CLAIM_KINDS.find((value) => value === kind);
  return known ? { ...patch, kind: known } : patch;
}
