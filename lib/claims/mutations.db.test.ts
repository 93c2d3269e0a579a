import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listActivity, verifyChains } from "@/lib/activity/queries";
import type { ChainVerdict } from "@/lib/activity/verify-chain";
import { getArticleForReview } from "@/lib/articles/queries";
import type { Actor } from "@/lib/auth/policy";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { buildArticle } from "@/prisma/factories";
import { failureOf } from "@/prisma/failure-of";
import { makeMember } from "@/prisma/test-accounts";
import type { ClaimView } from "./claim-view";
import { addClaim, deleteClaim, restoreClaim, updateClaim } from "./mutations";
import type { ClaimFields } from "./schemas";

async function setUp() {
  const { actor, deskId } = await makeMember("REVIEWER", { name: "Rita Review" });
  const { actor: colleague } = await makeMember("EDITOR", { deskId, name: "Edgar Edit" });
  const { actor: viewer } = await makeMember("VIEWER", { deskId });
  const { actor: stranger } = await makeMember("ADMIN");
  const { id: articleId } = await buildArticle(actor);
  const { claims } = await getArticleForReview(actor, articleId);
  const [claim] = claims;
  if (!claim) throw new Error("The story has no claim");
  return { actor, colleague, viewer, stranger, articleId, claim, deskId };
}

const edit = (actor: Actor, claim: Pick<ClaimView, "id" | "version">, fields: ClaimFields) =>
  updateClaim(actor, claim.id, { version: claim.version, mutationId: randomUUID(), ...fields });

const entriesOf = async (actor: Actor, articleId: string) =>
  (await listActivity(actor, { articleId, limit: 500 })).items;

async function verdictOn(articleId: string): Promise<ChainVerdict | null> {
  for await (const { chainId, verdict } of verifyChains()) if (chainId === articleId) return verdict;
  return null;
}

