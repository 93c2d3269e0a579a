import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listActivity, listClaimsAgainstRecord, verifyChains } from "@/lib/activity/queries";
import { getArticleForReview, listArticles } from "@/lib/articles/queries";
import type { Actor } from "@/lib/auth/policy";
import type { ClaimView } from "@/lib/claims/claim-view";
import { addClaim, deleteClaim, restoreClaim, updateClaim } from "@/lib/claims/mutations";
import { getClaim } from "@/lib/claims/queries";
import type { ClaimFields } from "@/lib/claims/schemas";
import { db } from "@/lib/db/client";
import { setGranularity } from "@/lib/granularity/mutations";
import { splitText } from "@/lib/jobs/split-text";
import { readEvents } from "@/lib/live/read-events";
import { addClaimNote, deleteNote, updateNote } from "@/lib/notes/mutations";
import { attachSource } from "@/lib/sources/mutations";
import { listSources } from "@/lib/sources/queries";
import { buildArticle, buildLongText } from "@/prisma/factories";
import { failureOf } from "@/prisma/failure-of";
import { makeMember } from "@/prisma/test-accounts";
import { mergeClaims, splitClaim, undoRestructuring } from "./mutations";
import { listProposedParts } from "./queries";

/** Two statements in one sentence of which a reader may want to make two claims, and the paragraph again. */
const SENTENCE = "Die Gemeinde Seedorf kaufte 2021 drei Boote für 40.000 Euro von einem Händler aus Kiel.";
const TEXT = [
  `${SENTENCE} Der Hafen wurde 1952 gebaut.`,
  "„Der Kauf war günstig“, sagte die Bürgermeisterin Petra Beispiel. „Wir sparen 9.000 Euro.“",
  SENTENCE,
].join("\n\n");

const PARTS = ["Die Gemeinde Seedorf kaufte 2021 drei Boote", "für 40.000 Euro von einem Händler aus Kiel"];

async function setUp(text = TEXT) {
  const { actor, deskId } = await makeMember("REVIEWER", { name: "Rita Review" });
  const { actor: colleague } = await makeMember("EDITOR", { deskId, name: "Edgar Edit" });
  const { actor: viewer } = await makeMember("VIEWER", { deskId });
  const { actor: stranger } = await makeMember("ADMIN");
  const { id: articleId } = await buildArticle(actor, { text });
  const { claims } = await getArticleForReview(actor, articleId);
  const claim = claims[0];
  if (!claim) throw new Error("The text has no claim");
  return { actor, colleague, viewer, stranger, articleId, claim, claims };
}

/** The boats, and what they cost. */
const partsOf = (text: string = TEXT) =>
  PARTS.map((words) => {
    const start = text.indexOf(words);
    return { wording: `${words}.`, spans: [{ start, end: start + words.length }] };
  });

const split = (actor: Actor, claim: Pick<ClaimView, "id" | "version">, parts = partsOf()) =>
  splitClaim(actor, claim.id, { mutationId: randomUUID(), version: claim.version, parts });

const merge = (actor: Actor, articleId: string, claims: readonly ClaimView[], wording = "Zusammen.") =>
  mergeClaims(actor, articleId, {
    mutationId: randomUUID(),
    claims: claims.map(({ id, version }) => ({ id, version })),
    wording,
  });

const undo = (actor: Actor, restructuringId: string) =>
  undoRestructuring(actor, restructuringId, { mutationId: randomUUID() });

const edit = (actor: Actor, claim: Pick<ClaimView, "id" | "version">, fields: ClaimFields) =>
  updateClaim(actor, claim.id, { version: claim.version, mutationId: randomUUID(), ...fields });

const attach = (actor: Actor, claimId: string, title: string) =>
  attachSource(actor, claimId, {
    mutationId: randomUUID(),
    source: { kind: "DOCUMENT", title },
    stance: "SUPPORTS",
    locator: "S. 4",
  });

const claimsOf = async (actor: Actor, articleId: string) =>
  (await getArticleForReview(actor, articleId)).claims;

const switchTo = async (actor: Actor, articleId: string, granularity: "STATEMENT" | "SENTENCE") => {
  const { version } = await getArticleForReview(actor, articleId);
  return await setGranularity(actor, articleId, { mutationId: randomUUID(), version, granularity });
};

