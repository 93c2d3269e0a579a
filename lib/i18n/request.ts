import { getRequestConfig } from "next-intl/server";
import { formats } from "./formats";
import { MESSAGES } from "./messages";
import { getPreferences } from "./preferences";

// biome-ignore lint/style/noDefaultExport: next-intl loads this file by its default export
export default getRequestConfig(async () => {
  const { locale, timeZone } = await getPreferences();
  return { locale, timeZone, messages: MESSAGES[locale], formats, now: new Date() };
});
