import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CHECK_REASONS, CLAIM_KINDS, CLAIM_MODALITIES, CLAIM_MODES } from "@/lib/claims/claim-vocabulary";
import type { SplitResult } from "@/lib/claims/split-claims";
import { splitClaims } from "@/lib/claims/split-claims";

const wordingsOf = (text: string, language = "de") =>
  splitClaims(text, { language }).claims.map(({ wording }) => wording);
const claimOf = (text: string, language = "de") => splitClaims(text, { language }).claims[0];
/** A speaker is introduced first, so that later sentences can go on with him. */
const INTRODUCTION = "„Der Fluss steigt um zwei Meter“, sagte Karl Beispiel, Sprecher des Deichverbands. ";

describe("attribution in German", () => {
  test.each([
    [
      "behind a quotation",
      "„Der Deich ist gebrochen“, sagte Erika Beispiel am Montag.",
      "Erika Beispiel",
      "direct",
    ],
    ["with so", "Der Deich sei gebrochen, so Erika Beispiel.", "Erika Beispiel", "indirect"],
    ["before a quotation", "Erika Beispiel sagte: „Der Deich ist gebrochen.“", "Erika Beispiel", "direct"],
    ["with dass", "Erika Beispiel erklärte, dass der Deich gebrochen ist.", "Erika Beispiel", "indirect"],
    ["with a bare clause", "Erika Beispiel sagte, der Deich sei gebrochen.", "Erika Beispiel", "indirect"],
    ["with laut", "Laut Erika Beispiel ist der Deich gebrochen.", "Erika Beispiel", "indirect"],
    ["with nach Angaben", "Nach Angaben der Feuerwehr ist der Deich gebrochen.", "Feuerwehr", "indirect"],
    ["with zufolge", "Der Feuerwehr zufolge ist der Deich gebrochen.", "Feuerwehr", "indirect"],
    [
      "with a leading wie clause",
      "Wie die Feuerwehr mitteilte, ist der Deich gebrochen.",
      "die Feuerwehr",
      "indirect",
    ],
    [
      "with a trailing wie clause",
      "Der Deich ist gebrochen, wie die Feuerwehr mitteilte.",
      "die Feuerwehr",
      "indirect",
    ],
  ])("finds the speaker %s", (_case, text, speaker, mode) => {
    const claim = claimOf(text);
    expect(claim?.speaker).toBe(speaker);
    expect(claim?.mode).toBe(mode);
    expect(claim?.wording).toBe("Der Deich ist gebrochen.");
  });

  test("gives the speaker's office and finds him again by last name, office and Konjunktiv alone", () => {
    const { claims } = splitClaims(
      `${INTRODUCTION}„Wir bauen bis Mai“, so Beispiel. Der Damm sei alt. Der Sprecher erklärte, dass die Pumpen laufen.`,
      { language: "de" },
    );
    expect(claims.map(({ speaker, mode }) => [speaker, mode])).toEqual([
      ["Karl Beispiel", "direct"],
      ["Karl Beispiel", "direct"],
      ["Karl Beispiel", "indirect"],
      ["Karl Beispiel", "indirect"],
    ]);
    expect(claims[0]?.speakerRole).toBe("Sprecher des Deichverbands");
  });

  test("goes on with the last speaker in a quotation that has no frame of its own", () => {
    const { claims } = splitClaims(`${INTRODUCTION}„Morgen sinkt der Fluss wieder.“`, { language: "de" });
    expect(claims[1]).toMatchObject({
      speaker: "Karl Beispiel",
      mode: "direct",
      wording: "Morgen sinkt der Fluss wieder.",
    });
  });

  test("leaves the author's own sentences to the author", () => {
    const { claims } = splitClaims(`${INTRODUCTION}Das Dorf hat 300 Einwohner.`, { language: "de" });
    expect(claims[1]).toMatchObject({ speaker: null, mode: "author" });
  });

  test("attributes only the clause that is the source's", () => {
    const { claims } = splitClaims(
      "Die Stadt baute eine Mauer, die nach Einschätzung des Deichverbands das Wasser hält.",
      { language: "de" },
    );
    expect(claims.map(({ wording, speaker, mode }) => [wording, speaker, mode])).toEqual([
      ["Die Stadt baute eine Mauer.", null, "author"],
      ["Eine Mauer hält das Wasser.", "Deichverband", "indirect"],
    ]);
  });

  test("marks quotation, cue and speaker in the text", () => {
    const text = "„Der Deich ist gebrochen“, sagte Erika Beispiel am Montag.";
    const [quotation] = splitClaims(text, { language: "de" }).quotations;
    const cut = (span: { start: number; end: number } | null | undefined) =>
      span && text.slice(span.start, span.end);
    expect(cut(quotation)).toBe("Der Deich ist gebrochen");
    expect(cut(quotation?.cue)).toBe("sagte");
    expect(cut(quotation?.speaker)).toBe("Erika Beispiel");
    expect(quotation?.speaker?.name).toBe("Erika Beispiel");
  });
});

