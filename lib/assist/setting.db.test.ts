import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/policy";
import { db } from "@/lib/db/client";
import { failureOf } from "@/prisma/failure-of";
import { makeMember } from "@/prisma/test-accounts";
import type { ModelEndpoint } from "@/scripts/model-endpoint";
import { startModelEndpoint } from "@/scripts/model-endpoint";
import { testAssistSetting } from "./jobs";
import { updateAssistSetting } from "./mutations";
import { getAssistSetting, getAssistStatus } from "./queries";
import type { UpdateAssistSettingInput } from "./schemas";
import { updateAssistSettingSchema } from "./schemas";

const KEY = "sk-sehr-geheim-0123456789";

let endpoint: ModelEndpoint;
beforeAll(async () => {
  endpoint = await startModelEndpoint();
});
afterAll(() => endpoint.close());

const edit = (
  actor: Actor,
  version: number,
  fields: Omit<UpdateAssistSettingInput, "mutationId" | "version">,
) => updateAssistSetting(actor, { mutationId: randomUUID(), version, ...fields });

async function setUp() {
  const { actor, deskId } = await makeMember("ADMIN", { name: "Aylin Demir" });
  const { actor: editor } = await makeMember("EDITOR", { deskId });
  const stored = await edit(actor, 1, {
    baseUrl: "https://models.example.org/v1",
    model: "small-model",
    apiKey: KEY,
  });
  const host = "models.example.org";
  return { actor, deskId, editor, stored, host };
}

const issuesOf = async (work: Promise<unknown>) => (await failureOf(work)).details.issues;

describe("the setting", () => {
  test("is off until an admin has confirmed where text goes", async () => {
    const { actor, editor, stored, host } = await setUp();
    expect(stored).toMatchObject({
      isEnabled: false,
      host,
      reach: "outside",
      hasApiKey: true,
      enabledBy: null,
    });
    const refused = [{ path: "confirmedHost", rule: "notConfirmed" }];
    expect(await issuesOf(edit(actor, 2, { isEnabled: true }))).toEqual(refused);
    expect(await issuesOf(edit(actor, 2, { isEnabled: true, confirmedHost: "other.example.org" }))).toEqual(
      refused,
    );
    const on = await edit(actor, 2, { isEnabled: true, confirmedHost: host });
    expect(on).toMatchObject({ isEnabled: true, enabledBy: "Aylin Demir", version: 3 });
    expect(await getAssistStatus(editor)).toEqual({
      isEnabled: true,
      host,
      reach: "outside",
      model: "small-model",
    });
  });

  test("a new desk has none", async () => {
    const { actor } = await makeMember("ADMIN");
    expect(await getAssistStatus(actor)).toEqual({ isEnabled: false, host: null, reach: null, model: "" });
    expect(await getAssistSetting(actor)).toMatchObject({ version: 1, isEnabled: false, hasApiKey: false });
    expect(await issuesOf(edit(actor, 1, { isEnabled: true, confirmedHost: "" }))).toEqual([
      { path: "baseUrl", rule: "required" },
    ]);
  });

  test("is switched off by another address, which gets no key that was meant for another server", async () => {
    const { actor, host } = await setUp();
    await edit(actor, 2, { isEnabled: true, confirmedHost: host });
    const path = await edit(actor, 3, { baseUrl: "https://models.example.org/v2" });
    expect(path).toMatchObject({ isEnabled: false, hasApiKey: true, enabledBy: null, enabledAt: null });
    const moved = await edit(actor, 4, { baseUrl: "https://evil.example.org/v1" });
    expect(moved).toMatchObject({ isEnabled: false, hasApiKey: false });
    const keyed = await edit(actor, 5, { baseUrl: "https://good.example.org/v1", apiKey: "sk-new" });
    expect(keyed).toMatchObject({ hasApiKey: true });
  });

  test("names whoever confirmed the address that text goes to now", async () => {
    const { actor, deskId, host } = await setUp();
    const { actor: second } = await makeMember("ADMIN", { name: "Ben Kaya", deskId });
    await edit(actor, 2, { isEnabled: true, confirmedHost: host });
    const baseUrl = "https://other.example.org/v1";
    const moved = await edit(second, 3, { baseUrl, isEnabled: true, confirmedHost: "other.example.org" });
    expect(moved).toMatchObject({ isEnabled: true, host: "other.example.org", enabledBy: "Ben Kaya" });
    const last = await db.activity.findFirstOrThrow({
      where: { deskId, type: "assist.changed" },
      orderBy: { at: "desc" },
    });
    expect(last.after).toMatchObject({ baseUrl, confirmedHost: "other.example.org" });
    const again = await edit(actor, 4, { isEnabled: true, confirmedHost: "other.example.org" });
    expect(again).toMatchObject({ enabledBy: "Ben Kaya", version: 4 });
  });

  test("is for admins", async () => {
    const { editor } = await setUp();
    expect((await failureOf(getAssistSetting(editor))).code).toBe("FORBIDDEN");
    expect((await failureOf(edit(editor, 2, { model: "x" }))).code).toBe("FORBIDDEN");
    expect((await failureOf(testAssistSetting(editor))).code).toBe("FORBIDDEN");
  });

  test("refuses to be switched on for an address that a colleague has changed meanwhile", async () => {
    const { actor, host } = await setUp();
    await edit(actor, 2, { baseUrl: "https://models.example.org/v2" });
    const error = await failureOf(edit(actor, 2, { isEnabled: true, confirmedHost: host }));
    expect(error.code).toBe("CONFLICT");
  });

  test("keeps what is not touched, and counts no version where nothing changes", async () => {
    const { actor } = await setUp();
    expect(await edit(actor, 2, { model: "small-model" })).toMatchObject({ version: 2, hasApiKey: true });
    expect(await edit(actor, 2, { model: "big-model" })).toMatchObject({ version: 3, hasApiKey: true });
    expect(await edit(actor, 3, { apiKey: null })).toMatchObject({ version: 4, hasApiKey: false });
  });
});

