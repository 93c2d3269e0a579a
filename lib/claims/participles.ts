import { wordsOf } from "@/lib/text/words-of";

const GERMAN =
  /^(?:\p{Ll}*ge\p{Ll}{2,}(?:t|en)|(?:be|emp|ent|er|miss|ver|zer|über|unter)\p{Ll}{2,}(?:t|en)|\p{Ll}{2,}iert)$/u;
const ENGLISH = /^\p{Ll}{2,}ed$/u;
const IRREGULAR = wordsOf(
  "hurt held built paid told sold lost found made sent shot cut hit given taken driven broken stolen seen known written chosen begun struck won left brought bought caught taught fought torn worn thrown grown shown born",
);

/** Whether a word has the form of a past participle, German or English ("gebaut", "verletzt", "killed", "torn"). */
export const isParticiple = (word: string): boolean =>
  GERMAN.test(word) || ENGLISH.test(word) || IRREGULAR.has(word);
