import { expect, it } from "vitest";
import { readableText } from "./readable-text";

it("refuses a text in which there is nothing to see", () => {
  for (const text of ["", " \n\t", "\u00a0\u200b\ufeff\u2060"]) {
    expect(() => readableText(text)).toThrow(
      expect.objectContaining({ code: "INVALID", details: { issues: [{ path: "text", rule: "required" }] } }),
    );
  }
  expect(readableText("…")).toBe("…");
});
