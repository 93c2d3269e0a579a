import { describe, expect, test } from "vitest";
import { splitClaims } from "@/lib/claims/split-claims";

const claimsOf = (text: string, language = "de") =>
  splitClaims(text, { language }).claims.map(({ wording, speaker }) => [wording, speaker]);

describe("whose words a claim is", () => {
  test("is said by the clause in front of its colon, not by the sentence before", () => {
    const claims = claimsOf(
      "Ministerin Runa Feld kritisierte die Werft. Landrat Odo Brink lehnte das ab: Die Akten lägen beim Amt, „und dort bleiben sie“.",
    );
    expect(claims.at(-1)?.[1]).toBe("Odo Brink");
  });

  test("goes on in the Konjunktiv behind a quotation, and stays in it when nobody is named", () => {
    expect(claimsOf("„Das Tor klemmt“, sagte Rätin Runa Feld. Das sei nicht hinnehmbar.").at(-1)).toEqual([
      "Das ist nicht hinnehmbar.",
      "Runa Feld",
    ]);
    expect(claimsOf("„Das Tor klemmt“, sagte sie. Das sei nicht hinnehmbar.").at(-1)).toEqual([
      "Das sei nicht hinnehmbar.",
      null,
    ]);
  });

  test("ends with the clause of its source", () => {
    expect(
      claimsOf("Zum Markt kamen nach Schätzung der Polizei 350 Gäste, die Wirte sprachen von mehr als 600."),
    ).toEqual([
      ["Zum Markt kamen 350 Gäste.", "Polizei"],
      ["Die Wirte sprachen von mehr als 600.", null],
    ]);
    const [claim] = claimsOf(
      "Die Arbeiten dauerten drei Tage, an denen nach Angaben der Feuerwehr 300 Kräfte beteiligt waren.",
    );
    expect(claim).not.toEqual([expect.stringContaining("dauerten"), "Feuerwehr"]);
  });

  test("is never what a reason is named as", () => {
    const claims = claimsOf("Als Gründe nannte Direktorin Runa Feld hohe Kosten. „Wir hoffen“, sagte sie.");
    expect(claims.map(([, speaker]) => speaker)).toEqual(["Runa Feld", "Runa Feld"]);
  });

  test.each(["„Hafener Zeitung“", "»Hafener Zeitung«"])("is the newspaper %s", (paper) => {
    const [claim] = splitClaims(
      `Nach Informationen der ${paper} soll eine Pumpe nicht getauscht worden sein.`,
      {
        language: "de",
      },
    ).claims;
    expect(claim?.speaker).toContain("Hafener Zeitung");
    expect(claim).toMatchObject({ modality: "hearsay", wording: expect.stringContaining("nicht") });
  });

  test.each([
    "Die Brücke sei alt, sagte Planer Odo Brink, und der Rat sperrte sie am 3. Mai.",
    "Planer Odo Brink sagte, die Brücke sei alt, und der Rat sperrte sie am 3. Mai.",
    "Rätin Runa Feld sagte, die Brücke sei alt, und Odo Brink erklärte, der Umbau koste 4 Millionen Euro.",
  ])("is nobody's, in the Konjunktiv, where another clause follows: %s", (text) => {
    const claims = claimsOf(text);
    expect(claims.every(([, speaker]) => speaker === null)).toBe(true);
    expect(claims.map(([wording]) => wording).join(" ")).toMatch(/sei alt.*(?:3\. Mai|koste 4 Millionen)/);
  });
});

describe("what stands beside the speech", () => {
  test("is kept as what the speaker did before", () => {
    expect(claimsOf("Der Rat forderte ein neues Tor und sagte, die Stadt habe 40 Tore abgebaut.")).toEqual([
      ["Der Rat forderte ein neues Tor.", null],
      ["Die Stadt hat 40 Tore abgebaut.", "der Rat"],
    ]);
  });

  test("is kept as what he added", () => {
    const { claims } = splitClaims(
      '"I never saw it," Odo Brink said, adding that repairs would cost $14 million.',
      { language: "en" },
    );
    expect(claims.map(({ wording, speaker, mode }) => [wording, speaker, mode])).toEqual([
      ["I never saw it.", "Odo Brink", "direct"],
      ["Repairs would cost $14 million.", "Odo Brink", "indirect"],
    ]);
  });
});