describe("updateClaim", () => {
  test("records who confirms that there is nothing to check, once", async () => {
    const { actor, claim, articleId } = await setUp();
    await db.claim.updateMany({ where: { id: claim.id }, data: { setAside: "OPINION" } });
    const confirmed = await edit(actor, claim, { setAside: "OPINION" });
    expect(confirmed).toMatchObject({ setAside: "OPINION", isSetAsideProposed: false, version: 2 });
    expect(await edit(actor, confirmed, { setAside: "OPINION" })).toEqual(confirmed);
    expect((await entriesOf(actor, articleId)).filter(({ type }) => type === "claim.changed")).toMatchObject([
      { before: { setAside: "OPINION" }, after: { setAside: "OPINION" }, actor: { name: "Rita Review" } },
    ]);
  });

  test("saves the sent fields, counts the version and records the changed ones alone", async () => {
    const { actor, claim, articleId } = await setUp();
    const saved = await edit(actor, claim, {
      verdict: "FALSE",
      reason: "Es waren 214.",
      kind: claim.kind as "other",
    });
    expect(saved).toMatchObject({
      version: 2,
      verdict: "FALSE",
      reason: "Es waren 214.",
      verdictBy: "Rita Review",
    });
    const last = (await entriesOf(actor, articleId)).at(-1);
    expect(last).toMatchObject({
      type: "claim.changed",
      claimId: claim.id,
      claimNumber: claim.number,
      actor: { id: actor.userId, name: "Rita Review" },
      before: { verdict: null, reason: "" },
      after: { verdict: "FALSE", reason: "Es waren 214." },
    });
  });

  test("makes no new version and no entry where nothing changes", async () => {
    const { actor, claim, articleId } = await setUp();
    const before = await entriesOf(actor, articleId);
    const saved = await edit(actor, claim, { wording: claim.wording, verdict: null });
    expect(saved.version).toBe(1);
    expect(await entriesOf(actor, articleId)).toHaveLength(before.length);
  });

  test("refuses a field that someone else has changed meanwhile, and keeps both texts", async () => {
    const { actor, colleague, claim } = await setUp();
    await edit(actor, claim, { reason: "Theirs" });
    const error = await failureOf(edit(colleague, claim, { reason: "Mine", verdict: "FALSE" }));
    expect(error.code).toBe("CONFLICT");
    expect(error.details).toMatchObject({
      current: { version: 2, fields: { reason: "Theirs", verdict: null }, by: "Rita Review" },
      yours: { fields: { reason: "Mine", verdict: "FALSE" } },
    });
    const [stored] = await db.claim.findMany({ where: { id: claim.id } });
    expect(stored).toMatchObject({ reason: "Theirs", verdict: null, version: 2 });
  });

  test("accepts a stale version where none of the sent fields has changed since", async () => {
    const { actor, colleague, claim } = await setUp();
    await edit(actor, claim, { verdict: "CONFIRMED" });
    const saved = await edit(colleague, claim, { wording: "Anders gesagt." });
    expect(saved).toMatchObject({ version: 3, verdict: "CONFIRMED", wording: "Anders gesagt." });
  });

  test("takes nobody's word for having been said by a speaker who was named meanwhile", async () => {
    const { actor, colleague, claim } = await setUp();
    await edit(actor, claim, { speaker: "John Kirby" });
    const error = await failureOf(edit(colleague, claim, { attributionVerdict: "SAID" }));
    expect(error.details).toMatchObject({
      current: { version: 2, fields: { attributionVerdict: null, speaker: "John Kirby" }, by: "Rita Review" },
      yours: { fields: { attributionVerdict: "SAID" } },
    });
    const judged = await edit(colleague, { ...claim, version: 2 }, { attributionVerdict: "SAID" });
    const moved = await edit(actor, judged, { speaker: "Petra Beispiel" });
    expect(moved).toMatchObject({ speaker: "Petra Beispiel", attributionVerdict: null });
  });

  test("reports what a speaker is named for, and takes it as the article's own again when there is none", async () => {
    const { actor, articleId } = await setUp();
    const { claims } = await getArticleForReview(actor, articleId);
    const own = claims.find(({ mode }) => mode === "author");
    const quoted = claims.find(({ mode }) => mode === "direct");
    if (!own || !quoted) throw new Error("The story has no such claim");
    const named = await edit(actor, own, { speaker: "John Kirby" });
    expect(named.mode).toBe("reported");
    expect((await entriesOf(actor, articleId)).at(-1)?.after).toEqual({
      speaker: "John Kirby",
      mode: "reported",
    });
    expect((await edit(actor, named, { speaker: null })).mode).toBe("author");
    expect((await edit(actor, quoted, { speaker: null })).mode).toBe("direct");
    const byHand = await addClaim(actor, articleId, {
      mutationId: randomUUID(),
      spans: [{ start: 0, end: 9 }],
      speaker: "John Kirby",
    });
    expect((await edit(actor, byHand, { speaker: null })).mode).toBe("author");
  });

  test("refuses a version that does not exist yet", async () => {
    const { actor, claim } = await setUp();
    const error = await failureOf(edit(actor, { id: claim.id, version: 99 }, { reason: "x" }));
    expect(error.details.issues).toEqual([{ path: "version", rule: "unknownVersion" }]);
  });

  test("answers the same again to the same mutationId, and does nothing twice", async () => {
    const { actor, claim, articleId } = await setUp();
    const input = { version: 1, mutationId: randomUUID(), reason: "Once" };
    const first = await updateClaim(actor, claim.id, input);
    const second = await updateClaim(actor, claim.id, input);
    expect(second).toEqual(first);
    expect((await entriesOf(actor, articleId)).filter(({ type }) => type === "claim.changed")).toHaveLength(
      1,
    );
  });

  test("forgets what was answered a week ago, and nothing younger", async () => {
    const { actor, colleague, claim } = await setUp();
    const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 60 * 60 * 1000);
    const add = async (days: number) => {
      const id = randomUUID();
      const request = { id, deskId: actor.deskId, actorId: actor.userId, requestHash: "" };
      await db.mutation.createMany({ data: { ...request, createdAt: daysAgo(days) } });
      return id;
    };
    const [old, young] = [await add(8), await add(6)];
    await Promise.all([edit(actor, claim, { reason: "Once" }), edit(colleague, claim, { kind: "law" })]);
    expect(await db.mutation.findMany({ where: { id: { in: [old, young] } }, select: { id: true } })).toEqual(
      [{ id: young }],
    );
  });

  test("writes once when the same request comes ten times at once", async () => {
    const { actor, claim, articleId } = await setUp();
    const input = { version: 1, mutationId: randomUUID(), reason: "Once" };
    const answers = await Promise.all(Array.from({ length: 10 }, () => updateClaim(actor, claim.id, input)));
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect((await entriesOf(actor, articleId)).filter(({ type }) => type === "claim.changed")).toHaveLength(
      1,
    );
  });

  test("refuses a mutationId that was used for another body or by another person", async () => {
    const { actor, colleague, claim } = await setUp();
    const mutationId = randomUUID();
    await updateClaim(actor, claim.id, { version: 1, mutationId, reason: "One" });
    const issues = [{ path: "mutationId", rule: "mutationIdReused" }];
    const otherBody = await failureOf(
      updateClaim(actor, claim.id, { version: 1, mutationId, reason: "Two" }),
    );
    expect(otherBody.details.issues).toEqual(issues);
    const otherPerson = await failureOf(
      updateClaim(colleague, claim.id, { version: 1, mutationId, reason: "One" }),
    );
    expect(otherPerson.details.issues).toEqual(issues);
  });

  test("leaves nothing behind when it is refused, so the same mutationId may be used again", async () => {
    const { actor, colleague, claim, articleId } = await setUp();
    await edit(actor, claim, { reason: "Theirs" });
    const mutationId = randomUUID();
    await failureOf(updateClaim(colleague, claim.id, { version: 1, mutationId, reason: "Mine" }));
    expect(await db.mutation.count({ where: { id: mutationId } })).toBe(0);
    const entries = await entriesOf(actor, articleId);
    const saved = await updateClaim(colleague, claim.id, { version: 2, mutationId, reason: "Mine" });
    expect(saved.reason).toBe("Mine");
    expect(await entriesOf(actor, articleId)).toHaveLength(entries.length + 1);
  });

  test("lets fifty writers on one claim each be saved or told, loses none, and keeps the record whole", async () => {
    const { actor, claim, articleId } = await setUp();
    const results = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) =>
        updateClaim(actor, claim.id, { version: 1, mutationId: randomUUID(), reason: `Writer ${index}` }),
      ),
    );
    const saved = results.filter((result) => result.status === "fulfilled").map(({ value }) => value);
    const refused = results.filter((result) => result.status === "rejected").map(({ reason }) => reason);
    expect(saved).toHaveLength(1);
    for (const reason of refused) expect(reason).toMatchObject({ code: "CONFLICT" });
    const changes = (await entriesOf(actor, articleId)).filter(({ type }) => type === "claim.changed");
    expect(changes.map(({ after }) => after.reason)).toEqual([saved[0]?.reason]);
  });

  test("numbers versions without gaps when writers come again after a refusal, and the record retells the state", async () => {
    const { actor, colleague, claim, articleId } = await setUp();
    const write = async (who: Actor, text: string): Promise<number> => {
      for (let version = 1; ; ) {
        const mutationId = randomUUID();
        try {
          return (await updateClaim(who, claim.id, { version, mutationId, reason: text })).version;
        } catch (error) {
          if (!(error instanceof AppError) || error.code !== "CONFLICT") throw error;
          version = error.details.current?.version ?? 1;
        }
      }
    };
    const writers = Array.from({ length: 20 }, (_, index) =>
      write(index % 2 ? actor : colleague, `Text ${index}`),
    );
    const versions = await Promise.all(writers);
    expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    const entries = await entriesOf(actor, articleId);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
    const changes = entries.filter(({ type }) => type === "claim.changed");
    for (const [index, change] of changes.entries()) {
      expect(change.before.reason).toBe(index === 0 ? "" : changes[index - 1]?.after.reason);
    }
    const [stored] = await db.claim.findMany({ where: { id: claim.id } });
    expect(stored).toMatchObject({ reason: changes.at(-1)?.after.reason, version: 21 });
    expect(await verdictOn(articleId)).toEqual({ isIntact: true, length: entries.length });
  });

  test("gives a claim to whoever starts work on it", async () => {
    const { colleague, claim } = await setUp();
    const saved = await edit(colleague, claim, { state: "IN_PROGRESS" });
    expect(saved).toMatchObject({ state: "IN_PROGRESS", assigneeId: colleague.userId });
  });

  test.each<[ClaimFields, string, string]>([
    [{ state: "RETURNED" }, "state", "unreachable"],
    [{ state: "IN_REVIEW" }, "state", "needsVerdict"],
    [{ attributionVerdict: "SAID", speaker: null }, "attributionVerdict", "needsSpeaker"],
    [{ assigneeId: randomUUID() }, "assigneeId", "notAssignable"],
    [{ spans: [{ start: 0, end: 1_000_000 }] }, "spans.0", "outOfRange"],
    [
      {
        spans: [
          { start: 10, end: 20 },
          { start: 15, end: 30 },
        ],
      },
      "spans.1",
      "notInOrder",
    ],
  ])("refuses %j", async (fields, path, rule) => {
    const { actor, claim } = await setUp();
    const error = await failureOf(edit(actor, claim, fields));
    expect(error.details.issues).toEqual([{ path, rule }]);
  });

  test("lets only reviewers sign off, and locks the claim until one opens it again", async () => {
    const { actor, colleague, claim } = await setUp();
    const inReview = await edit(colleague, claim, { verdict: "CONFIRMED", state: "IN_REVIEW" });
    expect((await failureOf(edit(colleague, inReview, { state: "SIGNED_OFF" }))).details.issues).toEqual([
      { path: "state", rule: "needsReviewer" },
    ]);
    const signedOff = await edit(actor, inReview, { state: "SIGNED_OFF" });
    expect((await failureOf(edit(actor, signedOff, { reason: "Late" }))).details.issues).toEqual([
      { path: "reason", rule: "locked" },
    ]);
    expect((await failureOf(deleteClaim(actor, claim.id, { mutationId: randomUUID() }))).code).toBe(
      "INVALID",
    );
    const reopened = await edit(actor, signedOff, { state: "IN_PROGRESS" });
    expect((await edit(actor, reopened, { reason: "Now" })).reason).toBe("Now");
  });

  test("moves a claim to other words and quotes exactly what stands there", async () => {
    const { actor, claim, articleId } = await setUp();
    const { text } = await getArticleForReview(actor, articleId);
    const start = text.indexOf("412");
    const saved = await edit(actor, claim, { spans: [{ start, end: start + 3 }] });
    expect(saved.spans).toEqual([{ start, end: start + 3, quote: "412" }]);
    expect(saved.repeats).toEqual(claim.repeats);
  });

  test("keeps a wording in a second language", async () => {
    const { actor, claim } = await setUp();
    const translation = { language: "en", wording: "The town built 412 flats." };
    expect((await edit(actor, claim, { translation })).translation).toEqual(translation);
  });

  test("is shut to viewers, to other desks and to ids that name nothing", async () => {
    const { viewer, stranger, actor, claim } = await setUp();
    expect((await failureOf(edit(viewer, claim, { reason: "x" }))).code).toBe("FORBIDDEN");
    expect((await failureOf(edit(stranger, claim, { reason: "x" }))).code).toBe("NOT_FOUND");
    for (const id of [randomUUID(), "", "1", "' OR 1=1 --", `${claim.id}x`, "\0"]) {
      expect((await failureOf(edit(actor, { id, version: 1 }, { reason: "x" }))).code).toBe("NOT_FOUND");
    }
  });
});

