import { GERMAN_TAGGER_LANGUAGE } from "@/lib/claims/german-tagger-language";
import type { FiniteForm } from "@/lib/claims/german-verbs";
import { finiteForm, guessedFiniteForm } from "@/lib/claims/german-verbs";
import { repairGermanTags } from "@/lib/claims/repair-german-tags";
import germanWeights from "@/lib/text/tagger/german-weights.json";
import { createTagger } from "@/lib/text/tagger/perceptron-tagger";
import type { Token } from "@/lib/text/tokenize-words";

export type WordTag =
  | "noun"
  | "determiner"
  | "preposition"
  | "pronoun"
  | "adjective"
  | "adverb"
  | "finite"
  | "participle"
  | "infinitive"
  | "coordinator"
  | "subordinator"
  | "number"
  | "mark";

export interface Word extends Token {
  readonly tag: WordTag;
  /** The tag of the tagger: STTS in German, Penn Treebank in English ("PRP+VBZ" for "it's"). */
  readonly fine: string;
  /** What the form says when it is read as a finite verb. */
  readonly finite: FiniteForm | null;
}

/** The coarse tag of each STTS tag; the others are adverbs (ADV, ADJD, PAV, PTK…, APPO, APZR, ITJ). */
const COARSE: Readonly<Record<string, WordTag>> = {
  NN: "noun",
  NE: "noun",
  FM: "noun",
  XY: "noun",
  TRUNC: "noun",
  ADJA: "adjective",
  ART: "determiner",
  PPOSAT: "determiner",
  PDAT: "determiner",
  PIAT: "determiner",
  PIDAT: "determiner",
  PWAT: "determiner",
  PRELAT: "determiner",
  PPER: "pronoun",
  PRF: "pronoun",
  PDS: "pronoun",
  PIS: "pronoun",
  PRELS: "pronoun",
  PWS: "pronoun",
  PPOSS: "pronoun",
  CARD: "determiner",
  APPR: "preposition",
  APPRART: "preposition",
  KON: "coordinator",
  KOUS: "subordinator",
  KOUI: "subordinator",
  KOKOM: "subordinator",
  PWAV: "subordinator",
  VVFIN: "finite",
  VAFIN: "finite",
  VMFIN: "finite",
  VVIMP: "finite",
  VAIMP: "finite",
  VVPP: "participle",
  VAPP: "participle",
  VMPP: "participle",
  VVINF: "infinitive",
  VAINF: "infinitive",
  VMINF: "infinitive",
  VVIZU: "infinitive",
};

/** The coarse part of speech of an STTS tag. */
export const coarseGermanTag = (fine: string): WordTag =>
  COARSE[fine] ?? (fine.startsWith("$") ? "mark" : "adverb");

/** "council’s" of "council": a word of the same place with another text. */
export const withText = (word: Word, text: string): Word =>
  text === word.text
    ? word
    : {
        start: word.start,
        end: word.end,
        text,
        lower: text.toLowerCase(),
        kind: word.kind,
        hasSpaceBefore: word.hasSpaceBefore,
        tag: word.tag,
        fine: word.fine,
        finite: word.finite,
      };

const tagTokens = createTagger(germanWeights, GERMAN_TAGGER_LANGUAGE);

/** Gives the German words of one sentence their parts of speech. */
export function tagGermanWords(tokens: readonly Token[]): Word[] {
  const tags = tagTokens(tokens);
  repairGermanTags(tokens, tags);
  return tokens.map((token, at) => wordOf(token, tags[at] ?? "", tags[at + 1]));
}

function wordOf(token: Token, fine: string, next: string | undefined): Word {
  const tag = wordTag(token, fine, next);
  const finite = finiteReading(token, tag);
  return {
    start: token.start,
    end: token.end,
    text: token.text,
    lower: token.lower,
    kind: token.kind,
    hasSpaceBefore: token.hasSpaceBefore,
    tag: tag === "finite" && finite === null ? "adverb" : tag,
    fine,
    finite,
  };
}

function wordTag({ kind }: Token, fine: string, next: string | undefined): WordTag {
  if (kind !== "word") return kind;
  const tag = coarseGermanTag(fine);
  if (tag === "mark") return "noun";
  if (fine === "CARD") return OPENS_REST.has(next ?? "") ? "determiner" : "pronoun";
  return tag;
}

/** What "zwei" stands before when it is not a noun phrase by itself ("zwei von ihnen"). */
const OPENS_REST = new Set(["NN", "NE", "ADJA", "CARD", "ADJD", "TRUNC"]);

function finiteReading({ lower }: Token, tag: WordTag): FiniteForm | null {
  if (tag === "finite") return finiteForm(lower) ?? guessedFiniteForm(lower);
  return tag === "participle" || tag === "infinitive" ? finiteForm(lower) : null;
}

export const isCapitalised = ({ text }: Token) => {
  const code = text.charCodeAt(0);
  return code < 0x80 ? code >= 0x41 && code <= 0x5a : /^\p{Lu}/u.test(text);
};
