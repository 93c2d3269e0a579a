import { describe, expect, it } from "vitest";
import { readWording } from "@/lib/claims/read-statement";
import type { StatementGrammar } from "@/lib/claims/statement-grammar";

type Trait = Exclude<keyof StatementGrammar, "names">;

const holds = (wording: string, trait: Trait, language = "de") =>
  readWording(wording, language).grammar[trait];

describe("the grammar of a statement", () => {
  it.each([
    ["Der Preis wird jährlich in Musterhafen verliehen.", "isAct"],
    ["Der Damm brach in der Nacht.", "isAct"],
    ["Die Stadt hat das Werk gekauft.", "isAct"],
    ["Die Stadt wird den Vorgang prüfen.", "isFuture"],
    ["Das Werk soll geschlossen werden.", "isFuture"],
    ["Die Lage ist ruhig.", "isCopula"],
    ["Der Deich hätte saniert werden müssen.", "isDuty"],
    ["Die Feier ist ein Skandal.", "isJudgement"],
    ["Holt nannte den Plan absurd.", "isJudgement"],
    ["Der Verein begrüßte den Beschluss.", "isJudgement"],
    ["Der Trainer zeigte sich betroffen.", "isJudgement"],
    ["Das ist alles.", "isVague"],
    ["Das Parlament lehnte den Haushalt ab.", "isByBody"],
  ] as const)("finds in “%s” that it %s", (wording, trait) => {
    expect(holds(wording, trait)).toBe(true);
  });

  it.each([
    ["Der Preis wird jährlich in Musterhafen verliehen.", "isFuture"],
    ["Der Fahrer musste befreit werden.", "isDuty"],
    ["Die skandalöse Feier endete um Mitternacht.", "isJudgement"],
    ["Die Partei zog überraschend in den Rat ein.", "isJudgement"],
    ["Der Minister trat nach der Kritik zurück.", "isJudgement"],
    ["Holt wies die Kritik vor dem Gericht zurück.", "isByBody"],
  ] as const)("does not find in “%s” that it %s", (wording, trait) => {
    expect(holds(wording, trait)).toBe(false);
  });

  it.each([
    ["The dam has been repaired.", "isAct", true],
    ["Jane Sample has been director since 2012.", "isCopula", true],
    ["Jane Sample has been director since 2012.", "isAct", false],
    ["The town will close the bridge.", "isFuture", true],
    ["The mayor welcomed the decision.", "isJudgement", true],
    ["The council met despite protests.", "isJudgement", false],
  ] as const)("reads English too: “%s” %s: %s", (wording, trait, expected) => {
    expect(holds(wording, trait, "en")).toBe(expected);
  });

  it("knows nothing of other languages", () => {
    expect(readWording("Le chiffre est de 400.", "fr").grammar).toMatchObject({ isAct: false, names: 0 });
  });
});
