import { expect, test } from "vitest";
import { pastOf } from "@/lib/claims/english-verbs";

test.each([
  ["killing", "killed"],
  ["causing", "caused"],
  ["planning", "planned"],
  ["carrying", "carried"],
  ["leaving", "left"],
  ["making", "made"],
])("puts %s into the past as %s", (participle, past) => {
  expect(pastOf(participle)).toBe(past);
});
