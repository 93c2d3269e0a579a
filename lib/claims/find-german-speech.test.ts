import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const split = (text: string) => splitClaims(text, { language: "de" });
/** Mode, quoted words and marked speaker of each quotation. */
const quotationsOf = (text: string) =>
  split(text).quotations.map(({ mode, start, end, speaker }) => [
    mode,
    text.slice(start, end),
    speaker && text.slice(speaker.start, speaker.end),
  ]);
const claimsOf = (text: string) =>
  split(text).claims.map(({ wording, speaker, mode }) => [wording, speaker, mode]);

describe("main clauses with their content behind a comma", () => {
  test.each([
    ["Der Verband geht davon aus, dass der Damm hält.", "dass der Damm hält", "Der Verband"],
    ["Die Behörde wies darauf hin, dass der Damm hält.", "dass der Damm hält", "Die Behörde"],
    ["Die Feuerwehr meldete, der Damm sei dicht.", "der Damm sei dicht", "Die Feuerwehr"],
    ["Der Chef hat angekündigt, man werde den Damm prüfen.", "man werde den Damm prüfen", "Der Chef"],
    ["Der Chef musste zugeben, dass der Damm bricht.", "dass der Damm bricht", "Der Chef"],
    ["Die Rätin zeigte sich überzeugt, dass der Damm hält.", "dass der Damm hält", "Die Rätin"],
    [
      "Die Firma warf der Stadt vor, den Damm zu vernachlässigen.",
      "den Damm zu vernachlässigen",
      "Die Firma",
    ],
    ["Die Rätin rief alle dazu auf, Ruhe zu bewahren.", "Ruhe zu bewahren", "Die Rätin"],
    ["In dem Gutachten steht, dass der Damm hält.", "dass der Damm hält", "dem Gutachten"],
    ["Aus den Akten geht hervor, dass der Damm hält.", "dass der Damm hält", "den Akten"],
    ["In dem Papier heißt es, der Damm sei dicht.", "der Damm sei dicht", "dem Papier"],
    ["Ein Prüfer, den die Stadt bezahlt, sagte, der Damm sei dicht.", "der Damm sei dicht", "Ein Prüfer"],
    ["Chef wird ein Ingenieur, der betonte, der Damm sei dicht.", "der Damm sei dicht", "der"],
    [
      "Der Verein, der dort Kinder unterrichtet, forderte die Stadt auf, das Bad zu öffnen.",
      "das Bad zu öffnen",
      "Der Verein",
    ],
    ["Die Stadt äußerte den Verdacht, dass der Damm bricht.", "dass der Damm bricht", "Die Stadt"],
  ])("find content and speaker of %s", (text, content, speaker) => {
    expect(quotationsOf(text)).toEqual([["indirect", content, speaker]]);
  });

  test.each(["Es wurde mitgeteilt, dass der Damm hält.", "Es wird vermutet, dass der Damm hält."])(
    "of a passive without agent names nobody, not even who spoke before: %s",
    (text) => {
      const { claims } = split(`Karl Beispiel sagte, das Wasser steige. ${text}`);
      expect(claims.at(-1)).toMatchObject({ speaker: null, mode: "indirect", wording: "Der Damm hält." });
    },
  );

  test("leave a verb with another particle to the author", () => {
    expect(quotationsOf("Der Plan sieht ein höheres Tor vor.")).toEqual([]);
  });

  test("leave a relative clause's main clause to the author", () => {
    expect(claimsOf("Chef wird ein Ingenieur, der betonte, der Damm sei dicht.").at(-1)?.[2]).toBe(
      "indirect",
    );
  });
});

