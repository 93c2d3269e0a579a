import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { linkRepeats } from "@/lib/claims/link-repeats";

/** The index that the second of two texts is linked to. */
function repeatOf(first: string, second: string): number | null | undefined {
  const text = `${first}\n${second}`;
  return linkRepeats(text, [
    { start: 0, end: first.length },
    { start: first.length + 1, end: text.length },
  ])[1];
}

const RATE = "Der Rat von Musterhafen hat am 3. Mai eine neue Brücke und einen kleinen Hafen genehmigt.";
const COURT = "The court in Sampletown has ordered the yard to pay the workers 3 million dollars by May.";

describe("two sentences say the same", () => {
  test.each([
    ["word for word", RATE, RATE],
    ["but for marks and spaces", RATE, RATE.replace(" am", ",  am").replace(".", "!")],
    ["but for an adjective", RATE, RATE.replace("kleinen", "winzigen")],
    ["but for an article", RATE, RATE.replace("und einen", "und den")],
    ["but for a plural", RATE, RATE.replace("eine neue Brücke", "neue Brücken")],
    ["but for an empty word", RATE, RATE.replace("hat am", "hat dann am")],
    [
      "but for the order",
      RATE,
      RATE.replace("eine neue Brücke und einen kleinen Hafen", "einen kleinen Hafen und eine neue Brücke"),
    ],
    ["but for an English article", COURT, COURT.replace("the workers", "workers")],
    ["however short", "Der Damm brach.", "Der Damm brach."],
  ])("%s", (_case, first, second) => {
    expect(repeatOf(first, second)).toBe(0);
  });
});

describe("two sentences say different things", () => {
  test.each([
    ["with another number", RATE, RATE.replace("3.", "4.")],
    ["with another month", RATE, RATE.replace("Mai", "Juni")],
    ["with another name", RATE, RATE.replace("Musterhafen", "Probedorf")],
    ["with another noun", RATE, RATE.replace("Hafen genehmigt", "Damm genehmigt")],
    ["with a negation", RATE, RATE.replace("eine neue", "keine neue")],
    ["with another verb", RATE, RATE.replace("genehmigt", "abgelehnt")],
    ["with hearsay", RATE, RATE.replace("genehmigt.", "genehmigt, angeblich.")],
    ["with another mood", RATE, RATE.replace("hat am", "hätte am")],
    ["in a quotation", RATE, `„${RATE}“`],
    ["with half a quotation", RATE, RATE.replace("kleinen Hafen", "„kleinen“ Hafen")],
    ["with opposite adjectives", RATE, RATE.replace("neue Brücke", "alte Brücke")],
    ["with a longer tail", RATE, RATE.replace(".", " und die Kosten auf das Dorf verteilt.")],
    ["with another English name", COURT, COURT.replace("Sampletown", "Doeville")],
    ["with another English number word", COURT.replace("3", "three"), COURT.replace("3", "four")],
    ["with another English verb", COURT, COURT.replace("ordered", "forbidden")],
    ["with an English negation", COURT, COURT.replace("has ordered", "has not ordered")],
    [
      "with fewer instead of more",
      "Die Stadt hat im Mai mehr Geld für die alten Schulen ausgegeben.",
      "Die Stadt hat im Mai weniger Geld für die alten Schulen ausgegeben.",
    ],
    ["too short to tell", "Der Damm brach gestern.", "Der Damm brach heute."],
  ])("%s", (_case, first, second) => {
    expect(repeatOf(first, second)).toBeNull();
  });

  test("when they are nothing but marks", () => {
    expect(repeatOf("***", "***")).toBeNull();
    expect(repeatOf("„“", "„“")).toBeNull();
  });
});

test("a repeat points to the first of all that say the same", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(RATE, RATE.replace("kleinen", "winzigen"), COURT, "***"), { maxLength: 12 }),
      (parts) => {
        const text = parts.join("\n");
        let start = 0;
        const spans = parts.map((part) => {
          const span = { start, end: start + part.length };
          start = span.end + 1;
          return span;
        });
        linkRepeats(text, spans).forEach((earlier, index) => {
          if (earlier === null) return;
          expect(earlier).toBeLessThan(index);
          expect(linkRepeats(text, spans)[earlier]).toBeNull();
        });
      },
    ),
  );
});
