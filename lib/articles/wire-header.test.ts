import { describe, expect, test } from "vitest";
import { detectWireHeader } from "@/lib/articles/wire-header";

const BODY = "Die Stadt Musterhafen baut eine neue Brücke. Sie kostet zwei Millionen Euro.";

describe("detectWireHeader", () => {
  test("reads the place of a German dateline and leaves the title empty when there is no headline", () => {
    const text = `Musterhafen - ${BODY}\n© 2024 dts Nachrichtenagentur`;
    const header = detectWireHeader(text);
    expect(header.title).toBeNull();
    expect(header.dateline).toEqual({ value: "Musterhafen", start: 0, end: 11 });
    expect(header.agency?.value).toBe("dts Nachrichtenagentur");
    expect(header.copyright?.value).toBe("© 2024 dts Nachrichtenagentur");
    expect(header.language?.value).toBe("de");
  });

  test("reads headline, byline, state and agency from their own lines", () => {
    const text = `Brücke wird teurer\n\nVon Erika Beispiel und Max Muster\n\nStand: 4. Januar 2024, 14:02 Uhr\n\nMUSTERHAFEN (dpa) – ${BODY}`;
    const header = detectWireHeader(text);
    expect(header.title?.value).toBe("Brücke wird teurer");
    expect(header.byline?.value).toBe("Erika Beispiel und Max Muster");
    expect(header.publishedAt?.value).toBe("2024-01-04T14:02");
    expect(header.dateline?.value).toBe("MUSTERHAFEN");
    expect(header.agency?.value).toBe("dpa");
  });

  test("reads an English dateline with date and agency", () => {
    const header = detectWireHeader(
      "SAMPLETOWN, Jan 4 (Reuters) - The town is building a new bridge, and it has not said what it costs.",
    );
    expect(header.dateline?.value).toBe("SAMPLETOWN");
    expect(header.agency?.value).toBe("Reuters");
    expect(header.publishedAt).toBeNull();
    expect(header.language?.value).toBe("en");
  });

  test.each([
    ["Stand: 31.12.2023", "2023-12-31"],
    ["Updated: January 4, 2024", "2024-01-04"],
    ["Published: 2024-01-04 09:30", "2024-01-04T09:30"],
    ["Stand: 31. Februar 2024", null],
  ])("reads %s as %s", (line, expected) => {
    expect(detectWireHeader(`Brücke wird teurer\n\n${line}\n\n${BODY}`).publishedAt?.value ?? null).toBe(
      expected,
    );
  });

  test("takes no sentence for a title and no person before a dash for a place", () => {
    expect(detectWireHeader(`Es regnet.\n\n${BODY}`).title).toBeNull();
    expect(
      detectWireHeader("Erika Beispiel - die Bürgermeisterin - schweigt zu dem Bau der Brücke.").dateline,
    ).toBeNull();
  });

  test("quotes the text at its offsets", () => {
    const text = `Brücke wird teurer\n\nVon Erika Beispiel\n\nMusterhafen (AFP) - ${BODY}`;
    const header = detectWireHeader(text);
    for (const field of [header.title, header.byline, header.dateline, header.agency]) {
      expect(field && text.slice(field.start, field.end)).toBe(field?.value);
    }
    expect.assertions(4);
  });

  test("finds nothing in an empty text", () => {
    expect(Object.values(detectWireHeader("")).every((field) => field === null)).toBe(true);
  });
});
