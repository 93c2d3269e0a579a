import { expect, test } from "vitest";
import { finiteForm, isParticiple, thirdPersonOf } from "@/lib/claims/german-verbs";

test.each([
  ["gab", "geben", false, "gab"],
  ["gäbe", "geben", true, "gibt"],
  ["kämen", "kommen", true, "kommen"],
  ["schwiegen", "schweigen", false, "schwiegen"],
  ["abnimmt", "abnehmen", false, "abnimmt"],
  ["zurückwies", "zurückweisen", false, "zurückwies"],
  ["veranstaltet", "veranstalten", false, "veranstaltet"],
  ["beantragte", "beantragen", false, "beantragte"],
  ["führe", "führen", true, "führt"],
  ["ließ", "lassen", false, "ließ"],
  ["schloss", "schließen", false, "schloss"],
  ["schreibt", "schreiben", false, "schreibt"],
])("%s is a form of %s", (form, lemma, isSubjunctive, indicative) => {
  expect(finiteForm(form)).toMatchObject({ lemma, isSubjunctive, indicative });
});

test("nouns, adjectives and participles alone are no finite forms", () => {
  for (const word of ["laut", "geliefert", "gegangen", "haus", "schnell"])
    expect(finiteForm(word)).toBeNull();
});

test("participles are known with and without a prefix", () => {
  for (const word of ["gegeben", "abgegeben", "beantragt", "verhindert", "demonstriert", "zurückgewiesen"])
    expect(isParticiple(word)).toBe(true);
  for (const word of ["geben", "laut", "über"]) expect(isParticiple(word)).toBe(false);
});

test("the third person follows from the infinitive", () => {
  expect(thirdPersonOf("nehmen")).toBe("nimmt");
  expect(thirdPersonOf("rechnen")).toBe("rechnet");
  expect(thirdPersonOf("verhandeln")).toBe("verhandelt");
  expect(thirdPersonOf("xyzen")).toBeNull();
});
