"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Menu, MenuItem, MenuLink, MenuRadioGroup, MenuSeparator } from "@/components/ui/menu";
import type { Locale, Theme } from "@/lib/i18n/locales";
import { LOCALE_COOKIE, THEME_COOKIE } from "@/lib/i18n/locales";
import { routes } from "@/lib/routes";
import { useFrame } from "./frame-context";
import { rememberInCookie } from "./remember-in-cookie";

const LANGUAGES = [
  { value: "de", label: <span lang="de">Deutsch</span> },
  { value: "en", label: <span lang="en">English</span> },
] as const satisfies readonly { value: Locale; label: unknown }[];

/** Name, settings, language, appearance, sign-out. */
export function UserMenu() {
  const t = useTranslations("common.frame");
  const locale = useLocale();
  const router = useRouter();
  const frame = useFrame();
  const [theme, setTheme] = useState<Theme>(frame.theme);

  function chooseTheme(next: Theme): void {
    setTheme(next);
    if (next === null) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    rememberInCookie(THEME_COOKIE, next);
  }

  function chooseLanguage(next: Locale): void {
    rememberInCookie(LOCALE_COOKIE, next);
    router.refresh();
  }

  return (
    <Menu
      trigger={
        <Button
          variant="quiet"
          size="sm"
          className="-mr-2 max-w-48 gap-1 font-normal text-ink-soft"
          title={t("account")}
        >
          <Icon name="user" className="sm:hidden" />
          <span className="truncate max-sm:sr-only">{frame.userName}</span>
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
        onValueChange={chooseLanguage}
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
      <MenuItem>{t("signOut")}</MenuItem>
    </Menu>
  );
}