describe("the key", () => {
  test("is nowhere to be read: not in the database, the record, an answer or a conflict", async () => {
    const { actor, deskId, stored } = await setUp();
    const conflict = await failureOf(
      edit(actor, 1, { apiKey: "sk-another-secret", baseUrl: "https://models.example.org/v3" }),
    );
    expect(conflict.code).toBe("CONFLICT");
    const tables = await db.$queryRaw<{ text: string }[]>`
      SELECT to_jsonb(t)::text AS text FROM "AssistSetting" t WHERE "deskId" = ${deskId}::uuid
      UNION ALL SELECT to_jsonb(t)::text FROM "Activity" t WHERE "deskId" = ${deskId}::uuid
      UNION ALL SELECT to_jsonb(t)::text FROM "Mutation" t WHERE "deskId" = ${deskId}::uuid`;
    expect(tables.length).toBeGreaterThan(2);
    const seen = JSON.stringify([tables, stored, conflict.details, await getAssistSetting(actor)]);
    const hidden = [KEY, "sk-another-secret"].flatMap((key) => [
      key,
      Buffer.from(key).toString("hex"),
      Buffer.from(key).toString("base64"),
    ]);
    for (const form of hidden) expect(seen).not.toContain(form);
    expect(seen).toContain('"apiKey":"new"');
  });

  test("goes to the endpoint, and stays away when it was stored under another secret", async () => {
    const { actor, deskId } = await setUp();
    await edit(actor, 2, { baseUrl: endpoint.baseUrl, apiKey: KEY });
    expect(await testAssistSetting(actor)).toMatchObject({ failure: null, form: "schema" });
    expect(endpoint.requests.at(-1)?.authorization).toBe(`Bearer ${KEY}`);
    const asked = endpoint.requests.length;
    await db.assistSetting.update({ where: { deskId }, data: { apiKey: Buffer.alloc(60, 1) } });
    expect(await testAssistSetting(actor)).toMatchObject({ failure: "keyUnreadable", form: null });
    expect(endpoint.requests).toHaveLength(asked);
  });
});

describe("the test of the connection", () => {
  test("says in one word what is wrong", async () => {
    const { actor } = await setUp();
    await edit(actor, 2, { baseUrl: endpoint.baseUrl });
    endpoint.behave((_, response) => {
      response.writeHead(401).end("the key sk-1 is wrong");
      return undefined;
    });
    const result = await testAssistSetting(actor);
    expect(result).toMatchObject({ failure: "unauthorized", form: null });
    endpoint.behave(() => "Hello!");
    expect(await testAssistSetting(actor)).toMatchObject({ failure: "refused" });
    endpoint.behave((request, response) => {
      if (request.body.response_format === undefined) return '{"suggestions":[]}';
      response.writeHead(400).end();
      return undefined;
    });
    expect(await testAssistSetting(actor)).toMatchObject({ failure: null, form: "text" });
  });
});

test.each([
  { baseUrl: "http://models.example.org/v1" },
  { baseUrl: "https://user:pw@models.example.org/v1" },
  { baseUrl: "http://169.254.169.254/v1" },
  { apiKey: "two words" },
  { apiKey: "line\r\nbreak" },
  { model: " " },
])("the input %j is refused", (fields) => {
  const input = { mutationId: randomUUID(), version: 1, ...fields };
  expect(updateAssistSettingSchema.safeParse(input).success).toBe(false);
});