/** Which claims the record says are there, told from its entries alone. */
async function foldRecord(actor: Actor, articleId: string, imported: readonly string[]): Promise<string[]> {
  const alive = new Set(imported);
  let cursor: string | undefined;
  do {
    const page = await listActivity(actor, { articleId, limit: 500, ...(cursor && { cursor }) });
    for (const { claimId, after } of page.items) {
      if (claimId === null) continue;
      if (after.isDeleted === true) alive.delete(claimId);
      else alive.add(claimId);
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return [...alive].sort();
}

async function expectSoundRecord(articleId: string): Promise<void> {
  for await (const { chainId, verdict } of verifyChains()) {
    if (chainId === articleId) expect(verdict).toMatchObject({ isIntact: true });
  }
}

const issue = (path: string, rule: string) => ({ code: "INVALID", details: { issues: [{ path, rule }] } });

describe("splitClaim", () => {
  test("puts new claims with new numbers in the place of the old one, in the same mouth", async () => {
    const { actor, articleId, claim, claims } = await setUp();
    const result = await split(actor, claim);
    expect(result.removed).toEqual([claim.id]);
    const highest = Math.max(...claims.map(({ number }) => number));
    expect(result.claims.map(({ number }) => number)).toEqual([highest + 1, highest + 2]);
    for (const part of result.claims) {
      expect(part).toMatchObject({
        origin: "HAND",
        version: 1,
        speaker: claim.speaker,
        mode: claim.mode,
        sentence: claim.sentence,
        madeBy: result.restructuringId,
        madeFrom: [{ id: claim.id, number: claim.number }],
        isDeleted: false,
      });
    }
    const now = await claimsOf(actor, articleId);
    expect(now.map(({ id }) => id)).not.toContain(claim.id);
    expect(now).toHaveLength(claims.length + 1);
    expect(
      await foldRecord(
        actor,
        articleId,
        claims.map(({ id }) => id),
      ),
    ).toEqual(now.map(({ id }) => id).sort());
    await expectSoundRecord(articleId);
  });

  test("keeps the repeats in which the part's words stand", async () => {
    const { actor, claim } = await setUp();
    expect(claim.repeats).toHaveLength(1);
    const { claims } = await split(actor, claim);
    for (const [index, part] of claims.entries()) {
      expect(part.repeats.map(({ spans }) => spans.map(({ quote }) => quote))).toEqual([[PARTS[index]]]);
    }
  });

  test("copies sources and notes with their authors, and leaves the verdict to the old claim", async () => {
    const { actor, colleague, claim, articleId } = await setUp();
    await attach(colleague, claim.id, "Kaufvertrag");
    const note = await addClaimNote(colleague, claim.id, {
      mutationId: randomUUID(),
      body: "Wer hat verhandelt?",
    });
    await addClaimNote(actor, claim.id, {
      mutationId: randomUUID(),
      body: "Der Kämmerer.",
      parentId: note.id,
    });
    const judged = await edit(actor, claim, { verdict: "FALSE", reason: "Es waren zwei.", state: "WAITING" });
    const { claims, restructuringId } = await split(actor, judged);
    for (const part of claims) {
      expect(part).toMatchObject({ verdict: null, reason: "", state: "WAITING" });
      expect(part.citations.map(({ source }) => source.title)).toEqual(["Kaufvertrag"]);
      expect(part.notes.map(({ body, authorName }) => [body, authorName])).toEqual([
        ["Wer hat verhandelt?", "Edgar Edit"],
        ["Der Kämmerer.", "Rita Review"],
      ]);
      expect(part.notes[1]?.parentId).toBe(part.notes[0]?.id);
    }
    const copied = await db.citation.findMany({ where: { claimId: claims[0]?.id ?? "" } });
    expect(copied).toMatchObject([{ createdById: colleague.userId }]);
    const entries = (await listActivity(actor, { articleId, limit: 500 })).items;
    const added = entries.filter(({ type }) => type === "claim.added");
    expect(added.map(({ after }) => [after.from, Object.keys(after.copies ?? {}).length])).toEqual([
      [[claim.number], 3],
      [[claim.number], 3],
    ]);
    expect(entries.find(({ type }) => type === "claim.replaced")).toMatchObject({
      claimId: claim.id,
      after: { isDeleted: true, restructuringId, by: claims.map(({ number }) => number) },
    });
  });

  test("keeps unfinished reasoning, and as a proposal what people decided about setting aside", async () => {
    const { actor, claim } = await setUp();
    const draft = await edit(actor, claim, { reason: "Noch fragen", setAside: "NOTHING_TO_CHECK" });
    const { claims } = await split(actor, draft);
    for (const part of claims) {
      expect(part).toMatchObject({
        reason: "Noch fragen",
        setAside: "NOTHING_TO_CHECK",
        isSetAsideProposed: true,
      });
    }
  });

  test("refuses parts on words that are not the claim's, and leaves nothing behind", async () => {
    const { actor, claim, articleId, claims } = await setUp();
    const [first] = partsOf();
    const start = TEXT.indexOf("Der Hafen");
    const foreign = { wording: "Der Hafen.", spans: [{ start, end: start + 9 }] };
    const error = await failureOf(split(actor, claim, [first ?? foreign, foreign]));
    expect(error).toMatchObject(issue("parts.1.spans.0", "outsideClaim"));
    const beyond = { wording: "x", spans: [{ start: 0, end: 999_999 }] };
    expect(await failureOf(split(actor, claim, [first ?? beyond, beyond]))).toMatchObject(
      issue("parts.1.spans.0", "outOfRange"),
    );
    expect(await claimsOf(actor, articleId)).toEqual(claims);
    expect(await db.restructuring.count({ where: { articleId } })).toBe(0);
  });

  test("refuses a claim that somebody has changed since, and says what is there now", async () => {
    const { actor, colleague, claim } = await setUp();
    await edit(colleague, claim, { wording: "Seedorf kaufte Boote." });
    const error = await failureOf(split(actor, claim));
    expect(error.code).toBe("CONFLICT");
    expect(error.details.current).toMatchObject({ version: 2, by: "Edgar Edit" });
    expect(error.details.current?.fields).toMatchObject({ wording: "Seedorf kaufte Boote." });
  });

  test("lets one of two people split a claim and tells the other that it is gone", async () => {
    const { actor, colleague, claim, articleId, claims } = await setUp();
    const results = await Promise.allSettled([split(actor, claim), split(colleague, claim)]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "NOT_FOUND" });
    expect(await claimsOf(actor, articleId)).toHaveLength(claims.length + 1);
  });

  test("never puts a note that is written at the same moment out of reach", async () => {
    const { actor, colleague, claim, articleId } = await setUp();
    const [splitting, noting] = await Promise.allSettled([
      split(actor, claim),
      addClaimNote(colleague, claim.id, { mutationId: randomUUID(), body: "Gleichzeitig" }),
    ]);
    expect(splitting.status).toBe("fulfilled");
    const kept = (await claimsOf(actor, articleId)).flatMap(({ notes }) => notes);
    expect(kept.length).toBe(noting.status === "fulfilled" ? 2 : 0);
  });

  test("answers the same again to the same mutationId, and does nothing twice", async () => {
    const { actor, claim, articleId, claims } = await setUp();
    const input = { mutationId: randomUUID(), version: 1, parts: partsOf() };
    const first = await splitClaim(actor, claim.id, input);
    expect(await splitClaim(actor, claim.id, input)).toEqual(first);
    expect(await claimsOf(actor, articleId)).toHaveLength(claims.length + 1);
  });

  test("is refused to viewers, to other desks and on what is signed off", async () => {
    const { actor, viewer, stranger, claim } = await setUp();
    expect((await failureOf(split(viewer, claim))).code).toBe("FORBIDDEN");
    expect((await failureOf(split(stranger, claim))).code).toBe("NOT_FOUND");
    const review = await edit(actor, claim, { verdict: "CONFIRMED", state: "IN_REVIEW" });
    const signedOff = await edit(actor, review, { state: "SIGNED_OFF" });
    expect(await failureOf(split(actor, signedOff))).toMatchObject(issue("state", "locked"));
  });

  test("tells open pages of each claim with its view", async () => {
    const { actor, claim, articleId } = await setUp();
    const { claims } = await split(actor, claim);
    const events = await readEvents(actor, { articleId, afterSeq: 1 });
    expect(events.map(({ type }) => type)).toEqual(["claim.replaced", "claim.added", "claim.added"]);
    expect(events[0]?.view).toMatchObject({ id: claim.id, isDeleted: true });
    expect(events.slice(1).map(({ view }) => view)).toEqual(claims);
  });
});

describe("parts of a sentence that holds more than one voice", () => {
  const QUOTED = "Die Brücke ist marode";
  const STORY = `„${QUOTED}“, sagte Petra Beispiel. Der Kassierer soll 9.000 Euro genommen haben, und der Vorstand hat ihn am Montag entlassen.`;

  const splitWhole = async (wordings: readonly string[]) => {
    const { actor, articleId } = await setUp(STORY);
    const whole = await addClaim(actor, articleId, {
      mutationId: randomUUID(),
      spans: [{ start: 0, end: STORY.length }],
    });
    const parts = wordings.map((wording) => {
      const start = STORY.indexOf(wording);
      return { wording, spans: [{ start, end: start + wording.length }] };
    });
    return (await split(actor, whole, parts)).claims.map(({ speaker, mode, modality }) => ({
      speaker,
      mode,
      modality,
    }));
  };

  test("are said by whoever says them in the text, as certainly as there", async () => {
    const authors = { speaker: null, mode: "author" };
    expect(
      await splitWhole([
        QUOTED,
        "Der Kassierer soll 9.000 Euro genommen haben",
        "der Vorstand hat ihn am Montag entlassen",
      ]),
    ).toEqual([
      { speaker: "Petra Beispiel", mode: "direct", modality: "asserted" },
      { ...authors, modality: "hearsay" },
      { ...authors, modality: "asserted" },
    ]);
  });

  test("are in nobody's name where they take words of several", async () => {
    const [mixed] = await splitWhole([STORY, QUOTED]);
    expect(mixed).toEqual({ speaker: null, mode: "reported", modality: "hearsay" });
  });
});

describe("a note on a claim that was split", () => {
  test("is refused a change that nobody would read, and goes along unchanged", async () => {
    const { actor, claim, articleId } = await setUp();
    const note = await addClaimNote(actor, claim.id, { mutationId: randomUUID(), body: "Alt" });
    await split(actor, claim);
    const change = { mutationId: randomUUID(), version: note.version, body: "Neu" };
    expect((await failureOf(updateNote(actor, note.id, change))).code).toBe("NOT_FOUND");
    const resolve = { mutationId: randomUUID(), resolved: true };
    expect((await failureOf(updateNote(actor, note.id, resolve))).code).toBe("NOT_FOUND");
    const deletion = deleteNote(actor, note.id, { mutationId: randomUUID() });
    expect((await failureOf(deletion)).code).toBe("NOT_FOUND");
    const kept = (await claimsOf(actor, articleId)).flatMap(({ notes }) => notes.map(({ body }) => body));
    expect(kept).toEqual(["Alt", "Alt"]);
  });

  test("never loses a change that is made at the same moment", async () => {
    for (let round = 0; round < 8; round++) {
      const { actor, colleague, claim, articleId } = await setUp();
      const note = await addClaimNote(colleague, claim.id, { mutationId: randomUUID(), body: "Alt" });
      const change = { mutationId: randomUUID(), version: note.version, body: "Neu" };
      const [, noting] = await Promise.allSettled([
        split(actor, claim),
        updateNote(colleague, note.id, change),
      ]);
      const kept = (await claimsOf(actor, articleId)).flatMap(({ notes }) => notes.map(({ body }) => body));
      expect(new Set(kept)).toEqual(new Set([noting.status === "fulfilled" ? "Neu" : "Alt"]));
    }
  });
});

describe("mergeClaims", () => {
  test("makes one claim that stands where the others stand, each source once", async () => {
    const { actor, articleId, claims } = await setUp();
    const [a, b] = claims;
    if (!a || !b) throw new Error("Too few claims");
    const citation = await attach(actor, a.id, "Kaufvertrag");
    await attachSource(actor, b.id, {
      mutationId: randomUUID(),
      sourceId: citation.source.id,
      stance: "SUPPORTS",
      locator: "S. 4",
    });
    const { claims: made, removed } = await merge(
      actor,
      articleId,
      [b, a],
      "Seedorf kaufte Boote für den Hafen.",
    );
    expect(removed.sort()).toEqual([a.id, b.id].sort());
    expect(made).toHaveLength(1);
    expect(made[0]).toMatchObject({
      wording: "Seedorf kaufte Boote für den Hafen.",
      madeFrom: [a, b].map(({ id, number }) => ({ id, number })),
    });
    expect(made[0]?.citations).toHaveLength(1);
    expect(made[0]?.spans[0]?.start).toBe(0);
    expect(made[0]?.spans.at(-1)?.end).toBeGreaterThanOrEqual(b.spans.at(-1)?.end ?? 0);
  });

  test("has each note once that its parts had from one claim, answers too", async () => {
    const { actor, claim, articleId } = await setUp();
    const note = await addClaimNote(actor, claim.id, { mutationId: randomUUID(), body: "Bitte prüfen" });
    const answer = { mutationId: randomUUID(), body: "Geprüft", parentId: note.id };
    await addClaimNote(actor, claim.id, answer);
    const { claims: parts } = await split(actor, claim);
    const { claims } = await merge(actor, articleId, parts);
    const notes = claims[0]?.notes ?? [];
    expect(notes.map(({ body }) => body)).toEqual(["Bitte prüfen", "Geprüft"]);
    expect(notes[1]?.parentId).toBe(notes[0]?.id);
  });

  test("never puts somebody's words into another mouth", async () => {
    const { actor, articleId, claims } = await setUp();
    const own = claims.find(({ speaker }) => speaker === null);
    const said = claims.find(({ speaker }) => speaker !== null);
    if (!own || !said) throw new Error("The text lacks one of the two");
    expect(await failureOf(merge(actor, articleId, [own, said]))).toMatchObject(
      issue("claims.1", "otherSpeaker"),
    );
  });

  test("refuses claims of another article, signed-off and stale ones", async () => {
    const { actor, articleId, claims } = await setUp();
    const [a, b] = claims;
    const other = await buildArticle(actor, { text: TEXT });
    const [foreign] = await claimsOf(actor, other.id);
    if (!a || !b || !foreign) throw new Error("Too few claims");
    expect((await failureOf(merge(actor, articleId, [a, foreign]))).code).toBe("NOT_FOUND");
    await edit(actor, b, { reason: "Neu" });
    expect((await failureOf(merge(actor, articleId, [a, b]))).code).toBe("CONFLICT");
  });

  test("keeps two people from waiting for each other", async () => {
    const { actor, colleague, articleId } = await setUp(buildLongText(8));
    const claims = await claimsOf(actor, articleId);
    const results = await Promise.allSettled([
      merge(actor, articleId, claims.slice(0, 5)),
      merge(colleague, articleId, claims.slice(3, 8).toReversed()),
      merge(colleague, articleId, claims.slice(1, 7)),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "NOT_FOUND" });
    }
  });
});

