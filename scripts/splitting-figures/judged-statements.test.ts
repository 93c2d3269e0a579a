import { describe, expect, it } from "vitest";
import { proposeSetAside } from "@/lib/claims/propose-set-aside";
import { splitClaims } from "@/lib/claims/split-claims";
import { areaUnderCurve } from "@/scripts/splitting-figures/counting";
import judged from "@/scripts/splitting-figures/judged-statements.json";

/* Statements of our own about many topics, judged as a documentation desk would before the splitter had seen them. */

type Language = keyof typeof judged;

const IN_QUOTES: Readonly<Record<Language, (statement: string) => string>> = {
  de: (statement) => `„${statement.slice(0, -1)}“, sagte Karl Beispiel.`,
  en: (statement) => `“${statement.slice(0, -1)},” Jane Sample said.`,
};

const claimsOf = (text: string, language: Language) => splitClaims(text, { language }).claims;

/** The text of each statement: in the author's voice, or somebody's. */
const textsOf = (language: Language, kind: "worthy" | "unworthy") => [
  ...judged[language][kind],
  ...judged[language][`${kind}Speech`].map(IN_QUOTES[language]),
];

const scoreOf = (text: string, language: Language) =>
  Math.max(...claimsOf(text, language).map(({ checkWorthiness }) => checkWorthiness));

describe.each(["de", "en"] as const)("judged statements in %s", (language) => {
  it("rank what a desk would check above what it would leave", () => {
    const ranked = (["worthy", "unworthy"] as const).flatMap((kind) =>
      textsOf(language, kind).map((text) => ({
        score: scoreOf(text, language),
        isPositive: kind === "worthy",
      })),
    );
    expect(areaUnderCurve(ranked)).toBeGreaterThan(0.92);
    expect(new Set(ranked.map(({ score }) => score)).size).toBeGreaterThan(ranked.length / 2);
  });

  it("are never proposed to be set aside where a desk would check them", () => {
    const hidden = textsOf(language, "worthy").filter((text) =>
      claimsOf(text, language).some((claim) => proposeSetAside(claim) !== null),
    );
    expect(hidden).toEqual([]);
  });
});
