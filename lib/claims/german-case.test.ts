import { describe, expect, test } from "vitest";
import type { Agreement, GermanCase } from "@/lib/claims/german-case";
import { agreementsOf, inCase, numberOf, withoutGenitiveEnding } from "@/lib/claims/german-case";
import { tagGermanWords } from "@/lib/claims/tag-german-words";
import { renderPhrase } from "@/lib/claims/wording";
import { tokenizeWords } from "@/lib/text/tokenize-words";

/** The words of a phrase as they stand in a sentence, so that they are tagged as there. */
function phraseIn(sentence: string, phrase: string) {
  const start = sentence.indexOf(phrase);
  return tagGermanWords(tokenizeWords(sentence, { start: 0, end: sentence.length })).filter(
    (word) => word.start >= start && word.end <= start + phrase.length,
  );
}

function declined(
  sentence: string,
  phrase: string,
  to: GermanCase,
  agreement: Agreement,
  isDefinite = false,
) {
  const pieces = inCase(phraseIn(sentence, phrase), { to, agreement, isDefinite });
  return pieces && renderPhrase(pieces);
}

describe("a German noun phrase in another case", () => {
  test.each([
    ["Die Polizei hat einen jungen Mann gefasst.", "einen jungen Mann", "m", "ein junger Mann"],
    ["Sie sprach mit dem neuen Präsidenten.", "dem neuen Präsidenten", "m", "der neue Präsident"],
    ["Die Kosten des alten Hafens steigen.", "des alten Hafens", "m", "der alte Hafen"],
    ["Er fuhr mit einem kleinen Boot.", "einem kleinen Boot", "n", "ein kleines Boot"],
    ["Er wohnt in einer großen Stadt.", "einer großen Stadt", "f", "eine große Stadt"],
    ["Man half den verletzten Kindern.", "den verletzten Kindern", "p", "die verletzten Kinder"],
    ["Er sprach mit mehreren alten Leuten.", "mehreren alten Leuten", "p", "mehrere alte Leute"],
  ] as const)("%s: %s in the nominative", (sentence, phrase, agreement, expected) => {
    expect(declined(sentence, phrase, "nominative", agreement)).toBe(expected);
  });

  test("takes its article out of the preposition", () => {
    expect(declined("Im kleinen Hafen liegt ein Boot.", "Im kleinen Hafen", "nominative", "m")).toBe(
      "der kleine Hafen",
    );
  });

  test("goes into the dative with a definite article", () => {
    expect(declined("Es gab einen schweren Brand.", "einen schweren Brand", "dative", "m", true)).toBe(
      "dem schweren Brand",
    );
    expect(declined("Die Brände waren groß.", "Die Brände", "dative", "p", true)).toBe("den Bränden");
  });

  test("is left alone where the noun may be a weak one", () => {
    expect(declined("Sie sahen den Schelmen.", "den Schelmen", "nominative", "m")).toBeNull();
  });
});

describe("what a phrase agrees with", () => {
  test.each([
    ["Der Rat sah das Haus.", "das Haus", ["n"]],
    ["Der Rat sah die Regierung.", "die Regierung", ["f"]],
    ["Der Rat sah zwei Häuser.", "zwei Häuser", ["p"]],
    ["Der Rat im Dorf tagt.", "im Dorf", ["m", "n"]],
  ])("%s: %s", (sentence, phrase, expected) => {
    expect(agreementsOf(phraseIn(sentence, phrase), undefined)).toEqual(expected);
  });

  test.each([
    ["Zwei Männer kamen.", "Zwei Männer", "plural"],
    ["Eine Frau kam.", "Eine Frau", "singular"],
    ["Die Frau kam.", "Die Frau", "singular"],
    ["Die Fenster kamen.", "Die Fenster", null],
  ])("%s: the number of %s is %s", (sentence, phrase, expected) => {
    expect(numberOf(phraseIn(sentence, phrase))).toBe(expected);
  });
});

describe("the genitive ending of a name", () => {
  test.each([
    ["Deichverbands", "Deichverband"],
    ["Umweltamtes", "Umweltamt"],
    ["Jahres", "Jahr"],
    ["Gebäudes", "Gebäude"],
    ["Hauses", "Haus"],
    ["Flusses", "Fluss"],
    ["Namens", "Name"],
    ["Campus", "Campus"],
  ])("%s → %s", (genitive, nominative) => {
    expect(withoutGenitiveEnding(genitive)).toBe(nominative);
  });
});
