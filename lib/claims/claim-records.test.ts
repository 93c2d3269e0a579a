import fc from "fast-check";
import { expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";
import { toClaimRecords } from "./claim-records";

function importedFrom(text: string) {
  let last = 0;
  return toClaimRecords(text, splitClaims(text).claims, { newId: () => `${++last}` });
}

test("numbers claims from one and gives own place and repeats their occurrence", () => {
  const sentence = "Die Stadt Musterhausen hat 2023 genau 412 neue Wohnungen gebaut.";
  const { claims, spans } = importedFrom(`${sentence}\n\nDanach kam der Winter.\n\n${sentence}`);
  expect(claims.map(({ number }) => number)).toEqual(claims.map((_, index) => index + 1));
  const places = spans.filter(({ claimId }) => claimId === claims[0]?.id);
  expect(new Set(places.map(({ occurrence }) => occurrence))).toEqual(new Set([0, 1]));
});

test("quotes exactly what stands at its offsets, whatever the text", () => {
  const words = fc.constantFrom(
    "Die",
    "Stadt",
    "baute",
    "412",
    "😀",
    "„Ja“,",
    "sagte",
    "Müller.",
    "Am",
    "3.",
    "Mai",
    "\n\n",
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const text = parts.join(" ");
      const { claims, spans } = importedFrom(text);
      const known = new Set(claims.map(({ id }) => id));
      for (const { claimId, start, end, quote } of spans) {
        expect(known.has(claimId)).toBe(true);
        expect(text.slice(start, end)).toBe(quote);
      }
    }),
  );
});

test("refuses a splitter that points outside the text", () => {
  const [claim] = splitClaims("Die Stadt baut 20 Häuser.").claims;
  if (!claim) throw new Error("No claim");
  expect(() => toClaimRecords("kurz", [claim], { newId: () => "id" })).toThrow(RangeError);
});
