import { changeOf, sentFields } from "@/lib/activity/compare-and-set";
import { assertUnchangedSince, recordActivity, runMutation } from "@/lib/activity/mutations";
import type { Actor } from "@/lib/auth/policy";
import { assertCan } from "@/lib/auth/policy";
import type { Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { stopRunsOfDesk } from "@/lib/suggestions/jobs";
import type { AssistSettingView } from "./assist-views";
import { getAssistSetting } from "./queries";
import type { UpdateAssistSettingInput } from "./schemas";
import { fingerprintApiKey, sealApiKey } from "./seal-key";
import type { SettingFields } from "./setting-edit";
import { completeSetting, JUDGED_WITH } from "./setting-edit";

type LockedSetting = { version: number; fieldVersions: Record<string, number>; fields: SettingFields };

async function lockSetting(tx: Transaction, actor: Actor): Promise<LockedSetting> {
  await tx.$executeRaw`
    INSERT INTO "AssistSetting" ("deskId", "baseUrl", model) VALUES (${actor.deskId}::uuid, '', '')
    ON CONFLICT ("deskId") DO NOTHING`;
  const [row] = await tx.$queryRaw<
    (Omit<LockedSetting, "fields"> & Omit<SettingFields, "apiKey"> & { hasApiKey: boolean })[]
  >`
    SELECT version, "fieldVersions", "isEnabled", "baseUrl", model, "apiKey" IS NOT NULL AS "hasApiKey"
      FROM "AssistSetting" WHERE "deskId" = ${actor.deskId}::uuid
       FOR NO KEY UPDATE`;
  if (!row) throw new AppError("NOT_FOUND");
  const { version, fieldVersions, hasApiKey, ...fields } = row;
  return { version, fieldVersions, fields: { ...fields, apiKey: hasApiKey ? "stored" : null } };
}

/**
 * Changes the desk's language model by compare-and-set.
 * @throws FORBIDDEN, CONFLICT, INVALID where it is switched on without an address, a model or the confirmed host
 */
export async function updateAssistSetting(
  actor: Actor,
  input: UpdateAssistSettingInput,
): Promise<AssistSettingView> {
  assertCan(actor, "assist.manage");
  const { mutationId, version, confirmedHost, apiKey, ...plain } = input;
  const secret = requireSecret();
  const remembered = typeof apiKey === "string" ? fingerprintApiKey(apiKey, secret) : (apiKey ?? undefined);
  const request = {
    operation: "updateAssistSetting",
    mutationId,
    input: { version, confirmedHost, ...plain, apiKey: remembered },
  };
  let isMoved = false;
  const view = await runMutation(actor, request, async (tx) => {
    const row = await lockSetting(tx, actor);
    const sent: Partial<SettingFields> = {
      ...sentFields(plain),
      ...(apiKey !== undefined && { apiKey: apiKey === null ? null : ("new" as const) }),
    };
    const about = { chainId: actor.deskId };
    await assertUnchangedSince(tx, { row, version, sent, judgedWith: JUDGED_WITH, about });
    const change = changeOf(row, completeSetting(row.fields, sent, confirmedHost));
    if (change) {
      const at = new Date();
      const { apiKey: keyAfter, ...columns } = change.after;
      // Whoever moves it while it is on confirms the new host, and answers for it from then on.
      const isConfirmed =
        sent.isEnabled === true && (columns.isEnabled === true || columns.baseUrl !== undefined);
      const sealed = typeof apiKey === "string" ? sealApiKey(apiKey, { secret, deskId: actor.deskId }) : null;
      await tx.assistSetting.updateMany({
        where: { deskId: actor.deskId },
        data: {
          ...columns,
          ...(keyAfter !== undefined && { apiKey: sealed && new Uint8Array(sealed) }),
          ...(isConfirmed && { enabledById: actor.userId, enabledAt: at }),
          ...(columns.isEnabled === false && { enabledById: null, enabledAt: null }),
          version: change.version,
          fieldVersions: change.fieldVersions,
          updatedAt: at,
        },
      });
      isMoved = [columns.isEnabled, columns.baseUrl, columns.model].some((field) => field !== undefined);
      const { before } = change;
      const after = { ...change.after, ...(isConfirmed && { confirmedHost }) };
      await recordActivity(tx, actor, { type: "assist.changed", mutationId, at, before, after });
    }
    return await getAssistSetting(actor, tx);
  });
  if (isMoved) stopRunsOfDesk(actor.deskId);
  return view;
}

function requireSecret(): string {
  if (env.NEXTAUTH_SECRET === undefined) throw new Error("There is no secret of the instance");
  return env.NEXTAUTH_SECRET;
}
