import type { Actor, Role } from "@/lib/auth/policy";
import { assertCan, can } from "@/lib/auth/policy";
import { createSemaphore } from "@/lib/auth/semaphore";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { createLimitedFetch } from "@/lib/http/limited-fetch";
import { describeError, log } from "@/lib/log";
import type { Endpoint } from "./ask-model";
import { askModel } from "./ask-model";
import type { AssistTestResult } from "./assist-views";
import type { EndpointAddress } from "./endpoint-address";
import { reachOfAddress, readEndpointAddress } from "./endpoint-address";
import type { Failure } from "./failures";
import { AssistError } from "./failures";
import { makePrompt } from "./prompt";
import { openApiKey } from "./seal-key";

/** A model on the processor of a small server needs minutes for a few sentences. */
const LIMITS = { connectMs: 10_000, totalMs: 240_000, maxBytes: 1_000_000 } as const;
const TEST_TOTAL_MS = 60_000;
const REQUESTS_AT_ONCE = 4;
const MOST_WAITING = 40;

type Shared = { belegModelRequests?: ReturnType<typeof createSemaphore> };
const shared = globalThis as Shared;
shared.belegModelRequests ??= createSemaphore({ limit: REQUESTS_AT_ONCE, maxWaiting: MOST_WAITING });
/** One a process: Next loads this module once for each of its bundles. */
export const modelRequests = shared.belegModelRequests;

type StoredSetting = { baseUrl: string; model: string; apiKey: Uint8Array | null };

/** @throws AssistError */
async function openSetting(actor: Actor, totalMs: number): Promise<Endpoint> {
  const setting = await db.assistSetting.findUnique({ where: { deskId: actor.deskId } });
  if (!setting) throw new AssistError("switchedOff");
  return openEndpoint(actor, setting, totalMs);
}

/** @throws AssistError */
function openEndpoint(
  { deskId }: Actor,
  { baseUrl, model, apiKey: sealed }: StoredSetting,
  totalMs: number,
): Endpoint {
  const address = readEndpointAddress(baseUrl);
  if ("rule" in address) throw new AssistError("forbiddenHost");
  const place = { secret: env.NEXTAUTH_SECRET ?? "", deskId };
  const apiKey = sealed === null ? null : openApiKey(sealed, place);
  if (sealed !== null && apiKey === null) throw new AssistError("keyUnreadable");
  const isAllowedAddress = (ip: string) => leadsWhereConfirmed(address, ip);
  return { baseUrl, model, apiKey, fetch: createLimitedFetch({ ...LIMITS, totalMs, isAllowedAddress }) };
}

/** A name of the house must not lead out of it: people were told that text stays. */
function leadsWhereConfirmed({ reach }: EndpointAddress, ip: string): boolean {
  const actual = reachOfAddress(ip);
  if (actual === "forbidden" || actual === reach) return actual !== "forbidden";
  return reach === "outside" || (reach === "network" && actual === "machine");
}

type Standing = StoredSetting & {
  isEnabled: boolean;
  isRunning: boolean;
  isDeleted: boolean;
  isCredentialValid: boolean;
  askedHost: string;
  askedModel: string;
  role: Role | null;
};

/**
 * The endpoint of a run, as long as text may go there: the run goes on, its article is there, the person who started it
 * may still use the assist, and the desk's model is switched on, at the host that the run's record names and at
 * `baseUrl` where one is given. Asked right before every attempt, since all of that changes while a model thinks.
 * @throws AssistError that says what is not so any more
 */
export async function openForRun(actor: Actor, runId: string, baseUrl: string | null): Promise<Endpoint> {
  const [row] = await db.$queryRaw<Standing[]>`
    SELECT r.state = 'RUNNING' AS "isRunning", a."deletedAt" IS NOT NULL AS "isDeleted", m.role::text AS role,
           r.host AS "askedHost", r.model AS "askedModel", s."isEnabled", s."baseUrl", s.model, s."apiKey",
           ${actor.tokenId}::uuid IS NULL OR EXISTS (
             SELECT 1 FROM "ApiToken" t WHERE t.id = ${actor.tokenId}::uuid AND t."revokedAt" IS NULL
           ) AS "isCredentialValid"
      FROM "SuggestionRun" r
      JOIN "Article" a ON a.id = r."articleId"
      JOIN "AssistSetting" s ON s."deskId" = r."deskId"
      LEFT JOIN "Membership" m
        ON m."deskId" = r."deskId" AND m."userId" = ${actor.userId}::uuid AND m."disabledAt" IS NULL
     WHERE r.id = ${runId}::uuid AND r."deskId" = ${actor.deskId}::uuid`;
  if (!row?.isRunning) throw new AssistError("cancelled");
  if (row.isDeleted) throw new AssistError("articleDeleted");
  if (row.role === null || !can({ role: row.role }, "assist.use") || !row.isCredentialValid)
    throw new AssistError("notAllowed");
  const address = readEndpointAddress(row.baseUrl);
  const isSamePlace =
    !("rule" in address) && address.host === row.askedHost && (baseUrl === null || row.baseUrl === baseUrl);
  if (!row.isEnabled || !isSamePlace || row.model !== row.askedModel) throw new AssistError("switchedOff");
  return openEndpoint(actor, row, LIMITS.totalMs);
}

/**
 * Asks the stored endpoint about a made-up sentence. Nothing of the desk's is sent, so it works while the assist is off.
 * @throws FORBIDDEN, RATE_LIMITED
 */
export async function testAssistSetting(actor: Actor): Promise<AssistTestResult> {
  assertCan(actor, "assist.manage");
  if (modelRequests.isFull()) throw new AppError("RATE_LIMITED", { retryAfterSeconds: 30 });
  const startedAt = performance.now();
  const text = "Die Gemeinde Altdorf hat 2021 zwei Brunnen gebaut.";
  const whole = { start: 0, end: text.length };
  const prompt = makePrompt(
    { text, sentences: [whole], language: "de" },
    { sentences: [0], before: [], after: [] },
  );
  const outcome = await modelRequests.run(async () => {
    try {
      const signal = AbortSignal.timeout(TEST_TOTAL_MS * 2);
      const open = () => openSetting(actor, TEST_TOTAL_MS);
      const { form } = await askModel(open, { prompt, form: "schema", signal });
      return { failure: null, form };
    } catch (error) {
      return { failure: plannedFailure(error), form: null };
    }
  });
  return { ...outcome, durationMs: Math.round(performance.now() - startedAt) };
}

/** @returns the key of a planned failure; others are logged without what was sent or received */
export function plannedFailure(error: unknown): Failure {
  if (error instanceof AssistError) return error.failure;
  log.error("assist.unexpected", describeError(error));
  return "unexpected";
}
