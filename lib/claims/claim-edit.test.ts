import { describe, expect, test } from "vitest";
import { completeEdit } from "./claim-edit";
import type { ClaimFields } from "./schemas";

type Stored = Parameters<typeof completeEdit>[0]["stored"];

const STORED: Stored = {
  wording: "Die Stadt baut.",
  translation: null,
  spans: [{ start: 0, end: 15 }],
  speaker: "Petra Beispiel",
  speakerRole: null,
  kind: "event",
  state: "OPEN",
  verdict: null,
  reason: "",
  attributionVerdict: null,
  assigneeId: null,
  setAside: null,
  mode: "direct",
  isModeBySpeaker: false,
};

const edit = (stored: Partial<Stored>, sent: ClaimFields, isReviewer = false) =>
  completeEdit({ stored: { ...STORED, ...stored }, sent, userId: "me", isReviewer });

const refusal = (path: string, rule: string) =>
  expect.objectContaining({ code: "INVALID", details: { issues: [{ path, rule }] } });

describe("completeEdit", () => {
  test("leaves an edit as it is where nothing follows from it", () => {
    expect(edit({}, { reason: "Darum", verdict: undefined })).toEqual({ reason: "Darum" });
  });

  test("gives a claim that is nobody's to whoever starts work on it", () => {
    expect(edit({}, { state: "IN_PROGRESS" })).toEqual({ state: "IN_PROGRESS", assigneeId: "me" });
    expect(edit({ assigneeId: "other" }, { state: "IN_PROGRESS" })).toEqual({ state: "IN_PROGRESS" });
    expect(edit({}, { state: "IN_PROGRESS", assigneeId: "other" })).toMatchObject({ assigneeId: "other" });
  });

  test("does not take a claim in progress away from everybody", () => {
    const working = { state: "IN_PROGRESS", assigneeId: "me" } as const;
    expect(() => edit(working, { assigneeId: null })).toThrow(refusal("assigneeId", "needsAssignee"));
    expect(edit(working, { assigneeId: null, state: "OPEN" })).toEqual({ assigneeId: null, state: "OPEN" });
  });

  test("takes a verdict and the step to review in one edit, and keeps the verdict while in review", () => {
    expect(edit({}, { verdict: "FALSE", state: "IN_REVIEW" })).toMatchObject({ state: "IN_REVIEW" });
    expect(() => edit({ state: "IN_REVIEW", verdict: "FALSE" }, { verdict: null })).toThrow(
      refusal("verdict", "needsVerdict"),
    );
  });

  test("judges words only where somebody said them", () => {
    expect(edit({}, { attributionVerdict: "SAID" })).toEqual({ attributionVerdict: "SAID" });
    const unsaid = refusal("attributionVerdict", "needsSpeaker");
    const own = { speaker: null, mode: "author" } as const;
    expect(() => edit(own, { attributionVerdict: "SAID" })).toThrow(unsaid);
    const reported = { mode: "reported", isModeBySpeaker: true } as const;
    expect(() => edit(reported, { speaker: null, attributionVerdict: "SAID" })).toThrow(unsaid);
  });

  test("judges the words of somebody whom the text does not name", () => {
    const unnamed = { speaker: null, mode: "indirect" } as const;
    expect(edit(unnamed, { attributionVerdict: "NOT_SAID" })).toEqual({ attributionVerdict: "NOT_SAID" });
  });

  test("takes nobody's word for having been said by somebody else", () => {
    const said = { attributionVerdict: "SAID" } as const;
    expect(edit(said, { speaker: "John Kirby" })).toEqual({
      speaker: "John Kirby",
      attributionVerdict: null,
    });
    expect(edit(said, { speaker: null })).toEqual({ speaker: null, attributionVerdict: null });
    const both = { speaker: "John Kirby", attributionVerdict: "NOT_SAID" } as const;
    expect(edit(said, both)).toEqual(both);
    expect(edit(said, { speaker: "Petra Beispiel" })).toEqual({ speaker: "Petra Beispiel" });
    expect(edit({}, { speaker: "John Kirby" })).toEqual({ speaker: "John Kirby" });
  });

  test("takes a statement for reported while it has a speaker, and speech in the text for speech always", () => {
    const own = { speaker: null, mode: "author", isModeBySpeaker: true } as const;
    expect(edit(own, { speaker: "John Kirby" })).toEqual({ speaker: "John Kirby", mode: "reported" });
    const reported = { mode: "reported", isModeBySpeaker: true } as const;
    expect(edit(reported, { speaker: null })).toEqual({ speaker: null, mode: "author" });
    expect(edit(reported, { speaker: "John Kirby" })).toEqual({ speaker: "John Kirby" });
    expect(edit({ mode: "direct" }, { speaker: null })).toEqual({ speaker: null });
  });

  test("changes nothing of a claim that is signed off but its state", () => {
    const signedOff = { state: "SIGNED_OFF", verdict: "FALSE", assigneeId: "me" } as const;
    expect(() => edit(signedOff, { reason: "Late" }, true)).toThrow(refusal("reason", "locked"));
    expect(() => edit(signedOff, { reason: "Late", state: "IN_PROGRESS" }, true)).toThrow(
      refusal("reason", "locked"),
    );
    expect(edit(signedOff, { reason: "", verdict: "FALSE" }, true)).toBeDefined();
    expect(edit(signedOff, { state: "IN_PROGRESS" }, true)).toEqual({ state: "IN_PROGRESS" });
    expect(() => edit(signedOff, { state: "IN_PROGRESS" })).toThrow(refusal("state", "needsReviewer"));
  });

  test("takes a verdict for a sign that there was something to check", () => {
    const aside = { setAside: "OPINION" } as const;
    expect(edit(aside, { verdict: "FALSE" })).toEqual({ verdict: "FALSE", setAside: null });
    expect(edit(aside, { reason: "Darum" })).toEqual({ reason: "Darum" });
    expect(edit(aside, { attributionVerdict: "SAID" })).toEqual({ attributionVerdict: "SAID" });
  });

  test("sets nothing aside that has a verdict", () => {
    const hasVerdict = refusal("setAside", "hasVerdict");
    expect(() => edit({ verdict: "FALSE" }, { setAside: "OPINION" })).toThrow(hasVerdict);
    expect(() => edit({}, { verdict: "FALSE", setAside: "OPINION" })).toThrow(hasVerdict);
    const both = { verdict: null, setAside: "OPINION" } as const;
    expect(edit({ verdict: "FALSE" }, both)).toEqual(both);
  });

  test("sets nothing aside that is signed off", () => {
    const signedOff = { state: "SIGNED_OFF", verdict: "FALSE", assigneeId: "me" } as const;
    expect(() => edit(signedOff, { setAside: "OPINION", verdict: null }, true)).toThrow(
      expect.objectContaining({ code: "INVALID" }),
    );
  });
});
