import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { listActivity, verifyChains } from "@/lib/activity/queries";
import { deleteArticle } from "@/lib/articles/mutations";
import { getArticleForReview } from "@/lib/articles/queries";
import type { SuggestionRunView } from "@/lib/assist/assist-views";
import { updateAssistSetting } from "@/lib/assist/mutations";
import { listSuggestionRuns, listSuggestions } from "@/lib/assist/queries";
import type { Actor } from "@/lib/auth/policy";
import { updateClaim } from "@/lib/claims/mutations";
import { db } from "@/lib/db/client";
import { buildArticle } from "@/prisma/factories";
import { failureOf } from "@/prisma/failure-of";
import { makeMember } from "@/prisma/test-accounts";
import type { ModelBehaviour, ModelEndpoint, ModelRequest } from "@/scripts/model-endpoint";
import { askedSentences, startModelEndpoint } from "@/scripts/model-endpoint";
import { carryOutRun } from "./jobs";
import {
  acceptSuggestion,
  cancelSuggestionRun,
  dismissSuggestion,
  reopenSuggestion,
  startSuggestionRun,
} from "./mutations";

const TEXT = [
  "Das Museum in Adorf zeigt seit 2019 eine Sammlung alter Uhren und 40 Gemälde aus Bremen.",
  "„Die Sammlung umfasst in Adorf 212 Uhren“, sagte die Leiterin Petra Beispiel. Das Haus hat angeblich im Mai einen Garten verkauft.",
  "Der Umbau war nicht teuer.",
].join("\n\n");

let endpoint: ModelEndpoint;
beforeAll(async () => {
  endpoint = await startModelEndpoint();
});
afterAll(() => endpoint.close());
afterEach(() => {
  endpoint.requests.length = 0;
});

async function switchOn(actor: Actor): Promise<void> {
  await updateAssistSetting(actor, {
    mutationId: randomUUID(),
    version: 1,
    baseUrl: endpoint.baseUrl,
    model: "small-model",
    isEnabled: true,
    confirmedHost: endpoint.host,
  });
}

async function setUp({ text = TEXT, isOn = true } = {}) {
  const { actor, deskId } = await makeMember("ADMIN", { name: "Aylin Demir" });
  const { actor: viewer } = await makeMember("VIEWER", { deskId });
  const { actor: stranger } = await makeMember("ADMIN");
  const { id: articleId } = await buildArticle(actor, { text });
  if (isOn) await switchOn(actor);
  return { actor, deskId, viewer, stranger, articleId };
}

const start = (actor: Actor, articleId: string, sentences?: number[]) =>
  startSuggestionRun(actor, articleId, { mutationId: randomUUID(), ...(sentences && { sentences }) });

/** The newest run, once it has ended. */
async function ended(actor: Actor, articleId: string): Promise<SuggestionRunView> {
  return await vi.waitFor(
    async () => {
      const [run] = await listSuggestionRuns(actor, articleId);
      if (!run || run.state === "RUNNING") throw new Error("It is still running");
      return run;
    },
    { timeout: 15_000, interval: 20 },
  );
}

async function runOnce(actor: Actor, articleId: string, behaviour: ModelBehaviour) {
  endpoint.behave(behaviour);
  await start(actor, articleId);
  return { run: await ended(actor, articleId), drafts: await listSuggestions(actor, articleId) };
}

/** Answers with suggestions by the beginning of the sentence that they belong to. */
const suggesting =
  (suggestions: Record<string, object[]>): ModelBehaviour =>
  (request: ModelRequest) =>
    JSON.stringify({
      suggestions: askedSentences(request).flatMap(({ number, text }) =>
        Object.entries(suggestions)
          .filter(([beginning]) => text.startsWith(beginning))
          .flatMap(([, some]) => some.map((one) => ({ sentence: number, speaker: null, ...one }))),
      ),
    });

