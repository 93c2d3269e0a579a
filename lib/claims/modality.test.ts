import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { modalityOf } from "@/lib/claims/modality";
import { splitClaims } from "@/lib/claims/split-claims";
import { tokenizeWords } from "@/lib/text/tokenize-words";

const claimsOf = (text: string, language: string) => splitClaims(text, { language }).claims;
const modality = (text: string, cueLemma = "") =>
  modalityOf({ words: tokenizeWords(text, { start: 0, end: text.length }), cueLemma, isHearsay: false });

describe("the modality of a claim", () => {
  test.each([
    ["Die Werft will drei Schiffe bauen.", "prediction"],
    ["Die Stadt will den Hafen und die Brücke schließen.", "prediction"],
    ["Die Brücke soll im Mai gebaut werden.", "prediction"],
    ["Der Zeuge will den Täter gesehen haben.", "hearsay"],
    ["Der Kapitän soll gut verdient haben.", "hearsay"],
    ["Der Verband kündigte die Entlassung von 200 Arbeitern an.", "prediction"],
    ["Der Verband vermutet, dass der Preis gut ist.", "conjecture"],
    ["Es wird vermutet, dass der Damm bricht.", "conjecture"],
    ["Der Damm scheint dicht zu sein.", "conjecture"],
    ["Der Angeklagte bestreitet die Tat.", "asserted"],
    ["Der Minister wird am Montag berichten.", "prediction"],
    ["Der Damm wird geprüft, damit die Boote fahren können.", "asserted"],
    ["Davon will heute niemand etwas wissen.", "negated"],
    ["Weder der Damm noch das Tor hielt.", "negated"],
    ["Das Tor hielt ohne Schaden.", "negated"],
    ["Der Rat sperrte nicht nur das Tor.", "asserted"],
    ["Die Polizei bittet um Hinweise.", "appeal"],
    ["Die Bürger wurden aufgefordert, das Wasser abzukochen.", "appeal"],
  ])("of %s is %s", (text, expected) => {
    expect([...new Set(claimsOf(text, "de").map((claim) => claim.modality))]).toEqual([expected]);
  });

  test.each([
    ["The town will close the bridge.", "prediction"],
    ["The will of the people counted.", "asserted"],
    ["The captain is said to have fled.", "hearsay"],
    ["The captain reportedly fled.", "hearsay"],
    ["The dam is probably leaking.", "conjecture"],
    ["Nobody was hurt.", "negated"],
    ["The dam didn't hold.", "negated"],
    ["The town closed not only the gate.", "asserted"],
  ])("of %s is %s", (text, expected) => {
    expect(modality(text)).toBe(expected);
  });

  test.each([
    ["believed", "conjecture"],
    ["expects", "prediction"],
    ["urged", "appeal"],
    ["said", "asserted"],
  ])("is told by the English cue %s", (cue, expected) => {
    expect(modality("The dam holds.", cue)).toBe(expected);
  });
});

