import { describe, expect, test } from "vitest";
import { completeSourceEdit, factsSignedOff } from "./confidentiality";

describe("completeSourceEdit", () => {
  test("protects a source that becomes a person, unless the same edit says otherwise", () => {
    expect(completeSourceEdit({ kind: "PAGE" }, { kind: "PERSON" })).toEqual({
      kind: "PERSON",
      isConfidential: true,
    });
    expect(completeSourceEdit({ kind: "PAGE" }, { kind: "CALL", isConfidential: false })).toEqual({
      kind: "CALL",
      isConfidential: false,
    });
  });

  test("leaves alone what was decided about a person already", () => {
    expect(completeSourceEdit({ kind: "CALL" }, { kind: "PERSON" })).toEqual({ kind: "PERSON" });
    expect(completeSourceEdit({ kind: "PERSON" }, { kind: "PAGE" })).toEqual({ kind: "PAGE" });
  });
});

describe("factsSignedOff", () => {
  test("are all of an edit but more protection", () => {
    expect(factsSignedOff({ isConfidential: true })).toEqual([]);
    expect(factsSignedOff({ isConfidential: false, title: "x" })).toEqual(["isConfidential", "title"]);
  });
});