const PAINTINGS = {
  wording: "Das Museum zeigt seit 2019 40 Gemälde aus Bremen.",
  quotes: ["Das Museum", "zeigt seit 2019", "40 Gemälde aus Bremen"],
};
const CLOCKS = {
  wording: "Die Sammlung umfasst 212 Uhren.",
  quotes: ["Die Sammlung umfasst in Adorf 212 Uhren"],
  speaker: "Petra Beispiel",
};
const GARDEN = {
  wording: "Das Haus hat angeblich einen Garten verkauft.",
  quotes: ["Das Haus hat angeblich", "einen Garten verkauft"],
};

describe("a run", () => {
  test("keeps what passes the guard and counts the rest by reason", async () => {
    const { actor, articleId } = await setUp();
    const { run, drafts } = await runOnce(
      actor,
      articleId,
      suggesting({
        "Das Museum": [
          PAINTINGS,
          { ...PAINTINGS, wording: "Das Museum zeigt seit 2018 40 Gemälde aus Bremen." },
          { ...PAINTINGS, wording: "Das Museum zeigt seit 2017 40 Gemälde aus Bremen." },
          { ...PAINTINGS, quotes: ["Das Museum in Bdorf"] },
        ],
        "„Die": [CLOCKS, { ...CLOCKS, speaker: null }],
        "Der Umbau": [{ wording: "Der Umbau war teuer.", quotes: ["Der Umbau war", "teuer"] }],
      }),
    );
    expect(run).toMatchObject({
      state: "DONE",
      failure: null,
      model: "small-model",
      host: endpoint.host,
      createdBy: "Aylin Demir",
      sentenceCount: 4,
      answeredCount: 4,
      proposedCount: 2,
      rejections: { number: 2, span: 1, speaker: 1, negation: 1 },
    });
    expect(drafts).toMatchObject([
      {
        sentence: 0,
        wording: PAINTINGS.wording,
        speaker: null,
        mode: "author",
        state: "PROPOSED",
        claimId: null,
      },
      { sentence: 1, wording: CLOCKS.wording, speaker: "Petra Beispiel", mode: "direct" },
    ]);
    const { sentences } = await getArticleForReview(actor, articleId);
    for (const { sentence, place } of drafts) expect(sentences[sentence]).toMatchObject(place);
    for (const { start, end, quote } of drafts.flatMap(({ spans }) => spans)) {
      expect(TEXT.slice(start, end)).toBe(quote);
    }
  });

  test("sends the text of the article and nothing that people wrote", async () => {
    const { actor, articleId } = await setUp();
    const { claims } = await getArticleForReview(actor, articleId);
    const [claim] = claims;
    if (!claim) throw new Error("The story has no claim");
    await updateClaim(actor, claim.id, {
      version: claim.version,
      mutationId: randomUUID(),
      wording: "Geheimes Wort",
      reason: "Geheimer Grund",
    });
    await runOnce(actor, articleId, () => '{"suggestions":[]}');
    const sent = JSON.stringify(endpoint.requests);
    expect(sent).toContain("eine Sammlung alter Uhren");
    expect(sent).not.toMatch(/Geheim|Aylin|Demir/);
  });

  test("keeps hearsay of the text", async () => {
    const { actor, articleId } = await setUp();
    const { drafts } = await runOnce(actor, articleId, suggesting({ "Das Haus": [GARDEN] }));
    expect(drafts).toMatchObject([{ wording: GARDEN.wording, modality: "hearsay" }]);
  });

  test("asks about the chosen sentences alone", async () => {
    const { actor, articleId } = await setUp();
    endpoint.behave(() => '{"suggestions":[]}');
    await start(actor, articleId, [3]);
    expect(await ended(actor, articleId)).toMatchObject({
      state: "DONE",
      sentenceCount: 1,
      answeredCount: 1,
    });
    const asked = endpoint.requests.flatMap(askedSentences);
    expect(asked).toEqual([{ number: 1, text: "Der Umbau war nicht teuer." }]);
  });

  test("suggests nothing twice", async () => {
    const { actor, articleId } = await setUp();
    const behaviour = suggesting({ "Das Museum": [PAINTINGS, PAINTINGS] });
    expect((await runOnce(actor, articleId, behaviour)).run).toMatchObject({
      proposedCount: 1,
      rejections: { duplicate: 1 },
    });
    expect((await runOnce(actor, articleId, behaviour)).run).toMatchObject({
      proposedCount: 0,
      rejections: { duplicate: 2 },
    });
  });

  test("leaves a record of what went where, and nothing of the answers", async () => {
    const { actor, articleId } = await setUp();
    await runOnce(actor, articleId, suggesting({ "Das Museum": [PAINTINGS] }));
    const { items } = await listActivity(actor, { articleId, limit: 100 });
    expect(items.at(-1)).toMatchObject({
      type: "suggestion.requested",
      actor: { name: "Aylin Demir" },
      after: { host: endpoint.host, model: "small-model", sentenceCount: 4 },
    });
  });

  test("asks a long article in requests of eight sentences, one after the other", async () => {
    const many = Array.from({ length: 20 }, (_, index) => `Die Gemeinde Adorf kaufte ${index + 30} Busse.`);
    const { actor, articleId } = await setUp({ text: many.join(" ") });
    let inFlight = 0;
    let most = 0;
    const { run } = await runOnce(actor, articleId, async () => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setImmediate(resolve));
      inFlight -= 1;
      return '{"suggestions":[]}';
    });
    expect(run).toMatchObject({ state: "DONE", sentenceCount: 20, answeredCount: 20 });
    expect(endpoint.requests.map((request) => askedSentences(request).length)).toEqual([8, 8, 4]);
    expect(most).toBe(1);
  });
});