describe("no marker is lost on the way into a claim", () => {
  const SUBJECTS = {
    de: ["Der Damm", "Die Stadt Musterhafen", "Karl Beispiel", "Das alte Tor"],
    en: ["The dam", "The town of Sampleton", "Jane Sample", "The old gate"],
  } as const;
  /** What is said of the subject, with and without a negation. */
  const PREDICATES = {
    de: [
      ["hat am Montag nicht gehalten", /nicht/],
      ["hat keine Risse gezeigt", /keine/],
      ["hat nie Schaden genommen", /nie/],
      ["hat niemanden verletzt", /niemanden/],
      ["hat am Montag gehalten", null],
      ["hat 300 Risse gezeigt", null],
    ],
    en: [
      ["did not hold on Monday", /not/],
      ["has shown no cracks", /no/],
      ["never took damage", /never/],
      ["hurt nobody", /nobody/],
      ["held on Monday", null],
      ["has shown 300 cracks", null],
    ],
  } as const;
  const FRAMES = {
    de: [
      (statement: string) => `${statement}.`,
      (statement: string) => `${statement}, sagte Erika Muster.`,
      (statement: string) => `Erika Muster sagte: „${statement}.“`,
      (statement: string) => `„${statement}“, so Erika Muster.`,
    ],
    en: [
      (statement: string) => `${statement}.`,
      (statement: string) => `${statement}, Erica Pattern said.`,
      (statement: string) => `Erica Pattern said that ${statement}.`,
    ],
  } as const;
  const NEGATION =
    /(?<!\p{L})(?:nicht|kein\p{L}*|nie|niemand\p{L}*|weder|ohne|not|no|never|nobody|without)(?!\p{L})/iu;

  const language = fc.constantFrom("de" as const, "en" as const);

  test("a negation stays in the wording of its claim and does not reach the clause beside it", () => {
    fc.assert(
      fc.property(
        language.chain((lang) =>
          fc.tuple(
            fc.constant(lang),
            fc.constantFrom(...FRAMES[lang]),
            fc.constantFrom(...SUBJECTS[lang]),
            fc.constantFrom(...PREDICATES[lang]),
            fc.constantFrom(...SUBJECTS[lang]),
            fc.constantFrom(...PREDICATES[lang]),
          ),
        ),
        ([lang, frame, one, [first, firstMark], other, [second, secondMark]]) => {
          const joint = lang === "de" ? ", und " : ", and ";
          const claims = claimsOf(frame(`${one} ${first}${joint}${other} ${second}`), lang);
          const wordings = claims.map(({ wording }) => wording).join(" | ");
          for (const mark of [firstMark, secondMark]) if (mark) expect(wordings).toMatch(mark);
          if (claims.length !== 2) return;
          expect(claims.map(({ wording }) => NEGATION.test(wording))).toEqual([
            firstMark !== null,
            secondMark !== null,
          ]);
          for (const claim of claims) expect(claim.modality === "negated").toBe(NEGATION.test(claim.wording));
        },
      ),
      { numRuns: 200 },
    );
  });

  test("hearsay and conjecture show in the modality of every claim they govern", () => {
    const marked = fc.constantFrom(
      ["de", "Der Damm soll am Montag gebrochen sein.", "hearsay"] as const,
      ["de", "Der Damm und das Tor sollen am Montag gebrochen sein.", "hearsay"] as const,
      ["de", "Angeblich ist der Damm am Montag gebrochen.", "hearsay"] as const,
      ["de", "Der Damm ist vermutlich am Montag gebrochen.", "conjecture"] as const,
      ["de", "Der Verband vermutet, dass der Damm brach und das Tor hielt.", "conjecture"] as const,
      ["de", "Der Damm dürfte am Montag brechen.", "conjecture"] as const,
      ["de", "Die Stadt geht davon aus, dass der Damm hält.", "conjecture"] as const,
      ["en", "The dam allegedly broke on Monday.", "hearsay"] as const,
      ["en", "The dam and the gate are said to have failed.", "hearsay"] as const,
      ["en", "The dam possibly broke on Monday.", "conjecture"] as const,
    );
    const behind = fc.constantFrom("", " Das Dorf hat 300 Einwohner.", " The village has 300 people.");
    fc.assert(
      fc.property(marked, behind, ([lang, text, expected], tail) => {
        const claims = claimsOf(text + tail, lang).filter(({ sentence }) => sentence === 0);
        expect(claims.length).toBeGreaterThan(0);
        for (const claim of claims) expect([text, claim.modality]).toEqual([text, expected]);
      }),
    );
  });

  test('"ich" and "wir" stay with the one who says them', () => {
    const [claim] = claimsOf("„Ich habe nichts gesehen, und wir bauen ein Tor“, sagte Karl Beispiel.", "de");
    expect(claim).toMatchObject({ speaker: "Karl Beispiel", mode: "direct" });
  });
});
