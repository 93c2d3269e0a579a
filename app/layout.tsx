import "./globals.css";
import { CSPProvider } from "@base-ui/react/csp-provider";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { connection } from "next/server";
import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { TimeZoneCookie } from "@/components/app-frame/time-zone-cookie";
import { RESTORE_PANES_SCRIPT } from "@/components/ui/pane-size";
import { getPreferences } from "@/lib/i18n/preferences";

export const metadata: Metadata = {
  title: { default: "Beleg", template: "%s · Beleg" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfbf8" },
    { media: "(prefers-color-scheme: dark)", color: "#15171b" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Only a page made for one request can carry the nonce of that request.
  await connection();
  const [header, { locale, theme }] = await Promise.all([headers(), getPreferences()]);
  return (
    // The script below may have put remembered widths on the element before React looks at it.
    <html lang={locale} data-theme={theme ?? undefined} suppressHydrationWarning>
      <body className="isolate">
        <script
          nonce={header.get("x-nonce") ?? undefined}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, no data in it
          dangerouslySetInnerHTML={{ __html: RESTORE_PANES_SCRIPT }}
        />
        <NextIntlClientProvider>
          <CSPProvider disableStyleElements>{children}</CSPProvider>
          <TimeZoneCookie />
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