describe("a run that goes wrong", () => {
  test.each<[string, string]>([
    ["Nothing I can do here.", "refused"],
    ["", "empty"],
    ["{{{", "garbled"],
  ])("fails on the answer %j as %s", async (answer, failure) => {
    const { actor, articleId } = await setUp();
    const { run, drafts } = await runOnce(actor, articleId, () => answer);
    expect(run).toMatchObject({ state: "FAILED", failure, answeredCount: 0 });
    expect(run.finishedAt).not.toBeNull();
    expect(drafts).toEqual([]);
  });

  test.each<[number, string, number]>([
    [401, "unauthorized", 1],
    [404, "notFound", 1],
    [429, "rateLimited", 2],
    [500, "serverError", 2],
  ])("fails on the status %i as %s after %i requests", async (status, failure, requests) => {
    const { actor, articleId } = await setUp();
    const { run } = await runOnce(actor, articleId, (_, response) => {
      response.writeHead(status, { "retry-after": "0" }).end();
      return undefined;
    });
    expect(run).toMatchObject({ state: "FAILED", failure });
    expect(endpoint.requests).toHaveLength(requests);
  });

  test("goes on after one passing failure, and keeps to plain text where the endpoint wants that", async () => {
    const { actor, articleId } = await setUp();
    const { run } = await runOnce(actor, articleId, (request, response) => {
      const isFirst = endpoint.requests.length === 1;
      if (isFirst || request.body.response_format !== undefined) {
        response.writeHead(isFirst ? 429 : 400, { "retry-after": "0" }).end();
        return undefined;
      }
      return suggesting({ "Das Museum": [PAINTINGS] })(request, response);
    });
    expect(run).toMatchObject({ state: "DONE", proposedCount: 1 });
  });

  test("is done with what was answered where only some answers were usable", async () => {
    const many = Array.from({ length: 20 }, (_, index) => `Die Gemeinde Adorf kaufte ${index + 30} Busse.`);
    const { actor, articleId } = await setUp({ text: many.join(" ") });
    const { run } = await runOnce(actor, articleId, () =>
      endpoint.requests.length === 2 ? "no idea" : '{"suggestions":[]}',
    );
    expect(run).toMatchObject({ state: "DONE", failure: "refused", sentenceCount: 20, answeredCount: 12 });
  });

  test("stops when the desk switches the assist off, before the next request", async () => {
    const many = Array.from({ length: 20 }, (_, index) => `Die Gemeinde Adorf kaufte ${index + 30} Busse.`);
    const { actor, articleId } = await setUp({ text: many.join(" ") });
    const { run } = await runOnce(actor, articleId, async () => {
      await updateAssistSetting(actor, { mutationId: randomUUID(), version: 2, isEnabled: false });
      return '{"suggestions":[]}';
    });
    expect(run).toMatchObject({ state: "FAILED", failure: "switchedOff", answeredCount: 0 });
    expect(endpoint.requests).toHaveLength(1);
  });

  const BUSES = Array.from(
    { length: 20 },
    (_, index) => `Die Gemeinde Adorf kaufte ${index + 30} Busse.`,
  ).join(" ");
  /** Fails once in a passing way after something has happened to the desk, and would answer from then on. */
  async function runDuring(
    happening: (made: Awaited<ReturnType<typeof setUp>>) => Promise<unknown>,
    status = 429,
    text = TEXT,
  ) {
    const made = await setUp({ text });
    endpoint.behave(async (_, response) => {
      if (endpoint.requests.length > 1) return '{"suggestions":[]}';
      await happening(made);
      if (status === 200) return '{"suggestions":[]}';
      response.writeHead(status, { "retry-after": "0" }).end();
      return undefined;
    });
    const { id } = await start(made.actor, made.articleId);
    return await vi.waitFor(
      async () => {
        const run = await db.suggestionRun.findUniqueOrThrow({ where: { id } });
        if (run.state === "RUNNING") throw new Error("It is still running");
        return run;
      },
      { timeout: 15_000, interval: 20 },
    );
  }
  /** As another process would do it: nothing is broken off here. */
  const elsewhere = (deskId: string, data: { isEnabled?: boolean; baseUrl?: string; model?: string }) =>
    db.assistSetting.update({ where: { deskId }, data });

  test.each<[string, string, Parameters<typeof runDuring>[0]]>([
    ["was switched off", "switchedOff", ({ deskId }) => elsewhere(deskId, { isEnabled: false })],
    [
      "has moved to another address of the same server",
      "switchedOff",
      ({ deskId }) => elsewhere(deskId, { baseUrl: `${endpoint.baseUrl}/moved` }),
    ],
    [
      "has moved to another server",
      "switchedOff",
      ({ deskId }) => elsewhere(deskId, { baseUrl: "http://localhost:9/v1" }),
    ],
    ["asks another model", "switchedOff", ({ deskId }) => elsewhere(deskId, { model: "other" })],
    [
      "has deleted the article",
      "articleDeleted",
      ({ actor, articleId }) => deleteArticle(actor, articleId, { mutationId: randomUUID() }),
    ],
    [
      "has shut out whoever asked",
      "notAllowed",
      ({ deskId }) => db.membership.updateMany({ where: { deskId }, data: { disabledAt: new Date() } }),
    ],
    [
      "has taken the right from whoever asked",
      "notAllowed",
      ({ deskId }) => db.membership.updateMany({ where: { deskId }, data: { role: "VIEWER" } }),
    ],
  ])("sends no second request once the desk %s", async (_, failure, happening) => {
    for (const [status, text] of [
      // The retry, the plainer form of the same request, the next request.
      [429, TEXT],
      [400, TEXT],
      [200, BUSES],
    ] as const) {
      endpoint.requests.length = 0;
      expect([status, await runDuring(happening, status, text)]).toMatchObject([
        status,
        { state: "FAILED", failure },
      ]);
      expect([status, endpoint.requests.length]).toEqual([status, 1]);
    }
  });

  test("sends nothing to a server that its record does not name", async () => {
    const { actor, articleId, deskId } = await setUp();
    const { id } = await db.suggestionRun.create({
      data: {
        articleId,
        deskId,
        textVersionId: (await db.textVersion.findFirstOrThrow({ where: { articleId } })).id,
        model: "small-model",
        host: "models.example.org",
        sentenceCount: 1,
        createdById: actor.userId,
      },
    });
    carryOutRun(actor, { runId: id, sentences: [0] });
    expect(await ended(actor, articleId)).toMatchObject({ state: "FAILED", failure: "switchedOff" });
    expect(endpoint.requests).toEqual([]);
  });

  test("breaks off at once what was asked when an admin switches off", async () => {
    const { actor, articleId } = await setUp();
    const hungUp = new Promise<void>((resolve) => {
      endpoint.behave((_, response) => {
        response.once("close", resolve);
        return undefined;
      });
    });
    await start(actor, articleId);
    await vi.waitFor(() => expect(endpoint.requests).toHaveLength(1));
    await updateAssistSetting(actor, { mutationId: randomUUID(), version: 2, isEnabled: false });
    await hungUp;
    expect(await ended(actor, articleId)).toMatchObject({ failure: "switchedOff" });
  });

  test("a desk has two at once and leaves room for other desks", async () => {
    const { actor, articleId } = await setUp();
    endpoint.behave(() => undefined);
    const { id: second } = await buildArticle(actor, { text: TEXT });
    const { id: third } = await buildArticle(actor, { text: TEXT });
    const going = [await start(actor, articleId), await start(actor, second)];
    expect((await failureOf(start(actor, third))).code).toBe("RATE_LIMITED");
    const other = await setUp();
    going.push(await start(other.actor, other.articleId));
    // One request of each desk, whatever else of theirs waits.
    await vi.waitFor(() => expect(endpoint.requests).toHaveLength(2));
    for (const [index, { id }] of going.entries())
      await cancelSuggestionRun(index < 2 ? actor : other.actor, id, { mutationId: randomUUID() });
    await ended(actor, second);
    await ended(other.actor, other.articleId);
  });

  test("shows as interrupted when its process has died, and makes room for the next", async () => {
    const { actor, articleId } = await setUp();
    endpoint.behave(() => undefined);
    const { id } = await start(actor, articleId);
    await vi.waitFor(() => expect(endpoint.requests).toHaveLength(1));
    await db.suggestionRun.update({ where: { id }, data: { aliveAt: new Date(Date.now() - 60_000) } });
    expect(await listSuggestionRuns(actor, articleId)).toMatchObject([
      { state: "FAILED", failure: "interrupted" },
    ]);
    endpoint.behave(() => '{"suggestions":[]}');
    await start(actor, articleId);
    await ended(actor, articleId);
    const rows = await db.suggestionRun.findMany({ where: { articleId }, orderBy: { createdAt: "asc" } });
    expect(rows).toMatchObject([{ state: "FAILED", failure: "interrupted" }, { state: "DONE" }]);
  });

  test("can be cancelled while the model thinks; only one runs at a time", async () => {
    const { actor, articleId, stranger } = await setUp();
    const hungUp = new Promise<void>((resolve) => {
      endpoint.behave((_, response) => {
        response.once("close", resolve);
        return undefined;
      });
    });
    const { id } = await start(actor, articleId);
    expect((await failureOf(start(actor, articleId))).details.issues).toEqual([
      { path: "run", rule: "alreadyRunning" },
    ]);
    await vi.waitFor(() => expect(endpoint.requests).toHaveLength(1));
    expect((await failureOf(cancelSuggestionRun(stranger, id, { mutationId: randomUUID() }))).code).toBe(
      "NOT_FOUND",
    );
    expect(await cancelSuggestionRun(actor, id, { mutationId: randomUUID() })).toMatchObject({
      state: "FAILED",
      failure: "cancelled",
    });
    await hungUp;
    expect(await ended(actor, articleId)).toMatchObject({ failure: "cancelled" });
  });
});