describe("addClaim", () => {
  test("quotes the selected words and gives the next number", async () => {
    const { actor, articleId } = await setUp();
    const { text, claims } = await getArticleForReview(actor, articleId);
    const start = text.indexOf("18 Prozent");
    const claim = await addClaim(actor, articleId, {
      mutationId: randomUUID(),
      spans: [{ start, end: start + 10 }],
    });
    expect(claim).toMatchObject({
      origin: "HAND",
      wording: "18 Prozent",
      number: claims.length + 1,
      state: "OPEN",
    });
    expect(claim.sentence).not.toBeNull();
  });

  test("gives out every number once, also to parallel writers and after a deletion", async () => {
    const { actor, articleId, claim } = await setUp();
    const add = () => addClaim(actor, articleId, { mutationId: randomUUID(), spans: [{ start: 0, end: 9 }] });
    const added = await Promise.all([add(), add(), add(), add(), add()]);
    const last = Math.max(...added.map(({ number }) => number));
    for (const { id, number } of added) {
      if (number === last) await deleteClaim(actor, id, { mutationId: randomUUID() });
    }
    expect(new Set(added.map(({ number }) => number)).size).toBe(5);
    expect((await add()).number).toBe(last + 1);
    expect(claim.number).toBe(1);
  });

  test("stores nothing where the spans are not in the text", async () => {
    const { actor, articleId } = await setUp();
    const before = await getArticleForReview(actor, articleId);
    const spans = [{ start: 5, end: 5 }];
    expect((await failureOf(addClaim(actor, articleId, { mutationId: randomUUID(), spans }))).code).toBe(
      "INVALID",
    );
    expect(await getArticleForReview(actor, articleId)).toEqual(before);
  });

  test("is shut to viewers and other desks", async () => {
    const { viewer, stranger, articleId } = await setUp();
    const input = { mutationId: randomUUID(), spans: [{ start: 0, end: 9 }] };
    expect((await failureOf(addClaim(viewer, articleId, input))).code).toBe("FORBIDDEN");
    expect((await failureOf(addClaim(stranger, articleId, input))).code).toBe("NOT_FOUND");
  });
});

