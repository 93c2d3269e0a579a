import { describe, expect, it } from "vitest";
import type { ClaimView } from "@/lib/claims/claim-view";
import { createApiClient, newMutationId } from "@/lib/http/api-client";
import { buildArticle, buildClaim, buildNote } from "./workspace-fixtures";
import { openWorkspace } from "./workspace-state";
import type { Notice } from "./workspace-store";
import { createWorkspaceStore } from "./workspace-store";

type Sent = { method: string; url: string; body: Record<string, unknown> };

/** A store over a server that is played by `answer`. */
function storeOver(answer: (sent: Sent) => Response) {
  const sent: Sent[] = [];
  const notices: Notice[] = [];
  const api = createApiClient({
    fetch: async (url, init) => {
      const request = { method: init.method ?? "", url, body: JSON.parse(String(init.body ?? "{}")) };
      sent.push(request);
      return answer(request);
    },
    userId: "user",
    signIn: async () => false,
    onReachable: () => {},
    wait: async () => {},
    newMutationId,
  });
  const article = buildArticle([buildClaim({ id: "a" }), buildClaim({ id: "b", number: 2, start: 20 })]);
  const store = createWorkspaceStore({
    initial: openWorkspace(article, { claimId: "a", filter: "all" }),
    api,
    now: () => 7,
  });
  store.onNotice((notice) => notices.push(notice));
  return { store, sent, notices };
}

/** Answers as the server does when nobody else writes: the claim with the fields sent and the next version. */
function obliging() {
  const claims = new Map<string, ClaimView>();
  return ({ url, body }: Sent) => {
    const id = url.split("/")[4] ?? "";
    const { version, mutationId: _, ...fields } = body;
    const claim = { ...(claims.get(id) ?? buildClaim({ id })), ...fields } as ClaimView;
    const next = { ...claim, version: Number(version ?? claim.version) + 1 };
    claims.set(id, next);
    return Response.json(next);
  };
}

const refusal = (status: number, body: object) =>
  new Response(JSON.stringify({ status, ...body }), {
    status,
    headers: { "content-type": "application/problem+json" },
  });

