"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { countDrafts, wipeDrafts } from "@/components/drafts/draft-box";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuItem, MenuLink, MenuRadioGroup, MenuSeparator } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import { signOut } from "@/lib/http/auth-client";
import type { Locale, Theme } from "@/lib/i18n/locales";
import { routes } from "@/lib/routes";
import { formApi } from "./form-api";
import { useFrame } from "./frame-context";
import { useProblemText } from "./use-problem-text";

const LANGUAGES = [
  { value: "de", label: <span lang="de">Deutsch</span> },
  { value: "en", label: <span lang="en">English</span> },
] as const satisfies readonly { value: Locale; label: unknown }[];

/** Name, settings, language, appearance, sign-out. */
export function UserMenu() {
  const t = useTranslations("common.frame");
  const common = useTranslations("common");
  const locale = useLocale();
  const router = useRouter();
  const frame = useFrame();
  const { showToast } = useToast();
  const problemText = useProblemText();
  const [theme, setTheme] = useState<Theme>(frame.theme);
  const [draftCount, setDraftCount] = useState(0);
  const [isSigningOut, setIsSigningOut] = useState(false);

  /** Kept in the profile; the answer sets the cookies for pages seen without signing in. */
  async function keep(choice: { locale: Locale } | { theme: Theme }): Promise<void> {
    try {
      await formApi.updateProfile(choice);
      router.refresh();
    } catch (error) {
      showToast({ text: problemText(error), isUrgent: true });
    }
  }

  function chooseTheme(next: Theme): void {
    setTheme(next);
    if (next === null) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    keep({ theme: next });
  }

  function askToSignOut(): void {
    const left = countDrafts(localStorage, frame.userId);
    if (left === 0) leave();
    else setDraftCount(left);
  }

  async function leave(): Promise<void> {
    setIsSigningOut(true);
    const isOut = await signOut();
    setIsSigningOut(false);
    if (!isOut) {
      showToast({ text: t("signOutFailed"), isUrgent: true });
      return;
    }
    wipeDrafts(localStorage, frame.userId);
    // A full load: nothing of what was shown may stay in the memory of the page.
    window.location.assign(routes.signIn());
  }

  return (
    <>
      <Menu
        label={t("account", { name: frame.userName })}
        trigger={
          <Button
            variant="quiet"
            size="sm"
            className="-mr-2 max-w-48 gap-1 font-normal text-ink-soft"
            aria-label={t("account", { name: frame.userName })}
          >
            <Icon name="user" className="sm:hidden" />
            <span className="truncate max-sm:hidden">{frame.userName}</span>
            <Icon name="down" className="text-ink-faint max-sm:hidden" />
          </Button>
        }
      >
        <MenuLink render={<Link href={routes.profile()} />}>{t("profile")}</MenuLink>
        <MenuLink render={<Link href={routes.members()} />}>{t("members")}</MenuLink>
        <MenuLink render={<Link href={routes.tokens()} />}>{t("tokens")}</MenuLink>
        <MenuSeparator />
        <MenuRadioGroup
          label={t("language")}
          value={locale}
          onValueChange={(next) => keep({ locale: next })}
          options={LANGUAGES}
        />
        <MenuSeparator />
        <MenuRadioGroup
          label={t("theme")}
          value={theme ?? "system"}
          onValueChange={(next) => chooseTheme(next === "system" ? null : next)}
          options={[
            { value: "system", label: t("themeSystem") },
            { value: "light", label: t("themeLight") },
            { value: "dark", label: t("themeDark") },
          ]}
        />
        <MenuSeparator />
        <MenuItem onClick={askToSignOut}>{t("signOut")}</MenuItem>
      </Menu>
      <AlertDialog
        isOpen={draftCount > 0}
        onOpenChange={() => setDraftCount(0)}
        title={t("draftsTitle")}
        confirmLabel={t("signOutAndDiscard")}
        cancelLabel={common("cancel")}
        isDanger
        isPending={isSigningOut}
        onConfirm={leave}
      >
        {t("draftsBody", { count: draftCount })}
      </AlertDialog>
    </>
  );
}
