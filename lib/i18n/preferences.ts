import { cookies, headers } from "next/headers";
import { cache } from "react";
import { getPageActor } from "@/lib/auth/actor";
import type { Profile } from "@/lib/members/member-views";
import { getProfile } from "@/lib/members/queries";
import type { Locale, Theme } from "./locales";
import {
  chooseLocale,
  chooseTimeZone,
  isTheme,
  LOCALE_COOKIE,
  THEME_COOKIE,
  TIME_ZONE_COOKIE,
} from "./locales";

/** The account of whoever looks at the page; null when nobody is signed in. Read once a request. */
export const getPageProfile: () => Promise<Profile | null> = cache(async () => {
  const actor = await getPageActor();
  return actor === null ? null : await getProfile(actor);
});

/** Language, appearance and time zone of the page: of the profile, else of the browser. */
export async function getPreferences(): Promise<{ locale: Locale; theme: Theme; timeZone: string }> {
  const [profile, jar, header] = await Promise.all([getPageProfile(), cookies(), headers()]);
  const theme = profile?.theme ?? jar.get(THEME_COOKIE)?.value;
  return {
    locale: chooseLocale({
      profile: profile?.locale ?? null,
      cookie: jar.get(LOCALE_COOKIE)?.value ?? null,
      acceptLanguage: header.get("accept-language"),
    }),
    theme: isTheme(theme) ? theme : null,
    timeZone: chooseTimeZone(jar.get(TIME_ZONE_COOKIE)?.value ?? null),
  };
}
