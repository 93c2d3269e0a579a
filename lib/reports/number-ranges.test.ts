import { expect, test } from "vitest";
import { numberRanges } from "./number-ranges";

test("numberRanges joins three and more numbers in a row, and no fewer", () => {
  expect(numberRanges([1, 2, 3, 5, 8, 9])).toBe("1–3, 5, 8, 9");
  expect(numberRanges([])).toBe("");
});