describe("while the assist is off", () => {
  test("no request leaves the server, whatever is asked of it", async () => {
    const { actor, articleId } = await setUp({ isOn: false });
    await updateAssistSetting(actor, {
      mutationId: randomUUID(),
      version: 1,
      baseUrl: endpoint.baseUrl,
      model: "small-model",
      apiKey: "sk-geheim",
    });
    for (const sentences of [undefined, [0]]) {
      const error = await failureOf(start(actor, articleId, sentences));
      expect(error.details.issues).toEqual([{ path: "assist", rule: "off" }]);
    }
    await listSuggestionRuns(actor, articleId);
    await listSuggestions(actor, articleId);
    expect(await db.suggestionRun.count({ where: { articleId } })).toBe(0);
    expect(endpoint.requests).toEqual([]);
  });
});

describe("starting", () => {
  test("is for editors of the desk, and the same mutationId starts one run", async () => {
    const { actor, viewer, stranger, articleId } = await setUp();
    endpoint.behave(() => '{"suggestions":[]}');
    expect((await failureOf(start(viewer, articleId))).code).toBe("FORBIDDEN");
    expect((await failureOf(start(stranger, articleId))).code).toBe("NOT_FOUND");
    expect((await failureOf(start(actor, articleId, [99]))).details.issues).toEqual([
      { path: "sentences", rule: "nothingToAsk" },
    ]);
    const mutationId = randomUUID();
    const first = await startSuggestionRun(actor, articleId, { mutationId });
    const again = await startSuggestionRun(actor, articleId, { mutationId });
    expect(again.id).toBe(first.id);
    await ended(actor, articleId);
    expect(endpoint.requests).toHaveLength(1);
    expect((await failureOf(listSuggestions(stranger, articleId))).code).toBe("NOT_FOUND");
    expect((await failureOf(listSuggestionRuns(stranger, articleId))).code).toBe("NOT_FOUND");
  });
});

