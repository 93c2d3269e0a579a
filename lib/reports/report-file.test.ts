import { describe, expect, it } from "vitest";
import { buildReport } from "./build-report";
import { hostileSnapshot } from "./hostile-snapshot";
import { contentDisposition, reportFileName } from "./report-file";
import { sampleSnapshot } from "./sample-snapshot";
import { webAddress } from "./web-address";

const options = {
  number: 3,
  profile: "internal",
  language: "de",
  timeZone: "Europe/Berlin",
  createdAt: "2026-03-13T15:42:00.000Z",
  createdBy: "Jana Petersen",
} as const;

describe("reportFileName", () => {
  it("says which report it is", () => {
    expect(reportFileName(buildReport(sampleSnapshot(), options), "html")).toBe(
      "Prüfbericht 3 – Stadtrat beschließt Radweg an der Hafenstraße.html",
    );
    const english = { ...options, number: null, language: "en", profile: "publishable" } as const;
    expect(reportFileName(buildReport(sampleSnapshot(), english), "md")).toBe(
      "Verification report (Draft) (for publication) – Stadtrat beschließt Radweg an der Hafenstraße.md",
    );
  });

  it("holds nothing that a file system, a header or a reader takes for something else", () => {
    const title = '../..\\CON:<a|b>?*"\u202egnp.exe\r\nSet-Cookie: x\u0000';
    const name = reportFileName(buildReport(hostileSnapshot(title, "x"), options), "json");
    expect(name).not.toMatch(/[/\\:<>|?*"\p{Cc}\p{Cf}]/u);
    expect(contentDisposition("attachment", name)).toMatch(
      /^attachment; filename="[ -~]+"; filename\*=UTF-8''[\w.~%-]+$/,
    );
  });
});

describe("contentDisposition", () => {
  it("gives old programs a plain name and all others the true one", () => {
    expect(contentDisposition("inline", "Prüfbericht 3 – Größe.html")).toBe(
      "inline; filename=\"Pruefbericht 3 - Groesse.html\"; filename*=UTF-8''Pr%C3%BCfbericht%203%20%E2%80%93%20Gr%C3%B6%C3%9Fe.html",
    );
  });
});

describe("webAddress", () => {
  it("takes http and https as a browser reads them, and nothing else", () => {
    expect(webAddress("https://example.org/ä")).toBe("https://example.org/%C3%A4");
    for (const text of [
      "javascript:alert(1)",
      "java\tscript:alert(1)",
      " JavaScript:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "//x",
      "x",
      "",
    ]) {
      expect(webAddress(text)).toBeNull();
    }
    expect(webAddress(null)).toBeNull();
  });
});
