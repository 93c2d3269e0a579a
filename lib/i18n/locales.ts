/** Languages of the interface; the first is the one Beleg is written in. */
export const LOCALES = ["de", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const THEMES = ["light", "dark"] as const;
/** What a person chose; null follows the system. */
export type Theme = (typeof THEMES)[number] | null;

/** Cookies that keep a choice made before or without signing in. */
export const LOCALE_COOKIE = "beleg-locale";
export const THEME_COOKIE = "beleg-theme";
export const TIME_ZONE_COOKIE = "beleg-time-zone";

export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

export function isTheme(value: unknown): value is Exclude<Theme, null> {
  return THEMES.some((theme) => theme === value);
}

/** The first language of an Accept-Language header that the interface has, by weight; null when it has none. */
function preferredLocale(header: string): Locale | null {
  const ranked = header
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.split(";").map((part) => part.trim().toLowerCase());
      const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
      return { language: tag.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of ranked) if (isLocale(language)) return language;
  return null;
}

/**
 * The language of the interface: the profile's, else the cookie's, else the browser's. A browser that asks only for
 * languages Beleg does not speak gets English, one that asks for nothing German.
 */
export function chooseLocale(wishes: {
  profile: string | null;
  cookie: string | null;
  acceptLanguage: string | null;
}): Locale {
  if (isLocale(wishes.profile)) return wishes.profile;
  if (isLocale(wishes.cookie)) return wishes.cookie;
  if (wishes.acceptLanguage === null || wishes.acceptLanguage.trim() === "") return "de";
  return preferredLocale(wishes.acceptLanguage) ?? "en";
}

/** `zone` when it is a time zone this machine knows, else the machine's own. */
export function chooseTimeZone(zone: string | null): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (zone === null || zone.length > 64) return own;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return own;
    throw error;
  }
}
