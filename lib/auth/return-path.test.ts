import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toReturnPath } from "./return-path";

const BASE = "https://beleg.example.org";

describe("toReturnPath", () => {
  it.each(["/", "/articles", "/articles/1?claim=2", "/articles?q=a%20b#top", "/articles/ä"])(
    "keeps %j",
    (wish) => {
      expect(new URL(toReturnPath(wish) ?? "", BASE).href).toBe(new URL(wish, BASE).href);
    },
  );

  it.each([
    null,
    undefined,
    "",
    "//evil",
    "///evil",
    "/\\evil",
    "\\\\evil",
    "/%09/evil\t",
    "/\t/evil",
    "/\n/evil",
    "\t//evil",
    " //evil",
    "/ /evil",
    "https:evil",
    "https:/evil",
    "https://evil",
    "http://host.evil",
    `${BASE}.evil/`,
    "@evil",
    "evil",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "/.//evil",
    "/..//evil",
    "/articles/..//evil",
    "/%5cevil\\",
    `/${"a".repeat(2_000)}`,
  ])("refuses %j", (wish) => {
    expect(toReturnPath(wish)).toBeNull();
  });

  it("never leads back to pages that make no sense after sign-in", () => {
    for (const path of [
      "/sign-in",
      "/sign-in?next=/",
      "/setup?token=x",
      "/invitations/x",
      "/api/v1/session",
    ]) {
      expect(toReturnPath(path)).toBeNull();
    }
  });

  it("leaves no text with which a browser could end up at another origin", () => {
    const hostile = fc.array(
      fc.constantFrom(
        "/",
        "\\",
        "@",
        ":",
        ".",
        "..",
        "//",
        "%2f",
        "%5c",
        "\t",
        "\n",
        "\r",
        "\0",
        "evil.com",
        "https:",
        "?",
        "#",
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(hostile, (parts) => {
        const path = toReturnPath(`/${parts.join("")}`);
        if (path === null) return;
        expect(new URL(path, BASE).origin).toBe(BASE);
        expect(path.startsWith("//")).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});