describe("deleteClaim and restoreClaim", () => {
  test("take a claim out of the article and bring it back as it was", async () => {
    const { actor, articleId, claim } = await setUp();
    const deleted = await deleteClaim(actor, claim.id, { mutationId: randomUUID() });
    expect(deleted.isDeleted).toBe(true);
    const without = await getArticleForReview(actor, articleId);
    expect(without.claims.map(({ id }) => id)).not.toContain(claim.id);
    expect((await failureOf(edit(actor, claim, { reason: "x" }))).code).toBe("NOT_FOUND");
    const restored = await restoreClaim(actor, claim.id, { mutationId: randomUUID() });
    expect(restored).toEqual({ ...claim, version: 3 });
    const types = (await entriesOf(actor, articleId)).map(({ type }) => type);
    expect(types).toEqual(["article.imported", "claim.deleted", "claim.restored"]);
  });

  test("leave a claim away whose suggestion is a draft again", async () => {
    const { actor, articleId, claim } = await setUp();
    await db.claim.updateMany({ where: { id: claim.id }, data: { origin: "MODEL" } });
    await deleteClaim(actor, claim.id, { mutationId: randomUUID() });
    const error = await failureOf(restoreClaim(actor, claim.id, { mutationId: randomUUID() }));
    expect(error).toMatchObject({ details: { issues: [{ path: "id", rule: "superseded" }] } });
    const { claims } = await getArticleForReview(actor, articleId);
    expect(claims.map(({ id }) => id)).not.toContain(claim.id);
  });

  test("are shut to viewers and other desks", async () => {
    const { viewer, stranger, claim } = await setUp();
    const mutation = () => ({ mutationId: randomUUID() });
    expect((await failureOf(deleteClaim(viewer, claim.id, mutation()))).code).toBe("FORBIDDEN");
    expect((await failureOf(deleteClaim(stranger, claim.id, mutation()))).code).toBe("NOT_FOUND");
    expect((await failureOf(restoreClaim(viewer, claim.id, mutation()))).code).toBe("FORBIDDEN");
    expect((await failureOf(restoreClaim(stranger, claim.id, mutation()))).code).toBe("NOT_FOUND");
  });
});