describe("decomposition in German", () => {
  test.each([
    [
      "coordinated verbs",
      "Die Stadt plant ein Bad und sucht einen Bauherrn.",
      ["Die Stadt plant ein Bad.", "Die Stadt sucht einen Bauherrn."],
    ],
    [
      "coordinated clauses",
      "Der Damm brach, und das Wasser stieg um zwei Meter.",
      ["Der Damm brach.", "Das Wasser stieg um zwei Meter."],
    ],
    [
      "coordinated participles",
      "Die Boote werden von der Feuerwehr geprüft und im Hafen repariert.",
      [
        "Die Boote werden von der Feuerwehr geprüft.",
        "Die Boote werden von der Feuerwehr im Hafen repariert.",
      ],
    ],
    [
      "coordinated objects",
      "Der Rat hat eine neue Brücke und einen kleinen Hafen genehmigt.",
      ["Der Rat hat eine neue Brücke genehmigt.", "Der Rat hat einen kleinen Hafen genehmigt."],
    ],
    [
      "coordinated subjects",
      "Das Museum und der Zoo waren am Montag geschlossen.",
      ["Das Museum war am Montag geschlossen.", "Der Zoo war am Montag geschlossen."],
    ],
    [
      "a relative clause",
      "Die Brücke, die 1912 gebaut wurde, ist gesperrt.",
      ["Die Brücke wurde 1912 gebaut.", "Die Brücke ist gesperrt."],
    ],
    [
      "während",
      "Während das Museum schließt, öffnet der Zoo am Montag.",
      ["Das Museum schließt.", "Der Zoo öffnet am Montag."],
    ],
    [
      "a shared pronoun",
      "Das Dorf ist klein, und es hat keinen Hafen.",
      ["Das Dorf ist klein.", "Das Dorf hat keinen Hafen."],
    ],
    [
      "an afterthought",
      "Die Feuerwehr hat Boote eingesetzt, unter anderem bei der Mühle.",
      [
        "Die Feuerwehr hat Boote eingesetzt.",
        "Die Feuerwehr hat Boote unter anderem bei der Mühle eingesetzt.",
      ],
    ],
  ])("takes %s apart", (_case, text, expected) => {
    expect(wordingsOf(text)).toEqual(expected);
  });

  test.each([
    [
      "a verb that is not said again",
      "Die Liste kam auf 12,5 Prozent der Stimmen, die Union auf 9,8 Prozent.",
      ["Die Liste kam auf 12,5 Prozent der Stimmen.", "Die Union kam auf 9,8 Prozent."],
    ],
    [
      "three participles",
      "Die Brücke wurde 1936 gebaut, im Krieg zerstört und 1951 wieder eröffnet.",
      [
        "Die Brücke wurde 1936 gebaut.",
        "Die Brücke wurde im Krieg zerstört.",
        "Die Brücke wurde 1951 wieder eröffnet.",
      ],
    ],
    [
      "a relative clause behind a quoted name",
      "Die Fähre „Muster“, die 1912 gebaut wurde, ist gesunken.",
      ["Die Fähre „Muster“ wurde 1912 gebaut.", "Die Fähre „Muster“ ist gesunken."],
    ],
    [
      "a verb that looks like a participle",
      "Das Werk, das 1978 gebaut wurde, beschäftigt 900 Menschen.",
      ["Das Werk wurde 1978 gebaut.", "Das Werk beschäftigt 900 Menschen."],
    ],
  ])("takes %s apart", (_case, text, expected) => {
    expect(wordingsOf(text)).toEqual(expected);
  });

  test.each([
    ["an ellipsis", "Der Rat hat zwölf Berichte gekannt und keinen einzigen veröffentlicht."],
    ["a reciprocal subject", "Das Museum und der Zoo einigten sich am Montag."],
    ["a condition", "Wäre das Tor offen gewesen, hätte das Wasser die Stadt erreicht."],
    ["a question", "Wer bezahlt die Brücke, die gesperrt ist?"],
    ["alternatives", "Der Rat verkauft das Bad oder schließt den Zoo."],
    ["a denied statement", "Der Deichverband bestritt, dass der Damm gebrochen ist."],
    [
      "a statement that could not be confirmed",
      "Die Polizei konnte nicht bestätigen, dass der Damm gebrochen ist.",
    ],
  ])("leaves %s whole", (_case, text) => {
    expect(wordingsOf(text)).toEqual([text]);
  });

  test("does not take a bare object for a part of the subject", () => {
    expect(wordingsOf("Erika Beispiel sagte, dass der Pegel Anlass zur Sorge gibt.")).toEqual([
      "Der Pegel gibt Anlass zur Sorge.",
    ]);
  });

  test("keeps a predicate behind its verb, or the sentence whole", () => {
    const text = "Erika Beispiel sagte, dass der Regen der Grund der Schäden ist.";
    expect(wordingsOf(text)).toEqual([text]);
  });

  test("states hearsay plainly and marks it", () => {
    expect(claimOf("Der Kapitän soll das Schiff versenkt haben.")).toMatchObject({
      wording: "Der Kapitän hat das Schiff versenkt.",
      modality: "hearsay",
      speaker: null,
    });
    expect(claimOf("Eine Firma aus Musterhafen soll mit Altöl handeln.")).toMatchObject({
      wording: "Eine Firma aus Musterhafen handelt mit Altöl.",
      modality: "hearsay",
    });
  });

  test("does not take a plan for hearsay", () => {
    expect(wordingsOf("Die Brücke soll im Mai gebaut werden.")).toEqual([
      "Die Brücke soll im Mai gebaut werden.",
    ]);
  });

  test("never loses a negation", () => {
    const { claims } = splitClaims(
      "Erika Beispiel sagte, der Damm sei nicht gebrochen und habe keine Risse.",
      { language: "de" },
    );
    expect(claims.map(({ wording, modality }) => [/nicht|keine/.test(wording), modality])).toEqual([
      [true, "negated"],
      [true, "negated"],
    ]);
  });

  test("ties each claim to the words it is made of", () => {
    const text = "Der Rat hat eine neue Brücke und einen kleinen Hafen genehmigt.";
    const [bridge, harbour] = splitClaims(text, { language: "de" }).claims;
    const quote = (spans: { start: number; end: number }[] = []) =>
      spans.map(({ start, end }) => text.slice(start, end));
    expect(quote(bridge?.spans)).toEqual(["Der Rat hat eine neue Brücke", "genehmigt"]);
    expect(quote(harbour?.spans)).toEqual(["Der Rat hat", "einen kleinen Hafen genehmigt"]);
  });
});

