import { describe, expect, it } from "vitest";
import { looksLikeUrl, safeHref, withScheme } from "./source-link";

describe("the address of a source", () => {
  it("becomes a link only where it leads to the web", () => {
    expect(safeHref("https://council.example/minutes")).toBe("https://council.example/minutes");
    expect(safeHref("javascript:alert(1)")).toBeUndefined();
    expect(safeHref("data:text/html,<b>")).toBeUndefined();
    expect(safeHref(null)).toBeUndefined();
  });

  it("is told from a title, also without a scheme", () => {
    expect(looksLikeUrl(" www.council.example ")).toBe(true);
    expect(looksLikeUrl("Minutes of the council, see www.council.example")).toBe(false);
    expect(withScheme("www.council.example")).toBe("https://www.council.example");
  });
});
