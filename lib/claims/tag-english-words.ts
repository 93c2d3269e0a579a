import { ENGLISH_TAGGER_LANGUAGE } from "@/lib/claims/english-tagger-language";
import type { Word, WordTag } from "@/lib/claims/tag-german-words";
import englishWeights from "@/lib/text/tagger/english-weights.json";
import { createTagger } from "@/lib/text/tagger/perceptron-tagger";
import type { Token } from "@/lib/text/tokenize-words";

/** The coarse tag of each tag of the Penn Treebank; the others are adverbs (RB, RP, UH). */
const COARSE: Readonly<Record<string, WordTag>> = {
  NN: "noun",
  NNS: "noun",
  NNP: "noun",
  NNPS: "noun",
  FW: "noun",
  ADD: "noun",
  GW: "noun",
  XX: "noun",
  JJ: "adjective",
  JJR: "adjective",
  JJS: "adjective",
  AFX: "adjective",
  DT: "determiner",
  PDT: "determiner",
  PRP$: "determiner",
  WP$: "determiner",
  CD: "number",
  PRP: "pronoun",
  EX: "pronoun",
  WP: "pronoun",
  WDT: "pronoun",
  IN: "preposition",
  TO: "preposition",
  CC: "coordinator",
  WRB: "subordinator",
  MD: "finite",
  VBD: "finite",
  VBP: "finite",
  VBZ: "finite",
  VBN: "participle",
  VBG: "participle",
  VB: "infinitive",
};

/** The coarse part of speech of a Penn tag; of "PRP+VBZ" ("it's") the one of its first part. */
export function coarseEnglishTag(fine: string): WordTag {
  const plus = fine.indexOf("+");
  return (
    COARSE[plus < 0 ? fine : fine.slice(0, plus)] ??
    (/^\P{L}|^(?:HYPH|NFP|SYM|-)/u.test(fine) ? "mark" : "adverb")
  );
}

const SUBORDINATORS = new Set([
  "because",
  "although",
  "though",
  "while",
  "if",
  "unless",
  "whether",
  "that",
  "since",
]);

const PREPOSITIONS_IN_ING = new Set(["according", "including", "excluding", "regarding", "concerning"]);

const tagTokens = createTagger(englishWeights, ENGLISH_TAGGER_LANGUAGE);

/** Gives the English words of one sentence their parts of speech. */
export function tagEnglishWords(tokens: readonly Token[]): Word[] {
  const tags = tagTokens(tokens);
  return tokens.map((token, at) => {
    const fine = tags[at] ?? "";
    // Spelt out: a word spread from its token keeps three of its properties in a list of their own, and is slow to read.
    return {
      start: token.start,
      end: token.end,
      text: token.text,
      lower: token.lower,
      kind: token.kind,
      hasSpaceBefore: token.hasSpaceBefore,
      tag: wordTag(token, fine),
      fine,
      finite: null,
    };
  });
}

function wordTag({ kind, lower }: Token, fine: string): WordTag {
  if (kind !== "word") return kind;
  if (fine === "VBG" && PREPOSITIONS_IN_ING.has(lower)) return "preposition";
  if (fine === "IN" && SUBORDINATORS.has(lower)) return "subordinator";
  const tag = coarseEnglishTag(fine);
  return tag === "mark" ? "noun" : tag;
}
