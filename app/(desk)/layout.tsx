import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { FrameProvider } from "@/components/app-frame/frame-context";
import { SkipLink } from "@/components/ui/skip-link";
import { ToastProvider } from "@/components/ui/toast";
import { requireActor } from "@/lib/auth/actor";
import { getPageProfile, getPreferences } from "@/lib/i18n/preferences";

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [profile, { theme }, t] = await Promise.all([
    getPageProfile(),
    getPreferences(),
    getTranslations("common"),
  ]);
  return (
    <FrameProvider
      frame={{
        deskName: profile?.desk.name ?? "",
        userId: actor.userId ?? "",
        userName: actor.name,
        role: actor.role,
        theme,
      }}
    >
      <SkipLink href="#content">{t("skipToContent")}</SkipLink>
      <ToastProvider label={t("notifications")} closeLabel={t("close")}>
        {children}
      </ToastProvider>
    </FrameProvider>
  );
}
