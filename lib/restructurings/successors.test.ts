import { describe, expect, test } from "vitest";
import type { Ground, Predecessor } from "./successors";
import { mergerOf, partOf } from "./successors";

const TEXT = "Der Rat kaufte Boote. Die Halle brannte ab. Der Rat kaufte Boote.";
const ground: Ground = {
  text: TEXT,
  language: "de",
  found: [],
  quotations: [],
  sentences: [
    { start: 0, end: 21 },
    { start: 22, end: 43 },
    { start: 44, end: 65 },
  ],
};

const claim = (fields: Partial<Predecessor> = {}): Predecessor => ({
  number: 1,
  spans: [{ start: 0, end: 21 }],
  repeats: [],
  speaker: null,
  speakerRole: null,
  mode: "author",
  modality: "asserted",
  kind: "event",
  setAside: null,
  isSetAsideProposed: true,
  isSpeakerDecided: false,
  isModeBySpeaker: true,
  state: "OPEN",
  verdict: null,
  reason: "",
  assigneeId: null,
  ...fields,
});

const part = (of: Predecessor, wording = "Der Rat kaufte Boote.", spans = [{ start: 0, end: 7 }]) =>
  partOf(ground, of, { wording, spans, path: "parts.0" });
const merged = (claims: Predecessor[], wording = "Zusammen.") => mergerOf(ground, claims, wording);

describe("partOf", () => {
  test.each(["appeal", "opinion", "prediction", "hearsay", "conjecture"] as const)(
    "stays %s, whatever its words say by themselves",
    (modality) => expect(part(claim({ modality })).facts.modality).toBe(modality),
  );

  test("is negated where its own words are, not where those of another part are", () => {
    const negated = claim({ modality: "negated" });
    expect(part(negated, "Der Rat kaufte keine Boote.").facts.modality).toBe("negated");
    expect(part(negated, "Der Rat kaufte Boote.").facts.modality).toBe("asserted");
  });

  test("is more uncertain than the whole where its own words are", () => {
    expect(part(claim(), "Angeblich kaufte der Rat Boote.").facts.modality).toBe("hearsay");
  });

  test("keeps a repeat only where its words stand there", () => {
    const repeated = claim({
      repeats: [{ spans: [{ start: 44, end: 65 }] }, { spans: [{ start: 22, end: 43 }] }],
    });
    expect(part(repeated).places).toEqual([
      { sentence: 0, spans: [{ start: 0, end: 7 }] },
      { sentence: 2, spans: [{ start: 44, end: 51 }] },
    ]);
  });

  test("takes pieces that were only parted by a space for one, and nothing beyond", () => {
    const parted = claim({
      spans: [
        { start: 0, end: 7 },
        { start: 8, end: 14 },
      ],
    });
    expect(part(parted, "x", [{ start: 0, end: 14 }]).places).toHaveLength(1);
    expect(() => part(parted, "x", [{ start: 0, end: 15 }])).toThrow(
      expect.objectContaining({ details: { issues: [{ path: "parts.0.spans.0", rule: "outsideClaim" }] } }),
    );
  });

  test("says of its mode what was said of the whole", () => {
    const quoted = { speaker: "Petra Beispiel", mode: "direct" } as const;
    expect(part(claim({ ...quoted, isModeBySpeaker: false })).facts).toMatchObject({
      speaker: "Petra Beispiel",
      mode: "direct",
      fieldVersions: {},
    });
    const reported = claim({ speaker: "Petra Beispiel", mode: "reported", isModeBySpeaker: true });
    expect(part(reported).facts.fieldVersions).toEqual({ mode: 1 });
  });

  test("is nobody's decision where somebody decided about the whole", () => {
    const decided = claim({ setAside: "OPINION", isSetAsideProposed: false });
    expect(part(decided).facts).toMatchObject({ setAside: "OPINION", fieldVersions: {} });
  });

  test("goes to the person whom people named, whatever is heard in the text", () => {
    const heard = {
      wording: "x",
      speakerRole: null,
      mode: "direct",
      modality: "asserted",
    } as const;
    const found: Ground["found"] = [
      { ...heard, speaker: "Petra Beispiel", repeats: [], spans: [{ start: 0, end: 7 }] },
      { ...heard, speaker: "John Kirby", repeats: [], spans: [{ start: 8, end: 21 }] },
    ];
    const of = (isSpeakerDecided: boolean) =>
      partOf({ ...ground, found }, claim({ speaker: "Max Muster", mode: "reported", isSpeakerDecided }), {
        wording: "Der Rat.",
        spans: [{ start: 0, end: 7 }],
        path: "parts.0",
      }).facts;
    expect(of(true)).toMatchObject({
      speaker: "Max Muster",
      mode: "reported",
      fieldVersions: { speaker: 1 },
    });
    expect(of(false)).toMatchObject({ speaker: "Petra Beispiel", mode: "direct" });
  });

  test("goes on where the work was, and begins anew behind a verdict", () => {
    expect(part(claim({ state: "WAITING", assigneeId: "a", reason: "Draft" })).facts).toMatchObject({
      state: "WAITING",
      assigneeId: "a",
      reason: "Draft",
    });
    const judged = claim({ state: "IN_REVIEW", verdict: "FALSE", reason: "Because" });
    expect(part(judged).facts).toMatchObject({ state: "OPEN", reason: "" });
  });
});

