"use client";

import { useRouter } from "next/navigation";
import { useTimeZone } from "next-intl";
import { useEffect } from "react";
import { TIME_ZONE_COOKIE } from "@/lib/i18n/locales";
import { rememberInCookie } from "./remember-in-cookie";

/** Tells the server once which time zone the reader is in, so that both write times alike. */
export function TimeZoneCookie() {
  const router = useRouter();
  const timeZone = useTimeZone();
  useEffect(() => {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zone === timeZone || document.cookie.includes(`${TIME_ZONE_COOKIE}=${encodeURIComponent(zone)}`)) {
      return;
    }
    rememberInCookie(TIME_ZONE_COOKIE, zone);
    router.refresh();
  }, [router, timeZone]);
  return null;
}
