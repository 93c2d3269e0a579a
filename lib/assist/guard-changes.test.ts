import { describe, expect, test } from "vitest";
import { SAMPLES } from "@/lib/articles/samples";
import { isNegation } from "@/lib/claims/negation";
import type { SplitClaim } from "@/lib/claims/split-claims";
import { splitClaims } from "@/lib/claims/split-claims";
import { contextOf, statingSentences } from "./batches";
import { guardSuggestion } from "./guard";
import { findFullNames } from "./strange-words";

/** What the splitter found in the samples, as a model might have said it, with one thing changed. */
describe.each(Object.entries(SAMPLES))("the claims of the sample in %s", (language, text) => {
  const { claims, sentences, blocks, quotations } = splitClaims(text, { language });
  const stating = statingSentences({ blocks, sentences });

  function passes({ wording, sentence: index, spans, speaker }: SplitClaim): boolean {
    const sentence = sentences[index];
    if (!sentence) throw new Error("There is no such sentence");
    const outcome = guardSuggestion(
      { sentence: index, wording, quotes: spans.map(({ start, end }) => text.slice(start, end)), speaker },
      {
        text,
        language,
        sentence,
        context: contextOf(index, stating).flatMap((one) => sentences[one] ?? []),
        quotations: quotations.map((one) => ({ ...one, speaker: one.speaker?.name ?? null })),
        fullNames: findFullNames(text),
        known: [],
      },
    );
    return "suggestion" in outcome;
  }

  const good = claims.filter(passes);
  const reworded = (change: (wording: string) => string) =>
    good
      .map((claim) => ({ ...claim, wording: change(claim.wording) }))
      .filter(({ wording }, index) => wording !== good[index]?.wording);

  test("pass for the most part as they are", () => {
    expect(good.length).toBeGreaterThan(claims.length * 0.6);
  });

  test.each<[string, (wording: string) => string]>([
    ["another number", (wording) => wording.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))],
    [
      "another name",
      (wording) => wording.replace(/(?<= )\p{Lu}[\p{L}-]{3,}(?!.* \p{Lu}[\p{L}-]{3,})/u, "Quandtow"),
    ],
    ["a negation more", (wording) => wording.replace(/ (?=\S+$)/, language === "de" ? " nicht " : " not ")],
    [
      "a negation less",
      (wording) =>
        wording
          .split(" ")
          .filter((word) => !isNegation(word.toLowerCase()))
          .join(" "),
    ],
    [
      "a word of praise",
      (wording) => wording.replace(/ (?=\S+$)/, language === "de" ? " großartig " : " superbly "),
    ],
    ["a link", (wording) => `${wording} https://example.org`],
  ])("do not pass with %s", (_, change) => {
    const changed = reworded(change);
    expect(changed.filter((claim) => passes(claim)).map(({ wording }) => wording)).toEqual([]);
  });

  test("do not pass without their speaker, or with a stranger", () => {
    const said = good.filter(({ mode, speaker }) => mode === "direct" && speaker !== null);
    expect(said.length).toBeGreaterThan(0);
    for (const claim of said) {
      expect([claim.wording, passes({ ...claim, speaker: null })]).toEqual([claim.wording, false]);
      expect([claim.wording, passes({ ...claim, speaker: "Quandtow Meier" })]).toEqual([
        claim.wording,
        false,
      ]);
    }
  });
});
