"use client";

import { useTranslations } from "next-intl";
import { SettingsSection } from "@/components/members/settings-page";
import type { AssistSettingView } from "@/lib/assist/assist-views";
import { AssistEndpointForm } from "./assist-endpoint-form";
import { AssistSwitch } from "./assist-switch";
import { AssistTest } from "./assist-test";

/** The desk's language model, for admins. */
export function AssistSettings({ setting }: { setting: AssistSettingView }) {
  const t = useTranslations("assist.settings");
  const isComplete = setting.host !== null && setting.model !== "";
  return (
    <>
      <SettingsSection title={t("statusTitle")}>
        <AssistSwitch setting={setting} isComplete={isComplete} />
      </SettingsSection>
      <SettingsSection title={t("endpointTitle")} lead={t("endpointLead")}>
        <AssistEndpointForm setting={setting} />
      </SettingsSection>
      {isComplete ? (
        <SettingsSection title={t("testTitle")} lead={t("testLead")}>
          <AssistTest key={setting.version} />
        </SettingsSection>
      ) : null}
    </>
  );
}
