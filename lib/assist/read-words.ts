import { isNegation } from "@/lib/claims/negation";
import { tagEnglishWords } from "@/lib/claims/tag-english-words";
import type { Word } from "@/lib/claims/tag-german-words";
import { tagGermanWords } from "@/lib/claims/tag-german-words";
import { tokenizeWords } from "@/lib/text/tokenize-words";
import { findQuantities, unitForm } from "./quantities";

/** A word of a sentence with its place among the others. */
export type ReadWord = {
  start: number;
  end: number;
  /** What is compared: "3" and "drei", "Mio." and "Millionen" are the same. */
  key: string;
  lower: string;
  fine: string;
  kind: "verb" | "noun" | "modifier" | "preposition" | "coordinator" | "subordinator" | "relative" | "other";
  isFinite: boolean;
  isNegation: boolean;
  /** Counts commas, brackets, quotation marks and coordinators before it: words of one number stand in one segment. */
  segment: number;
};

/** What opens a segment: a mark, or "und" and the like. */
export type Opening = "mark" | "coordinator";
export type ReadSentence = { words: ReadWord[]; openings: Opening[] };

const EDGE = /^[,;:–—()„“”»«"‘’‚'[\]]$/;
const COORDINATOR = /^(?:und|oder|aber|sondern|sowie|doch|denn|and|or|but|nor|yet)$/;

function kindOf({ tag, fine, lower }: Word): ReadWord["kind"] {
  if (COORDINATOR.test(lower)) return "coordinator";
  if (/^(?:V|MD$)/.test(fine) || tag === "finite" || tag === "participle" || tag === "infinitive")
    return "verb";
  if (/^(?:PREL|WDT|WP)/.test(fine)) return "relative";
  if (tag === "noun") return "noun";
  if (tag === "determiner" || tag === "adjective" || tag === "number") return "modifier";
  if (tag === "preposition") return fine === "TO" ? "other" : "preposition";
  return tag === "subordinator" ? "subordinator" : "other";
}

function keyOf(text: string, lower: string, language: string): string {
  const bare = lower.replace("’", "'").replace(/(?<=\p{L})\.$/u, "");
  return unitForm(bare, language) ?? findQuantities(text, language)[0]?.value ?? bare;
}

/** Reads a sentence into words and segments; `edges` are further borders, such as where a quotation begins. */
export function readWords(text: string, language: string, edges: readonly number[] = []): ReadSentence {
  const tokens = tokenizeWords(text, { start: 0, end: text.length });
  const tagged = language.startsWith("de") ? tagGermanWords(tokens) : tagEnglishWords(tokens);
  const words: ReadWord[] = [];
  const openings: Opening[] = ["mark"];
  let isOpen = false;
  const open = (as: Opening) => {
    if (isOpen) openings.push(as);
    else if (openings.length > 1 || words.length > 0) openings[openings.length - 1] = as;
    isOpen = false;
  };
  let last = 0;
  for (const word of tagged) {
    if (EDGE.test(word.text) || edges.some((edge) => edge > last && edge <= word.start)) open("mark");
    last = word.start;
    if (word.kind === "mark" && !/[\p{L}\p{N}%€$£°]/u.test(word.text)) continue;
    const kind = kindOf(word);
    if (kind === "coordinator") open("coordinator");
    else isOpen = true;
    const common = { start: word.start, end: word.end, fine: word.fine, segment: openings.length - 1 };
    const contracted = /^(.+)n['’]t$/.exec(word.lower);
    const lower = contracted?.[1] ?? word.lower;
    words.push({
      ...common,
      lower,
      kind,
      key: keyOf(contracted ? lower : word.text, lower, language),
      isFinite: word.tag === "finite",
      isNegation: isNegation(lower),
    });
    if (contracted)
      words.push({ ...common, lower: "not", key: "not", kind: "other", isFinite: false, isNegation: true });
  }
  return { words, openings };
}