describe("mergerOf", () => {
  const other = { spans: [{ start: 22, end: 43 }] };

  test("stands where the others stand, each place once", () => {
    const { places } = merged([claim({ repeats: [{ spans: [{ start: 44, end: 65 }] }] }), claim(other)]);
    expect(places.map(({ spans }) => spans)).toEqual([[{ start: 0, end: 43 }], [{ start: 44, end: 65 }]]);
  });

  test("is as uncertain as the most uncertain, and a quotation only where all of it is one", () => {
    const said = { speaker: "Petra Beispiel", mode: "direct" } as const;
    const { facts } = merged([
      claim(said),
      claim({ ...other, ...said, mode: "indirect", modality: "hearsay" }),
    ]);
    expect(facts).toMatchObject({ modality: "hearsay", mode: "indirect", speaker: "Petra Beispiel" });
    expect(merged([claim(said), claim({ ...other, ...said })]).facts.mode).toBe("direct");
  });

  test("puts nobody's words into another mouth, named or not", () => {
    const stranger = expect.objectContaining({
      details: { issues: [{ path: "claims.1", rule: "otherSpeaker" }] },
    });
    const said = { speaker: "Petra Beispiel", mode: "direct" } as const;
    expect(() => merged([claim(said), claim(other)])).toThrow(stranger);
    expect(() => merged([claim(said), claim({ ...other, ...said, speaker: "John Kirby" })])).toThrow(
      stranger,
    );
    expect(() => merged([claim(), claim({ ...other, mode: "indirect" })])).toThrow(stranger);
  });

  test("is to be checked where one of them is", () => {
    const aside = { setAside: "OPINION", modality: "opinion" } as const;
    expect(merged([claim(aside), claim(other)]).facts.setAside).toBeNull();
    expect(merged([claim(aside), claim({ ...other, ...aside })]).facts.setAside).toBe("OPINION");
  });

  test("is decided upon only where each of them was, and alike", () => {
    const decided = { setAside: "OPINION", modality: "opinion", isSetAsideProposed: false } as const;
    const versions = (claims: Predecessor[]) => merged(claims).facts.fieldVersions;
    expect(versions([claim(decided), claim({ ...other, ...decided, isSetAsideProposed: true })])).toEqual({});
    expect(versions([claim(decided), claim({ ...other, ...decided, setAside: null })])).toEqual({});
    expect(versions([claim(decided), claim({ ...other, ...decided })])).toEqual({ setAside: 1 });
  });

  test.each(["prediction", "appeal", "opinion", "negated", "conjecture"] as const)(
    "stays hearsay beside %s words",
    (modality) => {
      expect(merged([claim({ modality }), claim({ ...other, modality: "hearsay" })]).facts.modality).toBe(
        "hearsay",
      );
    },
  );

  test("never takes two people of one name, or two without a name, for one", () => {
    const stranger = expect.objectContaining({
      details: { issues: [{ path: "claims.1", rule: "otherSpeaker" }] },
    });
    const police = { speaker: "Müller", speakerRole: "Sprecher der Polizei", mode: "indirect" } as const;
    const lawyer = { ...police, speakerRole: "Anwalt des Kassierers" };
    expect(() => merged([claim(police), claim({ ...other, ...lawyer })])).toThrow(stranger);
    expect(merged([claim(police), claim({ ...other, ...police, speakerRole: null })]).facts).toMatchObject(
      police,
    );
    const unnamed = [claim({ mode: "indirect" }), claim({ ...other, mode: "indirect" })];
    expect(() => merged(unnamed)).toThrow(stranger);
    const quotations = (cues: [number, number]): Ground["quotations"] =>
      cues.map((start, index) => ({
        start: index * 22,
        end: index * 22 + 20,
        cue: { start, end: start + 4 },
      }));
    expect(() => mergerOf({ ...ground, quotations: quotations([2, 30]) }, unnamed, "x")).toThrow(stranger);
    expect(mergerOf({ ...ground, quotations: quotations([2, 2]) }, unnamed, "x").facts.mode).toBe("indirect");
  });

  test("has a draft once that its parts had from one claim", () => {
    expect(merged([claim({ reason: "Draft" }), claim({ ...other, reason: "Draft" })]).facts.reason).toBe(
      "Draft",
    );
  });

  test("belongs to whoever has all of them, and keeps all reasoning", () => {
    const mine = { assigneeId: "a", state: "IN_PROGRESS", reason: "One" } as const;
    expect(merged([claim(mine), claim({ ...other, ...mine, reason: "Two" })]).facts).toMatchObject({
      assigneeId: "a",
      state: "IN_PROGRESS",
      reason: "One\n\nTwo",
    });
    expect(merged([claim(mine), claim(other)]).facts).toMatchObject({ assigneeId: null, state: "OPEN" });
  });
});
