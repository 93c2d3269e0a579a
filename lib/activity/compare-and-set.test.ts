import { describe, expect, test } from "vitest";
import { changeOf, findNewerFields, sentFields } from "./compare-and-set";

const row = {
  version: 4,
  fieldVersions: { wording: 3, verdict: 4 },
  fields: { wording: "Wort", verdict: "FALSE", reason: "", spans: [{ start: 0, end: 4 }] },
};

describe("findNewerFields", () => {
  test("names the sent fields that changed since the version was read", () => {
    expect(findNewerFields(row, 2, ["wording", "verdict", "reason"])).toEqual(["wording", "verdict"]);
    expect(findNewerFields(row, 3, ["wording", "verdict", "reason"])).toEqual(["verdict"]);
    expect(findNewerFields(row, 4, ["wording", "verdict", "reason"])).toEqual([]);
  });

  test("lets fields that never changed pass with any version", () => {
    expect(findNewerFields(row, 1, ["reason"])).toEqual([]);
  });
});

describe("changeOf", () => {
  test("keeps what changed, before and after, and marks it with the new version", () => {
    expect(changeOf(row, { wording: "Wort", reason: "Darum" })).toEqual({
      version: 5,
      fieldVersions: { wording: 3, verdict: 4, reason: 5 },
      before: { reason: "" },
      after: { reason: "Darum" },
    });
  });

  test("finds nothing to do where all values are there already, in whatever order their names come", () => {
    expect(changeOf(row, { verdict: "FALSE", spans: [{ end: 4, start: 0 }] })).toBeNull();
    expect(changeOf(row, {})).toBeNull();
  });

  test("sees a value taken away", () => {
    expect(changeOf(row, { verdict: null })).toMatchObject({
      before: { verdict: "FALSE" },
      after: { verdict: null },
    });
  });
});

test("sentFields leaves out what was not sent and keeps what was sent as null", () => {
  expect(sentFields({ a: undefined, b: null, c: "" })).toEqual({ b: null, c: "" });
});