describe("the end of a speaker's name", () => {
  test.each([
    [
      "a number",
      "Das Bad kostet nach Angaben der Stadt 9,4 Millionen Euro.",
      "Das Bad kostet 9,4 Millionen Euro.",
      "Stadt",
    ],
    [
      "a number behind a genitive in -s",
      "An Bord waren nach Angaben des Verbands 214 Gäste und 18 Matrosen.",
      "An Bord waren 214 Gäste.",
      "Verband",
    ],
    [
      "a bare source",
      "In dem Haus lebten nach Polizeiangaben 14 Menschen.",
      "In dem Haus lebten 14 Menschen.",
      "Polizei",
    ],
    [
      "its own words",
      "Die Stadt hat nach eigenen Angaben 500 Bäume gepflanzt.",
      "Die Stadt hat 500 Bäume gepflanzt.",
      "Stadt",
    ],
    [
      "a name behind an office",
      "Das Bad soll nach Angaben von Bürgermeister Karl Beispiel 2031 öffnen.",
      "Das Bad soll 2031 öffnen.",
      "Karl Beispiel",
    ],
    [
      "a second genitive where the subject stands in front",
      "Der Mann wurde nach Angaben eines Sprechers der Klinik am Montag entlassen.",
      "Der Mann wurde am Montag entlassen.",
      "Sprecher der Klinik",
    ],
  ])("is %s", (_case, text, wording, speaker) => {
    expect(claimOf(text)).toMatchObject({ wording, speaker });
  });

  test("is unsure before a noun phrase that may be a genitive: then the sentence stays whole", () => {
    const text = "Am Montag wurde nach Angaben der Polizei der Besitzer verletzt.";
    expect(claimOf(text)).toMatchObject({ wording: text, speaker: "Polizei" });
  });

  test.each([
    ["der „Rundschau“", "sagte Vorstandschef Karl Beispiel der „Rundschau“"],
    ["dem Sender", "sagte Karl Beispiel dem Sender Radio Muster"],
    ["der Agentur", "sagte Karl Beispiel der Deutschen Musteragentur"],
    ["gegenüber", "sagte Karl Beispiel gegenüber dem „Boten“"],
    ["am Rande", "sagte Karl Beispiel am Rande einer Tagung"],
    ["auf Anfrage", "sagte Karl Beispiel auf Anfrage"],
  ])("is where %s names whom he told it", (_case, frame) => {
    expect(claimOf(`Der Damm sei nie gebrochen, ${frame}.`)).toMatchObject({
      wording: "Der Damm ist nie gebrochen.",
      speaker: "Karl Beispiel",
      mode: "indirect",
    });
    expect(claimOf(`„Der Damm ist nie gebrochen“, ${frame}.`)).toMatchObject({
      wording: "Der Damm ist nie gebrochen.",
      speaker: "Karl Beispiel",
      mode: "direct",
    });
  });
});

