import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findOutside } from "@/lib/restructurings/claim-spans";
import { contains } from "@/lib/text/span";
import { tokenizeWords } from "@/lib/text/tokenize-words";
import { proposeParts } from "./propose-parts";
import { splitClaims } from "./split-claims";

const propose = (
  text: string,
  {
    spans = [{ start: 0, end: text.length }],
    language = "de",
    speaker = null,
  }: { spans?: { start: number; end: number }[]; language?: string; speaker?: string | null } = {},
) => {
  const { sentences, claims: found, quotations } = splitClaims(text, { language });
  return proposeParts({ text, language, sentences, spans, speaker, found, quotations });
};
const wordings = (...input: Parameters<typeof propose>) => propose(...input).map(({ wording }) => wording);

describe("proposeParts", () => {
  test("takes the statements of the sentence where they say everything", () => {
    expect(wordings("Der Rat beschloss den Bau und die Stadt bestellte 40 Bäume.")).toEqual([
      "Der Rat beschloss den Bau.",
      "Die Stadt bestellte 40 Bäume.",
    ]);
  });

  test("proposes only what stands on the claim's own words", () => {
    const text = "Der Rat beschloss den Bau und die Stadt bestellte 40 Bäume.";
    expect(propose(text, { spans: [{ start: 0, end: 25 }] })).toEqual([]);
  });

  test("cuts several sentences apart", () => {
    expect(wordings("Der Rat tagte am Montag. Es kamen 30 Leute.")).toEqual([
      "Der Rat tagte am Montag.",
      "Es kamen 30 Leute.",
    ]);
  });

  test("proposes no part without a verb, unless the claim has none itself", () => {
    expect(wordings("Wann und wo, obwohl es regnete, gebaut?")).toEqual([]);
    expect(wordings("Das Werk stellte 900 Motoren her – 6,2 Prozent weniger als im Vorjahr.")).toEqual([]);
    expect(wordings("Drei Boote – zwei davon gebraucht")).toEqual(["Drei Boote.", "Zwei davon gebraucht."]);
  });

  test("cuts between clauses before it cuts between words", () => {
    expect(wordings("Der Rat und die Stadt schwiegen – doch die Presse fragte nach.")).toEqual([
      "Der Rat und die Stadt schwiegen.",
      "Doch die Presse fragte nach.",
    ]);
    expect(wordings("Boote und Netze für Seedorf")).toEqual([]);
    expect(wordings("Drei Boote und zwei Netze")).toEqual(["Drei Boote.", "Zwei Netze."]);
  });

  test("proposes nothing where a part would only say that somebody spoke", () => {
    const text = "Während Meier von 12 Prozent sprach, sagte Kunz, die Zahlen seien falsch.";
    expect(wordings(text, { speaker: "Kunz" })).toEqual([]);
  });

  test("leaves figures in one piece and proposes nothing where there is nothing to cut", () => {
    expect(wordings("zwischen 3 und 5 Prozent")).toEqual([]);
    expect(wordings("Seedorf kaufte Boote.")).toEqual([]);
  });

  test("takes English apart too", () => {
    expect(wordings("The council met on Monday, and the town bought 40 trees.", { language: "en" })).toEqual([
      "The council met on Monday.",
      "The town bought 40 trees.",
    ]);
  });

  test("loses no word, takes none twice into its cuts, and never leaves the claim's place", () => {
    const words = fc.constantFrom(
      "Der",
      "Rat",
      "und",
      "baute",
      ",",
      "weil",
      "12",
      "Boote",
      ";",
      "„",
      "“",
      "nicht",
      ".",
      "aber",
    );
    fc.assert(
      fc.property(fc.array(words, { minLength: 2, maxLength: 40 }), fc.nat(30), (parts, cut) => {
        const text = parts.join(" ");
        const spans = [
          { start: 0, end: Math.min(cut, text.length) },
          { start: Math.min(cut + 3, text.length), end: text.length },
        ].filter(({ start, end }) => start < end);
        const proposed = propose(text, { spans });
        if (proposed.length === 0) return;
        expect(proposed.length).toBeLessThanOrEqual(12);
        const pieces = proposed.flatMap((part) => part.spans);
        expect(findOutside(text, spans, pieces)).toBeNull();
        const own = spans.flatMap((span) => tokenizeWords(text, span)).filter(({ kind }) => kind !== "mark");
        for (const word of own) {
          const isKept = pieces.some((piece) => contains(piece, word));
          expect(isKept || /^(?:und|dass)$/.test(word.lower)).toBe(true);
        }
      }),
    );
  });
});
