import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listActivity } from "@/lib/activity/queries";
import { getArticleForReview } from "@/lib/articles/queries";
import { updateClaim } from "@/lib/claims/mutations";
import { buildArticle } from "@/prisma/factories";
import { failureOf } from "@/prisma/failure-of";
import { makeMember } from "@/prisma/test-accounts";
import { addArticleNote, addClaimNote, deleteNote, updateNote } from "./mutations";

const mutation = () => ({ mutationId: randomUUID() });

async function setUp() {
  const { actor, deskId } = await makeMember("REVIEWER", { name: "Rita Review" });
  const { actor: colleague } = await makeMember("EDITOR", { deskId, name: "Edgar Edit" });
  const { actor: viewer } = await makeMember("VIEWER", { deskId });
  const { actor: stranger } = await makeMember("ADMIN");
  const { id: articleId, claims } = await buildArticle(actor);
  const [claimId = ""] = claims;
  return { actor, colleague, viewer, stranger, articleId, claimId };
}

describe("notes", () => {
  test("stand on a claim or on the article, with answers", async () => {
    const { actor, colleague, articleId, claimId } = await setUp();
    const note = await addClaimNote(actor, claimId, { ...mutation(), body: "Woher?\nBitte fragen." });
    const answer = await addClaimNote(colleague, claimId, {
      ...mutation(),
      body: "Gefragt.",
      parentId: note.id,
    });
    const general = await addArticleNote(actor, articleId, {
      ...mutation(),
      body: "Eilt.",
      visibility: "REPORT",
    });
    const { claims, notes } = await getArticleForReview(actor, articleId);
    expect(claims.find(({ id }) => id === claimId)?.notes).toEqual([note, answer]);
    expect(notes).toEqual([general]);
    expect(note).toMatchObject({
      body: "Woher?\nBitte fragen.",
      visibility: "INTERNAL",
      authorName: "Rita Review",
    });
    const { items } = await listActivity(actor, { articleId });
    expect(items.slice(1)).toMatchObject([
      { type: "note.added", claimId, after: { noteId: note.id } },
      { type: "note.added", claimId, after: { noteId: answer.id, parentId: note.id } },
      { type: "note.added", claimId: null, after: { noteId: general.id, visibility: "REPORT" } },
    ]);
  });

  test("take no answers to answers, nor to notes elsewhere", async () => {
    const { actor, articleId, claimId } = await setUp();
    const note = await addClaimNote(actor, claimId, { ...mutation(), body: "a" });
    const answer = await addClaimNote(actor, claimId, { ...mutation(), body: "b", parentId: note.id });
    const nested = addClaimNote(actor, claimId, { ...mutation(), body: "c", parentId: answer.id });
    expect((await failureOf(nested)).details.issues).toEqual([{ path: "parentId", rule: "nested" }]);
    const elsewhere = addArticleNote(actor, articleId, { ...mutation(), body: "c", parentId: note.id });
    expect((await failureOf(elsewhere)).details.issues).toEqual([{ path: "parentId", rule: "unknown" }]);
  });

  test("are resolved and opened again by everybody who writes notes", async () => {
    const { actor, colleague, articleId, claimId } = await setUp();
    const { id } = await addClaimNote(actor, claimId, { ...mutation(), body: "a" });
    const resolved = await updateNote(colleague, id, { ...mutation(), resolved: true });
    expect(resolved).toMatchObject({ resolvedByName: "Edgar Edit", version: 2 });
    expect(resolved.resolvedAt).not.toBeNull();
    expect(await updateNote(actor, id, { ...mutation(), resolved: true })).toEqual(resolved);
    const reopened = await updateNote(actor, id, { ...mutation(), resolved: false });
    expect(reopened).toMatchObject({ resolvedAt: null, resolvedByName: null, version: 3 });
    const { items } = await listActivity(actor, { articleId, claimId });
    expect(items.map(({ type }) => type)).toEqual(["note.added", "note.resolved", "note.reopened"]);
  });

  test("are changed by their author alone, by compare-and-set", async () => {
    const { actor, colleague, claimId } = await setUp();
    const { id } = await addClaimNote(actor, claimId, { ...mutation(), body: "a" });
    const foreign = updateNote(colleague, id, { version: 1, ...mutation(), body: "b" });
    expect((await failureOf(foreign)).code).toBe("FORBIDDEN");
    await updateNote(actor, id, { ...mutation(), resolved: true });
    expect(await updateNote(actor, id, { version: 1, ...mutation(), body: "b" })).toMatchObject({
      body: "b",
      version: 3,
    });
    const stale = updateNote(actor, id, { version: 2, ...mutation(), body: "c" });
    expect((await failureOf(stale)).details).toMatchObject({
      current: { version: 3, fields: { body: "b" }, by: "Rita Review" },
      yours: { fields: { body: "c" } },
    });
  });

  test("are taken back by their author while nobody has answered", async () => {
    const { actor, colleague, articleId, claimId } = await setUp();
    const { id } = await addClaimNote(actor, claimId, { ...mutation(), body: "a" });
    const answer = await addClaimNote(colleague, claimId, { ...mutation(), body: "b", parentId: id });
    expect((await failureOf(deleteNote(actor, id, mutation()))).details.issues).toEqual([
      { path: "", rule: "hasAnswers" },
    ]);
    expect((await failureOf(deleteNote(actor, answer.id, mutation()))).code).toBe("FORBIDDEN");
    await deleteNote(colleague, answer.id, mutation());
    await deleteNote(actor, id, mutation());
    const { claims } = await getArticleForReview(actor, articleId);
    expect(claims.find((claim) => claim.id === claimId)?.notes).toEqual([]);
    expect((await failureOf(updateNote(actor, id, { ...mutation(), resolved: true }))).code).toBe(
      "NOT_FOUND",
    );
  });

  test("that the report prints are locked with the claim, others are not", async () => {
    const { actor, claimId } = await setUp();
    const printed = await addClaimNote(actor, claimId, { ...mutation(), body: "a", visibility: "REPORT" });
    await updateClaim(actor, claimId, { version: 1, ...mutation(), verdict: "FALSE", state: "IN_REVIEW" });
    await updateClaim(actor, claimId, { version: 2, ...mutation(), state: "SIGNED_OFF" });
    const locked = [{ path: "state", rule: "locked" }];
    const added = addClaimNote(actor, claimId, { ...mutation(), body: "b", visibility: "REPORT" });
    expect((await failureOf(added)).details.issues).toEqual(locked);
    const changed = updateNote(actor, printed.id, { version: 1, ...mutation(), body: "c" });
    expect((await failureOf(changed)).details.issues).toEqual(locked);
    expect((await failureOf(deleteNote(actor, printed.id, mutation()))).details.issues).toEqual(locked);
    expect((await addClaimNote(actor, claimId, { ...mutation(), body: "intern" })).body).toBe("intern");
  });

  test("that answer an internal note cannot be meant for the report", async () => {
    const { actor, colleague, claimId } = await setUp();
    const root = await addClaimNote(actor, claimId, { ...mutation(), body: "a" });
    const refusal = [{ path: "visibility", rule: "parentIsInternal" }];
    const answer = (visibility?: "REPORT") =>
      addClaimNote(colleague, claimId, {
        ...mutation(),
        body: "b",
        parentId: root.id,
        ...(visibility && { visibility }),
      });
    expect((await failureOf(answer("REPORT"))).details.issues).toEqual(refusal);
    const internal = await answer();
    expect(internal.visibility).toBe("INTERNAL");
    const print = () =>
      updateNote(colleague, internal.id, { version: 1, ...mutation(), visibility: "REPORT" });
    expect((await failureOf(print())).details.issues).toEqual(refusal);
    await updateNote(actor, root.id, { version: 1, ...mutation(), visibility: "REPORT" });
    expect((await print()).visibility).toBe("REPORT");
    expect((await answer()).visibility).toBe("INTERNAL");
  });

  test("are shut to viewers and other desks", async () => {
    const { actor, viewer, stranger, articleId, claimId } = await setUp();
    const { id } = await addClaimNote(actor, claimId, { ...mutation(), body: "a" });
    const input = () => ({ ...mutation(), body: "x" });
    const resolve = () => ({ ...mutation(), resolved: true });
    for (const [who, code] of [
      [viewer, "FORBIDDEN"],
      [stranger, "NOT_FOUND"],
    ] as const) {
      expect((await failureOf(addClaimNote(who, claimId, input()))).code).toBe(code);
      expect((await failureOf(addArticleNote(who, articleId, input()))).code).toBe(code);
      expect((await failureOf(updateNote(who, id, resolve()))).code).toBe(code);
      expect((await failureOf(deleteNote(who, id, mutation()))).code).toBe(code);
    }
  });
});