describe("words in the right mouth", () => {
  test.each([
    "Nach Angaben der Veranstalter kamen 500 Gäste, die Polizei sprach von 300.",
    "Der Verband fordert 6 Prozent, die Stadt bietet 3 Prozent.",
    "Der Verband kritisierte den Plan und stimmte dagegen.",
  ])("leaves the second clause of %s to the author", (text) => {
    const [first, second] = splitClaims(text, { language: "de" }).claims;
    expect(first?.speaker).not.toBeNull();
    expect(second).toMatchObject({ speaker: null, mode: "author", modality: "asserted" });
  });

  test("keeps a word that turns the statement round", () => {
    expect(wordingsOf("Der Verband stimmte im Rat dagegen.")).toEqual([
      "Der Verband stimmte im Rat dagegen.",
    ]);
  });
});

describe("modality", () => {
  test.each([
    ["Der Deichverband fordert ein höheres Tor.", "appeal"],
    ["Das ist eine schreckliche Entscheidung.", "opinion"],
    ["Die Stadt wird den Hafen schließen.", "prediction"],
    ["Der Kapitän ist angeblich verschwunden.", "hearsay"],
    ["Der Damm ist vermutlich undicht.", "conjecture"],
    ["Der Damm hielt nicht.", "negated"],
    ["Die Brücke wird gebaut.", "asserted"],
  ])("of %s is %s", (text, modality) => {
    expect(claimOf(text)?.modality).toBe(modality);
  });
});