describe("speech told in the author's words", () => {
  test.each([
    ["warnen vor", "Der Verband warnt vor einer Flut.", "Der Verband"],
    ["plädieren für", "Die Rätin plädiert für ein höheres Tor.", "Die Rätin"],
    ["sich aussprechen gegen", "Die Rätin sprach sich gegen das Tor aus.", "Die Rätin"],
    ["aufrufen zu", "Die Rätin rief zur Ruhe auf.", "Die Rätin"],
    ["bitten um", "Die Polizei bittet um Hinweise.", "Die Polizei"],
    ["rechnen mit", "Mit Regen rechnet der Wetterdienst.", "der Wetterdienst"],
    ["bezeichnen als", "Der Minister bezeichnete den Plan als Irrweg.", "Der Minister"],
    ["sehen in", "Beobachter sehen in dem Urteil einen Rückschlag.", "Beobachter"],
    ["halten für", "Beobachter halten den Plan für falsch.", "Beobachter"],
    ["ankündigen", "Die Stadt hat ein neues Tor angekündigt.", "Die Stadt"],
    ["bekannt geben", "Der Trainer gab am Montag seinen Rücktritt bekannt.", "Der Trainer"],
    ["a passive with its agent", "Von Fachleuten wird der Plan als Irrweg bezeichnet.", "Fachleuten"],
    ["a plan", "Die Werft will im Mai drei Schiffe bauen.", "Die Werft"],
    ["a denial", "Die Firma, die das Werk 2022 gekauft hatte, bestreitet das.", "Die Firma"],
    ["an object in front", "Kündigungen schloss die Chefin aus.", "die Chefin"],
    ["a speaker with apposition", "Karl Beispiel, Sprecher der Werft, fordert neue Boote.", "Karl Beispiel"],
  ])("is found: %s", (_frame, text, speaker) => {
    expect(quotationsOf(text)).toEqual([["reported", text.slice(0, -1), speaker]]);
  });

  test.each([
    "Das Unglück forderte zwölf Todesopfer.",
    "Das Gericht verurteilte den Mann zu drei Jahren Haft.",
    "Ihnen drohen lange Strafen.",
    "Der Rat erklärte den Sieger am Montag zum Ehrenbürger.",
  ])("is not seen in %s", (text) => {
    expect(quotationsOf(text)).toEqual([]);
  });
});

describe("sources", () => {
  test.each([
    ["Berichten zufolge steigt der Fluss.", null, "Der Fluss steigt."],
    [
      "Laut einer Studie der Hochschule Musterhafen steigt der Fluss.",
      "Hochschule Musterhafen",
      "Der Fluss steigt.",
    ],
    ["Nach Angaben von Anwohnern steigt der Fluss.", "Anwohner", "Der Fluss steigt."],
    ["Nach Angaben des Deichverbands steigt der Fluss.", "Deichverband", "Der Fluss steigt."],
    [
      "Nach Angaben des Deutschen Musterdienstes steigt der Fluss.",
      "Deutscher Musterdienst",
      "Der Fluss steigt.",
    ],
    ["Nach bisher unbestätigten Berichten steigt der Fluss.", null, "Der Fluss steigt."],
    ["Aus Sicht des Verbands steigt der Fluss.", "Verband", "Der Fluss steigt."],
    ["Wie aus Kreisen der Werft verlautete, steigt der Fluss.", "Kreisen der Werft", "Der Fluss steigt."],
    ["Wie es in dem Bericht heißt, steigt der Fluss.", "Bericht", "Der Fluss steigt."],
    ["Der Fluss steigt, hieß es von der Feuerwehr.", "Feuerwehr", "Der Fluss steigt."],
    [
      "Wie die Zeitung „Der Bote“ berichtet, steigt der Fluss.",
      "die Zeitung „Der Bote“",
      "Der Fluss steigt.",
    ],
  ])("names the speaker of %s", (text, speaker, wording) => {
    expect(claimsOf(text)).toEqual([[wording, speaker, "indirect"]]);
  });

  test("does not take a time for a source", () => {
    expect(quotationsOf("Nach der englischen Fassung erschien die deutsche.")).toEqual([]);
  });
});