describe("undoRestructuring", () => {
  test("brings the old claim back as it was and takes the new ones away", async () => {
    const { actor, colleague, claim, articleId, claims } = await setUp();
    const judged = await edit(actor, claim, { verdict: "FALSE", reason: "Es waren zwei." });
    const before = await claimsOf(actor, articleId);
    const { restructuringId, claims: made } = await split(actor, judged);
    const undone = await undo(colleague, restructuringId);
    expect(undone.removed.sort()).toEqual(made.map(({ id }) => id).sort());
    expect(await claimsOf(actor, articleId)).toEqual(before);
    expect(
      await foldRecord(
        actor,
        articleId,
        claims.map(({ id }) => id),
      ),
    ).toEqual(before.map(({ id }) => id).sort());
    expect(await failureOf(undo(actor, restructuringId))).toMatchObject(issue("restructuringId", "undone"));
    await expectSoundRecord(articleId);
  });

  test.each<[string, (actor: Actor, claim: ClaimView) => Promise<unknown>]>([
    ["changed", (actor, claim) => edit(actor, claim, { kind: "law" })],
    ["cited", (actor, claim) => attach(actor, claim.id, "Neu")],
    ["noted", (actor, claim) => addClaimNote(actor, claim.id, { mutationId: randomUUID(), body: "Neu" })],
    ["deleted", (actor, claim) => deleteClaim(actor, claim.id, { mutationId: randomUUID() })],
  ])("is refused where a new claim was %s since", async (_, work) => {
    const { actor, claim, articleId } = await setUp();
    const { restructuringId, claims } = await split(actor, claim);
    const [part] = claims;
    if (!part) throw new Error("There is no part");
    await work(actor, part);
    const before = await claimsOf(actor, articleId);
    expect(await failureOf(undo(actor, restructuringId))).toMatchObject(
      issue(`claims.${part.number}`, "workedOn"),
    );
    expect(await claimsOf(actor, articleId)).toEqual(before);
  });

  test("is refused where a copied note was answered since", async () => {
    const { actor, claim } = await setUp();
    await addClaimNote(actor, claim.id, { mutationId: randomUUID(), body: "Frage" });
    const { restructuringId, claims } = await split(actor, claim);
    const note = claims[0]?.notes[0];
    if (!note) throw new Error("There is no note");
    await updateNote(actor, note.id, { mutationId: randomUUID(), version: note.version, resolved: true });
    expect((await failureOf(undo(actor, restructuringId))).code).toBe("INVALID");
  });

  test("goes back step by step, the last one first", async () => {
    const { actor, claim, articleId } = await setUp();
    const before = await claimsOf(actor, articleId);
    const first = await split(actor, claim);
    const second = await merge(actor, articleId, first.claims);
    expect((await failureOf(undo(actor, first.restructuringId))).code).toBe("INVALID");
    await undo(actor, second.restructuringId);
    await undo(actor, first.restructuringId);
    expect(await claimsOf(actor, articleId)).toEqual(before);
  });

  test("is the only way back for a claim that others stand in the place of", async () => {
    const { actor, claim } = await setUp();
    const { restructuringId, claims } = await split(actor, claim);
    const restore = (id: string) => restoreClaim(actor, id, { mutationId: randomUUID() });
    expect(await failureOf(restore(claim.id))).toMatchObject(issue("id", "superseded"));
    await undo(actor, restructuringId);
    expect(await failureOf(restore(claims[0]?.id ?? ""))).toMatchObject(issue("id", "superseded"));
  });

  test("leaves no part to be brought back by whoever waits for it", async () => {
    const { actor, claim, articleId, claims: before } = await setUp();
    for (let round = 0; round < 12; round++) {
      const { restructuringId, claims } = await split(actor, claim);
      const undoing = undo(actor, restructuringId);
      const restoring = restoreClaim(actor, claims[0]?.id ?? "", { mutationId: randomUUID() });
      await Promise.allSettled([undoing, restoring]);
      expect((await claimsOf(actor, articleId)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    }
  });

  test("is refused to viewers and to other desks", async () => {
    const { actor, viewer, stranger, claim } = await setUp();
    const { restructuringId } = await split(actor, claim);
    expect((await failureOf(undo(viewer, restructuringId))).code).toBe("FORBIDDEN");
    expect((await failureOf(undo(stranger, restructuringId))).code).toBe("NOT_FOUND");
  });
});

describe("setGranularity", () => {
  const STORY = [
    "Der Rat beschloss den Bau und die Stadt bestellte 40 Bäume. Die Halle brannte 1998 ab.",
    "Die Polizei sperrte die Brücke und der Zoll prüfte 12 Lastwagen.",
  ].join("\n\n");

  test("makes whole sentences of what nobody has touched, and undoes it as one", async () => {
    const { actor, articleId } = await setUp(STORY);
    const before = await claimsOf(actor, articleId);
    expect(before).toHaveLength(5);
    const result = await switchTo(actor, articleId, "SENTENCE");
    expect(result).toMatchObject({ kept: 0, article: { granularity: "SENTENCE", version: 2 } });
    const whole = await claimsOf(actor, articleId);
    expect(whole.map(({ wording }) => wording)).toEqual(STORY.split(/(?<=\.)\s+/));
    expect(whole.map(({ id }) => id)).toContain(before[2]?.id);
    await undo(actor, result.restructuringId ?? "");
    expect(await claimsOf(actor, articleId)).toEqual(before);
    expect((await getArticleForReview(actor, articleId)).granularity).toBe("STATEMENT");
    expect(
      await foldRecord(
        actor,
        articleId,
        before.map(({ id }) => id),
      ),
    ).toEqual(before.map(({ id }) => id).sort());
    await expectSoundRecord(articleId);
  });

  test.each<[string, (actor: Actor, claim: ClaimView, articleId: string) => Promise<unknown>]>([
    ["changed", (actor, claim) => edit(actor, claim, { kind: "law" })],
    ["cited", (actor, claim) => attach(actor, claim.id, "Neu")],
    ["noted", (actor, claim) => addClaimNote(actor, claim.id, { mutationId: randomUUID(), body: "Neu" })],
    ["deleted", (actor, claim) => deleteClaim(actor, claim.id, { mutationId: randomUUID() })],
    [
      "joined by one made by hand",
      (actor, claim, articleId) =>
        addClaim(actor, articleId, {
          mutationId: randomUUID(),
          spans: claim.spans.map(({ start, end }) => ({ start, end })),
        }),
    ],
  ])("leaves a sentence as it is in which a claim was %s", async (_, work) => {
    const { actor, articleId } = await setUp(STORY);
    const [first] = await claimsOf(actor, articleId);
    if (!first) throw new Error("There is no claim");
    await work(actor, first, articleId);
    const inSentence = async () =>
      (await claimsOf(actor, articleId)).filter(({ sentence }) => sentence === first.sentence);
    const before = await inSentence();
    const { kept } = await switchTo(actor, articleId, "SENTENCE");
    expect(kept).toBe(1);
    expect(await inSentence()).toEqual(before);
    expect(await claimsOf(actor, articleId)).toHaveLength(before.length + 2);
  });

  test("takes back what another switch made, and numbers go on", async () => {
    const { actor, articleId } = await setUp(STORY);
    const before = await claimsOf(actor, articleId);
    await switchTo(actor, articleId, "SENTENCE");
    await switchTo(actor, articleId, "STATEMENT");
    const now = await claimsOf(actor, articleId);
    expect(now.map(({ wording }) => wording)).toEqual(before.map(({ wording }) => wording));
    const numbers = await db.claim.findMany({ where: { articleId }, select: { number: true } });
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(numbers.length);
  });

  test("answers the same again when the article is deleted since", async () => {
    const { actor, articleId } = await setUp(STORY);
    const input = { mutationId: randomUUID(), version: 1, granularity: "SENTENCE" } as const;
    const first = await setGranularity(actor, articleId, input);
    await db.article.updateMany({ where: { id: articleId }, data: { deletedAt: new Date() } });
    expect(await setGranularity(actor, articleId, input)).toEqual(first);
  });

  test("is not undone by the older of two switches", async () => {
    const { actor, articleId } = await setUp("Der Hafen wurde 1952 gebaut.");
    const first = await switchTo(actor, articleId, "SENTENCE");
    const second = await switchTo(actor, articleId, "STATEMENT");
    expect(await failureOf(undo(actor, first.restructuringId ?? ""))).toMatchObject(
      issue("restructuringId", "switchedSince"),
    );
    expect((await getArticleForReview(actor, articleId)).granularity).toBe("STATEMENT");
    await undo(actor, second.restructuringId ?? "");
    await undo(actor, first.restructuringId ?? "");
    expect((await getArticleForReview(actor, articleId)).granularity).toBe("STATEMENT");
  });

  test("finds nothing anew in a sentence from which somebody has moved a claim", async () => {
    const { actor, articleId } = await setUp(STORY);
    const before = await claimsOf(actor, articleId);
    const [first, , third] = before;
    if (!first || !third) throw new Error("Too few claims");
    const spans = third.spans.map(({ start, end }) => ({ start, end }));
    await edit(actor, first, { spans });
    const { kept } = await switchTo(actor, articleId, "SENTENCE");
    expect(kept).toBe(2);
    const now = await claimsOf(actor, articleId);
    expect(now.filter(({ sentence }) => sentence === 0).map(({ id }) => id)).toEqual([before[1]?.id]);
  });

  test("does nothing where the text is split like that, and lets one of two people switch", async () => {
    const { actor, colleague, articleId } = await setUp(STORY);
    expect(await switchTo(actor, articleId, "STATEMENT")).toMatchObject({
      restructuringId: null,
      claims: [],
    });
    const input = () => ({ mutationId: randomUUID(), version: 1, granularity: "SENTENCE" as const });
    const results = await Promise.allSettled([
      setGranularity(actor, articleId, input()),
      setGranularity(colleague, articleId, input()),
    ]);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(results.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "CONFLICT", details: { current: { fields: { granularity: "SENTENCE" } } } },
    });
  });

  test("takes a thousand claims in less than two seconds", async () => {
    const clauses = Array.from({ length: 500 }, (_, index) => {
      const [year, cars] = [1900 + (index % 120), index + 12];
      return `Im Jahr ${year} sperrte die Polizei die Brücke ${index + 1} und der Zoll prüfte ${cars} Lastwagen.`;
    });
    const text = clauses.join("\n\n");
    const { actor, articleId } = await setUp(text);
    expect((await claimsOf(actor, articleId)).length).toBeGreaterThanOrEqual(900);
    const timed = async (work: () => Promise<unknown>) => {
      const startedAt = performance.now();
      await work();
      return performance.now() - startedAt;
    };
    // Splitting keeps nobody waiting: it is done before anything is locked.
    const splitMs = await timed(() => splitText(text, { language: "de", granularity: "SENTENCE" }));
    const switchMs = await timed(() => switchTo(actor, articleId, "SENTENCE"));
    expect(switchMs - splitMs).toBeLessThan(2_000);
    expect(await claimsOf(actor, articleId)).toHaveLength(500);
    await expectSoundRecord(articleId);
  });

  test("is refused to viewers and to other desks", async () => {
    const { viewer, stranger, articleId } = await setUp(STORY);
    const input = { mutationId: randomUUID(), version: 1, granularity: "SENTENCE" } as const;
    expect((await failureOf(setGranularity(viewer, articleId, input))).code).toBe("FORBIDDEN");
    expect((await failureOf(setGranularity(stranger, articleId, input))).code).toBe("NOT_FOUND");
  });
});