describe("check-worthiness", () => {
  test("is higher for figures and dates than for opinions, and says why", () => {
    const figure = claimOf("Am 3. Mai 2021 stieg der Preis um 12 Prozent auf 40 Euro.");
    const opinion = claimOf("Das ist eine schöne Stadt.");
    expect(figure?.checkWorthiness).toBeGreaterThan((opinion?.checkWorthiness ?? 1) + 0.3);
    expect(figure?.reasons).toEqual(expect.arrayContaining(["number", "percent", "money", "date"]));
  });
});

describe("reasons", () => {
  test.each([
    ["Die 58-Jährige wurde am Dienstag entlassen.", ["number", "superlative", "comparison"], false],
    ["Der Rat lehnte den Plan als falsch ab.", ["comparison"], false],
    ["Das Bad ist das teuerste im Land.", ["superlative"], true],
    ["Der Fluss war im Mai am breitesten.", ["superlative"], true],
  ] as const)("of %s", (text, reasons, isExpected) => {
    const found: readonly string[] = claimOf(text)?.reasons ?? [];
    expect(reasons.some((reason) => found.includes(reason))).toBe(isExpected);
  });
});

describe("repeats", () => {
  const PARAGRAPH = "Der Rat hat am 3. Mai eine neue Brücke und einen kleinen Hafen genehmigt.";

  test("lists a repeated claim once and links the other place", () => {
    const text = `${PARAGRAPH}\n\nDas Dorf ist klein.\n\n${PARAGRAPH}`;
    const { blocks, sentences, claims } = splitClaims(text, { language: "de" });
    expect(blocks.map(({ repeatOf }) => repeatOf)).toEqual([null, null, 0]);
    expect(sentences.map(({ repeatOf }) => repeatOf)).toEqual([null, null, 0]);
    expect(claims).toHaveLength(3);
    expect(claims[0]?.repeats[0]?.sentence).toBe(2);
    expect(claims[0]?.repeats[0]?.spans.map(({ start, end }) => text.slice(start, end))).toEqual([
      "Der Rat hat am 3. Mai eine neue Brücke",
      "genehmigt",
    ]);
  });

  test("links a nearly equal paragraph, but not one with another number or a negation", () => {
    const repeatOf = (second: string) =>
      splitClaims(`${PARAGRAPH}\n\n${second}`, { language: "de" }).sentences[1]?.repeatOf;
    expect(repeatOf(PARAGRAPH.replace("kleinen", "winzigen"))).toBe(0);
    expect(repeatOf(PARAGRAPH.replace("3.", "4."))).toBeNull();
    expect(repeatOf(PARAGRAPH.replace("eine neue", "keine neue"))).toBeNull();
  });

  test("does not take somebody's words for the author's", () => {
    const { sentences } = splitClaims("Der Damm ist gebrochen.\n\n„Der Damm ist gebrochen.“", {
      language: "de",
    });
    expect(sentences[1]?.repeatOf).toBeNull();
  });
});

describe("blocks", () => {
  test("tells headline, byline, dateline, list items and notices from paragraphs", () => {
    const text =
      "Brücke gesperrt\n\nVon Erika Beispiel\n\nMusterhafen - Die Brücke ist gesperrt.\n\n- Der Bus fährt um.\n\nFoto: Erika Beispiel\n\n© 2024 Beispielagentur";
    expect(splitClaims(text).blocks.map(({ kind }) => kind)).toEqual([
      "headline",
      "byline",
      "dateline",
      "paragraph",
      "list-item",
      "caption",
      "boilerplate",
    ]);
  });

  test("joins lines that were wrapped by hand", () => {
    const text =
      "Die Stadt Musterhafen hat am Montag beschlossen, dass die alte Brücke\nüber den Fluss erneuert wird. Das kostet Geld.";
    const { blocks, sentences } = splitClaims(text, { language: "de" });
    expect(blocks).toHaveLength(1);
    expect(sentences).toHaveLength(2);
  });
});

