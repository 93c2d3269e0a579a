import { describe, expect, test } from "vitest";
import { canonicalUrl, isPublicUrl } from "./canonical-url";

describe("isPublicUrl", () => {
  test.each([
    "http://example.org",
    "https://example.org/a?b=c#d",
    "https://münchen.de/",
    "https://[2001:db8::1]/",
  ])("takes %s", (url) => {
    expect(isPublicUrl(url)).toBe(true);
  });

  test.each([
    "javascript:alert(1)",
    "java\tscript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    "ftp://example.org",
    "https://user:secret@example.org/",
    "https://user@example.org/",
    "//example.org",
    "/path",
    "example.org",
    "",
    "https://",
    "https://exa mple.org",
    "https://example.org/\0",
    "https://example.org/\ud800",
    "https://example.org/\nx",
  ])("refuses %j", (url) => {
    expect(isPublicUrl(url)).toBe(false);
    expect(canonicalUrl(url)).toBeNull();
  });
});

describe("canonicalUrl", () => {
  test.each([
    ["HTTPS://Example.ORG/Path", "https://example.org/Path"],
    ["https://example.org:443/a", "https://example.org/a"],
    ["http://example.org:80/a", "http://example.org/a"],
    ["http://example.org:8080/a", "http://example.org:8080/a"],
    ["https://example.org/a#part", "https://example.org/a"],
    ["https://example.org/a/", "https://example.org/a"],
    ["https://example.org", "https://example.org/"],
    ["https://example.org./a", "https://example.org/a"],
    ["https://example.org/a?utm_source=x&id=7&fbclid=y", "https://example.org/a?id=7"],
    ["https://example.org/a?UTM_Campaign=x", "https://example.org/a"],
    ["https://example.org/a?", "https://example.org/a"],
    ["https://example.org/a?b=2&a=1", "https://example.org/a?b=2&a=1"],
    ["https://example.org/a?q=%C3%A4+b", "https://example.org/a?q=%C3%A4+b"],
    ["https://münchen.de/", "https://xn--mnchen-3ya.de/"],
  ])("makes %s into %s", (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
    expect(canonicalUrl(canonical)).toBe(canonical);
  });

  test("keeps apart what may be two pages", () => {
    expect(canonicalUrl("http://example.org/a")).not.toBe(canonicalUrl("https://example.org/a"));
    expect(canonicalUrl("https://example.org/a")).not.toBe(canonicalUrl("https://example.org/A"));
    expect(canonicalUrl("https://example.org/?id=1")).not.toBe(canonicalUrl("https://example.org/?id=2"));
  });
});
