import createNextIntlPlugin from "next-intl/plugin";

/** What every response carries. Pages get their Content-Security-Policy with a nonce from proxy.ts. */
const SECURITY_HEADERS = {
  "Content-Security-Policy": "frame-ancestors 'none'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy":
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), fullscreen=(self), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), xr-spatial-tracking=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-DNS-Prefetch-Control": "off",
  "X-Frame-Options": "DENY",
};

/**
 * A report is words of other people in HTML: opened in a browser it may look like itself and open its links in a window
 * of their own, nothing else. Here, because these headers win over those of a route.
 */
const REPORT_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** @type {import("next").NextConfig} */
const config = {
  cacheComponents: false,
  devIndicators: false,
  images: { unoptimized: true },
  poweredByHeader: false,
  serverExternalPackages: ["@node-rs/argon2", "@prisma/adapter-pg", "@prisma/client", "pg"],
  turbopack: { root: import.meta.dirname },
  // `npm run check` runs tsc; a start on somebody's server need not.
  typescript: { ignoreBuildErrors: true },
  async headers() {
    return [
      {
        source: "/:path*",
        headers: Object.entries(SECURITY_HEADERS).map(([key, value]) => ({ key, value })),
      },
      {
        source: "/api/v1/articles/:articleId/report",
        headers: [{ key: "Content-Security-Policy", value: REPORT_POLICY }],
      },
    ];
  },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