describe("English", () => {
  test.each([
    ["The dam has broken, Jane Sample said.", "Jane Sample", "indirect"],
    ["According to Jane Sample, the dam has broken.", "Jane Sample", "indirect"],
    ["Jane Sample said that the dam has broken.", "Jane Sample", "indirect"],
    ["“The dam has broken,” said Jane Sample.", "Jane Sample", "direct"],
    ["Jane Sample said: “The dam has broken.”", "Jane Sample", "direct"],
  ])("finds the speaker of %s", (text, speaker, mode) => {
    const claim = claimOf(text, "en");
    expect([claim?.speaker, claim?.mode]).toEqual([speaker, mode]);
    expect(claim?.wording).toMatch(/^The dam has broken[.,]/);
  });

  test("gives back what stands on both sides of an attribution", () => {
    expect(
      wordingsOf("The pool will cost 9 million, according to the council, and is the oldest.", "en"),
    ).toEqual(["The pool will cost 9 million.", "The pool is the oldest."]);
  });

  test("repeats the auxiliary of participles", () => {
    expect(wordingsOf("The bridge was built in 1936, destroyed in 1944 and sold to the town.", "en")).toEqual(
      [
        "The bridge was built in 1936.",
        "The bridge was destroyed in 1944.",
        "The bridge was sold to the town.",
      ],
    );
  });

  test("takes the office from an apposition", () => {
    expect(
      claimOf("“The dam has broken,” Jane Sample, a spokeswoman for the council, told reporters.", "en"),
    ).toMatchObject({ speaker: "Jane Sample", speakerRole: "spokeswoman for the council" });
  });

  test("takes clauses apart that share their subject", () => {
    expect(wordingsOf("The town has closed the bridge and has opened a ferry.", "en")).toEqual([
      "The town has closed the bridge.",
      "The town has opened a ferry.",
    ]);
  });
});

