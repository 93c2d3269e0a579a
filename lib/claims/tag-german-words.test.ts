import { describe, expect, test } from "vitest";
import { tagGermanWords } from "@/lib/claims/tag-german-words";
import { tokenizeWords } from "@/lib/text/tokenize-words";

const wordsOf = (text: string) => tagGermanWords(tokenizeWords(text, { start: 0, end: text.length }));

/** The STTS tags of the words `word` in a sentence, in order. */
const tagsOf = (word: string, sentence: string) =>
  wordsOf(sentence)
    .filter(({ text }) => text === word)
    .map(({ fine }) => fine);

describe("words that look alike", () => {
  test.each([
    ["Laut", "Laut Polizei war der Knall weithin zu hören.", ["APPR"]],
    ["laut", "Der Knall war so laut, dass Scheiben barsten.", ["ADJD"]],
    ["die", "Die Zahl steigt, die die Behörde im Mai nannte.", ["PRELS", "ART"]],
    ["zu", "Er versprach, seine Schulden zu zahlen.", ["PTKZU"]],
    ["zu", "Der Verein zog zu einer anderen Halle um.", ["APPR"]],
    ["sein", "Der Preis soll zu hoch gewesen sein.", ["VAINF"]],
    ["sein", "Das soll sein Anwalt gesagt haben.", ["PPOSAT"]],
    ["seit", "Es ist ruhig, seit die Grenze offen ist.", ["KOUS"]],
    ["seit", "Die Grenze ist seit Montag offen.", ["APPR"]],
    ["beschäftigt", "Das Werk beschäftigt 90 Menschen.", ["VVFIN"]],
    ["beschäftigt", "In dem Werk wurden 90 Menschen beschäftigt.", ["VVPP"]],
    ["verkauft", "Die Brücke wurde gebaut und an die Stadt verkauft.", ["VVPP"]],
    ["behandelt", "Die Verletzten wurden in Kliniken gebracht und dort behandelt.", ["VVPP"]],
    ["werden", "Die Anlagen, die hier betrieben werden, sind alt.", ["VAFIN"]],
    ["zurück", "Der Minister wies die Vorwürfe zurück.", ["PTKVZ"]],
    ["Das", "Das soll niemand erfahren.", ["PDS"]],
    ["Weder", "Weder die Stadt noch das Land wollen zahlen.", ["KON"]],
    ["protestierten", "Während der Rede protestierten Hunderte.", ["VVFIN"]],
    ["verlangten", "Die von der Union verlangten Pläne fehlen.", ["ADJA"]],
    ["643", "Von den 643 Schulen sind viele alt.", ["CARD"]],
  ])("%s: %s", (word, sentence, tags) => {
    expect(tagsOf(word, sentence)).toEqual(tags);
  });
});

test("quotation marks of every kind are marks", () => {
  for (const sentence of [
    "„Der Damm hält“, sagte sie.",
    "»Der Damm hält«, sagte sie.",
    '"Der Damm hält", sagte sie.',
  ])
    expect(
      wordsOf(sentence)
        .map(({ tag }) => tag)
        .slice(0, 6),
    ).toEqual(["mark", "determiner", "noun", "finite", "mark", "mark"]);
});

test("a finite verb always says what its form says", () => {
  const text = "Er ging, sie bliebe gern, es regnet, und wir schwurbeln, Gugl und Xqt brumsen.";
  for (const word of wordsOf(text)) if (word.tag === "finite") expect(word.finite).not.toBeNull();
  expect(wordsOf(text).find(({ lower }) => lower === "bliebe")?.finite).toEqual({
    lemma: "bleiben",
    isPlural: false,
    isSubjunctive: true,
    indicative: "bleibt",
    singular: "bleibt",
  });
});
