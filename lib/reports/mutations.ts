import { randomUUID } from "node:crypto";
import { recordActivity, runMutation } from "@/lib/activity/mutations";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import type { Transaction } from "@/lib/db/client";
import { requireId } from "@/lib/db/record-id";
import { AppError } from "@/lib/errors";
import { buildReport } from "./build-report";
import { languageFor, readReportSnapshot, STORED_PROFILE, serverTimeZone, sha256Of } from "./queries";
import { renderJson } from "./renderers/json";
import { REPORT_SCHEMA_VERSION } from "./report-document";
import type { FreezeReportInput } from "./schemas";

export type FrozenReport = { id: string; number: number; sha256: string };

/**
 * Freezes the report of an article as it stands now and gives it the article's next report number.
 * @throws NOT_FOUND
 * @throws FORBIDDEN
 */
export async function freezeReport(
  actor: Actor,
  articleId: string,
  input: FreezeReportInput,
): Promise<FrozenReport> {
  assertCan(actor, "report.create");
  const id = requireId(articleId);
  const { mutationId, profile = "internal" } = input;
  return await runMutation(
    actor,
    { operation: "freezeReport", mutationId, input: { ...input, articleId: id } },
    async (tx) => {
      await lockArticle(tx, actor, id);
      const now = new Date();
      const snapshot = await readReportSnapshot(tx, actor, id);
      const number = (snapshot.earlierReports.at(-1)?.number ?? 0) + 1;
      const report = buildReport(snapshot, {
        number,
        profile,
        language: input.language ?? languageFor(snapshot),
        timeZone: input.timeZone ?? serverTimeZone(),
        createdAt: now.toISOString(),
        createdBy: actor.name,
      });
      const document = renderJson(report);
      const sha256 = sha256Of(document);
      const textVersion = await tx.textVersion.findFirstOrThrow({
        where: { articleId: id, deskId: actor.deskId, number: report.textVersion.number },
        select: { id: true },
      });
      const reportId = randomUUID();
      await tx.report.create({
        data: {
          id: reportId,
          articleId: id,
          deskId: actor.deskId,
          textVersionId: textVersion.id,
          number,
          profile: STORED_PROFILE[profile],
          language: report.language,
          schemaVersion: REPORT_SCHEMA_VERSION,
          document,
          sha256,
          createdById: actor.userId,
          createdAt: now,
        },
        select: { id: true },
      });
      await recordActivity(tx, actor, {
        articleId: id,
        type: "report.frozen",
        mutationId,
        before: {},
        after: {
          reportId,
          number,
          profile,
          language: report.language,
          textVersion: report.textVersion.number,
          sha256,
        },
        at: now,
      });
      return { id: reportId, number, sha256 };
    },
  );
}

/**
 * Holds the article still: its row so that report numbers stay dense, then the end of its chain, without which no
 * other change to the article can be committed. Row before chain, as every mutation takes them.
 * @throws NOT_FOUND
 */
async function lockArticle(tx: Transaction, actor: Actor, articleId: string): Promise<void> {
  const locked = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Article"
     WHERE id = ${articleId}::uuid AND "deskId" = ${actor.deskId}::uuid AND "deletedAt" IS NULL
       FOR NO KEY UPDATE`;
  if (locked.length === 0) throw new AppError("NOT_FOUND");
  await tx.$queryRaw`SELECT 1 FROM "ActivityChain" WHERE id = ${articleId}::uuid FOR UPDATE`;
}
