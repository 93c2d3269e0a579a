import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const claimsOf = (text: string, language = "de") =>
  splitClaims(text, { language }).claims.map(({ wording, mode, speaker }) => [wording, mode, speaker]);
const speakerIn = (text: string) => splitClaims(text, { language: "de" }).claims.at(-1)?.speaker;

describe("who speaks", () => {
  test.each([
    [
      "Der Nachfolger des am Montag zurückgetretenen Werft-Chefs Max Alt, Eva Neu, sagte, die Halle sei dicht.",
      "Eva Neu",
    ],
    ["Der Sprecher des Ministers Max Alt sagte, die Halle sei dicht.", "der Sprecher des Ministers Max Alt"],
    ["Nach Angaben des Roten Kreuzes stieg das Wasser.", "Rotes Kreuz"],
    ["Nach Angaben der Deutschen Bahn ist die Strecke gesperrt.", "Deutsche Bahn"],
    ["Nach Angaben des Weißen Hauses ist das Treffen verschoben.", "Weißes Haus"],
    ["Nach Polizeiangaben war ein Kabel die Ursache.", "Polizei"],
    ["Örtlichen Medienberichten zufolge war ein Kabel die Ursache.", "örtliche Medienberichte"],
  ])("is told by the frame of the sentence: %s", (text, speaker) => {
    expect(speakerIn(text)).toBe(speaker);
  });

  test("is nobody where somebody has to see to it that something happens", () => {
    expect(claimsOf("Die Käufer müssen dafür Sorge tragen, dass die Leitungen überprüft werden.")).toEqual([
      ["Die Käufer müssen dafür Sorge tragen, dass die Leitungen überprüft werden.", "author", null],
    ]);
  });

  test.each([
    "Nach bisherigen Erkenntnissen war ein Kabel die Ursache.",
    "Nach ersten Meldungen war ein Kabel die Ursache.",
    "Karl Beispiel sagte, der Damm sei dicht. Ein Mann soll ihn geöffnet haben.",
  ])("is nobody where a sentence hands on what people say: %s", (text) => {
    expect(speakerIn(text)).toBeNull();
  });

  test("goes on behind hearsay in the Konjunktiv", () => {
    const text =
      "Karl Beispiel sagte, der Damm sei dicht. Ein Mann soll ihn geöffnet haben. Das Wasser sei gesunken.";
    expect(speakerIn(text)).toBe("Karl Beispiel");
  });

  test.each([
    "Der Fund wurde durch die Kriminalpolizei bestätigt.",
    "Die Stadt räumt dem Radverkehr hohe Priorität ein.",
    "Die Täter wollten über die Grenze fliehen.",
  ])("is the author where somebody only does something: %s", (text) => {
    expect(claimsOf(text)).toEqual([[text, "author", null]]);
  });

  test("may be named behind several sentences in the Konjunktiv", () => {
    expect(
      claimsOf("Der Damm sei undicht. Das Wasser steige. Das teilte die Feuerwehr mit.").slice(0, 2),
    ).toEqual([
      ["Der Damm ist undicht.", "indirect", "die Feuerwehr"],
      ["Das Wasser steigt.", "indirect", "die Feuerwehr"],
    ]);
  });
});

describe("quotation marks", () => {
  test.each([
    "„Ein stiller Mann mit großem Herzen“, so charakterisierte ihn Karl Beispiel.",
    "‚Wir bauen das Tor in diesem Jahr‘, sagte Karl Beispiel.",
    "'Wir bauen das Tor in diesem Jahr', sagte Karl Beispiel.",
    "„Wir bauen. Das Tor kommt noch in diesem Jahr.“, sagte Karl Beispiel.",
    "„Das Tor kommt.\n\n„Und es wird teuer für uns alle“, sagte Karl Beispiel.",
    "Karl Beispiel sagte: „Das Tor kommt.\n\n„Und es wird teuer für uns alle.“",
  ])("hold what a person said: %s", (text) => {
    const claims = claimsOf(text);
    expect(claims.length).toBeGreaterThan(0);
    for (const [, mode, speaker] of claims) expect([mode, speaker]).toEqual(["direct", "Karl Beispiel"]);
  });

  test.each([
    "‘We don’t need the gate this year,’ said Jane Sample.",
    "'It is the workers' money,' said Jane Sample.",
  ])("may be single ones in English: %s", (text) => {
    expect(claimsOf(text, "en").map(([, mode, speaker]) => [mode, speaker])).toEqual([
      ["direct", "Jane Sample"],
    ]);
  });

  test("are none where an apostrophe stands", () => {
    const text = "Fritz' Hof brannte, und 's Haus von Hans' Bruder auch.";
    expect(splitClaims(text, { language: "de" }).quotations).toEqual([]);
  });

  test("around a name that a full stop has cut in two hold nothing said", () => {
    const text = "Er war zu Gast beim „2. Deutschen Damm-Kongress der Musterwerke AG“.";
    expect(splitClaims(text, { language: "de" }).quotations).toEqual([]);
  });
});
