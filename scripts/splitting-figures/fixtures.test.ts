import { describe, expect, it } from "vitest";
import type { BlockKind } from "@/lib/claims/claim-vocabulary";
import { contains } from "@/lib/text/span";
import { loadFixtures, resolveFixture } from "@/scripts/splitting-figures/fixtures";
import { marksOf } from "@/scripts/splitting-figures/marks";

const FIXTURES = loadFixtures();
const SILENT_BLOCKS: ReadonlySet<BlockKind> = new Set(["dateline", "byline", "caption", "boilerplate"]);
const UPDATE = "npx tsx scripts/report-splitting.ts --update-marks";

describe.each(FIXTURES.map((fixture) => [fixture.id, fixture] as const))(
  "the news text %s",
  (_id, fixture) => {
    it("has a gold that accounts for every word and states something for every sentence", () => {
      const { blocks, sentences, gold } = fixture;
      sentences.forEach((sentence, index) => {
        const block = blocks.find((each) => contains(each, sentence));
        expect(block, `sentence outside a block: ${gold.sentences[index]?.opens}`).toBeDefined();
        const isSilent = SILENT_BLOCKS.has(block?.kind ?? "paragraph") || sentence.repeatOf !== null;
        expect(gold.sentences[index]?.claims.length === 0, gold.sentences[index]?.opens).toBe(isSilent);
      });
      expect(sentences.map(({ repeatOf }) => repeatOf)).not.toContain(-1);
    });

    it("is split as well as the marks in its gold say", () => {
      const marks = marksOf(fixture);
      const wordsOf = (isMissed: boolean) =>
        marks
          .filter((mark) => mark.isMissed === isMissed && mark.isMarkedMissed !== isMissed)
          .map(({ what, words }) => `${what}: ${words}`);
      expect(wordsOf(true), "found before, missed now").toEqual([]);
      expect(wordsOf(false), `marked as missed, but found now: ${UPDATE}`).toEqual([]);
    });
  },
);

describe("loading a gold", () => {
  const text = "Kressau - Der Damm hielt. Er ist sicher, sagte Jana Holt, er sei geprüft.\n";
  const claim = { wording: "Der Damm hielt.", kind: "event", checkWorthy: true };
  const blocks = [
    { kind: "dateline", opens: "Kressau -" },
    { kind: "paragraph", opens: "Der Damm" },
  ];
  const sentences = [{ opens: "Kressau -" }, { opens: "Der Damm", claims: [claim] }, { opens: "Er ist" }];
  const gold = { language: "de", genre: "agency wire", blocks, sentences };

  it("finds the offsets of blocks and sentences from their opening words", () => {
    const loaded = resolveFixture({ id: "damm", text, gold });
    expect(loaded.sentences.map(({ start, end }) => text.slice(start, end))).toEqual([
      "Kressau -",
      "Der Damm hielt.",
      "Er ist sicher, sagte Jana Holt, er sei geprüft.",
    ]);
    expect(loaded.claims).toEqual([
      { ...claim, speaker: null, mode: "author", modality: "asserted", isOptional: false },
    ]);
  });

  it("takes the speaker and the cue that stand beside the words said", () => {
    const said = { words: "er sei geprüft", mode: "indirect", speaker: "Jana Holt", cue: "sagte" };
    const quoted = [...sentences.slice(0, 2), { opens: "Er ist", quotations: [said] }];
    const [quotation] = resolveFixture({ id: "damm", text, gold: { ...gold, sentences: quoted } }).quotations;
    const words = quotation?.speakerSpans.map(({ start, end }) => text.slice(start, end));
    expect(words).toEqual(["Jana Holt"]);
  });

  const nobodySaid = { opens: "Kressau -", quotations: [{ words: "Der Fluss stieg", mode: "direct" }] };

  it.each([
    [
      "a sentence",
      { sentences: [...sentences, { opens: "Der Fluss" }] },
      'no sentence opens with "Der Fluss"',
    ],
    ["a block", { blocks: [...blocks, { kind: "byline", opens: "Von" }] }, 'no block opens with "Von"'],
    ["the beginning", { sentences: sentences.slice(1) }, "does not begin with the text"],
    ["words said", { sentences: [nobodySaid] }, 'nobody says "Der Fluss stieg"'],
  ])("says which string it cannot find: %s", (_what, change, message) => {
    expect(() => resolveFixture({ id: "damm", text, gold: { ...gold, ...change } })).toThrow(message);
  });
});
