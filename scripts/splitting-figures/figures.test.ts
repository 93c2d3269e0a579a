import { describe, expect, it } from "vitest";
import type { SplitClaim, SplitResult } from "@/lib/claims/split-claims";
import type { Span } from "@/lib/text/span";
import { claimFigures } from "@/scripts/splitting-figures/claim-figures";
import { contractViolations } from "@/scripts/splitting-figures/contract";
import type { GoldClaim } from "@/scripts/splitting-figures/gold";
import { isSameName, quotationFigures } from "@/scripts/splitting-figures/quotation-figures";
import { blockFigures, sentenceFigures } from "@/scripts/splitting-figures/sentence-figures";

const spanOf = (text: string, words: string): Span => {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
};

describe("figures of sentences", () => {
  const text = "Der Damm brach. Es regnete.  Die Stadt lief voll.";
  const gold = ["Der Damm brach.", "Es regnete.", "Die Stadt lief voll."].map((each) => spanOf(text, each));

  it("count boundaries inside the text, whatever white space a sentence takes along", () => {
    const system = [
      { start: 0, end: 16 },
      { start: 16, end: 29 },
      { start: 29, end: text.length },
    ];
    expect(sentenceFigures([{ id: "a", text, gold, system }])).toMatchObject({
      f1: 1,
      exact: 1,
      sentences: 3,
    });
  });

  it("name a boundary that is missed and one that is invented", () => {
    const system = [
      spanOf(text, "Der Damm brach. Es regnete."),
      spanOf(text, "Die Stadt"),
      spanOf(text, "lief voll."),
    ];
    const figures = sentenceFigures([{ id: "a", text, gold, system }]);
    expect(figures).toMatchObject({ f1: 0.5, precision: 0.5, recall: 0.5, exact: 0 });
    expect(figures.errors).toEqual([
      "missed   a: Der Damm brach. ¦ Es regnete. Die Stadt lief v",
      "invented a: Der Damm brach. Es regnete. Die Stadt ¦ lief voll.",
    ]);
  });
});

const RESULT: SplitResult = { language: "de", blocks: [], sentences: [], quotations: [], claims: [] };

describe("figures of blocks", () => {
  it("want the right kind, and the link from a repeat to what it repeats", () => {
    const text = "Es regnet.\nEs regnet.";
    const [first, second] = [
      { start: 0, end: 10 },
      { start: 11, end: 21 },
    ];
    const sentences = [
      { ...first, repeatOf: null },
      { ...second, repeatOf: 0 },
    ];
    const blocks = [{ ...first, kind: "headline" }];
    const right: SplitResult = {
      ...RESULT,
      sentences,
      blocks: [{ ...first, kind: "headline", repeatOf: null }],
    };
    const wrong: SplitResult = {
      ...RESULT,
      sentences: [sentences[0], { ...second, repeatOf: null }].flatMap((each) => each ?? []),
    };
    expect(blockFigures([{ id: "a", text, blocks, sentences, system: right }])).toMatchObject({
      kind: 1,
      linked: 1,
    });
    expect(blockFigures([{ id: "a", text, blocks, sentences, system: wrong }])).toMatchObject({
      kind: 0,
      linked: 0,
    });
  });
});

describe("figures of quotations", () => {
  const text = "Der Damm, sagte Jana Holt, sei sicher und gut gebaut. Es regnet weiter stark.";
  const gold = {
    mode: "indirect" as const,
    spans: [spanOf(text, "Der Damm"), spanOf(text, "sei sicher und gut gebaut.")],
    speakerSpans: [spanOf(text, "Jana Holt")],
    cueSpans: [spanOf(text, "sagte")],
    speakerName: "Jana Holt",
  };
  const sentences = [
    { start: 0, end: 53 },
    { start: 54, end: text.length },
  ];
  const each = { id: "a", text, sentences, gold: [gold] };
  const piece = (words: string) => ({
    ...spanOf(text, words),
    mode: "indirect" as const,
    cue: spanOf(text, "sagte"),
    speaker: { ...spanOf(text, "Jana Holt"), name: "Jana Holt" },
  });

  it("join the pieces of one quotation before they compare it", () => {
    const figures = quotationFigures([
      { ...each, system: [piece("Der Damm"), piece("sei sicher und gut gebaut.")] },
    ]);
    expect(figures).toMatchObject({ spans: { f1: 1 }, speaker: 1, name: 1, mode: 1, cue: 1, errors: [] });
  });

  it("see the wrong speaker, the wrong mode and the sentence that nobody said", () => {
    const wrong = { ...piece("sei sicher und gut gebaut."), mode: "direct" as const, speaker: null };
    const invented = { ...piece("Es regnet weiter stark."), speaker: null };
    const figures = quotationFigures([{ ...each, system: [wrong, invented] }]);
    expect(figures).toMatchObject({ speaker: 0, name: 0, mode: 0, cue: 1 });
    expect(figures.spans).toMatchObject({ precision: 0.5, recall: 1 });
    expect(figures.attributedSentences).toMatchObject({ precision: 0.5, recall: 1 });
    expect(figures.directWords).toMatchObject({ precision: 0 });
  });

  it("are lenient about titles and articles in a name, and never take silence for a name", () => {
    expect(isSameName("Jana Holt", "Dr. Jana Holt")).toBe(true);
    expect(isSameName("Umweltministerium", "das Umweltministerium")).toBe(true);
    expect(isSameName("Jana Holt", "Karl Meier")).toBe(false);
    expect(isSameName("Jana Holt", "")).toBe(false);
  });
});

