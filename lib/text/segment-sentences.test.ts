import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentSentences } from "@/lib/text/segment-sentences";

const sentencesOf = (text: string, language = "de") =>
  segmentSentences(text, { language }).map(({ start, end }) => text.slice(start, end));

describe("segmentSentences in German", () => {
  test.each([
    ["ordinals before a month", ["Am 30. Dezember schloss das Bad.", "Seit dem 2. Januar ist es offen."]],
    ["ordinals before a noun", ["Im 5. Jahrhundert stand hier ein Dorf.", "In der 37. Minute fiel das Tor."]],
    ["a plain number at the end", ["Das Boot kam auf Platz 24.", "Beispiel siegte."]],
    ["a year at the end", ["Die Brücke stammt von 1912.", "Sie trägt noch heute."]],
    ["a sentence that begins with a digit", ["Der Damm brach.", "26 Dörfer liegen unter Wasser."]],
    [
      "abbreviations that never close",
      ["Frau Dr. Muster kommt z. B. aus Musterhafen.", "Sie wohnt bzw. arbeitet dort."],
    ],
    ["abbreviations that may close", ["Er kaufte Nägel, Schrauben usw.", "Das Geld war knapp."]],
    [
      "a noun that is elsewhere an abbreviation",
      ["Es ist das teuerste seiner Art.", "An Bord war Max.", "Niemand sah ihn."],
    ],
    ["the abbreviation before its number", ["Nach Art. 5 ist das erlaubt.", "Das gilt."]],
    ["initials", ["J. P. Beispiel schwieg.", "Frankfurt a. M. Feuerwehr half."]],
    ["two sentences inside one quotation", ["„Das Wasser steigt.", "Wir gehen.“"]],
    ["a question inside a sentence", ["„Wer zahlt das?“, fragte sie."]],
    ["a missing space", ["Er feierte Geburtstag.", "Oskar kam auch."]],
    ["an ellipsis", ["Sie zögerte …", "Dann ging sie."]],
    ["a numbered list item", ["3. Der Rat stimmt ab."]],
    ["a large ordinal", ["Der 100.000. Besucher kam am Montag."]],
  ])("keeps %s right", (_case, expected) => {
    const glue = expected.join(" ").includes("Geburtstag.") ? "" : " ";
    expect(sentencesOf(expected.join(glue))).toEqual(expected);
  });
});

describe("segmentSentences in English", () => {
  test.each([
    ["titles", ["Mr. Smith met Dr. Jones.", "They talked."]],
    [
      "a country inside and at the end",
      ["She lives in the U.S. and works there.", "He left the U.S.", "The house is empty."],
    ],
    ["times of day", ["It ended at 6 p.m. Monday in Sampletown.", "Rain fell at 5 p.m.", "Mr. Smith left."]],
    ["footnote marks", ["The school opened in 1799. [17]", "It burned down."]],
    ["companies", ["Sample Inc. Chairman Doe resigned.", "The shares fell."]],
  ])("keeps %s right", (_case, expected) => {
    expect(sentencesOf(expected.join(" "), "en")).toEqual(expected);
  });
});

describe("segmentSentences in other languages", () => {
  test("cuts French and leaves initials alone", () => {
    expect(sentencesOf("Le pont est ouvert. M. Exemple est venu. Il pleut.", "fr")).toEqual([
      "Le pont est ouvert.",
      "M. Exemple est venu.",
      "Il pleut.",
    ]);
  });

  test("finds the same sentences across the windows in which long texts are read", () => {
    const text = "Le pont est ouvert. ".repeat(400).trim();
    expect(sentencesOf(text, "fr")).toEqual(Array.from({ length: 400 }, () => "Le pont est ouvert."));
  });

  test("takes a language tag that Intl does not know", () => {
    expect(sentencesOf("Eins zwei. Drei vier.", "not a language").length).toBeGreaterThan(0);
  });
});

describe("segmentSentences", () => {
  const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
  const language = fc.constantFrom("de", "en", "fr");
  const marks = fc
    .array(
      fc.constantFrom(
        ".",
        "!",
        "…",
        "„",
        "“",
        '"',
        "(",
        ")",
        " ",
        "\n",
        "Dr",
        "3",
        "Wort",
        "wort",
        "\ud800",
        "😀",
      ),
    )
    .map((parts) => parts.join(""));

  test("ends every sentence at an empty line", () => {
    expect(sentencesOf("Ohne Punkt\n\nzweiter Absatz")).toEqual(["Ohne Punkt", "zweiter Absatz"]);
  });

  test("looks only at the part it is given", () => {
    const text = "Eins. Zwei. Drei.";
    expect(segmentSentences(text, { within: { start: 6, end: 11 } })).toEqual([{ start: 6, end: 11 }]);
  });

  test("covers every visible character once, in order and trimmed", () => {
    fc.assert(
      fc.property(fc.oneof(marks, anyText), language, (text, lang) => {
        const sentences = segmentSentences(text, { language: lang });
        let before = 0;
        for (const { start, end } of sentences) {
          expect(text.slice(before, start).trim()).toBe("");
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(text.slice(before).trim()).toBe("");
      }),
    );
  });

  test.each([
    ["dots", "."],
    ["abbreviations", "z. B. d. h. Dr. "],
    ["words without a stop", "die Stadt baut "],
    ["one giant word", "Donau"],
    ["white space", " \t\u00a0"],
  ])("takes time in proportion to the length of %s", (_case, unit) => {
    const time = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const runs = [1, 2, 3].map(() => {
        const started = performance.now();
        segmentSentences(text, { language: "de" });
        return performance.now() - started;
      });
      return Math.min(...runs);
    };
    // Eight times the text: linear is 8, quadratic 64.
    expect(time(160_000)).toBeLessThan(30 * Math.max(time(20_000), 20));
  });
});
