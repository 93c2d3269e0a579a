import { describe, expect, it } from "vitest";
import { cutPart, findFault, parseParts, wordingFrom, wordsIn, wordsLeftOut } from "./part-draft";

const TEXT = "Die Stadt kaufte 2021 drei Boote, und der Hafen wurde 1952 gebaut.";
const ALL = [{ start: 0, end: TEXT.length }];
const whole = { key: "1", wording: TEXT, spans: ALL };
const at = TEXT.indexOf("und");

describe("cutting a claim", () => {
  it("makes two parts whose words together are all of its words", () => {
    const [before, after] = cutPart(TEXT, whole, { at, keys: ["1", "2"] });
    expect(before.wording).toBe("Die Stadt kaufte 2021 drei Boote.");
    expect(after.wording).toBe("Der Hafen wurde 1952 gebaut.");
    expect(wordsLeftOut(TEXT, ALL, [before, after])).toEqual([]);
  });

  it("keeps the pieces of an interrupted claim apart", () => {
    const spans = [
      { start: 0, end: 9 },
      { start: at, end: TEXT.length },
    ];
    const [before, after] = cutPart(
      TEXT,
      { ...whole, spans },
      { at: TEXT.indexOf("wurde"), keys: ["1", "2"] },
    );
    expect(wordsIn(TEXT, before.spans).map(({ text }) => text)).toEqual([
      "Die",
      "Stadt",
      "und",
      "der",
      "Hafen",
    ]);
    expect(after.wording).toBe("Wurde 1952 gebaut.");
  });

  it("names the words that belong to no part", () => {
    const [before] = cutPart(TEXT, whole, { at, keys: ["1", "2"] });
    expect(wordsLeftOut(TEXT, ALL, [before])).toEqual(["und", "der", "Hafen", "wurde", "1952", "gebaut."]);
  });

  it("is no split with one part or with a part that says nothing", () => {
    const parts = cutPart(TEXT, whole, { at, keys: ["1", "2"] });
    expect(findFault(TEXT, [whole])).toBe("tooFew");
    expect(findFault(TEXT, [parts[0], { ...parts[1], wording: " " }])).toBe("empty");
    expect(findFault(TEXT, parts)).toBeNull();
    expect(findFault(TEXT, [{ ...whole, spans: [{ start: 4, end: 9 }] }])).toBe("nothingToCut");
  });

  it("leaves a closing quotation mark behind the full stop alone", () => {
    const said = "„Wir sparen.“";
    expect(wordingFrom(said, [{ start: 0, end: said.length }])).toBe(said);
  });

  it("takes a damaged draft for none", () => {
    expect(parseParts("{")).toBeNull();
    expect(parseParts('{"a":1}')).toBeNull();
  });
});
