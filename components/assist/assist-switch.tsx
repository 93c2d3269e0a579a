"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { ProblemNote } from "@/components/members/problem-note";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Switch } from "@/components/ui/switch";
import type { AssistSettingView } from "@/lib/assist/assist-views";
import { AssistStatusLine } from "./assist-status-line";
import { useSettingEdit } from "./use-setting-edit";

/** On only after a plain question that names where text goes; off at once. */
export function AssistSwitch({ setting, isComplete }: { setting: AssistSettingView; isComplete: boolean }) {
  const t = useTranslations("assist.settings");
  const common = useTranslations("common");
  const format = useFormatter();
  const { save, isPending, errors, failure } = useSettingEdit(setting.version);
  const [isAsking, setIsAsking] = useState(false);
  const { isEnabled, host, reach, enabledBy, enabledAt } = setting;

  async function switchOn(): Promise<void> {
    await save({ isEnabled: true, confirmedHost: host ?? "" }, t("switchedOn"));
    setIsAsking(false);
  }

  return (
    <div className="flex flex-col gap-3">
      <Switch
        label={t("switch")}
        checked={isEnabled}
        disabled={!isEnabled && !isComplete}
        onChange={() => (isEnabled ? void save({ isEnabled: false }, t("switchedOff")) : setIsAsking(true))}
      />
      <div className="max-w-measure text-ink-soft">
        <AssistStatusLine status={setting} />
        {enabledBy === null || enabledAt === null ? null : (
          <p className="text-ink-faint text-sm">
            {t("confirmedBy", { name: enabledBy, time: format.dateTime(new Date(enabledAt), "dayTime") })}
          </p>
        )}
        {isComplete ? null : <p>{t("missing")}</p>}
      </div>
      <ProblemNote>{failure ?? Object.values(errors)[0]}</ProblemNote>
      {reach === null ? null : (
        <AlertDialog
          isOpen={isAsking}
          onOpenChange={setIsAsking}
          title={t("askTitle")}
          confirmLabel={t("confirm")}
          cancelLabel={common("cancel")}
          isPending={isPending}
          onConfirm={() => void switchOn()}
        >
          {t(`askBody.${reach}`, { host: host ?? "" })}
        </AlertDialog>
      )}
    </div>
  );
}
