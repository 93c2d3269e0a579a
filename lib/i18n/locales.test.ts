import { describe, expect, it } from "vitest";
import { chooseLocale, chooseTimeZone } from "./locales";

const nothing = { profile: null, cookie: null, acceptLanguage: null };

describe("chooseLocale", () => {
  it("prefers the profile to the cookie and the cookie to the browser", () => {
    expect(chooseLocale({ profile: "en", cookie: "de", acceptLanguage: "de" })).toBe("en");
    expect(chooseLocale({ ...nothing, cookie: "en", acceptLanguage: "de" })).toBe("en");
    expect(chooseLocale({ ...nothing, acceptLanguage: "de-AT,de;q=0.9,en;q=0.8" })).toBe("de");
  });

  it("follows the weights of the browser, not the order", () => {
    expect(chooseLocale({ ...nothing, acceptLanguage: "de;q=0.4, fr, en-GB;q=0.7" })).toBe("en");
    expect(chooseLocale({ ...nothing, acceptLanguage: "en;q=0, de;q=0.1" })).toBe("de");
  });

  it("speaks English to browsers of other languages and German to those that ask for nothing", () => {
    expect(chooseLocale({ ...nothing, acceptLanguage: "fr-FR,it;q=0.5" })).toBe("en");
    expect(chooseLocale(nothing)).toBe("de");
  });

  it("ignores values that are no language of the interface", () => {
    expect(chooseLocale({ profile: "<script>", cookie: "xx", acceptLanguage: ";;,q=" })).toBe("en");
  });
});

describe("chooseTimeZone", () => {
  it("takes a known zone and falls back on the machine's own for anything else", () => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(chooseTimeZone("Europe/Berlin")).toBe("Europe/Berlin");
    expect(chooseTimeZone("Mars/Olympus")).toBe(own);
    expect(chooseTimeZone("x".repeat(1000))).toBe(own);
    expect(chooseTimeZone(null)).toBe(own);
  });
});
