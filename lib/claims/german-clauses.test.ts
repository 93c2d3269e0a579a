import { describe, expect, test } from "vitest";
import type { Clause } from "@/lib/claims/german-clauses";
import { splitClauses } from "@/lib/claims/german-clauses";
import type { Word } from "@/lib/claims/tag-german-words";
import { tagGermanWords } from "@/lib/claims/tag-german-words";
import { tokenizeWords } from "@/lib/text/tokenize-words";

/** "main(relative) main": the kinds of a sentence's clauses, those inside others in brackets. */
function treeOf(text: string): string {
  const words = tagGermanWords(tokenizeWords(text, { start: 0, end: text.length }));
  const show = ({ kind, clauses }: Clause): string =>
    clauses.length > 0 ? `${kind}(${clauses.map(show).join(" ")})` : kind;
  return splitClauses(words).map(show).join(" ");
}

const clauseTexts = (text: string): string[] => {
  const words = tagGermanWords(tokenizeWords(text, { start: 0, end: text.length }));
  const join = (part: readonly Word[]) => part.map((word) => word.text).join(" ");
  return splitClauses(words).map(({ from, to }) => join(words.slice(from, to)));
};

describe("the clauses of a German sentence", () => {
  test.each([
    ["a plain sentence", "Der Damm brach am Montag", "main"],
    ["a relative clause", "Die Brücke, die 1912 gebaut wurde, ist gesperrt", "main(relative)"],
    [
      "a relative clause behind a preposition",
      "Der Sturm, bei dem ein Dach einstürzte, ist vorbei",
      "main(relative)",
    ],
    ["a subordinate clause in front", "Während das Museum schließt, öffnet der Zoo", "main(subordinate)"],
    ["a zu clause", "Die Stadt plant, eine neue Schule zu bauen", "main(infinitive)"],
    ["two main clauses", "Der Damm brach, das Wasser stieg um zwei Meter", "main main"],
    [
      "a relative clause inside a subordinate clause",
      "Er kam zurück, weil das Haus, das leer stand, verkauft wurde",
      "main(subordinate(relative))",
    ],
    [
      "a relative clause with two verbs",
      "Die Werft, die seit 1912 Boote baut, Segel näht und einen Hafen hat, sucht Leute",
      "main(relative)",
    ],
    [
      "a clause between dashes",
      "Die Einheit – das Land hat 200 Soldaten geschickt – kam am Samstag an",
      "main(parenthesis)",
    ],
    ["what somebody thinks", "Der Rat vermutet, das Tor sei offen gewesen", "main(subordinate)"],
  ])("show %s", (_case, text, tree) => {
    expect(treeOf(text)).toBe(tree);
  });

  test("let a main clause begin behind its own subject", () => {
    expect(
      clauseTexts("Viele Gäste reisten ab, und die Straße zum Hafen, der klein ist, wurde gesperrt"),
    ).toEqual(["Viele Gäste reisten ab", "und die Straße zum Hafen , der klein ist , wurde gesperrt"]);
  });

  test("tell a demonstrative from a relative pronoun by the place of the verb", () => {
    expect(treeOf("Das Wasser stieg, die Bewohner retteten sich auf die Dächer")).toBe("main main");
  });
});
