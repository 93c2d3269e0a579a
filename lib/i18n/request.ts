import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { formats } from "./formats";
import { chooseLocale, chooseTimeZone, LOCALE_COOKIE, TIME_ZONE_COOKIE } from "./locales";
import { MESSAGES } from "./messages";

// biome-ignore lint/style/noDefaultExport: next-intl loads this file by its default export
export default getRequestConfig(async () => {
  const [jar, header] = await Promise.all([cookies(), headers()]);
  const locale = chooseLocale({
    profile: null,
    cookie: jar.get(LOCALE_COOKIE)?.value ?? null,
    acceptLanguage: header.get("accept-language"),
  });
  return {
    locale,
    messages: MESSAGES[locale],
    formats,
    timeZone: chooseTimeZone(jar.get(TIME_ZONE_COOKIE)?.value ?? null),
    now: new Date(),
  };
});
