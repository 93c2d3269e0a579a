import { describe, expect, it } from "vitest";
import { tokenizeWords } from "./tokenize-words";

const words = (text: string) =>
  tokenizeWords(text, { start: 0, end: text.length }).map((token) => token.text);

describe("tokenizeWords", () => {
  it("keeps hyphens, slashes, initials and decimal commas inside their word", () => {
    expect(words("Der US-Kongress gab 2000/2001 J. Weber 42,90 Euro.")).toEqual([
      ..."Der US-Kongress gab 2000/2001 J. Weber 42,90 Euro".split(" "),
      ".",
    ]);
  });

  it("takes names joined by an ampersand for one name", () => {
    expect(words("Laut Brückmann & Thiel & Söhne stimmt das.")).toEqual([
      "Laut",
      "Brückmann & Thiel & Söhne",
      "stimmt",
      "das",
      ".",
    ]);
  });

  it("leaves an ampersand that joins no names a mark of its own", () => {
    expect(words("auf & ab &")).toEqual(["auf", "&", "ab", "&"]);
    expect(words("Thiel & ")).toEqual(["Thiel", "&"]);
  });
});
