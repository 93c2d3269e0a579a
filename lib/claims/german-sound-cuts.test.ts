import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string) =>
  splitClaims(text, { language: "de" }).claims.map(({ wording }) => wording);

describe("a German cut", () => {
  test.each([
    "Das Gericht hat die Klage zurückgewiesen, da sie jeder Grundlage entbehre.",
    "Der Minister bestritt die Vorwürfe, weil sie frei erfunden seien.",
  ])("never states a reason in the Konjunktiv as the author's: %s", (text) => {
    expect(wordingsOf(text)).toHaveLength(1);
  });

  test("takes the end of an open verb for no clause with „als“", () => {
    expect(
      wordingsOf(
        "Das Amt hat den Fluss, der durch Musterheim fließt, als gefährlich eingestuft und gleichzeitig die Warnung bestätigt.",
      ).toSorted(),
    ).toEqual([
      "Das Amt hat den Fluss als gefährlich eingestuft.",
      "Das Amt hat gleichzeitig die Warnung bestätigt.",
      "Der Fluss fließt durch Musterheim.",
    ]);
  });

  test.each([
    [
      "Der 10. Dezember, der Todestag von Otto Probe, ist ein Feiertag.",
      ["Der 10. Dezember ist der Todestag von Otto Probe.", "Der 10. Dezember ist ein Feiertag."],
    ],
    [
      "Musterburg, die Hauptstadt von Probeland, wurde 1240 gegründet.",
      ["Musterburg ist die Hauptstadt von Probeland.", "Musterburg wurde 1240 gegründet."],
    ],
    ["Der Sohn, Max Muster, erbte das Haus.", ["Der Sohn, Max Muster, erbte das Haus."]],
    [
      "Die Trainer Karl Beispiel, Otto Probe, Max Muster und Anna Versuch kamen an.",
      ["Die Trainer Karl Beispiel, Otto Probe, Max Muster und Anna Versuch kamen an."],
    ],
  ])("makes a relation of what a name is, and none of a row: %s", (text, expected) => {
    expect(wordingsOf(text).toSorted()).toEqual(expected.toSorted());
  });

  test("reads a number word behind a comma as the beginning of a clause", () => {
    expect(wordingsOf("Dabei war ein Mann gestorben, sieben weitere waren verletzt worden.")).toEqual([
      "Dabei war ein Mann gestorben.",
      "Sieben weitere waren verletzt worden.",
    ]);
  });

  test.each([
    [
      "Die Erdstöße waren bis Musterheim im Norden und bis Beispielstadt im Süden zu spüren.",
      [
        "Die Erdstöße waren bis Musterheim im Norden zu spüren.",
        "Die Erdstöße waren bis Beispielstadt im Süden zu spüren.",
      ],
    ],
    [
      "Er wurde wegen Betrugs, Diebstahls und Erpressung verurteilt.",
      [
        "Er wurde wegen Betrugs verurteilt.",
        "Er wurde wegen Diebstahls verurteilt.",
        "Er wurde wegen Erpressung verurteilt.",
      ],
    ],
    ["Das Gerät misst Temperatur und Druck.", ["Das Gerät misst Temperatur.", "Das Gerät misst Druck."]],
    [
      "Otto Probe ist Minister für Bildung und Forschung.",
      ["Otto Probe ist Minister für Bildung und Forschung."],
    ],
    [
      "Daneben helfen weitere Ämter: das Amt für Schutz (AS) und das Amt für Hilfe und Rettung (AH) sowie die Stadt.",
      [
        "Daneben helfen weitere Ämter: das Amt für Schutz (AS) und das Amt für Hilfe und Rettung (AH) sowie die Stadt.",
      ],
    ],
  ])("takes a row whole or at its own joints: %s", (text, expected) => {
    expect(wordingsOf(text)).toEqual(expected);
  });

  test("keeps both halves of a pair", () => {
    expect(
      wordingsOf("Sowohl der Bürgermeister als auch der Stadtrat lehnten den Plan am Montag ab."),
    ).toEqual(["Sowohl der Bürgermeister als auch der Stadtrat lehnten den Plan am Montag ab."]);
  });
});
