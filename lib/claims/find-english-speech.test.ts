import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const claimsOf = (text: string) =>
  splitClaims(text, { language: "en" }).claims.map(({ wording, speaker, mode }) => [wording, speaker, mode]);

describe("speech in English", () => {
  test.each([
    ["behind it", "The dam has broken, officials said on Monday.", "officials"],
    ["behind it with the verb first", "The dam has broken, said Jane Sample.", "Jane Sample"],
    ["before it", "Jane Sample said the dam has broken.", "Jane Sample"],
    ["before it with that", "Jane Sample announced on Monday that the dam has broken.", "Jane Sample"],
    ["with an addressee", "Jane Sample told reporters that the dam has broken.", "Jane Sample"],
    ["in a statement", "In a statement, Jane Sample said the dam has broken.", "Jane Sample"],
    ["inside it", "The dam, officials said, has broken.", "officials"],
    ["with however", "Jane Sample noted, however, that the dam has broken.", "Jane Sample"],
    ["with according to in front", "According to Jane Sample, the dam has broken.", "Jane Sample"],
    ["with according to behind", "The dam has broken, according to Jane Sample.", "Jane Sample"],
  ])("names the speaker %s", (_case, text, speaker) => {
    expect(claimsOf(text)).toEqual([["The dam has broken.", speaker, "indirect"]]);
  });

  test.each([
    ["said X", '"The dam has broken," said Jane Sample.'],
    ["X said", "“The dam has broken,” Jane Sample said."],
    ["X told Y", "“The dam has broken,” Jane Sample told the Daily Bote."],
    ["X said in front", 'Jane Sample said: "The dam has broken."'],
    ["X wrote on a site", '"The dam has broken," Jane Sample wrote on her website.'],
  ])("finds the frame of a quotation: %s", (_case, text) => {
    expect(claimsOf(text)).toEqual([["The dam has broken.", "Jane Sample", "direct"]]);
  });

  test("takes a pronoun behind a comma for the person named before, not for the noun beside it", () => {
    expect(claimsOf("Jane Sample said the dam was old. The town was poor after the war, she added.")).toEqual(
      [
        ["The dam was old.", "Jane Sample", "indirect"],
        ["The town was poor after the war.", "Jane Sample", "indirect"],
      ],
    );
  });

  test("gives two clauses with that to the same speaker", () => {
    expect(claimsOf("Jane Sample said that the dam held and that nobody was hurt.")).toEqual([
      ["The dam held.", "Jane Sample", "indirect"],
      ["Nobody was hurt.", "Jane Sample", "indirect"],
    ]);
  });

  test.each([
    [
      "what he did before he spoke",
      "The mayor closed the bridge and said that the dam was safe.",
      ["The mayor closed the bridge.", "The dam was safe."],
    ],
    [
      "what somebody else did",
      "The town closed the bridge, but residents said the dam was safe.",
      ["The town closed the bridge.", "The dam was safe."],
    ],
    [
      "what he did while saying it",
      "The mayor closed the bridge, saying the dam was unsafe.",
      ["The mayor closed the bridge.", "The dam was unsafe."],
    ],
  ])("leaves to the author %s", (_case, text, [deed, speech]) => {
    const found = claimsOf(text);
    expect(found.find(([wording]) => wording === deed)?.slice(1)).toEqual([null, "author"]);
    expect(found.find(([wording]) => wording === speech)?.[2]).toBe("indirect");
  });

  test.each([
    "The mayor denied that the dam had broken.",
    "The mayor rejected the claim.",
    "The mayor called for a new dam.",
    "The mayor urged the council to close the bridge.",
  ])("keeps the verb of %s in the wording", (text) => {
    expect(claimsOf(text)).toEqual([[text, "the mayor", "reported"]]);
  });

  test.each([
    "The mayor did not say that the dam had broken.",
    "It is said that the dam was old.",
    "The police found a vaccine that protects mice.",
    "The mayor showed no emotion as the dam was closed.",
  ])("never turns round or cuts %s", (text) => {
    expect(claimsOf(text).map(([wording]) => wording)).toEqual([text]);
  });
});
