import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segmentSentences } from "@/lib/text/segment-sentences";

const sentencesOf = (text: string, language = "de") =>
  segmentSentences(text, { language }).map(({ start, end }) => text.slice(start, end));

describe("segmentSentences in languages without lists of their own", () => {
  test.each([
    ["zh", "桥已经关闭。|五月重新开放。|“谁来付钱？”|没有人知道。"],
    ["ja", "橋は閉鎖された。|五月に開く。|「誰が払うのか。」|誰も知らない。"],
    ["hi", "पुल बंद है। |मई में खुलेगा।"],
    ["ar", "هل الجسر مغلق؟ |نعم. |سيفتح في مايو."],
    ["ru", "Мост закрыт. |Он откроется в мае. |14 домов под водой."],
    ["pt", "A ponte está fechada. |O Dr. Exemplo fechou-a. |Chove."],
    ["sv", "Bron är stängd. |Den öppnar i maj."],
    ["und", "La ponto estas fermita. |Ĝi malfermiĝos en majo."],
    ["not a language", "Eins zwei. |Drei vier."],
  ])("finds those of %s", (language, marked) => {
    expect(sentencesOf(marked.replaceAll("|", ""), language).join("|")).toBe(marked.replaceAll(" |", "|"));
  });

  test("puts no end where a window of the reader ends", () => {
    const piece = fc.constantFrom(
      "桥已经关闭。",
      "”",
      "“谁？”",
      "这座桥",
      " ",
      "Dr. Li",
      "3.5",
      "五月。」",
      "字".repeat(700),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 200, maxLength: 600 }), (pieces) => {
        const text = pieces.join("");
        const ends = segmentSentences(text, { language: "zh" }).map(({ end }) => end);
        for (const end of ends.slice(0, -1)) expect(text.slice(0, end)).toMatch(/[。？.][”」]*$/);
      }),
      { numRuns: 30 },
    );
  });

  test("finds the same sentences in a long text as in its parts", () => {
    const sentence = fc.constantFrom(
      "Le pont est fermé.",
      "M. Exemple part.",
      "桥已经关闭。",
      "« Oui. »",
      "هل؟",
    );
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 150, maxLength: 400 }),
        fc.constantFrom("und", "zh"),
        (parts, lang) => {
          expect(sentencesOf(parts.join(" "), lang)).toEqual(
            parts.flatMap((part) => sentencesOf(part, lang)),
          );
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("segmentSentences", () => {
  const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes));
  const language = fc.constantFrom("de", "en", "fr", "pl", "zh");
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
    ["list markers", "1. a\n \n2. "],
    ["full stops of other scripts", "。字"],
  ])("takes time in proportion to the length of %s", (_case, unit) => {
    const time = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const runs = [1, 2, 3].map(() => {
        const started = performance.now();
        segmentSentences(text, { language: unit.includes("。") ? "zh" : "de" });
        return performance.now() - started;
      });
      return Math.min(...runs);
    };
    // Eight times the text: linear is 8, quadratic 64.
    expect(time(160_000)).toBeLessThan(30 * Math.max(time(20_000), 20));
  });
});
