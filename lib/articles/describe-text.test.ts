import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";
import { describeText } from "./describe-text";

const describeOf = (text: string) => describeText(text, splitClaims(text));

describe("describeText", () => {
  test("takes the header of a wire report for what it says", () => {
    const text = [
      "Mehr Wohnungen in Musterhausen",
      "Musterhausen (dpa) - Die Stadt hat im Jahr 2023 insgesamt 412 Wohnungen gebaut. Das teilte die Verwaltung mit.",
      "Der Bürgermeister sagte, die Stadt wolle weiter bauen.",
    ].join("\n\n");
    expect(describeOf(text)).toMatchObject({
      title: "Mehr Wohnungen in Musterhausen",
      agency: "dpa",
      dateline: "Musterhausen",
      language: "de",
    });
  });

  test("makes a title of the first sentence, cut behind a word", () => {
    const { title } = describeOf(
      `${"Die Stadt baut viele neue Wohnungen und ".repeat(9)}mehr. Das ist alles.`,
    );
    expect(title.length).toBeLessThanOrEqual(80);
    expect(title).toMatch(/^Die Stadt baut .* (viele|neue|Wohnungen|und|Die|Stadt|baut) …$/);
  });

  test("makes no title of a dateline, and ends it without a full stop", () => {
    const text =
      "Washington - Die Stadt hat im Jahr 2023 insgesamt 412 Wohnungen gebaut. Das teilte die Verwaltung mit.";
    expect(describeOf(text)).toMatchObject({
      title: "Die Stadt hat im Jahr 2023 insgesamt 412 Wohnungen gebaut",
      dateline: "Washington",
    });
  });

  test("keeps the day of a time that names no zone", () => {
    const text =
      "Mehr Wohnungen\n\nStand: 13. Februar 2024, 23:30 Uhr\n\nDie Stadt hat 412 Wohnungen gebaut. Das ist viel.";
    expect(describeOf(text).publishedAt).toBe("2024-02-13T00:00:00.000Z");
  });

  test("finds a title for a text without sentences, words or spaces", () => {
    expect(describeOf("…").title).not.toBe("");
    const { title } = describeOf("😀".repeat(500));
    expect(title.isWellFormed()).toBe(true);
    expect(title.length).toBeLessThanOrEqual(122);
  });
});
