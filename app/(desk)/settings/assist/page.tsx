import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AssistSettings } from "@/components/assist/assist-settings";
import { AssistStatusLine } from "@/components/assist/assist-status-line";
import { SettingsPage, SettingsSection } from "@/components/members/settings-page";
import { getAssistSetting, getAssistStatus } from "@/lib/assist/queries";
import { requireActor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/policy";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assist.settings");
  return { title: t("title") };
}

export default async function AssistPage() {
  const actor = await requireActor();
  const t = await getTranslations("assist.settings");
  const setting = can(actor, "assist.manage") ? await getAssistSetting(actor) : null;
  return (
    <SettingsPage section="assist" title={t("title")} lead={t("lead")}>
      {setting ? (
        <AssistSettings setting={setting} />
      ) : (
        <SettingsSection title={t("statusTitle")}>
          <AssistStatusLine status={await getAssistStatus(actor)} />
        </SettingsSection>
      )}
    </SettingsPage>
  );
}
