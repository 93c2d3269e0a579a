import { describe, expect, it } from "vitest";
import { checkReasonsOf } from "@/lib/claims/check-reasons";
import { claimKindOf } from "@/lib/claims/claim-kind";
import type { ClaimModality } from "@/lib/claims/claim-vocabulary";
import { modalityOf } from "@/lib/claims/modality";
import { readWording } from "@/lib/claims/read-statement";

function kindOf(
  wording: string,
  { language = "de", modality }: { language?: string; modality?: ClaimModality } = {},
) {
  const statement = readWording(wording, language);
  const known = modality ?? modalityOf({ ...statement, cueLemma: "", isHearsay: false });
  const reasons = checkReasonsOf({ statement, modality: known, isQuoted: false });
  return claimKindOf({ statement, modality: known, reasons });
}

describe("the kind of a claim", () => {
  it.each([
    ["Bei dem Brand wurden zwei Menschen verletzt.", "event"],
    ["In den Leitungen sind Keime entdeckt worden.", "event"],
    ["Der Deich brach in der Nacht.", "event"],
    ["Der Schaden beträgt 85.000 Euro.", "quantity"],
    ["Die Klinik beschäftigt 640 Menschen.", "quantity"],
    ["Die Preise sind um 22 Prozent gestiegen.", "comparison"],
    ["Der Turm ist höher als der Dom.", "comparison"],
    ["Der Deich wurde 1987 gebaut.", "date"],
    ["Wiesel hat die Taten bestritten.", "quotation"],
    ["Der Verein forderte mehr Geld.", "quotation"],
    ["Jana Holt ist Sprecherin der Stadt.", "position"],
    ["Sie leitet das Institut seit 2025.", "position"],
    ["Die Klinik gehört zum Verbund Nordtal.", "relation"],
    ["Paris ist ruhig.", "relation"],
    ["Der Damm brach, weil Wasser eingedrungen war.", "cause"],
    ["Das Urteil ist nicht rechtskräftig.", "law"],
    ["Der Angeklagte wurde zu drei Jahren Haft verurteilt.", "law"],
    ["Das Werk soll geschlossen werden.", "forecast"],
    ["Holt nannte den Plan absurd.", "opinion"],
  ])("in German: %s", (wording, kind) => {
    expect(kindOf(wording)).toBe(kind);
  });

  it.each([
    ["Two firefighters were hurt.", "event"],
    ["The damage is 85,000 euros.", "quantity"],
    ["Revenue fell 8 percent.", "comparison"],
    ["The ship was built in 1994.", "date"],
    ["Norlane denied the allegation.", "quotation"],
    ["Jane Sample was appointed chairwoman.", "position"],
    ["The ship is operated by Norlane Lines.", "relation"],
    ["The bridge collapsed because of the flood.", "cause"],
    ["A jury found him guilty.", "law"],
    ["The firm plans to close a shop.", "forecast"],
    ["The mayor welcomed the decision.", "opinion"],
  ])("in English: %s", (wording, kind) => {
    expect(kindOf(wording, { language: "en" })).toBe(kind);
  });

  it("takes a fixed date in the future for a date, anything else to come for a forecast", () => {
    expect(kindOf("Der Prozess beginnt am 4. Mai.", { modality: "prediction" })).toBe("date");
    expect(kindOf("Die Pegel werden bis Mai sinken.", { modality: "prediction" })).toBe("forecast");
  });

  it("takes hearsay about the past for what it is about, not for a plan", () => {
    expect(kindOf("Die Firma soll Akten vernichtet haben.", { modality: "hearsay" })).toBe("event");
  });

  it("calls a judgement an opinion, whatever it counts", () => {
    expect(kindOf("Die 300 Seiten sind schrecklich.", { modality: "opinion" })).toBe("opinion");
  });
});
