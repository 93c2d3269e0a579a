import { describe, expect, it } from "vitest";
import { proposeSetAside } from "./propose-set-aside";

describe("proposeSetAside", () => {
  it("proposes that an opinion and an appeal need no check", () => {
    expect(proposeSetAside({ modality: "opinion", reasons: ["name"] })).toBe("OPINION");
    expect(proposeSetAside({ modality: "appeal", reasons: [] })).toBe("NOTHING_TO_CHECK");
  });

  it("leaves to be checked what names a figure or a date, however it is judged", () => {
    expect(proposeSetAside({ modality: "opinion", reasons: ["name", "money"] })).toBeNull();
    expect(proposeSetAside({ modality: "appeal", reasons: ["percent"] })).toBeNull();
  });

  it("leaves to be checked why something happened, also beside a judgement", () => {
    expect(proposeSetAside({ modality: "opinion", reasons: ["cause"] })).toBeNull();
  });

  it.each([
    ["Foto: Karl Beispiel/dpa", "NOTHING_TO_CHECK"],
    ["Photo: Jane Sample", "NOTHING_TO_CHECK"],
    ["Foto: Der Damm brach am Montag in der Nähe der Stadt.", null],
    ["Bild der Verwüstung in Musterhafen", null],
  ])("takes “%s” for a credit alone: %s", (wording, expected) => {
    expect(proposeSetAside({ modality: "asserted", reasons: [], wording })).toBe(expected);
  });

  it.each(["prediction", "hearsay", "conjecture", "negated", "asserted"] as const)(
    "leaves to be checked what is %s",
    (modality) => expect(proposeSetAside({ modality, reasons: [] })).toBeNull(),
  );
});