describe("frames that lean on what was said", () => {
  test.each([
    "Der Damm, so die Ingenieurin, sei seit Jahren undicht.",
    "Der Damm sei, wie die Ingenieurin erklärte, seit Jahren undicht.",
    "Der Damm sei seit Jahren undicht, so die Ingenieurin weiter.",
  ])("leave the statement whole around them: %s", (text) => {
    expect(claimsOf(text)).toEqual([["Der Damm ist seit Jahren undicht.", "die Ingenieurin", "indirect"]]);
  });

  test("inside another frame leave the sentence whole", () => {
    const text = "Sie bemängelt, die Halle, so die Bauleiterin, sei undicht.";
    expect(split(text).claims.map(({ wording }) => wording)).toEqual([text]);
  });

  test("say behind a sentence whose it was", () => {
    expect(claimsOf("Der Damm ist gebrochen. Das teilte die Feuerwehr am Montag mit.")[0]).toEqual([
      "Der Damm ist gebrochen.",
      "die Feuerwehr",
      "indirect",
    ]);
  });

  test("do not give a sentence to somebody who denies it", () => {
    expect(claimsOf("Der Damm ist gebrochen. Das bestritt die Feuerwehr.")[0]?.[2]).toBe("author");
  });
});

describe("direct quotations", () => {
  test.each([
    ["Karl Beispiel sagte „Wir bauen ein neues Tor“.", "Karl Beispiel"],
    ["Karl Beispiel sagte, „Wir bauen ein neues Tor“.", "Karl Beispiel"],
    ["„Wir bauen ein neues Tor“, freut sich Karl Beispiel.", "Karl Beispiel"],
    ["„Wir bauen ein neues Tor“ – Karl Beispiel, Bürgermeister.", "Karl Beispiel"],
    ["Karl Beispiel, Bürgermeister: „Wir bauen ein neues Tor.“", "Karl Beispiel"],
    ["„Wir bauen ein neues Tor“, wird Karl Beispiel zitiert.", "Karl Beispiel"],
    ["„Wir bauen ein neues Tor.“ Das sagte Karl Beispiel am Montag.", "Karl Beispiel"],
  ])("find the speaker of %s", (text, speaker) => {
    expect(split(text).claims[0]).toMatchObject({
      wording: "Wir bauen ein neues Tor.",
      mode: "direct",
      speaker,
    });
  });

  test("of several sentences are all the one's who is named behind the last", () => {
    const { claims } = split(
      "Erika Muster sagte, der Damm sei dicht. „Das Tor ist alt. Wir bauen ein neues“, erklärte Karl Beispiel.",
    );
    expect(claims.map(({ speaker }) => speaker)).toEqual(["Erika Muster", "Karl Beispiel", "Karl Beispiel"]);
  });

  test("keep a quotation inside a quotation", () => {
    expect(quotationsOf("„Die Leute sagen: ‚Wir wollen bleiben‘“, erzählte Karl Beispiel.")).toEqual([
      ["direct", "Die Leute sagen: ‚Wir wollen bleiben‘", "Karl Beispiel"],
    ]);
  });

  test("are not seen in mottos and titles", () => {
    expect(quotationsOf("Unter dem Motto „Wir bauen das neue Haus“ zogen 300 Menschen los.")).toEqual([]);
  });
});

describe("speech without a frame", () => {
  const FRAME = "Karl Beispiel sagte, der Damm sei dicht. ";

  test.each([
    "Die Pumpen liefen seit Mai, und das Wasser sinke.",
    "Der Mann, der gestern kam, habe nichts gesehen.",
    "Er gehe davon aus, dass das Tor hält.",
  ])("goes on with the last speaker: %s", (text) => {
    expect(split(FRAME + text).claims.at(-1)).toMatchObject({ speaker: "Karl Beispiel", mode: "indirect" });
  });

  test("in a plan is marked in the text, but not put into the mouth of the last speaker", () => {
    const text = `${FRAME}Das Tor soll im Mai öffnen.`;
    expect(split(text).claims.at(-1)).toMatchObject({
      speaker: null,
      mode: "author",
      modality: "prediction",
    });
    expect(quotationsOf(text).at(-1)).toEqual(["indirect", "Das Tor soll im Mai öffnen", "Karl Beispiel"]);
  });

  test("belongs to the person that the sentence before speaks of", () => {
    const { claims } = split(`${FRAME}Erika Muster leitet den Verband. Das Tor sei zu alt.`);
    expect(claims.map(({ speaker }) => speaker)).toEqual(["Karl Beispiel", null, "Erika Muster"]);
  });
});