describe("splitClaims", () => {
  const pieces = fc.array(
    fc.constantFrom(
      "„",
      "“",
      '"',
      "»",
      "(",
      ")",
      ",",
      ".",
      " - ",
      "\n\n",
      "\n",
      " ",
      "sagte",
      "soll",
      "haben",
      "dass",
      "die",
      "Der",
      "Rat",
      "und",
      "laut",
      "Karl",
      "Beispiel",
      "nicht",
      "sei",
      "zu",
      "3.",
      "\ud800",
      "😀",
      "wie",
      ":",
      "said",
      "that",
    ),
    { maxLength: 60 },
  );
  const hostile = fc.oneof(
    pieces.map((parts) => parts.join(" ")),
    pieces.map((parts) => parts.join("")),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  );

  test("keeps its contract for any string in any language", () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom("de", "en", "fr", undefined), (text, language) => {
        expectContract(text, splitClaims(text, language ? { language } : {}));
      }),
      { numRuns: 300 },
    );
  });

  const number = fc.constantFrom("9,4", "214", "18", "2031", "1.200", "3:1", "67");
  const source = fc.constantFrom(
    "",
    "nach Angaben der Stadt ",
    "nach Angaben des Verbands ",
    "laut Karl Beispiel ",
    "nach Polizeiangaben ",
    "nach eigenen Angaben ",
    "nach Schätzung von Fachleuten ",
  );
  const subject = fc.constantFrom(
    "Der Hafen",
    "Die Stadt Musterhafen",
    "Das Bad",
    "Karl Beispiel",
    "An Bord",
  );
  const verb = fc.constantFrom("hat", "kostet", "waren", "wurde um", "stieg auf", "soll");
  const counted = fc.constantFrom("Millionen Euro", "Gäste", "Prozent", "Meter breit", "Tore", "Jahre alt");
  const ending = fc.constantFrom("", " gebaut", ", sagte Karl Beispiel", ", wie der Verband mitteilte");
  const joint = fc.constantFrom(" und ", ", davon ", ", die Brücke ", " sowie ", ", der ", " und ist mit ");
  const figures = fc
    .tuple(subject, verb, source, number, counted, joint, number, counted, ending)
    .map(
      ([who, does, by, one, things, and, other, more, end]) =>
        `${who} ${does} ${by}${one} ${things}${and}${other} ${more}${end}.`,
    );

  test("never loses a figure", () => {
    fc.assert(
      fc.property(figures, (text) => {
        const wordings = wordingsOf(text).join(" ");
        for (const figure of text.match(/\d+/g) ?? []) expect(wordings).toContain(figure);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["An Bord waren 214 Gäste.", "de"],
    ["Der Zug kam zu spät.", "de"],
    ["Die Polizei ermittelt.", "de"],
    ["Two people died in the crash.", "en"],
    ["Nobody was hurt.", "en"],
    ["El gobierno de España aprobó la ley.", "other"],
    ["De regering van Nederland heeft een wet aangenomen.", "other"],
  ])("finds out the language of %s", (text, language) => {
    expect(splitClaims(text).language).toBe(language);
  });

  test("finds out the language by itself", () => {
    expect(splitClaims("Der Rat hat die Brücke gesperrt, und das Museum ist zu.").language).toBe("de");
    expect(splitClaims("The council has closed the bridge and the museum is shut.").language).toBe("en");
    expect(splitClaims("Le conseil municipal a fermé le pont et le musée.").language).toBe("other");
  });

  test("takes an empty text", () => {
    expect(splitClaims("", { language: "de" })).toEqual({
      language: "de",
      blocks: [],
      sentences: [],
      quotations: [],
      claims: [],
    });
  });

  test.each([
    ["quotation marks", "„“"],
    ["quotations that never close", "„Wort "],
    ["commas and subordinators", "dass er, der, weil sie, die, "],
    ["the same sentence", "Der Rat hat am 3. Mai zugestimmt. "],
    ["brackets", "("],
    ["hearsay", "soll "],
  ])("takes time in proportion to the length of %s", (_case, unit) => {
    const time = (length: number) => {
      const text = unit.repeat(Math.ceil(length / unit.length));
      const runs = [1, 2, 3].map(() => {
        const started = performance.now();
        splitClaims(text, { language: "de" });
        return performance.now() - started;
      });
      return Math.min(...runs);
    };
    // Eight times the text: linear is 8, quadratic 64.
    expect(time(80_000)).toBeLessThan(30 * Math.max(time(10_000), 20));
  });
});

function expectContract(text: string, { blocks, sentences, quotations, claims }: SplitResult) {
  const isSpan = ({ start, end }: { start: number; end: number }) =>
    start >= 0 &&
    start < end &&
    end <= text.length &&
    text.slice(start, end) === text.slice(start, end).trim();
  for (const list of [blocks, sentences]) {
    list.forEach((span, index) => {
      expect(isSpan(span)).toBe(true);
      expect(span.start).toBeGreaterThanOrEqual(list[index - 1]?.end ?? 0);
      expect(span.repeatOf === null || span.repeatOf < index).toBe(true);
    });
  }
  for (const { cue, speaker, ...quotation } of quotations) {
    for (const span of [quotation, cue, speaker])
      expect(span === null || (span.start >= 0 && span.start < span.end && span.end <= text.length)).toBe(
        true,
      );
  }
  for (const claim of claims) {
    const sentence = sentences[claim.sentence];
    expect(claim.wording.trim()).not.toBe("");
    expect(claim.spans.length).toBeGreaterThan(0);
    for (const span of claim.spans) {
      expect(isSpan(span)).toBe(true);
      expect(sentence && sentence.start <= span.start && span.end <= sentence.end).toBe(true);
    }
    for (const repeat of claim.repeats) expect(sentences[repeat.sentence]).toBeDefined();
    expect(CLAIM_MODES).toContain(claim.mode);
    expect(CLAIM_MODALITIES).toContain(claim.modality);
    expect(CLAIM_KINDS).toContain(claim.kind);
    expect(claim.reasons.every((reason) => CHECK_REASONS.includes(reason))).toBe(true);
    expect(claim.checkWorthiness).toBeGreaterThanOrEqual(0);
    expect(claim.checkWorthiness).toBeLessThanOrEqual(1);
  }
}