describe("setting aside", () => {
  test("takes a claim out of the work until it has a verdict, and says who decided", async () => {
    const { actor, claim, articleId, claims } = await setUp();
    const aside = await edit(actor, claim, { setAside: "OPINION" });
    expect(aside).toMatchObject({ setAside: "OPINION", isSetAsideProposed: false });
    const already = claims.filter(({ setAside }) => setAside !== null).length;
    const { progress } = await getArticleForReview(actor, articleId);
    expect(progress).toMatchObject({ total: claims.length - already - 1, setAside: already + 1 });
    const listed = (await listArticles(actor)).items.find(({ id }) => id === articleId);
    expect(listed?.progress).toEqual(progress);
    const judged = await edit(actor, aside, { verdict: "FALSE" });
    expect(judged).toMatchObject({ setAside: null, verdict: "FALSE" });
    const last = (await listActivity(actor, { articleId, limit: 500 })).items.at(-1);
    expect(last).toMatchObject({
      before: { setAside: "OPINION", verdict: null },
      after: { setAside: null, verdict: "FALSE" },
    });
  });

  test("is not undone by the verdict of somebody who has not heard of it", async () => {
    const { actor, colleague, claim } = await setUp();
    await edit(actor, claim, { setAside: "OPINION" });
    const error = await failureOf(edit(colleague, claim, { verdict: "FALSE" }));
    expect(error).toMatchObject({
      code: "CONFLICT",
      details: { current: { fields: { setAside: "OPINION" } } },
    });
  });

  test("is proposed for opinions on import, and nobody has decided", async () => {
    const { claims } = await setUp("Das Urteil ist skandalös. Der Hafen wurde 1952 gebaut.");
    expect(claims.map(({ setAside, isSetAsideProposed }) => [setAside, isSetAsideProposed])).toEqual([
      ["OPINION", true],
      [null, true],
    ]);
  });
});