describe("deciding", () => {
  async function withDraft() {
    const made = await setUp();
    const { drafts } = await runOnce(made.actor, made.articleId, suggesting({ "„Die": [CLOCKS] }));
    const [draft] = drafts;
    if (!draft) throw new Error("There is no draft");
    return { ...made, draft, mutationId: randomUUID() };
  }
  const claimsOf = async (actor: Actor, articleId: string) =>
    (await getArticleForReview(actor, articleId)).claims;

  test("accepting makes a claim as proposed, without a verdict, marked as a model's", async () => {
    const { actor, articleId, draft, mutationId } = await withDraft();
    const { suggestion, claim } = await acceptSuggestion(actor, draft.id, { mutationId });
    expect(claim).toMatchObject({
      origin: "MODEL",
      wording: CLOCKS.wording,
      speaker: "Petra Beispiel",
      mode: "direct",
      sentence: 1,
      state: "OPEN",
      verdict: null,
      version: 1,
      spans: [{ quote: "Die Sammlung umfasst in Adorf 212 Uhren" }],
    });
    expect(suggestion).toMatchObject({ state: "ACCEPTED", claimId: claim?.id });
    expect(await acceptSuggestion(actor, draft.id, { mutationId })).toEqual({ suggestion, claim });
    const error = await failureOf(acceptSuggestion(actor, draft.id, { mutationId: randomUUID() }));
    expect(error.details.issues).toEqual([{ path: "state", rule: "decided" }]);
    const { items } = await listActivity(actor, { articleId, limit: 100 });
    expect(items.at(-1)).toMatchObject({
      type: "claim.added",
      claimId: claim?.id,
      after: { origin: "MODEL", wording: CLOCKS.wording },
    });
  });

  test("accepting judges the claim as the splitter judges its own", async () => {
    const text =
      "Das Urteil des Gerichts in Adorf ist skandalös. Der Umbau kostete 2019 rund 40 Millionen Euro.";
    const { actor, articleId } = await setUp({ text });
    await db.claim.updateMany({ where: { articleId }, data: { wording: "Anders formuliert." } });
    const { drafts } = await runOnce(
      actor,
      articleId,
      suggesting({
        "Das Urteil": [
          {
            wording: "Das Urteil des Gerichts in Adorf ist skandalös.",
            quotes: ["Das Urteil des Gerichts in Adorf ist skandalös"],
          },
        ],
        "Der Umbau": [
          {
            wording: "Der Umbau kostete 2019 rund 40 Millionen Euro.",
            quotes: ["Der Umbau kostete 2019 rund 40 Millionen Euro"],
          },
        ],
      }),
    );
    const made = await Promise.all(
      drafts.map(({ id }) => acceptSuggestion(actor, id, { mutationId: randomUUID() })),
    );
    expect(made.map(({ claim }) => claim)).toMatchObject([
      { kind: "opinion", modality: "opinion", setAside: "OPINION", isSetAsideProposed: true },
      { kind: "quantity", setAside: null, reasons: expect.arrayContaining(["money"]) },
    ]);
  });

  test("of two who accept at once, one makes the claim", async () => {
    const { actor, articleId, draft } = await withDraft();
    const before = (await claimsOf(actor, articleId)).length;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, () => acceptSuggestion(actor, draft.id, { mutationId: randomUUID() })),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await claimsOf(actor, articleId)).toHaveLength(before + 1);
  });

  test("reopening takes the claim back and makes a draft again", async () => {
    const { actor, articleId, draft, mutationId } = await withDraft();
    const before = await claimsOf(actor, articleId);
    await acceptSuggestion(actor, draft.id, { mutationId });
    const { suggestion, claim } = await reopenSuggestion(actor, draft.id, { mutationId: randomUUID() });
    expect(suggestion).toMatchObject({ state: "PROPOSED", claimId: null });
    expect(claim).toMatchObject({ isDeleted: true });
    expect(await claimsOf(actor, articleId)).toEqual(before);
    const again = await acceptSuggestion(actor, draft.id, { mutationId: randomUUID() });
    expect(again.claim?.number).toBe((claim?.number ?? 0) + 1);
    for await (const { chainId, verdict } of verifyChains())
      if (chainId === articleId) expect(verdict).toMatchObject({ isIntact: true });
  });

  test("reopening is refused once somebody has worked on the claim", async () => {
    const { actor, draft, mutationId } = await withDraft();
    const { claim } = await acceptSuggestion(actor, draft.id, { mutationId });
    if (!claim) throw new Error("There is no claim");
    await updateClaim(actor, claim.id, { version: 1, mutationId: randomUUID(), verdict: "FALSE" });
    const error = await failureOf(reopenSuggestion(actor, draft.id, { mutationId: randomUUID() }));
    expect(error.details.issues).toEqual([{ path: "claim", rule: "workedOn" }]);
  });

  test("dismissing makes no claim and can be taken back", async () => {
    const { actor, articleId, draft, mutationId } = await withDraft();
    const before = await claimsOf(actor, articleId);
    expect(await dismissSuggestion(actor, draft.id, { mutationId })).toMatchObject({
      suggestion: { state: "DISMISSED", claimId: null },
      claim: null,
    });
    expect(await claimsOf(actor, articleId)).toEqual(before);
    expect((await failureOf(acceptSuggestion(actor, draft.id, { mutationId: randomUUID() }))).code).toBe(
      "INVALID",
    );
    expect(await reopenSuggestion(actor, draft.id, { mutationId: randomUUID() })).toMatchObject({
      suggestion: { state: "PROPOSED" },
      claim: null,
    });
  });

  test("is for editors of the desk", async () => {
    const { viewer, stranger, draft, mutationId } = await withDraft();
    for (const decide of [acceptSuggestion, dismissSuggestion, reopenSuggestion]) {
      expect((await failureOf(decide(viewer, draft.id, { mutationId }))).code).toBe("FORBIDDEN");
      expect((await failureOf(decide(stranger, draft.id, { mutationId }))).code).toBe("NOT_FOUND");
    }
  });
});
