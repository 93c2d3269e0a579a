import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PasswordForm } from "@/components/members/password-form";
import { ProfileForm } from "@/components/members/profile-form";
import { SessionList } from "@/components/members/session-list";
import { SettingsPage, SettingsSection } from "@/components/members/settings-page";
import { requireActor } from "@/lib/auth/actor";
import { getProfile, listSessions } from "@/lib/members/queries";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members.profile");
  return { title: t("title") };
}

export default async function ProfilePage() {
  const actor = await requireActor();
  const [profile, sessions, t, roles] = await Promise.all([
    getProfile(actor),
    listSessions(actor),
    getTranslations("members"),
    getTranslations("vocabulary.role"),
  ]);
  const { email, role, desk } = profile;
  return (
    <SettingsPage
      section="profile"
      title={t("profile.title")}
      lead={t("profile.lead", { email, role: roles(role), desk: desk.name })}
    >
      <SettingsSection title={t("profile.person")}>
        <ProfileForm profile={profile} />
      </SettingsSection>
      <SettingsSection title={t("password.title")} lead={t("password.lead")}>
        <PasswordForm email={email} />
      </SettingsSection>
      <SettingsSection title={t("sessions.title")} lead={t("sessions.lead")}>
        <SessionList sessions={sessions} />
      </SettingsSection>
    </SettingsPage>
  );
}
