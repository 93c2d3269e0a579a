import { describe, expect, it } from "vitest";
import { isSameOrigin } from "./same-origin";

const BASE = "https://beleg.example.org";
const ORIGINS = {
  none: undefined,
  null: "null",
  empty: "",
  evil: "https://evil.example",
  "host.evil": "https://beleg.example.org.evil.example",
  "evil before host": "https://evil-beleg.example.org",
  "port off": "https://beleg.example.org:8443",
  "scheme off": "http://beleg.example.org",
  "user part": "https://beleg.example.org@evil.example",
  good: BASE,
} as const;
const FORWARDED = { none: undefined, evil: "evil.example", good: "beleg.example.org" } as const;
const SITES = [undefined, "cross-site", "same-site", "none"] as const;

describe("isSameOrigin", () => {
  const matrix = Object.keys(ORIGINS).flatMap((origin) =>
    Object.keys(FORWARDED).flatMap((forwarded) => SITES.map((site) => ({ origin, forwarded, site }))),
  ) as { origin: keyof typeof ORIGINS; forwarded: keyof typeof FORWARDED; site: string | undefined }[];

  it.each(matrix)("origin $origin, X-Forwarded-Host $forwarded, Sec-Fetch-Site $site", (row) => {
    const headers = new Headers();
    const origin = ORIGINS[row.origin];
    const forwarded = FORWARDED[row.forwarded];
    if (origin !== undefined) headers.set("origin", origin);
    if (forwarded !== undefined) {
      headers.set("x-forwarded-host", forwarded);
      headers.set("host", forwarded);
    }
    if (row.site !== undefined) headers.set("sec-fetch-site", row.site);
    expect(isSameOrigin(headers, BASE)).toBe(row.origin === "good");
  });

  it("takes Sec-Fetch-Site: same-origin for a missing Origin, not for a foreign one", () => {
    expect(isSameOrigin(new Headers({ "sec-fetch-site": "same-origin" }), BASE)).toBe(true);
    const foreign = { "sec-fetch-site": "same-origin", origin: "https://evil.example" };
    expect(isSameOrigin(new Headers(foreign), BASE)).toBe(false);
  });

  it("takes the names of this machine for each other, on the same port only", () => {
    const base = "http://localhost:3000";
    for (const origin of ["http://127.0.0.1:3000", "http://[::1]:3000", "http://localhost:3000"]) {
      expect(isSameOrigin(new Headers({ origin }), base)).toBe(true);
      expect(isSameOrigin(new Headers({ origin }), BASE)).toBe(false);
    }
    for (const origin of ["http://127.0.0.1:3001", "https://localhost:3000", "http://10.0.0.1:3000"]) {
      expect(isSameOrigin(new Headers({ origin }), base)).toBe(false);
    }
  });
});
