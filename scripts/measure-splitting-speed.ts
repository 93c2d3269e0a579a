import { attributeSentences } from "@/lib/claims/attribute-sentences";
import { findBlocks } from "@/lib/claims/find-blocks";
import { linkRepeats } from "@/lib/claims/link-repeats";
import { splitClaims } from "@/lib/claims/split-claims";
import { tagGermanWords } from "@/lib/claims/tag-german-words";
import { segmentSentences } from "@/lib/text/segment-sentences";
import type { Token } from "@/lib/text/tokenize-words";
import { tokenizeWords } from "@/lib/text/tokenize-words";

/*
 * Measures how fast texts are split, in one process and in processor time, so that other programs on the machine
 * count little:  npx tsx scripts/measure-splitting-speed.ts [most kilobytes, 10000 by default]
 */

const say = (line: string) => process.stdout.write(`${line}\n`);

function randomFrom(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

const WHO = [
  "Der Stadtrat",
  "Die Polizei",
  "Das Landgericht Moorheim",
  "Die Reederei Brückmann",
  "Ein Sprecher",
  "Der Verband",
];
const PEOPLE = [
  "Ida Moorkamp",
  "Dr. Jens Holtkötter",
  "Bürgermeisterin Tilda Raabe",
  "Özlem Karaca (Liste Nord)",
];
const WHAT = [
  "den Haushalt",
  "eine neue Brücke",
  "rund 1.400 Wohnungen",
  "die 2. Ausbaustufe",
  "mehrere Gutachten",
];
const DONE = ["beschlossen", "abgelehnt", "geprüft", "verkauft", "vorgestellt"];
const PLACES = ["Lünow", "Bad Wehlen a. d. Aue", "Graustadt", "Ost-Kerben"];

/** German news that nobody wrote, of about `characters` characters: the same text for the same length. */
function newsOf(characters: number): string {
  const below = randomFrom(characters);
  const one = (list: readonly string[]) => list[below(list.length)] ?? "";
  const sentences = [
    () =>
      `${one(WHO)} hat am ${1 + below(28)}. Mai ${1990 + below(35)} in ${one(PLACES)} ${one(WHAT)} ${one(DONE)}.`,
    () =>
      `„${one(WHO)} hat ${one(WHAT)} ${one(DONE)}“, sagte ${one(PEOPLE)} vor Journalisten in ${one(PLACES)}.`,
    () =>
      `Nach Angaben von ${one(PEOPLE)} sank die Zahl der Unfälle um ${below(90)},${below(10)} Prozent auf ${1 + below(900)}.000.`,
    () =>
      `${one(PEOPLE)} kündigte an, dass ${one(PLACES)} bis ${2026 + below(9)} ${one(WHAT)}, die lange umstritten waren, bezahlen werde.`,
    () =>
      `${one(WHO)} soll ${one(WHAT)} ${one(DONE)} haben, während ${one(PEOPLE)} von ${1 + below(80)} Fehlern sprach.`,
    () =>
      `Man sei „enttäuscht“, so ${one(PEOPLE)}, und werde ${one(WHAT)} noch einmal prüfen und die Pläne ändern.`,
  ];
  const paragraphs: string[] = [];
  for (let length = 0; length < characters; ) {
    const paragraph = Array.from(
      { length: 2 + below(4) },
      () => sentences[below(sentences.length)]?.() ?? "",
    ).join(" ");
    paragraphs.push(paragraph);
    length += paragraph.length + 2;
  }
  return paragraphs.join("\n\n");
}

/** A unit of each text that is made to be slow, repeated to the length asked for. */
const HOSTILE: Readonly<Record<string, string>> = {
  "no full stop": "Der Rat hat in Lünow ein Gesetz beschlossen und ",
  "full stops": ".",
  "quotation marks": "„“”»«",
  "quotation marks left open": "„Wort ",
  "one word": "Hafenbahnbrücke",
  abbreviations: "z. B. d. h. u. a. Dr. ",
  brackets: "(",
  "white space": " \t\u00a0",
  "empty lines": "\n",
  "one sentence again and again": "Der Rat hat am 3. Mai zugestimmt. ",
  "nearly the same sentence": "Der Rat von Lünow hat am Montag dem langen Plan der Stadt zugestimmt, 0. ",
  "commas and conjunctions": "dass er, der, weil sie, die, ",
  hearsay: "soll ",
  "dashes and hyphens": "Nord-Süd-– ",
  digits: "1.234,5",
};

function secondsOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** The best of several runs: what is left of noise only ever adds. */
const bestOf = (runs: number, work: () => void) =>
  Math.min(...Array.from({ length: runs }, () => secondsOf(work)));

/** Slope of the logarithm of time over that of length: 1 is linear. */
function slopeOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([length, seconds]) => [Math.log(length), Math.log(seconds)] as const);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(logs.map(([length]) => length));
  const y = mean(logs.map(([, seconds]) => seconds));
  const both = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return both / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/** Megabytes of UTF-8 per second, stage by stage; each stage is measured alone, on what the ones before it gave. */
function reportStages(text: string) {
  const bytes = Buffer.byteLength(text);
  const blocks = findBlocks(text);
  const sentences = blocks.flatMap((block) =>
    segmentSentences(text, { language: "de", within: block }).map((span) => ({ ...span, block })),
  );
  const tokens: Token[][] = [];
  const stages: Readonly<Record<string, () => void>> = {
    blocks: () => findBlocks(text),
    sentences: () => {
      for (const block of blocks) segmentSentences(text, { language: "de", within: block });
    },
    repeats: () => linkRepeats(text, sentences),
    words: () => {
      tokens.length = 0;
      for (const sentence of sentences) tokens.push(tokenizeWords(text, sentence));
    },
    "parts of speech": () => {
      for (const words of tokens) tagGermanWords(words);
    },
    "words, parts of speech, speakers": () => attributeSentences(text, sentences, "de"),
    everything: () => splitClaims(text, { language: "de" }),
  };
  for (const [name, work] of Object.entries(stages))
    say(`${name.padEnd(34)}${(bytes / 1e6 / bestOf(3, work)).toFixed(1).padStart(7)} MB/s`);
}

const mostKilobytes = Number(process.argv[2] ?? 10_000);
const sizes = [100, 300, 1_000, 3_000, 10_000].filter((kilobytes) => kilobytes <= mostKilobytes);
splitClaims(newsOf(300_000), { language: "de" });

say("Stages, 1 MB of German news");
reportStages(newsOf(1_000_000));

say("\nEverything, by length");
const points = sizes.map((kilobytes) => {
  const text = newsOf(kilobytes * 1_000);
  const bytes = Buffer.byteLength(text);
  const seconds = bestOf(kilobytes > 1_000 ? 2 : 4, () => splitClaims(text, { language: "de" }));
  say(
    `${String(kilobytes).padStart(6)} KB${seconds.toFixed(2).padStart(9)} s${(bytes / 1e6 / seconds).toFixed(2).padStart(8)} MB/s`,
  );
  return [bytes, seconds] as const;
});
if (points.length > 1) say(`log-log slope ${slopeOf(points).toFixed(3)}`);

say("\nTexts made to be slow, 1 MB each");
for (const [name, unit] of Object.entries(HOSTILE)) {
  const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
  const seconds = secondsOf(() => splitClaims(text, { language: "de" }));
  say(`${name.padEnd(34)}${(seconds * 1000).toFixed(0).padStart(6)} ms`);
}
