import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createBlackener } from "./blacken";

const blackener = (phrases: string[], passages: string[] = []) =>
  createBlackener({ phrases, passages, mark: "[x]" });

describe("createBlackener", () => {
  it("finds a name with any ending, in any case, with and without its accents", () => {
    const { text, count } = blackener(["Sprungfeder", "Yıldız"])(
      "Sprungfeders Wort, SPRUNGFEDER und yildiz; Sprung\u00adfeder, nicht Feder.",
    );
    expect(text).toBe("[x] Wort, [x] und [x]; [x], nicht Feder.");
    expect(count).toBe(4);
  });

  it("finds a short name as a whole word alone", () => {
    expect(blackener(["Ott"])("Ott, Otts Zahl, Otto und Schott").text).toBe("[x], [x] Zahl, Otto und Schott");
  });

  it("finds a phrase whatever stands between its words, and the longest of several", () => {
    const blacken = blackener(["Kreis um Kessberg", "Kreis"]);
    expect(blacken("der „Kreis  um\nKessbergs“ und der Kreis").text).toBe("der „[x]“ und der [x]");
  });

  it("finds six words of a passage in a row and leaves five", () => {
    const blacken = blackener([], ["Die Zahl ist falsch und alle im Amt wissen es."]);
    expect(blacken("Er sagt: falsch, und alle im Amt wissen davon.").text).toBe("Er sagt: [x] davon.");
    expect(blacken("Er sagt: alle im Amt wissen es.").text).toBe("Er sagt: alle im Amt wissen es.");
  });

  it("finds a short passage as a whole", () => {
    expect(blackener([], ["Nur aus Berlin."])("Das kommt nur aus Berlin, sonst nichts.").text).toBe(
      "Das kommt [x], sonst nichts.",
    );
  });

  it("changes nothing where there is nothing to find", { timeout: 30_000 }, () => {
    const blacken = blackener(["Sprungfeder"], ["eins zwei drei vier fünf sechs sieben"]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(blacken(text)).toEqual({ text, count: 0 });
      }),
    );
  });

  it("leaves no secret word behind, wherever it stands", { timeout: 30_000 }, () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word), fc.array(word), word, (before, after, ending) => {
        const text = [...before, `Qxkessbergzq${ending}`, ...after].join(" ");
        expect(blackener(["Qxkessbergzq"])(text).text).not.toMatch(/kessberg/i);
      }),
    );
  });

  it("takes time in proportion to the text and to what is looked for", { timeout: 20_000 }, () => {
    const passages = Array.from({ length: 200 }, (_, index) => `Satz ${index} `.repeat(1_800));
    const started = performance.now();
    const blacken = blackener([], [...passages, "a ".repeat(10_000)]);
    blacken("a ".repeat(200_000));
    blacken("b".repeat(500_000));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
