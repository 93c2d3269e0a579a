import type { Word, WordTag } from "@/lib/claims/tag-german-words";
import { isCapitalised } from "@/lib/claims/tag-german-words";
import type { Token } from "@/lib/text/tokenize-words";
import { wordsOf } from "@/lib/text/words-of";

/* Closed word classes of English, in lower case; compiled by hand. */

const DETERMINERS = wordsOf(
  "the a an this that these those his her its our their my your some any all most many several few both each every no another",
);
const PREPOSITIONS = wordsOf(
  "in on at by for from with without of to as after before during since until under over about against between among into through near",
);
const PRONOUNS = wordsOf("i you he she it we they him them us me who which what");
const COORDINATORS = wordsOf("and or but nor yet");
const SUBORDINATORS = wordsOf("because although though while if unless whether when where that since");
const AUXILIARIES = wordsOf(
  "is are was were am has have had does do did can could will would shall should may might must",
);
const FREQUENT_VERBS = wordsOf(
  "came comes come went goes began begins became becomes took takes made makes gave gives got gets left leaves led leads lost wins won",
  "held holds kept keeps met meets paid pays ran runs rose rises fell falls saw sees sent sends set sold sells stood stands grew grows",
  "broke built bought brought caught chose cut drew drove fought hit put shot spent spoke stole struck taught threw wore remain remains includes employ employs beat beats deny denies reject rejects hurt",
);

/** Gives English words the parts of speech that splitting needs: closed classes, names and finite verbs. */
export function tagEnglishWords(tokens: readonly Token[]): Word[] {
  const words: Word[] = [];
  for (const token of tokens)
    words.push({ ...token, tag: tagOf(token, words.at(-1)), fine: "", finite: null });
  return words;
}

function tagOf(token: Token, previous: Word | undefined): WordTag {
  if (token.kind !== "word") return token.kind;
  const { lower } = token;
  const opensSentence = previous === undefined || previous.kind === "mark";
  if (isCapitalised(token) && !opensSentence) return lower === "i" ? "pronoun" : "noun";
  if (DETERMINERS.has(lower)) return "determiner";
  if (PREPOSITIONS.has(lower)) return "preposition";
  if (PRONOUNS.has(lower)) return "pronoun";
  if (COORDINATORS.has(lower)) return "coordinator";
  if (SUBORDINATORS.has(lower)) return "subordinator";
  if (AUXILIARIES.has(lower) || FREQUENT_VERBS.has(lower)) return "finite";
  if (isCapitalised(token)) return "noun";
  if (/ed$/.test(lower) && previous !== undefined && previous.tag !== "determiner") return "participle";
  return /ly$/.test(lower) ? "adverb" : "adjective";
}

export const isEnglishFinite = (word: Word | undefined) => word?.tag === "finite";
