import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBlocks } from "@/lib/claims/find-blocks";

const STORY = "Die Stadt Musterhafen hat am Montag die alte Brücke gesperrt, weil zwei Pfeiler Risse haben.";
const MORE =
  "Der Bus fährt bis auf Weiteres über den Damm, und die Schiffe warten im äußeren Hafen auf die Ebbe.";

/** Kinds of all blocks of a text. */
const kindsOf = (text: string) => findBlocks(text).map(({ kind }) => kind);
/** Kind of a line that stands between two paragraphs. */
const kindOf = (line: string) => kindsOf(`${STORY}\n\n${line}\n\n${MORE}`)[1];

describe("a line that is no part of the story", () => {
  test.each([
    "© 2024 dts Nachrichtenagentur",
    "(c) Beispielagentur",
    "Copyright 2024 AFP. Alle Rechte vorbehalten.",
    "Copyright © Sample Press. All rights reserved.",
    "Alle Rechte vorbehalten. Die Wiedergabe ist untersagt.",
    "Lesen Sie auch: Brücke bleibt zu",
    "Lesen Sie hier, was am Montag geschah.",
    "Read more: The bridge stays shut",
    "Read more about the bridge",
    "Read also: A town and its bridge",
    "Mehr zum Thema",
    "Mehr zum Thema: Brücken im Norden",
    "Mehr zum Thema finden Sie auf unserer Seite.",
    "Related: What we know about the bridge",
    "Das könnte Sie auch interessieren",
    "Sperrfrist: 4. Januar 2024, 11.00 Uhr",
    "Sperrfrist bis Sonntag, 18.00 Uhr",
    "Achtung Redaktionen: Neufassung des zweiten Absatzes.",
    "Embargoed until 4 January 2024, 11 a.m.",
    "EMBARGO: 11:00 GMT, Jan 4",
    "Not for release before 6 p.m. Friday.",
    "Note to editors: Pictures are on our site.",
    "Zur sofortigen Veröffentlichung",
    "For immediate release",
    "Kontakt: Erika Beispiel",
    "Pressekontakt: Erika Beispiel, Telefon 0123 456789, presse@beispiel.de.",
    "Tel.: 0123 456789",
    "Contact: Jane Sample, jane@sample.org",
    "Rückfragen bitte an: Polizei Musterhafen",
    "Original-Content von: Polizei Musterhafen, übermittelt durch news aktuell",
    "(Reporting by Jane Sample in London; Editing by Robert Doe.)",
    "Reporting by Jane Sample; editing by Robert Doe",
    "(Bericht von Max Muster, redigiert von Erika Beispiel. Bei Rückfragen wenden Sie sich an die Redaktion.)",
    "Associated Press writer Jane Sample contributed to this report.",
    "Mit Material von dpa und AFP",
    "(Mit Informationen der Agentur Muster)",
    "dpa lby mus bei yyzz n1",
    "dpa-infocom, dpa:240104-99-473",
    "(AFP)",
    "red/dpa",
    "Quelle: Beispielagentur",
    "Source: Sample Institute",
    "Schlagwörter: Brücke, Hafen",
    "www.beispiel.de/bruecke",
    "presse@beispiel.de",
    "***",
    "+++ EILMELDUNG +++",
    "Anzeige",
    "Dieser Text erschien zuerst im Musterblatt.",
    "Diese Meldung wurde maschinell übersetzt.",
  ])("is boilerplate: %s", (line) => {
    expect(kindOf(line)).toBe("boilerplate");
  });

  test.each([
    ["byline", "Von Erika Beispiel"],
    ["byline", "Von Erika Beispiel und Max Muster, dpa"],
    ["byline", "VON ERIKA BEISPIEL"],
    ["byline", "Von unserem Korrespondenten Max Muster"],
    ["byline", "By Jane Sample, Staff Writer"],
    ["byline", "By JANE SAMPLE | Sample Press"],
    ["byline", "By Jane Sample and Robert Doe"],
    ["byline", "Text: Erika Beispiel"],
    ["caption", "Foto: Erika Beispiel/dpa"],
    ["caption", "Bild: Max Muster/dpa"],
    ["caption", "Photo: Jane Sample"],
    ["caption", "FILE - The bridge in Sampletown is seen on Monday."],
    ["caption", "FILE PHOTO: The bridge in Sampletown."],
    ["caption", "Die alte Brücke von Musterhafen am Montag. Foto: Erika Beispiel/dpa"],
    ["caption", "Die Brücke von Musterhafen (Archivbild)"],
    ["caption", "The old bridge is seen on Monday. (AP Photo/Jane Sample)"],
    ["dateline", "Stand: 4. Januar 2024, 14:02 Uhr"],
    ["dateline", "Berlin, 4. Januar 2024"],
    ["dateline", "Donnerstag, 4. Januar 2024"],
    ["dateline", "Thursday, January 4, 2024"],
    ["dateline", "04.01.2024, 14:02 Uhr"],
    ["dateline", "2024-01-04 14:02"],
    ["dateline", "Updated: January 4, 2024"],
    ["list-item", "- Der Bus fährt über den Damm"],
    ["list-item", "• Der Bus fährt"],
    ["list-item", "2) Der Bus fährt über den Damm"],
    ["list-item", "2.) Der Bus fährt über den Damm"],
    ["headline", "Kritik aus dem Rat"],
    ["headline", "Wer zahlt die Brücke?"],
  ])("is a %s: %s", (kind, line) => {
    expect(kindOf(line)).toBe(kind);
  });
});

