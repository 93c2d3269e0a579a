import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const secondOf = (text: string) => splitClaims(text, { language: "de" }).claims.at(-1)?.wording;

describe("a German pronoun at the start of a sentence", () => {
  test.each([
    ["Der Fahrer flüchtete. Er wurde am Sonntag gefasst.", "Der Fahrer wurde am Sonntag gefasst."],
    ["Die Brücke ist gesperrt. Sie wurde 1936 gebaut.", "Die Brücke wurde 1936 gebaut."],
    ["Karl Beispiel trat zurück. Er war seit 2010 im Amt.", "Karl Beispiel war seit 2010 im Amt."],
  ])("%s: is the subject of the sentence before", (text, wording) => {
    expect(secondOf(text)).toBe(wording);
  });

  test.each([
    [
      "somebody else can be meant",
      "Der Fahrer traf den Zeugen. Er wurde am Sonntag gefasst.",
      "Er wurde am Sonntag gefasst.",
    ],
    [
      "the number is another",
      "Die Brücke ist gesperrt. Sie wurden am Sonntag gefasst.",
      "Sie wurden am Sonntag gefasst.",
    ],
    [
      "the name shows another gender",
      "Karl Beispiel trat zurück. Sie war seit 2010 im Amt.",
      "Sie war seit 2010 im Amt.",
    ],
    [
      "the subject is another's",
      "Der Damm sei alt, sagte Karl Beispiel. Er wurde 1936 gebaut.",
      "Er wurde 1936 gebaut.",
    ],
  ])("stays where %s", (_case, text, wording) => {
    expect(secondOf(text)).toBe(wording);
  });

  test("is what the claim marks in the text", () => {
    const text = "Der Fahrer flüchtete. Er wurde am Sonntag gefasst.";
    const claim = splitClaims(text, { language: "de" }).claims.at(-1);
    expect(claim?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      "Er wurde am Sonntag gefasst",
    ]);
  });
});
