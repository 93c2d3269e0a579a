import type { Actor } from "@/lib/auth/policy";
import { assertCan, can } from "@/lib/auth/policy";
import type { Transaction } from "@/lib/db/client";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { requireId } from "@/lib/db/record-id";
import { AppError } from "@/lib/errors";
import type {
  AssistPlace,
  AssistSettingView,
  AssistStatus,
  SuggestionRunView,
  SuggestionView,
} from "./assist-views";
import { readEndpointAddress } from "./endpoint-address";
import type { Failure } from "./failures";
import type { Rejection } from "./rejections";
import { isDead } from "./run-life";

const MOST_RUNS = 20;
const MOST_SUGGESTIONS = 2_000;

function placeOf(baseUrl: string): Pick<AssistStatus, "host" | "reach"> {
  const address = readEndpointAddress(baseUrl);
  return "rule" in address ? { host: null, reach: null } : { host: address.host, reach: address.reach };
}

/** Whether the desk has a language model, and where it is. */
export async function getAssistStatus(actor: Actor): Promise<AssistStatus> {
  assertCan(actor, "assist.read");
  const setting = await db.assistSetting.findUnique({
    where: { deskId: actor.deskId },
    select: { isEnabled: true, baseUrl: true, model: true },
  });
  if (!setting) return { isEnabled: false, host: null, reach: null, model: "" };
  const { isEnabled, baseUrl, model } = setting;
  return { isEnabled, model, ...placeOf(baseUrl) };
}

/** Where the actor may send text; null where the desk has no model switched on, or it is not the actor's to use. */
export async function getAssistPlace(actor: Actor): Promise<AssistPlace | null> {
  if (!can(actor, "assist.use")) return null;
  const { isEnabled, host, reach, model } = await getAssistStatus(actor);
  return isEnabled && host !== null && reach !== null ? { host, reach, model } : null;
}

/**
 * The setting of the desk without its key; one that nobody has made yet is off and empty.
 * @throws FORBIDDEN
 */
export async function getAssistSetting(actor: Actor, client: Transaction = db): Promise<AssistSettingView> {
  assertCan(actor, "assist.manage");
  const [row] = await client.$queryRaw<
    (Omit<AssistSettingView, "host" | "reach" | "enabledAt"> & { enabledAt: Date | null })[]
  >`
    SELECT s.version, s."isEnabled", s."baseUrl", s.model, s."apiKey" IS NOT NULL AS "hasApiKey",
           u.name AS "enabledBy", s."enabledAt"
      FROM "AssistSetting" s LEFT JOIN "User" u ON u.id = s."enabledById"
     WHERE s."deskId" = ${actor.deskId}::uuid`;
  const { enabledAt, ...setting } = row ?? {
    version: 1,
    isEnabled: false,
    baseUrl: "",
    model: "",
    hasApiKey: false,
    enabledBy: null,
    enabledAt: null,
  };
  return { ...setting, ...placeOf(setting.baseUrl), enabledAt: enabledAt?.toISOString() ?? null };
}

type RunRow = Omit<SuggestionRunView, "createdAt" | "finishedAt" | "rejections" | "failure"> & {
  rejections: unknown;
  failure: string | null;
  createdAt: Date;
  finishedAt: Date | null;
  aliveAt: Date;
};

/** A run whose process has died is shown as what it is, whatever its row still says. */
function toRunView({ aliveAt, ...row }: RunRow, now: Date): SuggestionRunView {
  const hasDied = isDead({ state: row.state, aliveAt }, now);
  return {
    ...row,
    ...(hasDied && { state: "FAILED" }),
    failure: (hasDied ? "interrupted" : row.failure) as Failure | null,
    rejections: row.rejections as Partial<Record<Rejection, number>>,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

const RUN_COLUMNS = Prisma.sql`
  r.id, r.state::text, r.failure, r.model, r.host, r."sentenceCount", r."answeredCount", r."proposedCount",
  r.rejections, u.name AS "createdBy", r."createdAt", r."finishedAt", r."aliveAt"`;
const RUN_TABLES = Prisma.sql`"SuggestionRun" r LEFT JOIN "User" u ON u.id = r."createdById"`;

/** @throws NOT_FOUND */
export async function getSuggestionRun(
  tx: Transaction,
  actor: Actor,
  runId: string,
): Promise<SuggestionRunView> {
  assertCan(actor, "article.read");
  const [row] = await tx.$queryRaw<RunRow[]>`
    SELECT ${RUN_COLUMNS} FROM ${RUN_TABLES}
     WHERE r.id = ${runId}::uuid AND r."deskId" = ${actor.deskId}::uuid`;
  if (!row) throw new AppError("NOT_FOUND");
  return toRunView(row, new Date());
}

/**
 * The times that a model was asked about an article, the last one first.
 * @throws NOT_FOUND where the article is missing, deleted or foreign
 */
export async function listSuggestionRuns(
  actor: Actor,
  articleId: string,
  now = new Date(),
): Promise<SuggestionRunView[]> {
  await assertArticle(actor, articleId);
  const rows = await db.$queryRaw<RunRow[]>`
    SELECT ${RUN_COLUMNS} FROM ${RUN_TABLES}
     WHERE r."articleId" = ${requireId(articleId)}::uuid AND r."deskId" = ${actor.deskId}::uuid
     ORDER BY r."createdAt" DESC, r.id DESC
     LIMIT ${MOST_RUNS}`;
  return rows.map((row) => toRunView(row, now));
}

const SUGGESTION_COLUMNS = Prisma.sql`
  s.id, s."runId", s.sentence, s.wording, s.spans, s.speaker, s.mode, s.modality, s.state::text, s."claimId",
  json_build_object('start', (v.structure->'sentences'->s.sentence->>'start')::int,
                    'end', (v.structure->'sentences'->s.sentence->>'end')::int) AS place`;
const SUGGESTION_TABLES = Prisma.sql`
  "Suggestion" s JOIN "SuggestionRun" r ON r.id = s."runId" JOIN "TextVersion" v ON v.id = r."textVersionId"`;

/**
 * What models suggested for an article, decided or not, in the order of the text.
 * @throws NOT_FOUND where the article is missing, deleted or foreign
 */
export async function listSuggestions(actor: Actor, articleId: string): Promise<SuggestionView[]> {
  await assertArticle(actor, articleId);
  return await db.$queryRaw<SuggestionView[]>`
    SELECT ${SUGGESTION_COLUMNS} FROM ${SUGGESTION_TABLES}
     WHERE r."articleId" = ${requireId(articleId)}::uuid AND s."deskId" = ${actor.deskId}::uuid
     ORDER BY s.sentence, s.id
     LIMIT ${MOST_SUGGESTIONS}`;
}

/** @throws NOT_FOUND */
export async function getSuggestion(
  tx: Transaction,
  actor: Actor,
  suggestionId: string,
): Promise<SuggestionView> {
  assertCan(actor, "article.read");
  const [found] = await tx.$queryRaw<SuggestionView[]>`
    SELECT ${SUGGESTION_COLUMNS} FROM ${SUGGESTION_TABLES}
     WHERE s.id = ${suggestionId}::uuid AND s."deskId" = ${actor.deskId}::uuid`;
  if (!found) throw new AppError("NOT_FOUND");
  return found;
}

async function assertArticle(actor: Actor, articleId: string): Promise<void> {
  assertCan(actor, "article.read");
  const where = { id: requireId(articleId), deskId: actor.deskId, deletedAt: null };
  if ((await db.article.count({ where })) === 0) throw new AppError("NOT_FOUND");
}