describe("figures of claims", () => {
  const expected = (wording: string, more: Partial<GoldClaim> = {}): GoldClaim => ({
    wording,
    speaker: null,
    checkWorthy: true,
    isOptional: false,
    ...more,
  });
  const found = (wording: string, more: Partial<SplitClaim> = {}): SplitClaim => ({
    wording,
    sentence: 0,
    spans: [{ start: 0, end: 1 }],
    repeats: [],
    speaker: null,
    speakerRole: null,
    mode: "author",
    modality: "asserted",
    kind: "event",
    checkWorthiness: 0.5,
    reasons: [],
    ...more,
  });
  const figures = (gold: GoldClaim[], system: SplitClaim[]) =>
    claimFigures([{ id: "a", language: "de", gold, system }]);

  it("find a claim by its stems and leave optional ones out", () => {
    const gold = [
      expected("Der Damm brach am Montag."),
      expected("Jana Holt ist Landrätin.", { isOptional: true }),
    ];
    const system = [found("Am Montag brach der Damm."), found("Jana Holt ist die Landrätin.")];
    expect(figures(gold, system)).toMatchObject({ f1: 1, gold: 1, system: 1, systemPerGold: 1 });
  });

  it("want the words that must occur and none that must not", () => {
    const gold = [
      expected("Der Damm brach am Montag früh.", { must: [["Montag", "gestern"]], mustNot: ["nicht"] }),
    ];
    expect(figures(gold, [found("Der Damm brach früh am Dienstag.")]).recall).toBe(0);
    expect(figures(gold, [found("Der Damm brach nicht am Montag früh.")]).recall).toBe(0);
    expect(figures(gold, [found("Der Damm brach früh am Montag.")]).recall).toBe(1);
  });

  it("are strict about whose words they are and judge kind, modality and mode where the gold knows them", () => {
    const gold = [
      expected("Der Damm ist sicher.", { speaker: "Landrätin Jana Holt", kind: "quantity", mode: "direct" }),
    ];
    const right = figures(gold, [found("Der Damm ist sicher.", { speaker: "Jana Holt" })]);
    expect(right).toMatchObject({ speaker: 1, kind: 0, mode: 0, modality: null });
    expect(figures(gold, [found("Der Damm ist sicher.")]).speaker).toBe(0);
    expect(figures(gold, [found("Der Damm ist sicher.", { speaker: "Karl Meier" })]).speaker).toBe(0);
  });

  it("rank only what two checkers would agree on, and count what is listed twice", () => {
    const gold = [
      expected("Der Damm brach am Montag."),
      expected("Die Stadt ist schön.", { checkWorthy: false }),
      expected("Der Regen war stark.", { checkWorthy: null }),
    ];
    const system = [
      found("Der Damm brach am Montag.", { checkWorthiness: 0.8 }),
      found("Die Stadt ist schön.", { checkWorthiness: 0.2 }),
      found("Der Regen war stark.", { checkWorthiness: 0.1 }),
      found("Der Regen war stark!"),
    ];
    expect(figures(gold, system)).toMatchObject({ checkWorthiness: 1, ranked: 2, listedTwice: 1 });
  });
});

describe("the contract", () => {
  it("is broken by spans outside the text, repeats of later things and claims without a place", () => {
    const broken: SplitResult = {
      ...RESULT,
      blocks: [{ kind: "paragraph", start: 0, end: 99, repeatOf: null }],
      sentences: [{ start: 0, end: 3, repeatOf: 1 }],
    };
    expect(contractViolations("Der Damm.", broken)).toEqual([
      "blocks[0]: no span of the text",
      "sentences[0]: repeats 1",
    ]);
    expect(contractViolations("Der Damm.", RESULT)).toEqual([]);
  });
});