describe("a sentence of the story", () => {
  test.each([
    "Copyright gilt siebzig Jahre nach dem Tod.",
    "Newsletter werden seltener gelesen als früher.",
    "Kontakt: Das Virus wird durch Berührung übertragen.",
    "Quelle: Das Wasser kommt aus dem Berg über der Stadt.",
    "Read more books, the minister told the children on Monday.",
    "Mehr zum Thema sagte der Bürgermeister am Montag nicht.",
    "Anzeige erstattete die Stadt am Montag.",
    "Von Bonn aus fuhr der Zug am Montag nach Berlin.",
    "Von Erika Beispiel fehlt seit Montag jede Spur.",
    "By Monday, the town had closed the bridge.",
    "Stand 2024 hatte die Stadt nach eigenen Angaben mehr als 30.000 Einwohner.",
    "Sperrfrist und Kündigung regelt das Gesetz.",
    "Embargo for oil ends on Monday.",
    "dpa streicht Stellen.",
    "AP to cut jobs in London.",
    "Related species live in the north of the country.",
    "Themen waren die Brücke, der Damm und der Hafen.",
    "Bilder zeigen Risse in zwei Pfeilern.",
    "Text und Musik stammen von Max Muster.",
    "4. Januar war der Tag, an dem die Brücke schloss.",
    "Reporting by The Sample Times showed that the bridge was unsafe.",
    "Berlin, die Hauptstadt, feiert am 4. Januar 2024.",
  ])("stays a paragraph: %s", (line) => {
    expect(kindOf(line)).toBe("paragraph");
  });
});

