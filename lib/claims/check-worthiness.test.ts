import { describe, expect, it } from "vitest";
import { checkWorthinessOf } from "@/lib/claims/check-worthiness";
import type { ClaimModality, ClaimMode } from "@/lib/claims/claim-vocabulary";
import { readWording } from "@/lib/claims/read-statement";

const judge = (
  wording: string,
  evidence: { language?: string; modality?: ClaimModality; mode?: ClaimMode } = {},
) => {
  const { language = "de", modality = "asserted", mode = "author" } = evidence;
  return checkWorthinessOf({ statement: readWording(wording, language), modality, mode });
};

describe("check-worthiness", () => {
  it.each([
    ["de", "Der Umsatz sank 2030 um 12 Prozent.", "Der Chor probt wieder."],
    ["de", "Der Brand wurde durch einen Blitz ausgelöst.", "Der Brand ist eine Schande."],
    ["de", "Die Stadt hat das Werk gekauft.", "Jana Holt ist Sprecherin der Stadt."],
    ["de", "Der Fluss stieg auf 7,40 Meter.", "Die Stadt will den Vorgang prüfen."],
    ["en", "Sales fell 12 percent to $4 million.", "The managers plan a meeting."],
    ["en", "The fire was caused by a cable.", "It was a disgraceful evening."],
    ["en", "Two people were killed.", "Jane Sample is a hydrologist at the Marl Institute."],
    ["en", "The dam broke because it had not been repaired.", "The mayor welcomed the decision."],
  ])("in %s ranks “%s” above “%s”", (language, worthy, unworthy) => {
    expect(judge(worthy, { language }).score).toBeGreaterThan(judge(unworthy, { language }).score);
  });

  it.each(["opinion", "appeal", "prediction"] as const)("asks less for an %s than for a fact", (modality) => {
    const wording = "Die Stadt baut zwei Schulen.";
    expect(judge(wording, { modality }).score).toBeLessThan(judge(wording).score);
  });

  it.each([
    ["Der Umsatz stieg um 12 Prozent auf 3 Millionen Euro.", ["number", "percent", "money", "comparison"]],
    ["Am 3. Februar brach der Damm.", ["date"]],
    ["Das Bad war zwei Jahre geschlossen.", ["date"]],
    ["Mehr als 400 Menschen kamen.", ["number"]],
    ["Der Turm ist höher als der Dom.", ["comparison"]],
    ["Das Gericht hat den Antrag nicht zugelassen.", ["law", "negation"]],
    ["Der 43-Jährige wohnt in Sankt Ursel.", ["name"]],
    ["Die Wirtschaft schwächelt.", []],
    ["Beklagt wird das so etwa am Hafen.", []],
  ] as const)("says why: %s", (wording, reasons) => {
    expect(judge(wording).reasons).toEqual(reasons);
  });

  it("names hearsay and quotation marks as reasons", () => {
    expect(judge("Der Damm brach.", { modality: "hearsay", mode: "direct" }).reasons).toEqual([
      "quotation",
      "hearsay",
    ]);
  });

  it("knows no words of other languages, and still sees their figures", () => {
    const [figure, none] = [
      judge("Le chiffre est de 400.", { language: "fr" }),
      judge("Il pleut.", { language: "fr" }),
    ];
    expect(figure.reasons).toEqual(["number"]);
    expect(figure.score).toBeGreaterThan(none.score);
  });
});