describe("the store", () => {
  it("sends two changes of one claim in order, the second on the version of the first", async () => {
    const { store, sent } = storeOver(obliging());
    const first = store.change("a", { type: "update", patch: { verdict: "FALSE" } });
    const second = store.change("a", { type: "update", patch: { verdict: "CONFIRMED" } });
    expect(store.getState().shown.get("a")?.verdict).toBe("CONFIRMED");
    expect(await Promise.all([first, second])).toEqual(["saved", "saved"]);
    expect(sent.map(({ body }) => [body.verdict, body.version])).toEqual([
      ["FALSE", 1],
      ["CONFIRMED", 2],
    ]);
    expect(store.getState()).toMatchObject({ pending: [], savedAt: 7 });
  });

  it("puts back what is stored and says why when the server refuses", async () => {
    const issues = [{ path: "state", rule: "needsVerdict" }];
    const { store, notices } = storeOver(() => refusal(422, { code: "INVALID", issues }));
    expect(await store.change("a", { type: "update", patch: { state: "IN_REVIEW" } })).toBe("refused");
    expect(store.getState().shown.get("a")?.state).toBe("OPEN");
    expect(notices).toEqual([{ type: "refused", code: "INVALID", issues }]);
  });

  it("keeps both values when somebody was faster", async () => {
    const current = { version: 5, fields: { verdict: "FALSE" }, by: "Jana", at: "2026-03-14T13:02:11.000Z" };
    const { store, notices } = storeOver(() => refusal(409, { code: "CONFLICT", current }));
    expect(await store.change("a", { type: "update", patch: { verdict: "CONFIRMED" } })).toBe("conflict");
    expect(store.getState().conflicts).toMatchObject([{ theirs: "FALSE", yours: "CONFIRMED", by: "Jana" }]);
    expect(notices).toMatchObject([{ type: "conflict", claimId: "a" }]);
  });

  it("takes changes back by writes of their own, the last one first", async () => {
    const { store, sent } = storeOver(obliging());
    await store.change("a", { type: "update", patch: { verdict: "FALSE" } });
    await store.change("b", { type: "update", patch: { reason: "because" } });
    store.undo();
    store.undo();
    expect(store.getState().shown.get("b")?.reason).toBe("");
    expect(store.getState().shown.get("a")?.verdict).toBeNull();
    expect(sent.map(({ url }) => url.split("/")[4])).toEqual(["a", "b", "b", "a"]);
  });

  it("does not take back what somebody else has changed since", async () => {
    const { store, sent, notices } = storeOver(obliging());
    await store.change("a", { type: "update", patch: { verdict: "FALSE" } });
    store.receiveClaim(buildClaim({ id: "a", version: 9, verdict: "DISPUTED" }));
    store.undo();
    expect(sent).toHaveLength(1);
    expect(notices).toMatchObject([{ type: "changedSince", claimId: "a" }]);
  });

  it("sends the changes behind one that failed for a fault of ours", async () => {
    const { store, sent } = storeOver(obliging());
    store.subscribe(() => {
      if (store.getState().savedAt !== null && sent.length === 1)
        throw new Error("a screen that cannot be drawn");
    });
    const first = store.change("a", { type: "update", patch: { verdict: "FALSE" } });
    const second = store.change("a", { type: "update", patch: { reason: "because" } });
    await expect(first).rejects.toThrow("a screen that cannot be drawn");
    expect(await second).toBe("saved");
    expect(sent).toHaveLength(2);
  });

  it("tells of a note that may not be changed, and shows what stands there now", async () => {
    const note = buildNote({ id: "n", claimId: "a", body: "old" });
    const forbidden = storeOver(() => refusal(403, { code: "FORBIDDEN" }));
    forbidden.store.receiveNote(note);
    expect(await forbidden.store.changeNote(note, { version: 1, visibility: "REPORT" })).toBeNull();
    expect(forbidden.notices).toEqual([{ type: "refused", code: "FORBIDDEN", issues: [] }]);

    const current = { version: 2, fields: { body: "theirs" }, by: "Jana", at: "2026-03-14T13:02:11.000Z" };
    const overtaken = storeOver(() => refusal(409, { code: "CONFLICT", current }));
    overtaken.store.receiveNote(note);
    expect(await overtaken.store.changeNote(note, { version: 1, body: "mine" })).toBeNull();
    expect(overtaken.store.getState().shown.get("a")?.notes).toMatchObject([{ body: "theirs", version: 2 }]);
  });

  it("says who deleted the claim that was open", () => {
    const { store, notices } = storeOver(obliging());
    const deleted = buildClaim({ id: "a", version: 2, isDeleted: true });
    store.receiveClaim(deleted, { by: "Jana", at: "2026-03-14T13:02:11.000Z" });
    expect(store.getState().currentId).toBeNull();
    expect(notices).toEqual([{ type: "deletedMeanwhile", claimId: "a", number: 1, by: "Jana" }]);
  });

  it("says so when there is nothing to take back", () => {
    const { store, notices } = storeOver(obliging());
    store.undo();
    expect(notices).toEqual([{ type: "nothingToUndo" }]);
  });

  it("takes over a split, opens what stands in the claim's place, and takes it back by undo", async () => {
    const part = (id: string, number: number) => buildClaim({ id, number, madeBy: "r" });
    const { store, sent, notices } = storeOver(({ url }) =>
      Response.json(
        url.endsWith("/undo")
          ? { restructuringId: "r", removed: ["c", "d"], claims: [buildClaim({ id: "a" })] }
          : { restructuringId: "r", removed: ["a"], claims: [part("c", 3), part("d", 4)] },
      ),
    );
    const parts = ["One.", "Two."].map((wording) => ({ wording, spans: [{ start: 0, end: 5 }] }));
    await store.splitClaim("a", parts);
    expect(store.getState()).toMatchObject({ order: ["c", "d", "b"], currentId: "c" });
    expect(sent[0]?.body).toMatchObject({ version: 1, parts });
    store.undo();
    await expect.poll(() => notices).toEqual([{ type: "restructuringUndone" }]);
    expect(store.getState()).toMatchObject({ order: ["a", "b"], currentId: "a" });
  });

  it("names the claims on which somebody has worked where a split cannot be undone", async () => {
    const issues = [{ path: "claims.3", rule: "workedOn" }];
    const { store, notices } = storeOver(() => refusal(422, { code: "INVALID", issues }));
    await store.undoRestructuring("r");
    expect(notices).toEqual([{ type: "workedOnSince", numbers: [3] }]);
    expect(store.getState().order).toEqual(["a", "b"]);
  });

  it("keeps an open claim in sight that a colleague put others in the place of, and not one's own", () => {
    const { store } = storeOver(obliging());
    const replaced = buildClaim({ id: "a", isDeleted: true, replacedBy: "r" });
    store.receiveClaim(replaced, { by: "Jana Roth", at: "2026-03-14T12:00:00.000Z" });
    expect(store.getState()).toMatchObject({ lost: ["a"], currentId: null });
    store.forgetLostClaim("a");
    expect(store.getState().lost).toEqual([]);
    store.select("b");
    const own = buildClaim({ id: "b", number: 2, isDeleted: true, replacedBy: "r" });
    store.receiveClaim(own, { by: "Me", at: "2026-03-14T12:00:00.000Z", isOwn: true });
    expect(store.getState().lost).toEqual([]);
  });

  it("leaves a claim to be checked when the confirmation that it needs no check is undone", async () => {
    const { store, sent } = storeOver(obliging());
    const proposed = buildClaim({ id: "a", version: 2, setAside: "OPINION", isSetAsideProposed: true });
    store.receiveClaim(proposed);
    expect(store.getState().progress).toMatchObject({ total: 1, setAside: 1 });
    const saved = store.change("a", { type: "update", patch: { setAside: "OPINION" } });
    expect(store.getState().shown.get("a")?.isSetAsideProposed).toBe(false);
    await saved;
    store.undo();
    await expect.poll(() => sent.map(({ body }) => body.setAside)).toEqual(["OPINION", null]);
    expect(store.getState().progress).toMatchObject({ total: 2, setAside: 0 });
  });

  it("draws once for all events that arrive together", () => {
    const { store } = storeOver(obliging());
    let drawn = 0;
    store.subscribe(() => {
      drawn += 1;
    });
    store.batch(() => {
      store.receiveClaim(buildClaim({ id: "a", version: 2, wording: "One" }));
      store.receiveClaim(buildClaim({ id: "b", version: 2, wording: "Two" }));
    });
    expect(drawn).toBe(1);
    store.batch(() => {});
    expect(drawn).toBe(1);
  });
});
