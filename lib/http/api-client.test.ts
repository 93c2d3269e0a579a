import { describe, expect, it } from "vitest";
import { ApiError, createApiClient, newMutationId } from "./api-client";

const problem = (status: number, body: object) =>
  new Response(JSON.stringify({ status, ...body }), {
    status,
    headers: { "content-type": "application/problem+json" },
  });

/** A client over a script of answers; null is a connection that breaks. */
function scripted(answers: (Response | null)[]) {
  const sent: { url: string; shown: string | null; body: { mutationId?: string } }[] = [];
  const reachable: boolean[] = [];
  const waits: number[] = [];
  const reasons: string[] = [];
  const client = createApiClient({
    fetch: async (url, init) => {
      sent.push({
        url,
        shown: new Headers(init.headers).get("beleg-user"),
        body: init.body ? JSON.parse(String(init.body)) : {},
      });
      const answer = answers.shift();
      if (!answer) throw new TypeError("fetch failed");
      return answer;
    },
    userId: "jana",
    signIn: async (why) => {
      reasons.push(why);
      return true;
    },
    onReachable: (isReachable) => reachable.push(isReachable),
    wait: async (delayMs) => {
      waits.push(delayMs);
    },
    newMutationId,
  });
  return { client, sent, reachable, waits, reasons };
}

const save = (client: ReturnType<typeof createApiClient>) =>
  client.updateClaim("claim", { version: 1, verdict: "FALSE" });

describe("a write", () => {
  it("keeps its mutationId through a broken connection and a server that starts again", async () => {
    const starting = new Response("starting", { status: 503 });
    const { client, sent, reachable, waits } = scripted([null, starting, Response.json({ id: "claim" })]);
    await expect(save(client)).resolves.toEqual({ id: "claim" });
    expect(new Set(sent.map(({ body }) => body.mutationId)).size).toBe(1);
    expect(reachable).toEqual([false, false, true]);
    expect(waits).toEqual([500, 1000]);
  });

  it("is sent again when the connection breaks inside the answer", async () => {
    const { client, sent } = scripted([
      new Response('{"id":"cl', { status: 200 }),
      Response.json({ id: "claim" }),
    ]);
    await expect(save(client)).resolves.toEqual({ id: "claim" });
    expect(sent).toHaveLength(2);
  });

  it("asks once to sign in, however many are waiting, and then sends", async () => {
    const { client, sent, reasons } = scripted([
      problem(401, { code: "UNAUTHENTICATED" }),
      problem(401, { code: "UNAUTHENTICATED" }),
      Response.json({ id: "claim" }),
      Response.json({ id: "claim" }),
    ]);
    await Promise.all([save(client), save(client)]);
    expect(reasons).toEqual(["ended"]);
    expect(sent).toHaveLength(4);
  });

  it("says whom the page shows, and asks for that person where the session is another's", async () => {
    const foreign = problem(401, { code: "UNAUTHENTICATED", issues: [{ path: "", rule: "otherUser" }] });
    const { client, sent, reasons } = scripted([foreign, Response.json({ id: "claim" })]);
    await expect(save(client)).resolves.toEqual({ id: "claim" });
    expect(sent.map(({ shown }) => shown)).toEqual(["jana", "jana"]);
    expect(reasons).toEqual(["otherUser"]);
  });

  it("is refused with what is stored when somebody was faster", async () => {
    const current = {
      version: 4,
      fields: { verdict: "CONFIRMED" },
      by: "Jana",
      at: "2026-03-14T13:02:11.000Z",
    };
    const { client } = scripted([
      problem(409, { code: "CONFLICT", current, yours: { fields: { verdict: "FALSE" } } }),
    ]);
    const error = await save(client).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: "CONFLICT", conflict: { current, yours: { verdict: "FALSE" } } });
  });

  it("names the fields that are not accepted, and is not repeated", async () => {
    const issues = [{ path: "wording", rule: "required" }];
    const { client, sent } = scripted([problem(422, { code: "INVALID", issues })]);
    await expect(save(client)).rejects.toMatchObject({ code: "INVALID", issues });
    expect(sent).toHaveLength(1);
  });

  it("waits as long as the server asks when it comes too often", async () => {
    const busy = problem(429, { code: "RATE_LIMITED" });
    busy.headers.set("retry-after", "3");
    const { client, waits } = scripted([busy, Response.json({ id: "claim" })]);
    await save(client);
    expect(waits).toEqual([3000]);
  });
});

describe("a new mutation id", () => {
  it("is a version 4 UUID, each time another", () => {
    const ids = Array.from({ length: 100 }, newMutationId);
    expect(new Set(ids).size).toBe(100);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