describe("a dateline", () => {
  test.each([
    ["Washington -", "Russland"],
    ["BERLIN (dpa) -", "Die"],
    ["Berlin (dts Nachrichtenagentur) -", "Die"],
    ["LONDON (Reuters) –", "The"],
    ["LONDON, Jan 4 (Reuters) -", "The"],
    ["NEW YORK (AP) —", "The"],
    ["WASHINGTON —", "The"],
    ["Washington/Berlin –", "Die"],
    ["Frankfurt/Main (dpa/lhe) -", "Die"],
    ["Frankfurt am Main (AFP) -", "Die"],
    ["Neustadt an der Weinstraße –", "Die"],
    ["St. Pölten (APA) –", "Die"],
    ["Bad Musterhausen -", "Die"],
    ["Berlin, 4. Januar (AFP) –", "Die"],
    ["Bonn (KNA)", "Die"],
    ["Hannover (epd).", "Die"],
    ["Musterhafen (ots) -", "Die"],
    ["Bern (sda)", "Der"],
    ["MUSTERHAFEN, Germany (AP) —", "A"],
    ["Paris (AFP):", "Die"],
  ])("ends before the story: %s", (dateline, first) => {
    const text = `${dateline} ${first} Brücke ist seit Montag gesperrt.`;
    const blocks = findBlocks(text);
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual([
      dateline,
      `${first} Brücke ist seit Montag gesperrt.`,
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual(["dateline", "paragraph"]);
  });

  test.each([
    "Erika Beispiel – Die Bürgermeisterin schweigt seit Montag.",
    "Erika Beispiel - die Bürgermeisterin - schweigt zu dem Bau.",
    "Nein – Das Geld reicht nicht für zwei Brücken.",
    "Beispiel: Die Brücke ist seit Montag gesperrt.",
    "Der Verband (VdM) Die Brücke ist gesperrt.",
    "Jane Sample (Sample Party) – The bridge is closed.",
    "Heute – Montag – ist die Brücke gesperrt.",
  ])("is not made of what else stands before a dash: %s", (text) => {
    expect(kindsOf(text)).toEqual(["paragraph"]);
  });
});

describe("lines", () => {
  test("wrapped by hand are one paragraph", () => {
    const text = `Die Stadt Musterhafen hat am Montag beschlossen, dass die alte\nBrücke über den Fluss erneuert wird und dass der Damm daneben\nbleibt, wie er ist.\n\n${MORE}`;
    expect(kindsOf(text)).toEqual(["paragraph", "paragraph"]);
  });

  test("cut in mid-sentence are one paragraph, however short", () => {
    expect(kindsOf("Es war eine kalte \nNacht.")).toHaveLength(2);
    expect(kindsOf("Die Nacht war kalt\nund sehr lang.")).toEqual(["paragraph"]);
    expect(kindsOf("Der Rat sagte „Ja“\nund ging.")).toEqual(["paragraph"]);
  });

  test("of a list stay apart", () => {
    expect(kindsOf("brücke\nhafen und damm\nschiffe, boote")).toHaveLength(3);
    expect(kindsOf("- Brücke\n- Hafen und\n- Damm")).toEqual(["list-item", "list-item", "list-item"]);
  });

  test("keep a headline off the paragraph below it", () => {
    const headline = "Stadt Musterhafen sperrt die alte Brücke nach Rissen in Pfeilern";
    expect(kindsOf(`${headline}\n${STORY} ${MORE}`)).toEqual(["headline", "paragraph"]);
  });
});

describe("blocks", () => {
  const piece = fc.constantFrom(
    ...[
      "Foto: ",
      "Von Erika Beispiel",
      "BERLIN (dpa) - ",
      "Lesen Sie auch",
      "© ",
      "- ",
      "1. ",
      "(",
      ")",
      "“",
      "\n",
      "\n\n",
    ],
    ...[
      " ",
      "Die Brücke ist zu.",
      "wort",
      "\ud800",
      "😀",
      "\u2028",
      "\ufeff",
      "\u202e",
      "\0",
      "Stand: 4.1.2024",
      "(AFP)",
    ],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "binary" }),
  );

  test("hold every visible character once, in order", () => {
    fc.assert(
      fc.property(text, (any) => {
        let before = 0;
        for (const { start, end } of findBlocks(any)) {
          expect(any.slice(before, start).trim()).toBe("");
          expect(any.slice(start, end)).toBe(any.slice(start, end).trim());
          expect(end).toBeGreaterThan(start);
          before = end;
        }
        expect(any.slice(before).trim()).toBe("");
      }),
      { numRuns: 300 },
    );
  });
});