test("the record, folded, says which claims are there, and a claim taken away behind its back is found", async () => {
  const { actor, articleId, claims } = await setUp();
  const [first, second] = claims;
  if (!first || !second) throw new Error("Too few claims");
  const { claims: parts } = await split(actor, first);
  await merge(actor, articleId, parts);
  const other = await split(actor, second, [
    { wording: "Der Hafen.", spans: second.spans.map(({ start, end }) => ({ start, end })) },
    { wording: "1952.", spans: second.spans.map(({ start, end }) => ({ start, end })) },
  ]);
  await undo(actor, other.restructuringId);
  const ofArticle = async () => {
    const ids = (await listClaimsAgainstRecord()).map(({ id }) => id);
    return await db.claim.findMany({ where: { id: { in: ids }, articleId }, select: { id: true } });
  };
  expect(await ofArticle()).toEqual([]);
  await db.claim.update({ where: { id: second.id }, data: { deletedAt: new Date() } });
  expect(await ofArticle()).toEqual([{ id: second.id }]);
});

test("a source is used as often as claims that are there use it", async () => {
  const { actor, claim } = await setUp();
  await attach(actor, claim.id, "Kaufvertrag");
  const { restructuringId } = await split(actor, claim);
  const counts = async () => (await listSources(actor, {})).items.map(({ citationCount }) => citationCount);
  expect(await counts()).toEqual([2]);
  await undo(actor, restructuringId);
  expect(await counts()).toEqual([1]);
});

test("a claim that others stand in the place of can still be read by its desk, and by no other", async () => {
  const { viewer, stranger, actor, claim } = await setUp();
  const { restructuringId } = await split(actor, claim);
  expect(await getClaim(viewer, claim.id)).toMatchObject({
    wording: claim.wording,
    isDeleted: true,
    replacedBy: restructuringId,
  });
  expect((await failureOf(getClaim(stranger, claim.id))).code).toBe("NOT_FOUND");
});

test("proposed parts are there for everybody of the desk, and for nobody else", async () => {
  const { viewer, stranger, articleId, actor } = await setUp(
    "Der Rat tagte am Montag und die Stadt kaufte 40 Bäume.",
  );
  const byHand = await addClaim(actor, articleId, {
    mutationId: randomUUID(),
    spans: [{ start: 0, end: 54 }],
  });
  expect((await listProposedParts(viewer, byHand.id)).map(({ wording }) => wording)).toEqual([
    "Der Rat tagte am Montag.",
    "Die Stadt kaufte 40 Bäume.",
  ]);
  expect((await failureOf(listProposedParts(stranger, byHand.id))).code).toBe("NOT_FOUND");
});
