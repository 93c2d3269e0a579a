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

  it.each(["prediction", "hearsay", "conjecture", "negated", "asserted"] as const)(
    "leaves to be checked what is %s",
    (modality) => expect(proposeSetAside({ modality, reasons: [] })).toBeNull(),
  );
});
