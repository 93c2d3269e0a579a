"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { rememberInCookie } from "@/components/app-frame/remember-in-cookie";
import { SegmentedControl } from "@/components/ui/radio-group";
import type { Locale } from "@/lib/i18n/locales";
import { LOCALE_COOKIE } from "@/lib/i18n/locales";

const LANGUAGES = [
  { value: "de", label: <span lang="de">Deutsch</span> },
  { value: "en", label: <span lang="en">English</span> },
] as const satisfies readonly { value: Locale; label: unknown }[];

/** For people who have no profile yet that could say it. */
export function LanguageSwitch() {
  const t = useTranslations("auth");
  const locale = useLocale();
  const router = useRouter();
  return (
    <SegmentedControl<Locale>
      legend={t("language")}
      isLegendHidden
      name="language"
      value={locale}
      onValueChange={(next) => {
        rememberInCookie(LOCALE_COOKIE, next);
        router.refresh();
      }}
      options={LANGUAGES}
    />
  );
}
